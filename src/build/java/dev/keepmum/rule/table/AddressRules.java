package dev.keepmum.rule.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How the names of variables end that hold an address with its secret in it. */
final class AddressRules implements RuleKind {
  private final Map<String, String> endings = new TreeMap<>();

  @Override
  public List<String> marks() {
    return List.of("addresses");
  }

  @Override
  public void read(RuleEntry rule) {
    rule.allow("addresses");
    rule.about();
    for (String ending : rule.list("addresses")) {
      if (!ending.equals(ending.toUpperCase(Locale.ROOT)) || ending.startsWith("_")) {
        rule.mistake("an ending is words in capitals: " + ending);
      }
      endings.put(ending, rule.id());
    }
  }

  @Override
  public void write(Path folder) throws IOException {
    new TableClass("AddressTable", "How variables end that hold an address.")
        .find("ending", endings)
        .write(folder);
  }
}
