package dev.keepmum.settings;

import dev.keepmum.event.JsonReader;
import dev.keepmum.event.JsonText;
import dev.keepmum.event.JsonValue;
import dev.keepmum.event.JsonValue.JsonArray;
import dev.keepmum.event.JsonValue.JsonMember;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.event.MalformedJson;
import dev.keepmum.event.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The entries by which a settings file has the client start keepmum. Each part of them was observed
 * with Claude Code 2.1.330: without {@code onFailure} a hook that cannot start lets the call run,
 * without {@code args} a repository can put a program before it, with another matcher some tools
 * pass by.
 */
public final class Registration {
  /** The events keepmum answers to. */
  public static final List<String> EVENTS =
      List.of(
          "PreToolUse", "PostToolUse", "PostToolUseFailure", "UserPromptSubmit", "ConfigChange");

  /** Seconds the client waits; keepmum gives an answer of its own long before. */
  private static final int TIMEOUT = 20;

  private static final String EMPTY = "{}\n";

  private Registration() {}

  /**
   * Why a file cannot be changed: it is no JSON, or what should hold the hooks is something else.
   *
   * @return what is wrong and where; empty for a file that can be changed
   */
  public static Optional<String> fault(String text) {
    SettingsDocument document = SettingsDocument.read(text, Scope.COMMAND_LINE);
    if (document.fault().isPresent()) {
      return Optional.of(at(document.fault().get().position(), document.fault().get().message()));
    }
    Optional<JsonValue> hooks = document.root().get("hooks");
    if (hooks.isPresent() && !(hooks.get() instanceof JsonObject)) {
      return Optional.of(at(hooks.get().position(), "\"hooks\" is not an object"));
    }
    for (String event : EVENTS) {
      Optional<JsonValue> groups = document.root().object("hooks").get(event);
      if (groups.isPresent() && !(groups.get() instanceof JsonArray)) {
        return Optional.of(at(groups.get().position(), '"' + event + "\" is not a list"));
      }
    }
    return Optional.empty();
  }

  private static String at(Position place, String message) {
    return "line " + place.line() + ", column " + place.column() + ": " + message;
  }

  /**
   * The text with keepmum registered. Entries of another place or another form are replaced, an
   * entry's own arguments kept; a text that is as it should be comes back as it is.
   *
   * @param text without a fault; blank where there is no file
   * @param program absolute path of the launcher, or of the native program
   */
  public static String added(String text, String program) {
    String changed = text.isBlank() ? EMPTY : text;
    for (String event : EVENTS) {
      changed = withEvent(changed, event, program);
    }
    return changed.equals(EMPTY) ? text : changed;
  }

  private static String withEvent(String text, String event, String program) {
    SettingsDocument document = read(text);
    JsonValue entry = entry(event, program, argumentsOf(document, event));
    if (isRegistered(document, event, entry)) {
      return text;
    }
    return withGroup(withoutEvent(text, event, EmptyParts.KEPT), event, entry);
  }

  /** The arguments of the entry that stands there: {@code hook}, and what a person has added. */
  private static List<String> argumentsOf(SettingsDocument document, String event) {
    for (HookEntry guard : document.guards()) {
      if (guard.event().equals(event)) {
        List<String> arguments = new ArrayList<>();
        for (JsonValue argument : guard.entry().elements("args")) {
          arguments.add(argument.text().orElse(""));
        }
        if (arguments.contains("hook")) {
          return arguments;
        }
      }
    }
    return List.of("hook");
  }

  private static boolean isRegistered(SettingsDocument document, String event, JsonValue entry) {
    int count = 0;
    boolean asItShouldBe = false;
    for (HookEntry guard : document.guards()) {
      if (guard.event().equals(event)) {
        count++;
        asItShouldBe =
            JsonText.of(guard.entry()).equals(JsonText.of(entry))
                && new Matcher(guard.matcher()).isAll();
      }
    }
    return count == 1 && asItShouldBe;
  }

  private static JsonValue entry(String event, String program, List<String> arguments) {
    StringBuilder json = new StringBuilder("{\"type\":\"command\",\"command\":");
    json.append(JsonText.quoted(program)).append(",\"args\":[");
    for (int i = 0; i < arguments.size(); i++) {
      json.append(i == 0 ? "" : ",").append(JsonText.quoted(arguments.get(i)));
    }
    json.append("],\"timeout\":").append(TIMEOUT);
    boolean decides = !event.startsWith("PostToolUse");
    json.append(decides ? ",\"onFailure\":\"block\"}" : "}");
    return parsed(json.toString());
  }

