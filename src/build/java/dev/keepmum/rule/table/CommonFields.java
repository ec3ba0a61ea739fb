package dev.keepmum.rule.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What rules have in common. A rule that is only a finding's name has nothing else. */
final class CommonFields implements RuleKind {
  private static final Set<String> SEVERITIES = Set.of("critical", "high", "medium", "low");

  private final List<String> files = new ArrayList<>();
  private final List<String> rules = new ArrayList<>();
  private final Map<String, String> ids = new TreeMap<>();

  /** Notes a file of the rule book, which others can then look through. */
  void addFile(String name) {
    files.add(name);
  }

  /** Adds a rule, and gives the index by which the tables of its kind refer to it. */
  int add(RuleEntry rule) {
    ids.put(rule.id(), TableClass.index(rules.size()));
    rules.add(
        new FieldText(rule)
            .add(rule.id())
            .add(rule.about())
            .add(layer(rule))
            .add(rule.word("severity", SEVERITIES, "high").toUpperCase(Locale.ROOT))
            .add(rule.suggestion())
            .add(rule.text("provider"))
            .add(rule.text("runbook"))
            .add(rule.text("content"))
            .toString());
    return rules.size() - 1;
  }

  private static String layer(RuleEntry rule) {
    if (rule.has("layer")) {
      return rule.text("layer");
    }
    String id = rule.id();
    if (id.startsWith("layer") && id.length() > 5 && Character.isDigit(id.charAt(5))) {
      return id.substring(5, 6);
    }
    return "0";
  }

  @Override
  public List<String> marks() {
    return List.of("finding");
  }

  @Override
  public void read(RuleEntry rule) {
    rule.allow("finding", "layer");
    add(rule);
  }

  @Override
  public void write(Path folder) throws IOException {
    new TableClass("RuleTable", "What rules have in common.")
        .texts("text", rules)
        .find("index", ids)
        .texts("file", files)
        .write(folder);
  }
}
