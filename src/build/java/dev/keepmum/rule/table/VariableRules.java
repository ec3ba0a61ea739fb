package dev.keepmum.rule.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Variables by their names: exact ones, words in them, and patterns by where their wildcard is. */
final class VariableRules implements RuleKind {
  private static final char SECRET = '+';
  private static final char HARMLESS = '-';

  private final CommonFields common;
  private final Map<String, String> names = new TreeMap<>();
  private final Map<String, String> suffixes = new TreeMap<>();
  private final Map<String, String> prefixes = new TreeMap<>();
  private final Map<String, String> words = new TreeMap<>();
  private final List<String> patterns = new ArrayList<>();
  private final Map<String, String> firstWords = new TreeMap<>();

  VariableRules(CommonFields common) {
    this.common = common;
  }

  @Override
  public List<String> marks() {
    return List.of("variables", "words", "suffixes", "harmless");
  }

  @Override
  public void read(RuleEntry rule) {
    rule.allow("variables", "words", "suffixes", "harmless");
    String index = TableClass.index(common.add(rule));
    rule.list("variables").forEach(name -> add(name, index + SECRET));
    rule.list("harmless").forEach(name -> add(name, index + HARMLESS));
    rule.list("suffixes").forEach(suffix -> add("*" + suffix, index + SECRET));
    rule.list("words").forEach(word -> words.put(word, index));
  }

  private void add(String name, String value) {
    String upper = name.toUpperCase(Locale.ROOT);
    int star = upper.indexOf('*');
    if (star < 0) {
      names.putIfAbsent(upper, value);
    } else if (upper.startsWith("*_") && upper.indexOf('*', 1) < 0) {
      suffixes.putIfAbsent(upper.substring(1), value);
    } else if (upper.endsWith("_*") && star == upper.length() - 1) {
      prefixes.putIfAbsent(upper.substring(0, star), value);
    } else {
      firstWords.merge(
          upper.substring(0, upper.indexOf('_') + 1),
          TableClass.index(patterns.size()),
          String::concat);
      patterns.add(value + upper);
    }
  }

  private List<String> secrets() {
    return names.entrySet().stream()
        .filter(name -> name.getValue().charAt(1) == SECRET)
        .map(Map.Entry::getKey)
        .toList();
  }

  @Override
  public void write(Path folder) throws IOException {
    new TableClass("VariableTable", "Names of variables.")
        .find("named", names)
        .find("suffix", suffixes)
        .find("prefix", prefixes)
        .find("word", words)
        .find("firstWord", firstWords)
        .texts("pattern", patterns)
        .texts("secrets", List.of(String.join("\t", secrets())))
        .write(folder);
  }
}
