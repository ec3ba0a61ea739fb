package dev.keepmum.settings;

import dev.keepmum.event.JsonValue;
import dev.keepmum.event.JsonValue.JsonBoolean;
import dev.keepmum.event.JsonValue.JsonMember;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.rule.RuleBook;

/** A sandbox that is switched off, has a way out, or shows secrets. */
final class SandboxCheck implements SettingsCheck {
  private static final String HOME = "/home/me";

  private final RuleBook rules;

  SandboxCheck(RuleBook rules) {
    this.rules = rules;
  }

  @Override
  public void inspect(SettingsDocument settings, Report report) {
    JsonObject sandbox = settings.root().object("sandbox");
    off(sandbox.members().get("enabled"), report);
    off(sandbox.object("filesystem").members().get("disabled"), report);
    JsonMember wayOut = sandbox.members().get("allowUnsandboxedCommands");
    if (wayOut != null && wayOut.value().isTrue()) {
      report.warning(
          "sandbox/way-out",
          wayOut.position(),
          "sandbox.allowUnsandboxedCommands lets a call ask to run outside",
          "");
    }
    if (sandbox.get("enabled").isPresent() && sandbox.get("enabled").get().isTrue()) {
      secrets(sandbox, report);
    }
  }

  private static void off(JsonMember member, Report report) {
    if (member == null) {
      return;
    }
    boolean isSwitch = member.name().equals("enabled");
    boolean isOff = member.value() instanceof JsonBoolean truth && truth.value() != isSwitch;
    if (isOff) {
      report.warning(
          "sandbox/off",
          member.position(),
          "sandbox." + (isSwitch ? "" : "filesystem.") + member.name() + " switches it off",
          member.name());
    }
  }

  private void secrets(JsonObject sandbox, Report report) {
    JsonObject files = sandbox.object("filesystem");
    for (JsonValue path : files.elements("allowRead")) {
      String text = path.text().orElse("");
      String full = text.startsWith("~/") ? HOME + text.substring(1) : text;
      if (rules.file(full, HOME).isSecretUnseen()) {
        report.warning(
            "sandbox/secrets",
            path.position(),
            "sandbox.filesystem.allowRead shows a protected file to every command: " + text,
            text);
      }
    }
    boolean hides =
        !files.elements("denyRead").isEmpty()
            || sandbox.object("credentials").get("files").isPresent();
    if (!hides) {
      report.note(
          "sandbox/secrets",
          sandbox.position(),
          "this sandbox hides no file from commands; list protected ones in"
              + " sandbox.filesystem.denyRead",
          "hides none");
    }
  }
}
