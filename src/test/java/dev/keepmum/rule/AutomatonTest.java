package dev.keepmum.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** One program, its sections, and the ways past it must all say the same. */
class AutomatonTest {
  private static final int SUBJECTS = 1500;

  private final Random random = new Random(7);

  @Test
  void sectionWholeAndLiteralPartsAgreeAboutPaths() {
    Automaton whole = Automaton.whole();
    Automaton section = Automaton.paths();
    int hits = 0;
    for (String path : paths()) {
      boolean fits = section.matches(Automaton.PATH + path);
      assertThat(whole.matches(Automaton.PATH + path)).as(path).isEqualTo(fits);
      assertThat(anyGlob(path)).as(path).isEqualTo(fits);
      hits += fits ? 1 : 0;
    }
    assertThat(hits).isBetween(SUBJECTS / 10, SUBJECTS * 9 / 10);
  }

  @Test
  void aPathIsFoundUnderItsKeysByWhateverGlobFits() {
    for (String path : paths()) {
      assertThat(FileNames.of(StandardFileRules.RULES, path).fitting())
          .as(path)
          .containsExactlyInAnyOrderElementsOf(fitting(path));
    }
  }

  @Test
  void aPathFindsTheGlobsOfAUserAsItFindsThoseOfTheBook() {
    List<String> globs = new ArrayList<>();
    for (int i = 0; i < FileTable.patternCount(); i++) {
      globs.add(FileTable.pattern(i).substring(2));
    }
    Rule rule = new Rule("a/b", "x", Layer.FILE, Severity.HIGH, "", "");
    OwnFileRules own =
        new OwnFileRules(
            List.of(new OwnRule.Files(rule, globs.stream().distinct().toList(), List.of())));

    for (String path : paths()) {
      assertThat(FileNames.of(own, path).fitting().stream().map(glob -> glob.substring(2)))
          .as(path)
          .containsExactlyInAnyOrderElementsOf(
              fitting(path).stream().map(glob -> glob.substring(2)).distinct().toList());
    }
  }

  @Test
  void sectionAndWholeAgreeAboutVariables() {
    Automaton whole = Automaton.whole();
    Automaton section = Automaton.variables();
    for (String name : names()) {
      boolean fits = section.matches(Automaton.VARIABLE + name);
      assertThat(whole.matches(Automaton.VARIABLE + name)).as(name).isEqualTo(fits);
      assertThat(anyName(name)).as(name).isEqualTo(fits);
    }
  }

  @Test
  void theWholeRuleBookStaysSmall() {
    RuleStatistics statistics = RuleStatistics.count();
    assertThat(statistics.instructions()).isLessThan(20_000);
    assertThat(statistics.openPathInstructions()).isLessThan(statistics.pathInstructions() / 2);
  }

  /** Whether some glob with a wildcard fits, asked one by one. */
  private static boolean anyGlob(String path) {
    for (int i = 0; i < FileTable.patternCount(); i++) {
      String glob = FileTable.pattern(i).substring(2);
      if (Glob.wildcard(glob.startsWith("**/") ? glob.substring(3) : glob) >= 0
          && fits(glob, path)) {
        return true;
      }
    }
    return false;
  }

  private static List<String> fitting(String path) {
    List<String> globs = new ArrayList<>();
    for (int i = 0; i < FileTable.patternCount(); i++) {
      if (fits(FileTable.pattern(i).substring(2), path)) {
        globs.add(FileTable.pattern(i));
      }
    }
    return globs;
  }

  private static boolean fits(String glob, String path) {
    Glob.Answer answer = Glob.literally(glob, path);
    return answer == Glob.Answer.OPEN
        ? Automaton.fits(Glob.pattern(glob), path)
        : answer == Glob.Answer.YES;
  }

  private static boolean anyName(String name) {
    for (int i = 0; i < VariableTable.patternCount(); i++) {
      if (Glob.starsMatch(VariableTable.pattern(i), 2, name)) {
        return true;
      }
    }
    return false;
  }

  /** Instances of the book's own globs, and what a small change makes of them. */
  private List<String> paths() {
    List<String> paths = new ArrayList<>();
    for (int i = 0; i < SUBJECTS; i++) {
      String glob = FileTable.pattern(random.nextInt(FileTable.patternCount())).substring(2);
      String path = glob.startsWith("**/") ? "~/a/b/" + glob.substring(3) : glob;
      path = path.replace("/**/", random.nextBoolean() ? "/" : "/x/y/");
      path = path.replace("**", "p/q").replace("*", random.nextBoolean() ? "" : "star");
      path = path.replaceAll("\\[.[^\\]]*\\]", "a").replace("?", "z");
      paths.add(random.nextInt(3) == 0 ? changed(path) : path);
    }
    return paths;
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < SUBJECTS; i++) {
      int pattern = random.nextInt(VariableTable.patternCount());
      String name = VariableTable.pattern(pattern).substring(2).replace("*", "A_B");
      names.add(random.nextBoolean() ? changed(name) : name);
    }
    return names;
  }

  private String changed(String text) {
    int at = random.nextInt(text.length());
    String letter = String.valueOf("ab/._-AB".charAt(random.nextInt(8)));
    return random.nextBoolean()
        ? text.substring(0, at) + letter + text.substring(at)
        : text.substring(0, at) + text.substring(at + 1);
  }
}
