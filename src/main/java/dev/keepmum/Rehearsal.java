package dev.keepmum;

import dev.keepmum.event.JsonReader;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.event.MalformedJson;
import dev.keepmum.host.SystemHost;
import dev.keepmum.policy.Judge;
import dev.keepmum.rule.RuleBooks;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Answers a few made-up events, so that a JVM sees what answering takes: the launcher has its
 * archive of loaded classes made from this. What is missing here is loaded slowly on every call.
 */
final class Rehearsal {
  private static final String[] HOOK = {"hook"};
  private static final String CALL =
      "{\"command\":\"cat .env | head -n1; cat .env; cat a.b; ab read x; echo abcd_ghijklm\"}";
  private static final String CONFIGURATION =
      """
      {
        "mode": "ask",
        "rules": {
          "layer3/dotenv": "deny",
          "a/file": {"about": "x", "paths": ["**/a.{b,c}", "**/*b/*c.d"]},
          "a/variable": {"about": "x", "variables": ["AB_*"]},
          "a/token": {
            "about": "x", "keywords": ["abcd_"], "pattern": "abcd_[a-z]+(?:[0-9]{4})?",
            "alphabet": "a-z_", "minLength": 8, "entropy": 1
          },
          "a/command": {"about": "x", "programs": ["ab"], "prints": ["read <x>"]},
          "a/url": {"about": "x", "urls": ["a.example/secret/*"]}
        },
        "hosts": {"a.example": ["A"]},
        "log": true,
        "deadlineMs": 2000,
        "allow": [
          {
            "rule": "layer3/dotenv", "command": "cat .env", "resource": "~/.env",
            "reason": "r", "until": "2999-12-31"
          }
        ]
      }
      """;

  private Rehearsal() {}

  public static void main(String[] arguments) throws IOException {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    try (InputStream events = Rehearsal.class.getResourceAsStream("rehearsal.jsonl");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(events, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        byte[] event = line.getBytes(StandardCharsets.UTF_8);
        Main.run(HOOK, new ByteArrayInputStream(event), nowhere, nowhere);
      }
    }
    judgeConfigured();
    Main.run(HOOK, System.in, System.out, System.err);
  }

  /** Few have a configuration, but their calls wait for it as well. */
  private static void judgeConfigured() throws IOException {
    Path home = Files.createTempDirectory("keepmum-rehearsal");
    Path file = home.resolve(".config/keepmum/config.json");
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, CONFIGURATION);
      Judge judge = new Judge(RuleBooks.standard(), new SystemHost(Map.of(), home.toString()));
      judge.judge("Bash", (JsonObject) JsonReader.read(CALL), home.toString());
    } catch (MalformedJson e) {
      throw new IOException(e);
    } finally {
      for (Path path = file; !path.equals(home.getParent()); path = path.getParent()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
