package dev.keepmum.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * Compares judgements with what commands really do. Commands are run by bash among canaries; where
 * the canary shows, the command leaks, whatever it looks like.
 *
 * <p>Every build tries a few hundred of them. All rows, every rewrite several times, and every
 * installed program are tried by
 *
 * <pre>mvn -o test -Dtest=CanaryLaboratoryTest -Dkeepmum.lab=long</pre>
 *
 * <p>which takes some minutes. {@code -Dkeepmum.lab.seed=N} draws other rewrites, {@code
 * -Dkeepmum.lab.only=REGEX} takes those of some kinds only. The reports are in {@code target/lab}.
 * Leaks that are known to pass stand in {@code known-limits.txt}, each with its reason.
 */
@EnabledOnOs(OS.LINUX)
class CanaryLaboratoryTest {
  private static final long SEED = Long.getLong("keepmum.lab.seed", 20260101);

  /** How often every rewrite is used in a long run. */
  private static final int ROUNDS = Integer.getInteger("keepmum.lab.rounds", 6);

  private static final int MIN_COMMANDS = 2_000;

  /** The share of leaks that may pass beside the known limits. */
  private static final double MAX_MISS_PERCENT = 0;

  /** The share of harmless commands that may be stopped. */
  private static final double MAX_FALSE_ALARM_PERCENT = 1;

  @Test
  void aSampleOfCommandsIsJudgedByWhatItDoes() throws Exception {
    List<Sample> samples = new ArrayList<>(Sample.some(Sample.rows(), 150, SEED));
    samples.addAll(Sample.some(Sample.rewritten(1, SEED), 150, SEED));

    check("short", samples);
  }

  @Test
  void aLongRunTriesThousandsOfCommands() {
    Set<String> commands = new HashSet<>();
    for (Sample sample : Sample.rows()) {
      commands.add(sample.command());
    }
    for (Sample sample : Sample.rewritten(ROUNDS, SEED)) {
      commands.add(sample.command());
    }
    System.out.println("canary laboratory, long: " + commands.size() + " different commands");

    assertThat(commands).hasSizeGreaterThanOrEqualTo(MIN_COMMANDS);
  }

  @Test
  @EnabledIfSystemProperty(named = "keepmum.lab", matches = "long")
  void everyRowIsWhatItIsListedAs() throws Exception {
    List<Trial> trials = Experiment.of(Sample.rows());

    List<String> wrong = new ArrayList<>();
    for (Trial trial : trials) {
      boolean lacksProgram = trial.output().contains(": command not found");
      if (trial.truth() != trial.intended() && !lacksProgram) {
        wrong.add(
            trial.truth()
                + " "
                + trial.command()
                + "\n    "
                + trial.output().replace("\n", "\n    "));
      }
    }
    write("rows-listed-wrongly", String.join("\n", wrong));
    check("rows", trials, new Tally(trials));
    assertThat(wrong).isEmpty();
  }

  @Test
  @EnabledIfSystemProperty(named = "keepmum.lab", matches = "long")
  void rewrittenCommandsAreJudgedByWhatTheyDo() throws Exception {
    check("rewrites", Sample.rewritten(ROUNDS, SEED));
  }

  /**
   * A program nobody knows may be asked about, so this holds no false alarms against anybody; only
   * the rates are reported.
   */
  @Test
  @EnabledIfSystemProperty(named = "keepmum.lab", matches = "long")
  void noInstalledProgramShowsAFileUnnoticed() throws Exception {
    assumeThat(Isolation.best()).isEqualTo(Isolation.NAMESPACES);
    check("programs", Sample.programs());
  }

  private static void check(String name, List<Sample> samples) throws Exception {
    List<Trial> trials = Experiment.of(samples);
    check(name, trials, new Tally(trials));
  }

  private static void check(String name, List<Trial> trials, Tally tally) throws IOException {
    write(name, tally.report());
    System.out.println(
        "canary laboratory, " + name + ": " + tally.report().lines().findFirst().get());

    assertThat(tally.leaks()).as("commands that leak").isPositive();
    assertThat(tally.harmless()).as("commands that do not").isPositive();
    assertThat(percent(tally.misses(), tally.leaks()))
        .as("percentage of leaks that pass")
        .isLessThanOrEqualTo(MAX_MISS_PERCENT);
    assertThat(percent(tally.falseAlarms(), tally.harmless()))
        .as("percentage of harmless commands that are stopped")
        .isLessThanOrEqualTo(MAX_FALSE_ALARM_PERCENT);
  }

  private static double percent(List<Trial> trials, int all) {
    return trials.size() * 100.0 / Math.max(1, all);
  }

  private static void write(String name, String report) throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "lab"));
    Files.writeString(folder.resolve(name + ".txt"), report);
  }
}
