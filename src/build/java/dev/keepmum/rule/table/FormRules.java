package dev.keepmum.rule.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Forms of command lines that print secrets. */
final class FormRules implements RuleKind {
  private final Set<String> syntaxes;
  private final Set<String> effects;
  private final CommonFields common;
  private final List<String> forms = new ArrayList<>();
  private final Map<String, String> byProgram = new TreeMap<>();

  FormRules(SourceWords words, CommonFields common) {
    syntaxes = words.ofEnum("FormRule", "Syntax");
    effects = words.ofEnum("FormRule", "Effect");
    this.common = common;
  }

  @Override
  public List<String> marks() {
    return List.of("programs");
  }

  @Override
  public void read(RuleEntry rule) {
    rule.allow(
        "programs", "syntax", "valued", "prints", "keeps", "assignments", "effect", "members");
    String syntax = rule.word("syntax", syntaxes, "gnu");
    List<String> programs = rule.list("programs");
    if (rule.list("prints").isEmpty()) {
      rule.mistake("no form that prints");
    }
    for (String program : programs) {
      String name = syntax.equals("caseless") ? program.toLowerCase(Locale.ROOT) : program;
      byProgram.merge(name, TableClass.index(forms.size()), String::concat);
    }
    forms.add(
        new FieldText(rule)
            .add(common.add(rule))
            .add(programs)
            .add(syntax)
            .add(rule.list("valued"))
            .add(rule.list("prints"))
            .add(rule.list("keeps"))
            .add(rule.list("assignments"))
            .add(rule.word("effect", effects, "prints"))
            .add(rule.list("members"))
            .toString());
  }

  @Override
  public void write(Path folder) throws IOException {
    new TableClass("FormTable", "Command lines that print secrets.")
        .find("indexes", byProgram)
        .texts("text", forms)
        .write(folder);
  }
}
