package dev.keepmum.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepmum.event.JsonReader;
import dev.keepmum.event.JsonText;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.host.FixtureHost;
import dev.keepmum.rule.RuleBooks;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Calls that reach for the guard and calls that only look like it: {@code guard/calls.txt}, judged
 * in the world of {@code guard/fixture.json}.
 */
class GuardedCallsTest {

  private static final Path FOLDER = Path.of("src/test/resources/dev/keepmum/guard");

  /** The lines under each heading, with what the heading says of them. */
  static List<Arguments> calls() throws IOException {
    List<Arguments> calls = new ArrayList<>();
    String decision = "";
    String why = "";
    for (String line : Files.readAllLines(FOLDER.resolve("calls.txt"))) {
      if (line.startsWith("## ")) {
        int colon = line.indexOf(": ");
        decision = line.substring(3, colon);
        why = line.substring(colon + 2);
      } else if (!line.isBlank() && !line.startsWith("# ") && !line.equals("#")) {
        calls.add(Arguments.of(decision, line, why));
      }
    }
    return calls;
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("calls")
  void isDecidedAsItsHeadingSays(String decision, String call, String why) throws Exception {
    Verdict verdict = judge(call);

    assertThat(verdict.decision().word()).as(why + ": " + verdict.reason()).isEqualTo(decision);
  }

  private static Verdict judge(String call) throws Exception {
    if (!call.startsWith("@")) {
      return judge("Bash", "{\"command\":" + JsonText.quoted(call) + "}");
    }
    int blank = call.indexOf(' ');
    return judge(call.substring(1, blank), call.substring(blank + 1));
  }

  private static Verdict judge(String tool, String input) throws Exception {
    try (InputStream json = Files.newInputStream(FOLDER.resolve("fixture.json"))) {
      FixtureHost host = FixtureHost.read(json);
      return new Judge(RuleBooks.standard(), host)
          .judge(tool, (JsonObject) JsonReader.read(input), host.cwd());
    }
  }
}