  private static String withGroup(String text, String event, JsonValue entry) {
    boolean isAboutTools = event.contains("ToolUse");
    String group =
        (isAboutTools ? "{\"matcher\":\"*\",\"hooks\":[" : "{\"hooks\":[")
            + JsonText.of(entry)
            + "]}";
    JsonObject root = read(text).root();
    JsonEdit edit = new JsonEdit(new SourceText(text));
    return edit.apply(List.of(addition(root, event, group, edit)));
  }

  private static JsonEdit.Replacement addition(
      JsonObject root, String event, String group, JsonEdit edit) {
    if (root.get("hooks").isEmpty()) {
      String hooks = "{" + JsonText.quoted(event) + ":[" + group + "]}";
      return edit.addMember(root, "hooks", edit.layout(parsed(hooks)));
    }
    JsonObject hooks = root.object("hooks");
    return hooks.get(event).orElse(null) instanceof JsonArray groups
        ? edit.addElement(groups, edit.layout(parsed(group)))
        : edit.addMember(hooks, event, edit.layout(parsed("[" + group + "]")));
  }

  /** Text that was put together here, which is JSON. */
  private static JsonValue parsed(String json) {
    try {
      return JsonReader.read(json);
    } catch (MalformedJson e) {
      throw new IllegalStateException(e);
    }
  }

  /** The program that an entry of keepmum in a text starts; empty without one. */
  public static Optional<String> program(String text) {
    for (HookEntry guard : read(text).guards()) {
      if (guard.entry().text("command").isPresent()) {
        return guard.entry().text("command");
      }
    }
    return Optional.empty();
  }

  /** What becomes of lists and objects that are empty once an entry is gone. */
  private enum EmptyParts {
    KEPT,
    REMOVED
  }

  /**
   * The text without any entry of keepmum, and without the lists and objects that held nothing
   * else. Deny rules stay: whose they are, the file does not tell.
   */
  public static String removed(String text) {
    if (text.isBlank()) {
      return text;
    }
    String changed = text;
    for (HookEntry guard : read(text).guards()) {
      changed = withoutEvent(changed, guard.event(), EmptyParts.REMOVED);
    }
    return changed;
  }

  private static String withoutEvent(String text, String event, EmptyParts empty) {
    String changed = text;
    boolean found = true;
    while (found) {
      String without = withoutOne(changed, event, empty);
      found = !without.equals(changed);
      changed = without;
    }
    return changed;
  }

  private static String withoutOne(String text, String event, EmptyParts empty) {
    JsonObject root = read(text).root();
    Optional<Place> place = place(root, event);
    return place.isEmpty() ? text : without(text, root, place.get(), empty);
  }

  /** Where an entry stands: in a group's list, the group in the event's list. */
  private record Place(
      JsonMember event, JsonArray groups, JsonObject group, JsonArray entries, JsonObject entry) {}

  private static Optional<Place> place(JsonObject root, String event) {
    JsonMember member = root.object("hooks").members().get(event);
    if (member == null || !(member.value() instanceof JsonArray groups)) {
      return Optional.empty();
    }
    for (JsonValue value : groups.elements()) {
      if (value instanceof JsonObject group
          && group.get("hooks").orElse(null) instanceof JsonArray entries) {
        for (JsonValue entry : entries.elements()) {
          if (entry instanceof JsonObject hook && new HookEntry(event, group, hook).isGuard()) {
            return Optional.of(new Place(member, groups, group, entries, hook));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static String without(String text, JsonObject root, Place place, EmptyParts empty) {
    JsonEdit edit = new JsonEdit(new SourceText(text));
    return edit.apply(List.of(removal(root, place, empty, edit)));
  }

  private static JsonEdit.Replacement removal(
      JsonObject root, Place place, EmptyParts empty, JsonEdit edit) {
    if (place.entries().elements().size() > 1) {
      return edit.removeElement(place.entry());
    }
    if (place.groups().elements().size() > 1 || empty == EmptyParts.KEPT) {
      return edit.removeElement(place.group());
    }
    return root.object("hooks").members().size() > 1
        ? edit.removeMember(place.event())
        : edit.removeMember(root.members().get("hooks"));
  }

  private static SettingsDocument read(String text) {
    return SettingsDocument.read(text, Scope.COMMAND_LINE);
  }
}
