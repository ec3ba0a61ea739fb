package dev.keepmum.rule;

import com.google.re2j.Pattern;

/**
 * The patterns of the rule book as one RE2J program, which takes time linear in its subject
 * whatever a pattern is like.
 *
 * <p>A subject carries its kind as a tag in front ({@code path:}, {@code var:}), so that all but
 * the patterns of its kind die at once. A program answers only <em>whether</em> something fits:
 * RE2J names one winner of a union, so that which ones fit is found by trying the few candidates
 * singly. A cold JVM compiles just the section that a subject's tag selects.
 */
final class Automaton {
  private static Automaton paths;

  private final Pattern program;

  private Automaton(String union) {
    program = Pattern.compile(union);
  }

  /** The section for whole paths: those globs that their literal parts do not decide. */
  static synchronized Automaton paths() {
    if (paths == null) {
      paths = new Automaton(pathSection());
    }
    return paths;
  }

  /** Everything in one program. */
  static Automaton whole() {
    return new Automaton(pathSection().concat("|").concat(variableSection()));
  }

  static Automaton variables() {
    return new Automaton(variableSection());
  }

  boolean matches(String subject) {
    return program.matches(subject);
  }

  /** Whether a single pattern fits a whole subject. */
  static boolean fits(String pattern, String subject) {
    return Pattern.matches(pattern, subject);
  }

  static String pathSection() {
    StringBuilder union = new StringBuilder("path:(?:");
    int begin = union.length();
    for (int i = 0; i < FileTable.patternCount(); i++) {
      String glob = FileTable.pattern(i).substring(2);
      if (Glob.wildcard(glob.startsWith("**/") ? glob.substring(3) : glob) >= 0) {
        if (union.length() > begin) {
          union.append('|');
        }
        union.append(Glob.pattern(glob));
      }
    }
    return union.append(')').toString();
  }

  static String variableSection() {
    StringBuilder union = new StringBuilder("var:(?:");
    for (int i = 0; i < VariableTable.patternCount(); i++) {
      String pattern = VariableTable.pattern(i);
      if (i > 0) {
        union.append('|');
      }
      for (int j = 2; j < pattern.length(); j++) {
        char c = pattern.charAt(j);
        union.append(c == '*' ? ".*" : String.valueOf(c));
      }
    }
    return union.append(')').toString();
  }
}
