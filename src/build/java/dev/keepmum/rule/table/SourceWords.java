package dev.keepmum.rule.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words that rules may use, read from the sources which will have to know them: at the time the
 * tables are made, nothing is compiled yet.
 */
final class SourceWords {
  private static final Pattern NAMED_CONSTANT = Pattern.compile("[A-Z_]+\\(\"([a-z-]+)\"\\)");
  private static final Pattern CONSTANT = Pattern.compile("(?m)^  ([A-Z]+),?$");
  private static final Pattern CASE = Pattern.compile("case \"([a-z0-9-]+)\":");

  private final Path sources;
  private final Map<String, Set<String>> known = new LinkedHashMap<>();

  SourceWords(Path sources) {
    this.sources = sources;
  }

  /** The words in parentheses of an enum's constants. */
  Set<String> ofEnum(String file, String name) {
    return known.computeIfAbsent(
        file + "#" + name,
        key -> {
          String source = source(file);
          int start = source.indexOf("enum " + name + " ");
          return all(
              NAMED_CONSTANT, source.substring(start, source.indexOf("private final", start)));
        });
  }

  /** The words that the switches of a source know. */
  Set<String> ofSwitches(String file) {
    return known.computeIfAbsent(file + "#case", key -> all(CASE, source(file)));
  }

  /** The names of an enum's constants. */
  Set<String> constants(String file) {
    return known.computeIfAbsent(file, key -> all(CONSTANT, source(file)));
  }

  private static Set<String> all(Pattern pattern, String source) {
    Set<String> words = new TreeSet<>();
    Matcher word = pattern.matcher(source);
    while (word.find()) {
      words.add(word.group(1));
    }
    return words;
  }

  private String source(String file) {
    try {
      return Files.readString(sources.resolve(file + ".java"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
