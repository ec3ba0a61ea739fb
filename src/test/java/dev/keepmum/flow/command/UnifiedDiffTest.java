package dev.keepmum.flow.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepmum.flow.Content;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A difference names its files and says what becomes of their texts. */
class UnifiedDiffTest {

  private static final String DIFFERENCE =
      """
      diff --git a/x.txt b/x.txt
      --- a/x.txt\t2026-01-01
      +++ b/x.txt\t2026-01-02
      @@ -1,3 +1,3 @@
       one
      -two
      +2
       three
      @@ -9,1 +9,2 @@
      --- nine
      +++ nine
      +ten
      \\ No newline at end of file
      """;

  @Test
  void saysWhatBecomesOfAText() {
    UnifiedDiff.FileChange change = read(UnifiedDiff.Direction.FORWARD).get(0);

    assertThat(change.before()).isEqualTo("a/x.txt");
    assertThat(change.after()).isEqualTo("b/x.txt");
    assertThat(text(change.of("zero\none\ntwo\nthree\n-- nine\n")))
        .isEqualTo("zero\none\n2\nthree\n++ nine\nten\n");
  }

  @Test
  void isTakenBack() {
    UnifiedDiff.FileChange change = read(UnifiedDiff.Direction.BACKWARD).get(0);

    assertThat(text(change.of("one\n2\nthree\n++ nine\nten\n")))
        .isEqualTo("one\ntwo\nthree\n-- nine\n");
  }

  @Test
  void isUnknownWhereItDoesNotFit() {
    assertThat(read(UnifiedDiff.Direction.FORWARD).get(0).of("something else\n").isOpen()).isTrue();
  }

  @Test
  void knowsNewRemovedAndRenamedFiles() {
    String difference =
        """
        --- /dev/null
        +++ b/new
        @@ -0,0 +1 @@
        +text
        --- a/old
        +++ /dev/null
        @@ -1 +0,0 @@
        -text
        rename from from/here
        rename to to/there
        """;

    assertThat(UnifiedDiff.read(difference, UnifiedDiff.Direction.FORWARD))
        .extracting(UnifiedDiff.FileChange::before, UnifiedDiff.FileChange::after)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("", "b/new"),
            org.assertj.core.groups.Tuple.tuple("a/old", ""),
            org.assertj.core.groups.Tuple.tuple("a/from/here", "b/to/there"));
  }

  private static List<UnifiedDiff.FileChange> read(UnifiedDiff.Direction direction) {
    return UnifiedDiff.read(DIFFERENCE, direction);
  }

  private static String text(Content content) {
    return content.textOr("unknown");
  }
}
