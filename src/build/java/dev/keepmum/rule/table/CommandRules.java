package dev.keepmum.rule.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Programs, and what they do with their operands. */
final class CommandRules implements RuleKind {
  private final Set<String> syntaxes;
  private final Set<String> inputs;
  private final Set<String> outputs;
  private final Set<String> roles;
  private final Set<String> languages;
  private final List<String> commands = new ArrayList<>();
  private final Map<String, String> byName = new TreeMap<>();

  CommandRules(SourceWords words) {
    syntaxes = words.ofEnum("CommandRule", "Syntax");
    inputs = words.ofEnum("CommandRule", "Input");
    outputs = words.ofEnum("CommandRule", "Output");
    roles = words.ofEnum("Role", "Role");
    languages = words.constants("../effect/Language");
  }

  @Override
  public List<String> marks() {
    return List.of("names");
  }

  @Override
  public void read(RuleEntry rule) {
    rule.allow(
        "asks",
        "names",
        "syntax",
        "options",
        "flags",
        "optionalValues",
        "operands",
        "input",
        "output",
        "behaviour",
        "language",
        "subcommands",
        "project");
    List<String> names = rule.list("names");
    List<String> operands = rule.list("operands");
    int repeated = repeated(rule, operands);
    if (repeated >= 0) {
      String operand = operands.get(repeated);
      operands.set(repeated, operand.substring(0, operand.length() - 1));
    }
    operands.forEach(operand -> role(rule, operand));
    for (String name : names) {
      if (byName.put(name, TableClass.index(commands.size())) != null) {
        rule.mistake("another rule has the name " + name);
      }
    }
    commands.add(
        new FieldText(rule)
            .add(rule.id())
            .add(names)
            .add(rule.about())
            .add(rule.word("syntax", syntaxes, "gnu"))
            .add(roles(rule, "options"))
            .add(roles(rule, "flags"))
            .add(rule.list("optionalValues"))
            .add(operands)
            .add(repeated)
            .add(rule.word("input", inputs, "never"))
            .add(rule.word("output", outputs, "harmless"))
            .add(rule.text("behaviour"))
            .add(language(rule))
            .addIfSaid("subcommands")
            .add(roles(rule, "project"))
            .toString());
  }

  /** Where the operand stands that takes as many as there are, or -1. */
  private static int repeated(RuleEntry rule, List<String> operands) {
    int repeated = -1;
    for (int i = 0; i < operands.size(); i++) {
      if (operands.get(i).endsWith("*")) {
        if (repeated >= 0) {
          rule.mistake("two operands take as many as there are");
        }
        repeated = i;
      }
    }
    return repeated;
  }

  private List<String> roles(RuleEntry rule, String key) {
    List<String> entries = new ArrayList<>();
    rule.members(key)
        .forEach(
            (name, role) -> {
              role(rule, role);
              entries.add(name.trim() + " " + role);
            });
    return entries;
  }

  private void role(RuleEntry rule, String word) {
    if (!roles.contains(word)) {
      rule.mistake("there is no role " + word);
    }
  }

  private String language(RuleEntry rule) {
    String name = rule.text("language").toUpperCase(Locale.ROOT);
    if (!name.isEmpty() && !languages.contains(name)) {
      rule.mistake("there is no language " + rule.text("language"));
    }
    return name;
  }

  @Override
  public void write(Path folder) throws IOException {
    new TableClass("CommandTable", "Programs and what they do.")
        .find("index", byName)
        .texts("text", commands)
        .write(folder);
  }
}
