package dev.keepmum.settings;

import dev.keepmum.event.JsonReader;
import dev.keepmum.event.JsonValue;
import dev.keepmum.event.JsonValue.JsonMember;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.event.MalformedJson;
import dev.keepmum.event.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A settings file as it is written.
 *
 * @param scope whose settings it holds
 * @param root its members; none if it cannot be read
 * @param hooks the hooks in it that have the right form
 * @param fault why the client would skip the whole file; empty if it can be read
 */
record SettingsDocument(
    Scope scope, JsonObject root, List<HookEntry> hooks, Optional<Fault> fault) {

  /** What keeps a file from being read. */
  record Fault(Position position, String message) {}

  /** Reads a file of a kind: JSON, or the front matter of a text. */
  static SettingsDocument read(String text, SettingsKind kind, Scope scope) {
    return kind == SettingsKind.AGENT ? FrontMatter.read(text, scope) : read(text, scope);
  }

  /** Reads strict JSON, as the client does; a file of nothing but white space has no settings. */
  static SettingsDocument read(String text, Scope scope) {
    if (text.isBlank()) {
      return of(scope, new JsonObject(Map.of(), new Position(1, 1)));
    }
    try {
      JsonValue value = JsonReader.read(new SourceText(text).text());
      if (value instanceof JsonObject root) {
        return of(scope, root);
      }
      return broken(scope, value.position(), "it is not a JSON object");
    } catch (MalformedJson e) {
      SourceText source = new SourceText(text);
      JsonFault fault = JsonFault.of(source.text());
      boolean isKnown = fault.offset() < source.text().length();
      return isKnown
          ? broken(scope, source.position(fault.offset()), fault.message())
          : broken(scope, e.position(), e.getMessage());
    }
  }

  /** Settings that were read in another way. */
  static SettingsDocument of(Scope scope, JsonObject root) {
    return new SettingsDocument(scope, root, hooks(root), Optional.empty());
  }

  private static SettingsDocument broken(Scope scope, Position position, String message) {
    return new SettingsDocument(
        scope,
        new JsonObject(Map.of(), new Position(1, 1)),
        List.of(),
        Optional.of(new Fault(position, message)));
  }

  private static List<HookEntry> hooks(JsonObject root) {
    List<HookEntry> hooks = new ArrayList<>();
    for (JsonMember event : root.object("hooks").members().values()) {
      for (JsonValue group : root.object("hooks").elements(event.name())) {
        if (group instanceof JsonObject object) {
          for (JsonValue entry : object.elements("hooks")) {
            if (entry instanceof JsonObject hook) {
              hooks.add(new HookEntry(event.name(), object, hook));
            }
          }
        }
      }
    }
    return hooks;
  }

  List<HookEntry> guards() {
    List<HookEntry> guards = new ArrayList<>();
    for (HookEntry hook : hooks) {
      if (hook.isGuard()) {
        guards.add(hook);
      }
    }
    return guards;
  }

  /** Where one looks for the hooks of an event: at its name, at "hooks", or at the top. */
  Position placeOf(String event) {
    JsonMember hook = root.object("hooks").members().get(event);
    if (hook != null) {
      return hook.position();
    }
    JsonMember all = root.members().get("hooks");
    return all == null ? root.position() : all.position();
  }
}
