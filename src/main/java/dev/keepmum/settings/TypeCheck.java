package dev.keepmum.settings;

import dev.keepmum.event.JsonValue;
import dev.keepmum.event.JsonValue.JsonArray;
import dev.keepmum.event.JsonValue.JsonBoolean;
import dev.keepmum.event.JsonValue.JsonMember;
import dev.keepmum.event.JsonValue.JsonNull;
import dev.keepmum.event.JsonValue.JsonNumber;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.event.JsonValue.JsonString;
import dev.keepmum.event.Position;

/**
 * A known key with a value of the wrong type, or with none of its words. Observed with Claude Code
 * 2.1.330: one of them makes the client skip the whole file, guard and all, and with {@code -p} it
 * says so nowhere.
 */
final class TypeCheck implements SettingsCheck {
  private static final String ID = "settings/type";

  @Override
  public void inspect(SettingsDocument settings, Report report) {
    JsonObject root = settings.root();
    for (JsonMember member : root.members().values()) {
      require(member, expected(member.name()), report);
    }
    for (JsonMember variable : root.object("env").members().values()) {
      require(variable, "a string", report);
    }
    for (JsonMember member : root.object("permissions").members().values()) {
      require(member, expectedPermission(member.name()), report);
    }
    requireWord(
        root.object("permissions"),
        "defaultMode",
        report,
        "acceptEdits",
        "auto",
        "bypassPermissions",
        "default",
        "dontAsk",
        "manual",
        "plan");
    for (JsonMember event : root.object("hooks").members().values()) {
      hooks(event, report);
    }
  }

  /** The type of a key at the top; empty for one whose type does not matter here. */
  private static String expected(String name) {
    return switch (name) {
      case "hooks",
          "env",
          "permissions",
          "sandbox",
          "statusLine",
          "subagentStatusLine",
          "fileSuggestion",
          "policyHelper",
          "enabledPlugins",
          "extraKnownMarketplaces",
          "additionalMarketplaces" ->
          "an object";
      case "disableAllHooks",
          "allowManagedHooksOnly",
          "allowManagedPermissionRulesOnly",
          "enableAllProjectMcpServers",
          "skipDangerousModePermissionPrompt",
          "skipAutoPermissionPrompt",
          "includeCoAuthoredBy" ->
          "true or false";
      case "model",
          "agent",
          "outputStyle",
          "apiKeyHelper",
          "proxyAuthHelper",
          "awsAuthRefresh",
          "awsCredentialExport",
          "gcpAuthRefresh",
          "otelHeadersHelper",
          "processWrapper" ->
          "a string";
      case "enabledMcpjsonServers",
          "disabledMcpjsonServers",
          "allowedHttpHookUrls",
          "httpHookAllowedEnvVars" ->
          "an array";
      case "cleanupPeriodDays" -> "a number";
      default -> "";
    };
  }

  private static String expectedPermission(String name) {
    return switch (name) {
      case "allow", "deny", "ask", "additionalDirectories" -> "an array";
      case "defaultMode", "disableBypassPermissionsMode" -> "a string";
      default -> "";
    };
  }

  /** Under most events a wrong entry is left out alone, and that may be the guard. */
  private static void hooks(JsonMember event, Report report) {
    if (!require(event, "an array", report)) {
      return;
    }
    for (JsonValue group : ((JsonArray) event.value()).elements()) {
      JsonMember entries =
          group instanceof JsonObject object ? object.members().get("hooks") : null;
      if (entries == null) {
        wrong(group.position(), event.name() + " needs a list \"hooks\"", event.name(), report);
      } else if (require(entries, "an array", report)) {
        for (JsonValue entry : ((JsonArray) entries.value()).elements()) {
          hook(entry, event.name(), report);
        }
      }
    }
  }

  private static void hook(JsonValue value, String event, Report report) {
    if (!(value instanceof JsonObject hook)) {
      wrong(value.position(), event + " has a hook that is no object", event, report);
      return;
    }
    if (hook.get("type").isEmpty()) {
      wrong(hook.position(), event + " has a hook without a type", event, report);
    }
    requireWord(hook, "type", report, "command", "prompt", "agent", "http", "mcp_tool");
    requireWord(hook, "onFailure", report, "block", "continue");
    JsonMember timeout = hook.members().get("timeout");
    if (timeout != null
        && require(timeout, "a number", report)
        && !isPositive(((JsonNumber) timeout.value()).digits())) {
      wrong(timeout.position(), "timeout must be more than 0", "timeout", report);
    }
  }

  private static boolean isPositive(String digits) {
    for (int i = 0; i < digits.length() && Character.toLowerCase(digits.charAt(i)) != 'e'; i++) {
      if (digits.charAt(i) >= '1' && digits.charAt(i) <= '9') {
        return digits.charAt(0) != '-';
      }
    }
    return false;
  }

  private static void requireWord(JsonObject object, String name, Report report, String... words) {
    JsonMember member = object.members().get(name);
    if (member == null || !require(member, "a string", report)) {
      return;
    }
    for (String word : words) {
      if (member.value().text().orElse("").equals(word)) {
        return;
      }
    }
    wrong(member.position(), name + " must be one of " + String.join(", ", words), name, report);
  }

  private static boolean require(JsonMember member, String expected, Report report) {
    if (expected.isEmpty() || member.value().accept(TYPE).equals(expected)) {
      return true;
    }
    wrong(member.position(), member.name() + " must be " + expected, member.name(), report);
    return false;
  }

  private static void wrong(Position at, String message, String subject, Report report) {
    report.error(ID, at, message + ": Claude Code would skip the entry or the whole file", subject);
  }

  private static final JsonValue.Visitor<String> TYPE =
      new JsonValue.Visitor<>() {
        @Override
        public String object(JsonObject object) {
          return "an object";
        }

        @Override
        public String array(JsonArray array) {
          return "an array";
        }

        @Override
        public String string(JsonString string) {
          return "a string";
        }

        @Override
        public String number(JsonNumber number) {
          return "a number";
        }

        @Override
        public String truth(JsonBoolean truth) {
          return "true or false";
        }

        @Override
        public String nothing(JsonNull nothing) {
          return "null";
        }
      };
}
