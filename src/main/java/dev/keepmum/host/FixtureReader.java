package dev.keepmum.host;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the description of a {@link FixtureHost}. */
final class FixtureReader {
  private final JsonParser parser;
  private final Map<String, String> environment = new LinkedHashMap<>();
  private final Map<String, String> files = new LinkedHashMap<>();
  private final Map<String, String> links = new LinkedHashMap<>();
  private String home = "";
  private String account = "";
  private String cwd = "";

  private FixtureReader(JsonParser parser) {
    this.parser = parser;
  }

  static FixtureHost read(InputStream json) throws IOException {
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      return new FixtureReader(parser).host();
    }
  }

  private FixtureHost host() throws IOException {
    parser.nextToken();
    require(JsonToken.START_OBJECT, "an object");
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      readMember(parser.currentName());
    }
    FixtureHost host = new FixtureHost(home, account.isEmpty() ? home : account, cwd, environment);
    for (Map.Entry<String, String> file : files.entrySet()) {
      if (file.getKey().endsWith("/")) {
        host.addFolder(file.getKey());
      } else {
        host.addFile(file.getKey(), file.getValue());
      }
    }
    for (Map.Entry<String, String> link : links.entrySet()) {
      host.addLink(link.getKey(), link.getValue());
    }
    return host;
  }

  private void readMember(String name) throws IOException {
    parser.nextToken();
    switch (name) {
      case "home" -> home = absolute(text());
      case "account" -> account = absolute(text());
      case "cwd" -> cwd = absolute(text());
      case "env" -> readEnvironment();
      case "files" -> readFiles();
      default -> parser.skipChildren();
    }
  }

  private void readEnvironment() throws IOException {
    require(JsonToken.START_OBJECT, "an object of names and values");
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      environment.put(name, text());
    }
  }

  private void readFiles() throws IOException {
    require(JsonToken.START_OBJECT, "an object of paths and contents");
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String path = absolute(parser.currentName());
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        readLink(path);
      } else {
        files.put(path, text());
      }
    }
  }

  private void readLink(String path) throws IOException {
    parser.nextToken();
    if (!"link".equals(parser.currentName())) {
      throw wrong("{\"link\": \"target\"}");
    }
    parser.nextToken();
    links.put(path, text());
    parser.nextToken();
    require(JsonToken.END_OBJECT, "nothing but the link's target");
  }

  private String text() throws IOException {
    require(JsonToken.VALUE_STRING, "a string");
    return parser.getText();
  }

  private String absolute(String path) throws IOException {
    if (!path.startsWith("/")) {
      throw wrong("an absolute path");
    }
    return path;
  }

  private void require(JsonToken token, String expected) throws IOException {
    if (parser.currentToken() != token) {
      throw wrong(expected);
    }
  }

  private IOException wrong(String expected) {
    JsonLocation at = parser.currentTokenLocation();
    return new IOException(
        "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": expected " + expected);
  }
}
