package dev.keepmum.settings;

import dev.keepmum.event.JsonText;
import dev.keepmum.event.JsonValue;
import dev.keepmum.event.JsonValue.JsonMember;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.event.Position;

/**
 * One hook: what the client runs on an event.
 *
 * @param group what it stands in, with the matcher
 */
record HookEntry(String event, JsonObject group, JsonObject entry) {

  String type() {
    return entry.text("type").orElse("");
  }

  /** The tools it runs for; empty for all. */
  String matcher() {
    return group.text("matcher").orElse("");
  }

  /** Where the matcher stands, or the group if it lacks one. */
  Position placeOfMatcher() {
    JsonMember matcher = group.members().get("matcher");
    return matcher == null ? group.position() : matcher.position();
  }

  /** What is started, with its arguments; empty for a hook that starts nothing. */
  String commandLine() {
    StringBuilder line = new StringBuilder(entry.text("command").orElse(""));
    for (JsonValue argument : entry.elements("args")) {
      line.append(' ').append(argument.text().orElse(""));
    }
    return line.toString();
  }

  /** Whether the client starts it without a shell, which the environment could put a prefix to. */
  boolean isExecForm() {
    return entry.get("args").isPresent();
  }

  /** Whether it says that it runs keepmum; whether that is so, the file does not tell. */
  boolean isGuard() {
    if (!type().equals("command")) {
      return false;
    }
    for (String word : CommandText.words(commandLine())) {
      if (CommandText.program(word).startsWith("keepmum")) {
        return true;
      }
    }
    return false;
  }

  /** Where a member stands, or the entry if it lacks it. */
  Position placeOf(String name) {
    JsonMember member = entry.members().get(name);
    return member == null ? entry.position() : member.position();
  }

  /** A member as it is written; empty if the entry lacks it. */
  String textOf(String name) {
    JsonMember member = entry.members().get(name);
    return member == null ? "" : JsonText.of(member.value());
  }

  /** The same text for the same hook, wherever it stands. */
  String identity() {
    return event + ' ' + matcher() + ' ' + JsonText.of(entry);
  }
}
