package dev.keepmum.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The real bash, asked about many scripts by one process. */
final class Bash {
  /**
   * Says for each script whether bash takes it; a mistake in {@code [[ ]]} ends with 0, but says
   * so.
   */
  private static final String CHECK =
      "for ((i = 0; i < $1; i++)); do said=$(bash -n $i 2>&1); status=$?;"
          + " while read -r line; do [[ $line == *warning:* || -z $line ]] || status=1;"
          + " done <<<\"$said\"; echo $status; done";

  private static final String RUN =
      "for ((i = 0; i < $1; i++)); do bash -c \"$(<$i)\" 2>/dev/null </dev/null | wc -l; done";

  private Bash() {}

  /** Whether each of the scripts parses. */
  static List<Boolean> accepts(List<String> scripts, Path directory) throws Exception {
    return ask(CHECK, scripts, directory).stream().map("0"::equals).toList();
  }

  /** How many lines each of the scripts prints. */
  static List<Integer> printedLines(List<String> scripts, Path directory) throws Exception {
    return ask(RUN, scripts, directory).stream().map(line -> Integer.valueOf(line.trim())).toList();
  }

  private static List<String> ask(String driver, List<String> scripts, Path directory)
      throws IOException, InterruptedException {
    for (int i = 0; i < scripts.size(); i++) {
      Files.writeString(directory.resolve(String.valueOf(i)), scripts.get(i));
    }
    Process bash =
        new ProcessBuilder("bash", "-c", driver, "bash", String.valueOf(scripts.size()))
            .directory(directory.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<String> answers = new ArrayList<>();
    new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
        .lines()
        .forEach(answers::add);
    bash.waitFor();
    if (answers.size() != scripts.size()) {
      throw new IllegalStateException("bash answered " + answers.size() + " times");
    }
    return answers;
  }
}
