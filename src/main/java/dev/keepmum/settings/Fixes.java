package dev.keepmum.settings;

import dev.keepmum.event.JsonText;
import dev.keepmum.event.JsonValue;
import dev.keepmum.event.JsonValue.JsonMember;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.event.Position;
import dev.keepmum.settings.JsonEdit.Replacement;
import dev.keepmum.settings.PermissionRule.Fault;
import dev.keepmum.settings.PermissionRule.Kind;
import java.util.List;
import java.util.Optional;

/**
 * How a finding is mended where that can only make things stricter, or changes nothing of what the
 * client does. Everything else is for a person.
 */
final class Fixes {
  private static final String TIMEOUT = "20";

  private final SettingsDocument settings;
  private final SourceText source;
  private final JsonEdit edit;

  Fixes(SettingsDocument settings, SourceText source) {
    this.settings = settings;
    this.source = source;
    this.edit = new JsonEdit(source);
  }

  /** The passages to replace; none if it takes a person. */
  List<Replacement> of(SettingsFinding finding) {
    Position position = new Position(finding.line(), finding.column());
    if (finding.id().equals("settings/json")) {
      int offset = source.offset(position);
      boolean isComma = finding.message().startsWith("a trailing comma");
      return isComma ? List.of(new Replacement(offset, offset + 1, "")) : List.of();
    }
    Optional<JsonPlace> place = JsonPlace.at(settings.root(), position);
    return place.isEmpty() ? List.of() : at(place.get(), finding.id());
  }

  private List<Replacement> at(JsonPlace place, String id) {
    return switch (id) {
      case "guard/on-failure" -> set(place, "onFailure", "\"block\"");
      case "guard/matcher" -> set(place, "matcher", "\"*\"");
      case "guard/timeout" -> set(place, "timeout", TIMEOUT);
      case "guard/async", "guard/if", "settings/duplicate-key" -> remove(place);
      case "guard/shell-form" -> execForm(place);
      case "permissions/dropped", "permissions/no-effect" -> rule(place);
      case "permissions/bypass-possible" -> forbidBypass();
      default -> List.of();
    };
  }

  /** The place is the member itself, or the object that lacks it. */
  private List<Replacement> set(JsonPlace place, String name, String json) {
    if (place.member().isPresent() && place.member().get().name().equals(name)) {
      return List.of(edit.replaceValue(place.value(), json));
    }
    return place.value() instanceof JsonObject object
        ? List.of(edit.addMember(object, name, json))
        : List.of();
  }

  private List<Replacement> remove(JsonPlace place) {
    return place.member().isPresent()
        ? List.of(edit.removeMember(place.member().get()))
        : List.of();
  }

  /** Only where the shell does nothing but start it. */
  private List<Replacement> execForm(JsonPlace place) {
    String command = place.value().text().orElse("");
    int space = command.indexOf(' ');
    if (space < 0 || !command.substring(space + 1).equals("hook") || !command.startsWith("/")) {
      return List.of();
    }
    for (HookEntry hook : settings.guards()) {
      JsonMember member = hook.entry().members().get("command");
      boolean isIt = member != null && member.position().equals(positionOf(place));
      if (isIt && isPlain(command.substring(0, space))) {
        return List.of(
            edit.replaceValue(place.value(), JsonText.quoted(command.substring(0, space))),
            edit.addMember(hook.entry(), "args", "[\"hook\"]"));
      }
    }
    return List.of();
  }

  private static Position positionOf(JsonPlace place) {
    return place.member().isPresent() ? place.member().get().position() : place.value().position();
  }

  private static boolean isPlain(String path) {
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (!Character.isLetterOrDigit(c) && "/._-+@".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  /** A deny or ask rule that then does what it was to do; an allow rule would let more pass. */
  private List<Replacement> rule(JsonPlace place) {
    Optional<Kind> kind = kind(place.path());
    Optional<String> text = place.value().text();
    if (kind.isEmpty() || kind.get() == Kind.ALLOW || text.isEmpty()) {
      return List.of();
    }
    PermissionRule rule = PermissionRule.of(text.get());
    Optional<Fault> fault = rule.dropped(kind.get());
    fault = fault.isPresent() ? fault : rule.withoutEffect(kind.get(), settings.scope());
    return fault.isPresent() && fault.get().instead().isPresent()
        ? List.of(edit.replaceValue(place.value(), JsonText.quoted(fault.get().instead().get())))
        : List.of();
  }

  private static Optional<Kind> kind(String path) {
    for (Kind kind : Kind.values()) {
      if (path.startsWith("permissions." + kind.key() + '[')) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  private List<Replacement> forbidBypass() {
    Optional<JsonValue> permissions = settings.root().get("permissions");
    if (permissions.isEmpty()) {
      return List.of(
          edit.addMember(
              settings.root(),
              "permissions",
              "{\n  \"disableBypassPermissionsMode\": \"disable\"\n}"));
    }
    return permissions.get() instanceof JsonObject object
        ? List.of(edit.addMember(object, "disableBypassPermissionsMode", "\"disable\""))
        : List.of();
  }
}
