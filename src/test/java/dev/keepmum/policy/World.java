package dev.keepmum.policy;

import dev.keepmum.event.JsonReader;
import dev.keepmum.event.JsonText;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.host.FixtureHost;
import dev.keepmum.rule.RuleBooks;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A world that cases are judged in. */
final class World {
  private static final String CASES = "/dev/keepmum/cases/";

  /** A project with secrets in every place, as attackers would like it. */
  static final World CANARIES = new World(CASES + "fixture.json");

  /** A project of an ordinary day, whose secrets git ignores. */
  static final World PROJECT = new World(CASES + "project/fixture.json");

  /** Projects of every kind in one folder, with the files an agent works in all day. */
  static final World SESSIONS = new World(CASES + "sessions/fixture.json");

  private final FixtureHost host;
  private final Judge judge;

  private World(String fixture) {
    try (InputStream json = World.class.getResourceAsStream(fixture)) {
      host = FixtureHost.read(json);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    judge = new Judge(RuleBooks.standard(), host);
  }

  /** The verdict on a shell command among canaries. */
  static Verdict judge(String command) throws Exception {
    return judge("Bash", "{\"command\":" + JsonText.quoted(command) + "}");
  }

  /** The verdict on a call of a tool, with a JSON object as its input, among canaries. */
  static Verdict judge(String tool, String input) throws Exception {
    return CANARIES.verdict(tool, input);
  }

  /** The verdict on a prompt among canaries. */
  static Verdict judgePrompt(String prompt) {
    return CANARIES.judge.judgePrompt(prompt, CANARIES.host.cwd());
  }

  /** The verdict on a call of a tool with a JSON object as its input. */
  Verdict verdict(String tool, String input) throws Exception {
    return judge.judge(tool, (JsonObject) JsonReader.read(input), host.cwd());
  }
}
