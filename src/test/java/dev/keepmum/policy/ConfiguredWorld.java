package dev.keepmum.policy;

import dev.keepmum.event.JsonReader;
import dev.keepmum.event.JsonText;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.event.MalformedJson;
import dev.keepmum.host.FixtureHost;
import dev.keepmum.rule.RuleBooks;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A machine with a project of a few secrets, and the configuration that a test gives it. */
final class ConfiguredWorld {
  static final String MANAGED = "/etc/keepmum/config.json";
  static final String USER = "/home/dev/.config/keepmum/config.json";
  static final String PROJECT = "/home/dev/app/.keepmum.json";
  static final String TRUST = "/home/dev/.local/state/keepmum/trust.json";
  static final String FOLDER = "/home/dev/app";

  private final Map<String, String> files = new LinkedHashMap<>();
  private final Map<String, String> environment = new LinkedHashMap<>();
  private String home = "/home/dev";
  private String folder = FOLDER;

  ConfiguredWorld() {
    for (String name : new String[] {".env", ".env.production", "sub/.env"}) {
      files.put(FOLDER + "/" + name, "ACME_TOKEN=canary-7f3a\n");
    }
    files.put("/home/dev/other/.env", "ACME_TOKEN=canary-8b2c\n");
    environment.put("ACME_TOKEN", "canary-7f3a");
  }

  /** With a file; quotes may be written as apostrophes. An empty text is no file. */
  ConfiguredWorld with(String path, String text) {
    if (!text.isEmpty()) {
      files.put(path, text.replace('\'', '"'));
    }
    return this;
  }

  ConfiguredWorld withVariable(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** Where programs look for the user's files; the account's home stays. */
  ConfiguredWorld withHome(String path) {
    home = path;
    return this;
  }

  /** Calls are made in another folder. */
  ConfiguredWorld in(String path) {
    folder = path;
    return this;
  }

  /** The project's configuration is trusted as it is now. */
  ConfiguredWorld trusting() {
    byte[] content = files.get(PROJECT).getBytes(StandardCharsets.UTF_8);
    files.put(TRUST, TrustedFiles.in("").with(PROJECT, content).text());
    return this;
  }

  Decision judge(String command) {
    return verdict("Bash", "{\"command\":" + JsonText.quoted(command) + "}").decision();
  }

  Verdict verdict(String tool, String input) {
    try {
      return judge().judge(tool, (JsonObject) JsonReader.read(input), folder);
    } catch (MalformedJson e) {
      throw new IllegalArgumentException(input, e);
    }
  }

  Judge judge() {
    return new Judge(RuleBooks.standard(), host());
  }

  Configuration configuration() throws ConfigurationMistake {
    return Configuration.read(host(), RuleBooks.standard(), folder);
  }

  FixtureHost host() {
    StringBuilder json = new StringBuilder("{\"home\":").append(JsonText.quoted(home));
    json.append(",\"account\":\"/home/dev\",\"cwd\":").append(JsonText.quoted(folder));
    json.append(",\"env\":").append(object(environment));
    json.append(",\"files\":").append(object(files)).append('}');
    try {
      return FixtureHost.read(
          new ByteArrayInputStream(json.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String object(Map<String, String> members) {
    StringBuilder json = new StringBuilder("{");
    for (Map.Entry<String, String> member : members.entrySet()) {
      json.append(json.length() > 1 ? "," : "").append(JsonText.quoted(member.getKey()));
      json.append(':').append(JsonText.quoted(member.getValue()));
    }
    return json.append('}').toString();
  }
}
