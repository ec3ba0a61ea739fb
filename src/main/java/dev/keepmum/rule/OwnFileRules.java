package dev.keepmum.rule;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The files that rules of a user know. Globs that end with a name lie under it, others under the
 * character they end with, so that a path meets few; those that need a pattern form a program of
 * their own, compiled when a path first asks for it. A rule's look-alikes spare from that rule
 * alone.
 */
final class OwnFileRules extends FileRules {
  private static final char SPARES = 'L';

  private final List<Rule> rules = new ArrayList<>();
  private final List<String> globs = new ArrayList<>();

  /** The numbers of globs, by the last name or the last character that they stand for. */
  private final Map<String, StringBuilder> byEnd = new HashMap<>();

  private final StringBuilder others = new StringBuilder();
  private final Map<Integer, Pattern> patterns = new ConcurrentHashMap<>();
  private volatile Automaton open;

  OwnFileRules(List<OwnRule.Files> files) {
    for (int i = 0; i < files.size(); i++) {
      rules.add(files.get(i).rule());
      add(i, PROTECTS, files.get(i).paths());
      add(i, SPARES, files.get(i).lookalikes());
    }
  }

  private void add(int rule, char kind, List<String> paths) {
    for (int i = 0; i < paths.size(); i++) {
      String glob = AsciiCase.lower(paths.get(i));
      String base = glob.substring(glob.lastIndexOf('/') + 1);
      char number = (char) globs.size();
      globs.add(String.valueOf((char) rule) + kind + glob);
      String last = base.substring(base.length() - 1);
      if (Glob.wildcard(base) < 0) {
        under(base).append(number);
      } else if ("*?]".contains(last)) {
        others.append(number);
      } else {
        under(last).append(number);
      }
    }
  }

  private StringBuilder under(String end) {
    StringBuilder numbers = byEnd.get(end);
    if (numbers == null) {
      numbers = new StringBuilder();
      byEnd.put(end, numbers);
    }
    return numbers;
  }

  @Override
  void lookUp(String path, FileNames names) {
    String base = path.substring(path.lastIndexOf('/') + 1);
    consider(base, names);
    if (base.length() > 1) {
      consider(base.substring(base.length() - 1), names);
    }
    names.consider(others);
  }

  private void consider(String end, FileNames names) {
    StringBuilder numbers = byEnd.get(end);
    if (numbers != null) {
      names.consider(numbers);
    }
  }

  /** All rules that protect the path, as one. */
  @Override
  FileMatch match(FileNames names) {
    String protecting = names.protecting();
    if (protecting.isEmpty()) {
      return FileMatch.OPEN;
    }
    Rule rule = rules.get(protecting.charAt(0));
    for (int i = 1; i < protecting.length(); i++) {
      rule = rule.with(rules.get(protecting.charAt(i)));
    }
    return new FileMatch(FileMatch.Kind.PROTECTED, Optional.of(rule));
  }

  @Override
  int count() {
    return globs.size();
  }

  @Override
  String glob(int number) {
    return globs.get(number);
  }

  @Override
  boolean fits(int number, String path) {
    Pattern pattern = patterns.get(number);
    if (pattern == null) {
      pattern = Pattern.compile(Glob.pattern(glob(number).substring(2)));
      patterns.put(number, pattern);
    }
    return pattern.matches(path);
  }

  @Override
  Automaton open() {
    Automaton program = open;
    if (program == null) {
      List<String> undecided = new ArrayList<>();
      for (int i = 0; i < globs.size(); i++) {
        String glob = glob(i).substring(2);
        if (!Glob.isLiteral(glob)) {
          undecided.add(glob);
        }
      }
      program = Automaton.paths(undecided);
      open = program;
    }
    return program;
  }
}
