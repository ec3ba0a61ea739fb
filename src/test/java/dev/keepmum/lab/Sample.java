package dev.keepmum.lab;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A command to try.
 *
 * @param kind the group of its row, or the kind of rewrite
 * @param origin the command of the row
 * @param intended what its row is listed as; a rewrite may turn out otherwise
 */
record Sample(String kind, String origin, String command, Truth intended) {

  /** The kinds of rewrites that are used. */
  private static final String ONLY = System.getProperty("keepmum.lab.only", ".*");

  /** The rows as they stand. */
  static List<Sample> rows() {
    List<Sample> samples = new ArrayList<>();
    for (Row row : Row.read("leaking.txt")) {
      samples.add(new Sample(row.group(), row.command(), row.command(), Truth.LEAK));
    }
    for (Row row : Row.read("harmless.txt")) {
      samples.add(new Sample(row.group(), row.command(), row.command(), Truth.HARMLESS));
    }
    return samples;
  }

  /**
   * Rows written differently, every rewrite on as many of them, drawn from a seed.
   *
   * @param rounds how often every rewrite is used
   */
  static List<Sample> rewritten(int rounds, long seed) {
    Random random = new Random(seed);
    List<Sample> rows = rows();
    Set<Sample> samples = new LinkedHashSet<>();
    for (int round = 0; round < rounds; round++) {
      for (Rewrite rewrite : Rewrite.all()) {
        if (rewrite.kind().matches(ONLY)) {
          rewrite(rewrite, rows, random, samples);
        }
      }
    }
    return new ArrayList<>(samples);
  }

  private static void rewrite(
      Rewrite rewrite, List<Sample> rows, Random random, Set<Sample> samples) {
    List<Sample> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, random);
    for (Sample row : shuffled) {
      var command = rewrite.of(row.command, random);
      if (command.isPresent()) {
        samples.add(new Sample(rewrite.kind(), row.command, command.get(), row.intended));
        return;
      }
    }
  }

  /**
   * Every program of /usr/bin with the dotenv file as its only operand, but those that are left out
   * for the reasons in {@code programs-left-out.txt}.
   */
  static List<Sample> programs() throws IOException {
    List<Row> leftOut = Row.read("programs-left-out.txt");
    List<Sample> samples = new ArrayList<>();
    try (DirectoryStream<Path> programs = Files.newDirectoryStream(Path.of("/usr/bin"))) {
      for (Path program : programs) {
        String name = program.getFileName().toString();
        boolean isLeftOut = leftOut.stream().anyMatch(row -> name.matches(row.command()));
        if (!isLeftOut && Files.isExecutable(program)) {
          String command = "timeout 2 " + program + " .env < /dev/null";
          samples.add(new Sample("program", command, command, Truth.OPEN));
        }
      }
    }
    samples.sort(Comparator.comparing(Sample::command));
    return samples;
  }

  /** So many of the samples, drawn from a seed. */
  static List<Sample> some(List<Sample> samples, int count, long seed) {
    List<Sample> shuffled = new ArrayList<>(samples);
    Collections.shuffle(shuffled, new Random(seed));
    return shuffled.subList(0, Math.min(count, shuffled.size()));
  }
}
