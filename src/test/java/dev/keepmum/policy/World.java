package dev.keepmum.policy;

import dev.keepmum.event.JsonReader;
import dev.keepmum.event.JsonText;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.host.FixtureHost;
import dev.keepmum.rule.RuleBooks;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The world the cases are judged in. */
final class World {

  private static final FixtureHost HOST = read();
  private static final Judge JUDGE = new Judge(RuleBooks.standard(), HOST);

  private World() {}

  /** The verdict on a shell command. */
  static Verdict judge(String command) throws Exception {
    return judge("Bash", "{\"command\":" + JsonText.quoted(command) + "}");
  }

  /** The verdict on a call of a tool with a JSON object as its input. */
  static Verdict judge(String tool, String input) throws Exception {
    return JUDGE.judge(tool, (JsonObject) JsonReader.read(input), HOST.cwd());
  }

  /** The verdict on a prompt. */
  static Verdict judgePrompt(String prompt) {
    return JUDGE.judgePrompt(prompt, HOST.cwd());
  }

  private static FixtureHost read() {
    try (InputStream json = World.class.getResourceAsStream("/dev/keepmum/cases/fixture.json")) {
      return FixtureHost.read(json);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
