package dev.keepmum.rule;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The files that rules of a user know. Globs that end with a name lie in a hash map under it, the
 * others are looked at one by one; those that need a pattern form a program of their own, compiled
 * when a path first asks for it. A rule's look-alikes spare from that rule alone.
 */
final class OwnFileRules extends FileRules {
  private static final char SPARES = 'L';

  private final List<Rule> rules = new ArrayList<>();
  private final List<String> globs = new ArrayList<>();
  private final Map<String, StringBuilder> named = new HashMap<>();
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
      if (Glob.wildcard(base) >= 0) {
        others.append(number);
      } else {
        StringBuilder same = named.get(base);
        if (same == null) {
          same = new StringBuilder();
          named.put(base, same);
        }
        same.append(number);
      }
    }
  }

  @Override
  void lookUp(String path, FileNames names) {
    StringBuilder same = named.get(path.substring(path.lastIndexOf('/') + 1));
    if (same != null) {
      names.consider(same);
    }
    names.consider(others);
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
