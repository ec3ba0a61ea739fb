package dev.keepmum.settings;

import dev.keepmum.event.JsonValue;
import dev.keepmum.event.JsonValue.JsonArray;
import dev.keepmum.event.JsonValue.JsonMember;
import dev.keepmum.event.JsonValue.JsonNull;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.event.Position;
import dev.keepmum.settings.KeyCheck.Consequence;
import java.util.List;
import java.util.Optional;

/**
 * Hooks that the client cannot load. Observed with Claude Code 2.1.330: under PreToolUse and
 * PermissionRequest one of them has the whole file skipped, under all other events it is left out
 * alone; an event that nobody knows is left out with all its hooks.
 */
final class HookFormCheck implements SettingsCheck {

  /** The events of Claude Code 2.1.330. */
  static final List<String> EVENTS =
      List.of(
          "PreToolUse",
          "PostToolUse",
          "PostToolUseFailure",
          "PostToolBatch",
          "Notification",
          "UserPromptSubmit",
          "UserPromptExpansion",
          "SessionStart",
          "SessionEnd",
          "Stop",
          "StopFailure",
          "SubagentStart",
          "SubagentStop",
          "PreCompact",
          "PostCompact",
          "PreModelSwitch",
          "PostModelSwitch",
          "PermissionRequest",
          "PermissionDenied",
          "Setup",
          "TeammateIdle",
          "TaskCreated",
          "TaskCompleted",
          "Elicitation",
          "ElicitationResult",
          "ConfigChange",
          "WorktreeCreate",
          "WorktreeRemove",
          "InstructionsLoaded",
          "CwdChanged",
          "FileChanged",
          "DirectoryAdded",
          "MessageDisplay");

  private final Consequence ofDeciding;

  /**
   * The check for one kind of file.
   *
   * @param ofDeciding what becomes of a hook on PreToolUse or PermissionRequest that cannot be
   *     loaded
   */
  HookFormCheck(Consequence ofDeciding) {
    this.ofDeciding = ofDeciding;
  }

  @Override
  public void inspect(SettingsDocument settings, Report report) {
    for (JsonMember event : settings.root().object("hooks").members().values()) {
      if (EVENTS.contains(event.name())) {
        new Event(event, ofDeciding, report).inspect();
      } else {
        unknown(event, report);
      }
    }
  }

  private static void unknown(JsonMember event, Report report) {
    Optional<String> nearest = Spelling.nearest(event.name(), EVENTS);
    report.warning(
        "hooks/unknown-event",
        event.position(),
        "there is no event "
            + event.name()
            + ", so its hooks never run"
            + (nearest.isPresent() ? "; did you mean " + nearest.get() + '?' : ""),
        event.name());
  }

  /** The hooks of one event. */
  private static final class Event {
    private final JsonMember event;
    private final Report report;
    private final Consequence consequence;

    Event(JsonMember event, Consequence ofDeciding, Report report) {
      this.event = event;
      this.report = report;
      boolean decides =
          event.name().equals("PreToolUse") || event.name().equals("PermissionRequest");
      this.consequence = decides ? ofDeciding : Consequence.ENTRY_DROPPED;
    }

    void inspect() {
      if (event.value() instanceof JsonArray groups) {
        for (int i = 0; i < groups.elements().size(); i++) {
          group(groups.elements().get(i), "hooks." + event.name() + '[' + i + ']');
        }
      } else if (event.value() instanceof JsonNull) {
        report.warning(
            "hooks/dropped",
            event.position(),
            "hooks." + event.name() + " must be a list; Claude Code ignores it",
            event.name());
      } else {
        wrong(event.position(), "hooks." + event.name() + " must be a list of matchers");
      }
    }

    private void group(JsonValue value, String path) {
      if (!(value instanceof JsonObject group)) {
        wrong(value.position(), path + " must be an object with \"matcher\" and \"hooks\"");
        return;
      }
      JsonMember matcher = group.members().get("matcher");
      if (matcher != null && matcher.value().text().isEmpty()) {
        wrong(matcher.position(), path + ".matcher must be a string");
      }
      JsonMember entries = group.members().get("hooks");
      if (entries == null || !(entries.value() instanceof JsonArray list)) {
        wrong(
            entries == null ? group.position() : entries.position(),
            path + " needs a list \"hooks\"");
        return;
      }
      for (int i = 0; i < list.elements().size(); i++) {
        JsonValue entry = list.elements().get(i);
        String place = path + ".hooks[" + i + ']';
        KeyCheck.inspectHook(
            new JsonMember(place, entry.position(), entry), consequence(entry), report);
      }
    }

    private Consequence consequence(JsonValue entry) {
      if (consequence == Consequence.FILE_SKIPPED) {
        return consequence;
      }
      boolean isGuard =
          entry instanceof JsonObject object
              && new HookEntry(event.name(), object, object).isGuard();
      return isGuard ? Consequence.GUARD_DROPPED : Consequence.ENTRY_DROPPED;
    }

    private void wrong(Position at, String message) {
      if (consequence == Consequence.FILE_SKIPPED) {
        report.error(
            "settings/type", at, message + "; Claude Code skips the whole file", event.name());
      } else {
        report.warning(
            "hooks/dropped", at, message + "; Claude Code leaves it out", event.name() + message);
      }
    }
  }
}
