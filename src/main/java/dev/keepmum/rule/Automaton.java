package dev.keepmum.rule;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;

/**
 * The patterns of the rule book as one RE2J program, which takes time linear in its subject
 * whatever a pattern is like.
 *
 * <p>A subject carries its kind as a tag in front ({@code path:}, {@code var:}), so that all but
 * the patterns of its kind die at once. A program answers only <em>whether</em> something fits:
 * RE2J names one winner of a union, so that which ones fit is found by trying the few candidates
 * singly.
 *
 * <p>Each section that the hook asks is a constant of a class of its own. So a cold JVM compiles
 * just the section that a subject's tag selects, when it is first asked, and of that only what
 * needs a pattern: a glob that {@link Glob#literally} decides is left out there. A native program
 * compiles nothing: this package is initialised when it is built ({@code native-image.properties}),
 * and the finished sections lie in it.
 */
final class Automaton {
  static final String PATH = "path:";
  static final String VARIABLE = "var:";

  private final Pattern program;

  private Automaton(String union) {
    program = Pattern.compile(union);
  }

  /** The globs of paths that their literal parts do not decide. */
  static Automaton openPaths() {
    return OpenPaths.SECTION;
  }

  /** Globs of paths, at least one. */
  static Automaton paths(List<String> globs) {
    List<String> patterns = new ArrayList<>();
    for (int i = 0; i < globs.size(); i++) {
      patterns.add(Glob.pattern(globs.get(i)));
    }
    return new Automaton(union(PATH, patterns));
  }

  /** All globs of paths that have a wildcard. */
  static Automaton paths() {
    return new Automaton(union(PATH, globs()));
  }

  /** All names of variables that have a wildcard. */
  static Automaton variables() {
    return new Automaton(union(VARIABLE, names()));
  }

  /** Everything in one program. */
  static Automaton whole() {
    return new Automaton(union(PATH, globs()).concat("|").concat(union(VARIABLE, names())));
  }

  /**
   * Whether something fits a subject.
   *
   * @param subject with its tag
   */
  boolean matches(String subject) {
    return program.matches(subject);
  }

  /** Whether one pattern fits a whole subject, which has no tag here. */
  static boolean fits(String pattern, String subject) {
    return Pattern.matches(pattern, subject);
  }

  /** How many instructions the program has. */
  int instructions() {
    return program.programSize();
  }

  private static String union(String tag, List<String> patterns) {
    StringBuilder union = new StringBuilder(tag).append("(?:");
    for (int i = 0; i < patterns.size(); i++) {
      if (i > 0) {
        union.append('|');
      }
      union.append(patterns.get(i));
    }
    return union.append(')').toString();
  }

  private static List<String> globs() {
    List<String> patterns = new ArrayList<>();
    for (int i = 0; i < FileTable.patternCount(); i++) {
      String glob = FileTable.pattern(i).substring(2);
      if (Glob.wildcard(glob.startsWith("**/") ? glob.substring(3) : glob) >= 0) {
        patterns.add(Glob.pattern(glob));
      }
    }
    return patterns;
  }

  private static List<String> openGlobs() {
    List<String> patterns = new ArrayList<>();
    for (int i = 0; i < FileTable.patternCount(); i++) {
      String glob = FileTable.pattern(i).substring(2);
      if (!Glob.isLiteral(glob)) {
        patterns.add(Glob.pattern(glob));
      }
    }
    return patterns;
  }

  private static List<String> names() {
    List<String> patterns = new ArrayList<>();
    for (int i = 0; i < VariableTable.patternCount(); i++) {
      String name = VariableTable.pattern(i).substring(2);
      StringBuilder pattern = new StringBuilder();
      for (int j = 0; j < name.length(); j++) {
        pattern.append(name.charAt(j) == '*' ? ".*" : name.substring(j, j + 1));
      }
      patterns.add(pattern.toString());
    }
    return patterns;
  }

  /** Made when it is first touched, or at build time. */
  private static final class OpenPaths {
    private static final Automaton SECTION = new Automaton(union(PATH, openGlobs()));
  }
}
