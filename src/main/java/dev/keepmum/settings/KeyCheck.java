package dev.keepmum.settings;

import dev.keepmum.event.JsonValue;
import dev.keepmum.event.JsonValue.JsonArray;
import dev.keepmum.event.JsonValue.JsonMember;
import dev.keepmum.event.JsonValue.JsonNumber;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.event.Position;
import dev.keepmum.settings.KeyTable.Effect;
import dev.keepmum.settings.KeyTable.Key;
import java.util.Optional;

/**
 * Known keys with a value of the wrong type, or with none of its words. Observed with Claude Code
 * 2.1.330: one of them makes the client skip the whole file, guard and all, and with {@code -p} it
 * says so nowhere; of some keys it ignores the value alone.
 */
final class KeyCheck implements SettingsCheck {
  private static final String SKIPPED = "; Claude Code skips the whole file";
  private static final String DROPPED = "; Claude Code leaves this hook out";
  private static final String IGNORED = "; Claude Code ignores it";

  @Override
  public void inspect(SettingsDocument settings, Report report) {
    for (JsonMember member : settings.root().members().values()) {
      if (KeyTable.isTopKey(member.name())) {
        Key key = KeyTable.top(member.name());
        if (key.effect() == Effect.MANAGED_ONLY && settings.scope() != Scope.MANAGED) {
          report.warning(
              "settings/managed-only",
              member.position(),
              member.name() + " is only read from managed settings" + IGNORED,
              member.name());
        } else {
          new Walk(report, Consequence.TABLED).inspect(key, member, member.name());
        }
      }
    }
  }

  /** Reports what is wrong with a hook's entry, whose event decides what becomes of it. */
  static void inspectHook(JsonMember entry, Consequence consequence, Report report) {
    new Walk(report, consequence).inspect(KeyTable.hook(), entry, entry.name());
  }

  /** Reports what is wrong with a server's entry, which is left out for it. */
  static void inspectServer(JsonMember server, Report report) {
    new Walk(report, Consequence.SERVER_DROPPED)
        .inspect(KeyTable.server(), server, "mcpServers." + server.name());
  }

  /** What becomes of a value of the wrong type. */
  enum Consequence {
    /** What the table says. */
    TABLED,
    FILE_SKIPPED,
    ENTRY_DROPPED,
    GUARD_DROPPED,
    SERVER_DROPPED
  }

  /** One way through the values of a file. */
  private static final class Walk {
    private final Report report;
    private final Consequence consequence;

    Walk(Report report, Consequence consequence) {
      this.report = report;
      this.consequence = consequence;
    }

    void inspect(Key key, JsonMember member, String path) {
      JsonValue value = member.value();
      String fault = fault(key, value);
      if (!fault.isEmpty()) {
        wrong(key, member.position(), path + fault, path);
      } else if (value instanceof JsonObject object) {
        members(key, object, path);
      } else if (value instanceof JsonArray array) {
        for (int i = 0; i < array.elements().size(); i++) {
          JsonValue element = array.elements().get(i);
          String place = path + '[' + i + ']';
          inspect(key.element(), new JsonMember(place, element.position(), element), place);
        }
      }
    }

    private void members(Key key, JsonObject object, String path) {
      memberTypes(key, object, path);
      required(key, object, path);
      for (String name : key.discriminators()) {
        Key variant = key.variant(name, object.text(name).orElse(""));
        memberTypes(variant, object, path);
        required(variant, object, path);
      }
    }

    private void memberTypes(Key key, JsonObject object, String path) {
      for (JsonMember member : object.members().values()) {
        inspect(key.member(member.name()), member, path + '.' + member.name());
      }
    }

    private void required(Key key, JsonObject object, String path) {
      for (String name : key.members().keySet()) {
        Key member = key.members().get(name);
        if (member.isRequired() && object.get(name).isEmpty()) {
          wrong(member, object.position(), path + " needs \"" + name + '"', path + '.' + name);
        }
      }
    }

    private void wrong(Key key, Position at, String message, String subject) {
      switch (consequence) {
        case GUARD_DROPPED -> report.error("guard/dropped", at, message + DROPPED, subject);
        case ENTRY_DROPPED -> report.warning("hooks/dropped", at, message + DROPPED, subject);
        case SERVER_DROPPED ->
            report.warning(
                "mcp/dropped", at, message + "; Claude Code leaves this server out", subject);
        case FILE_SKIPPED -> report.error("settings/type", at, message + SKIPPED, subject);
        case TABLED -> {
          if (key.effect() == Effect.FILE_SKIPPED) {
            report.error("settings/type", at, message + SKIPPED, subject);
          } else {
            report.warning("settings/ignored", at, message + IGNORED, subject);
          }
        }
      }
    }
  }

  /** What is wrong with a value, as the end of a sentence; empty if nothing is. */
  private static String fault(Key key, JsonValue value) {
    String type = key.type();
    if (type.startsWith("=")) {
      String word = value.text().orElse(",");
      return isOneOf(word, type) ? "" : " must be one of " + type.substring(1).replace(",", ", ");
    }
    String found = JsonType.of(value);
    if (type.equals("any") || isAmong(found, type)) {
      return value instanceof JsonNumber number && !admits(key, number)
          ? " is outside of what is allowed"
          : "";
    }
    if (type.equals("integer") && value instanceof JsonNumber number) {
      if (!isWhole(number)) {
        return " must be a whole number";
      }
      return admits(key, number) ? "" : " is outside of what is allowed";
    }
    if (type.equals("text") && found.equals("string")) {
      return value.text().orElse("").isEmpty() ? " must not be empty" : "";
    }
    if (type.equals("url") && found.equals("string")) {
      return isUrl(value.text().orElse("")) ? "" : " must be a URL";
    }
    return " must be " + spoken(type) + ", not " + JsonType.spoken(found);
  }

  private static boolean isOneOf(String word, String words) {
    int at = words.indexOf(word);
    while (at > 0) {
      int end = at + word.length();
      boolean starts = words.charAt(at - 1) == '=' || words.charAt(at - 1) == ',';
      if (starts && (end == words.length() || words.charAt(end) == ',')) {
        return !word.isEmpty();
      }
      at = words.indexOf(word, at + 1);
    }
    return false;
  }

  private static boolean isAmong(String found, String types) {
    return ('|' + types + '|').contains('|' + found + '|');
  }

  private static String spoken(String types) {
    StringBuilder spoken = new StringBuilder();
    int start = 0;
    for (int bar = types.indexOf('|'); bar >= 0; bar = types.indexOf('|', start)) {
      spoken.append(JsonType.spoken(types.substring(start, bar))).append(" or ");
      start = bar + 1;
    }
    return spoken.append(JsonType.spoken(types.substring(start))).toString();
  }

  private static boolean admits(Key key, JsonNumber number) {
    Optional<Double> value = value(number);
    return value.isPresent() && key.admits(value.get());
  }

  private static boolean isWhole(JsonNumber number) {
    Optional<Double> value = value(number);
    return value.isPresent() && value.get() == Math.rint(value.get());
  }

  private static Optional<Double> value(JsonNumber number) {
    try {
      return Optional.of(Double.parseDouble(number.digits()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** As JavaScript's URL takes one: a scheme and something behind it. */
  private static boolean isUrl(String text) {
    int colon = text.indexOf(':');
    if (colon < 1 || colon + 1 == text.length() || !Character.isLetter(text.charAt(0))) {
      return false;
    }
    for (int i = 1; i < colon; i++) {
      char c = text.charAt(i);
      if (!Character.isLetterOrDigit(c) && "+-.".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }
}
