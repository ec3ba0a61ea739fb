package dev.keepmum.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepmum.host.SystemHost;
import dev.keepmum.rule.MadeUp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Findings that are accepted by where they stand. */
class BaselineTest {
  private static final String KEY = MadeUp.text("sk-ant-api03-{A-Za-z0-9*95}");
  private static final String OTHER = MadeUp.text("sk-ant-api03-{a-z0-9*95}");

  @TempDir Path folder;

  @Test
  void aFindingIsAcceptedWhereverItsLineMovesAndWhereverTheFolderLies(@TempDir Path elsewhere)
      throws IOException {
    write(folder, "KEY=" + KEY + "\n");
    Path file = accept();
    Files.copy(file, elsewhere.resolve("baseline.json"));
    write(elsewhere, "another line\n\n  KEY=" + KEY + "\n");

    assertThat(remaining(elsewhere)).isEmpty();
  }

  @Test
  void anotherValueInItsPlaceIsFound() throws IOException {
    write(folder, "KEY=" + KEY + "\n");
    accept();
    write(folder, "KEY=" + OTHER + "\n");

    assertThat(remaining(folder))
        .singleElement()
        .satisfies(finding -> assertThat(finding.note()).isEqualTo(ScanFinding.Note.OTHER_VALUE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"KEY=%s\nKEY=%s\n", "KEY=%s\nSECOND=%s\n"})
  void anEntryAcceptsOneFinding(String text) throws IOException {
    write(folder, "KEY=" + KEY + "\n");
    accept();
    write(folder, text.formatted(KEY, KEY));

    assertThat(remaining(folder)).hasSize(1);
  }

  @Test
  void writingItAgainChangesNothingThatStays() throws IOException {
    write(folder, "KEY=" + KEY + "\n");
    String before = Files.readString(accept());

    assertThat(Files.readString(accept())).isEqualTo(before);
  }

  @Test
  void itTellsNoValueAndNothingOfAPassword() throws IOException {
    String password = MadeUp.text("{A-Za-z0-9*14}");
    write(folder, "KEY=" + KEY + "\nurl=postgres://app:" + password + "@db.internal/app\n");

    String baseline = Files.readString(accept());

    assertThat(baseline).contains("a.txt", "\"length\" : 108").doesNotContain(KEY, password);
    assertThat(baseline.split("\"rule\"")).hasSize(3);
    assertThat(baseline.split("\"check\"")).as("only the key has one").hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{\"version\": 2, \"findings\": []}", "{\"version\": 1}"})
  void whatIsNoBaselineIsAnError(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("baseline.json"), text);

    assertThatThrownBy(() -> Baseline.read(file))
        .isInstanceOf(ScanFailure.class)
        .hasMessageContaining("baseline.json");
  }

  private Path accept() throws ScanFailure {
    Path file = folder.resolve("baseline.json");
    Baseline baseline = Files.exists(file) ? Baseline.read(file) : Baseline.empty(file);
    baseline.write(file, scan(folder, baseline).findings());
    return file;
  }

  private static List<ScanFinding> remaining(Path folder) throws ScanFailure {
    Baseline baseline = Baseline.read(folder.resolve("baseline.json"));
    return scan(folder, baseline).without(baseline).findings();
  }

  private static ScanReport scan(Path folder, Baseline baseline) throws ScanFailure {
    PathSource source =
        new PathSource(
            new SystemHost(), folder, List.of(Path.of("a.txt")), PathSource.Ignored.SKIPPED);
    return Scans.scanner(baseline.salt()).scan(source, new ScanProgress());
  }

  private static void write(Path folder, String text) throws IOException {
    Files.writeString(folder.resolve("a.txt"), text);
  }
}
