package dev.keepmum.settings;

import dev.keepmum.event.JsonText;
import dev.keepmum.event.JsonValue;
import dev.keepmum.event.JsonValue.JsonArray;
import dev.keepmum.event.JsonValue.JsonObject;
import java.util.List;

/**
 * Permission rules that keep protected files out of what no hook sees: {@code @file} mentions, and
 * commands that a person types with {@code !}.
 */
public final class DenyRules {
  /** The rules, as a settings file lists them under {@code permissions.deny}. */
  public static final List<String> RULES =
      List.of(
          "Read(**/.env)",
          "Read(**/.env.local)",
          "Read(**/.env.development)",
          "Read(**/.env.staging)",
          "Read(**/.env.production)",
          "Read(~/.aws/credentials)",
          "Read(~/.config/gh/hosts.yml)",
          "Read(~/.docker/config.json)",
          "Read(~/.git-credentials)",
          "Read(~/.kube/config)",
          "Read(~/.netrc)",
          "Read(~/.ssh/id_ecdsa)",
          "Read(~/.ssh/id_ed25519)",
          "Read(~/.ssh/id_rsa)");

  private DenyRules() {}

  /** The text with the rules that it lacks. */
  public static String added(String text) {
    String changed = text.isBlank() ? "{}\n" : text;
    if (root(changed).get("permissions").isEmpty()) {
      JsonEdit edit = edit(changed);
      changed = edit.apply(List.of(edit.addMember(root(changed), "permissions", "{}")));
    }
    JsonObject permissions = root(changed).object("permissions");
    if (permissions.get("deny").isEmpty()) {
      JsonEdit edit = edit(changed);
      changed = edit.apply(List.of(edit.addMember(permissions, "deny", "[]")));
    }
    for (String rule : RULES) {
      JsonObject now = root(changed).object("permissions");
      boolean there = false;
      for (JsonValue element : now.elements("deny")) {
        there |= element.text().orElse("").equals(rule);
      }
      if (!there && now.get("deny").orElse(null) instanceof JsonArray list) {
        JsonEdit edit = edit(changed);
        changed = edit.apply(List.of(edit.addElement(list, JsonText.quoted(rule))));
      }
    }
    return changed;
  }

  private static JsonEdit edit(String text) {
    return new JsonEdit(new SourceText(text));
  }

  private static JsonObject root(String text) {
    return SettingsDocument.read(text, Scope.COMMAND_LINE).root();
  }
}
