package dev.keepmum.settings;

import dev.keepmum.event.JsonValue.JsonMember;
import dev.keepmum.event.JsonValue.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A command line that a settings file has the client start by itself, beside hooks.
 *
 * @param key the setting it is the value of
 * @param command the line, for a shell
 * @param display whether what it prints is shown, or taken by the client as a credential
 */
public record HelperCommand(String key, String command, Display display) {

  /** What becomes of the output. */
  public enum Display {
    SHOWN,
    TAKEN
  }

  /** The helpers of a file that the client would load. */
  public static List<HelperCommand> of(SettingsFile file) {
    List<HelperCommand> helpers = new ArrayList<>();
    SettingsDocument settings = SettingsDocument.read(file.text(), file.kind(), file.scope());
    for (JsonMember member : settings.root().members().values()) {
      Optional<HelperCommand> helper = of(member);
      if (helper.isPresent()) {
        helpers.add(helper.get());
      }
    }
    return helpers;
  }

  private static Optional<HelperCommand> of(JsonMember member) {
    switch (member.name()) {
      case "statusLine":
      case "subagentStatusLine":
      case "fileSuggestion":
        return member.value() instanceof JsonObject object
            ? of(member.name(), object.text("command"), Display.SHOWN)
            : Optional.empty();
      case "awsAuthRefresh":
      case "gcpAuthRefresh":
        return of(member.name(), member.value().text(), Display.SHOWN);
      case "apiKeyHelper":
      case "proxyAuthHelper":
      case "awsCredentialExport":
      case "otelHeadersHelper":
        return of(member.name(), member.value().text(), Display.TAKEN);
      default:
        return Optional.empty();
    }
  }

  private static Optional<HelperCommand> of(String key, Optional<String> command, Display display) {
    return command.isEmpty()
        ? Optional.empty()
        : Optional.of(new HelperCommand(key, command.get(), display));
  }
}
