package dev.keepmum.settings;

import dev.keepmum.event.JsonReader;
import dev.keepmum.event.JsonText;
import dev.keepmum.event.JsonValue;
import dev.keepmum.event.JsonValue.JsonMember;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.event.MalformedJson;
import dev.keepmum.settings.PermissionRule.Fault;
import dev.keepmum.settings.PermissionRule.Kind;
import dev.keepmum.settings.PermissionRules.Roots;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Permission rules that are left out, that match nothing, or that hand over secrets. */
final class RuleCheck implements SettingsCheck {

  /** Calls that show secrets; who may run one unasked may do so with all of its kind. */
  private static final String[][] PROBES = {
    {"Bash", "command", "cat .env"},
    {"Bash", "command", "head -n 5 .env"},
    {"Bash", "command", "tail .env"},
    {"Bash", "command", "less .env"},
    {"Bash", "command", "grep -r KEY ."},
    {"Bash", "command", "rg KEY"},
    {"Bash", "command", "sed -n p .env"},
    {"Bash", "command", "cp .env notes.txt"},
    {"Bash", "command", "printenv"},
    {"Bash", "command", "env"},
    {"Bash", "command", "set"},
    {"Bash", "command", "echo $TOKEN"},
    {"Bash", "command", "op read op://vault/item/field"},
    {"Bash", "command", "security find-generic-password -w"},
    {"Bash", "command", "gh auth token"},
    {"Bash", "command", "aws secretsmanager get-secret-value --secret-id x"},
    {"Bash", "command", "kubectl get secret x -o yaml"},
    {"Bash", "command", "docker inspect x"},
    {"Bash", "command", "vault kv get x"},
    {"Read", "file_path", "/home/me/.ssh/id_ed25519"},
    {"Read", "file_path", "/home/me/.aws/credentials"},
    {"Read", "file_path", "/project/.env"},
  };

  /** The probes, parsed once. */
  private static final class Calls {
    static final List<PermissionRules.Call> PROBES = new ArrayList<>();

    static {
      for (String[] probe : RuleCheck.PROBES) {
        PROBES.add(new PermissionRules.Call(probe[0], input(probe[1], probe[2]), ROOTS.cwd()));
      }
    }
  }

  private static final Roots ROOTS = new Roots("/project", "/home/me", "/project");

  @Override
  public void inspect(SettingsDocument settings, Report report) {
    JsonObject permissions = settings.root().object("permissions");
    for (Kind kind : PermissionRule.kinds()) {
      for (JsonValue entry : permissions.elements(kind.key())) {
        inspect(entry, kind, settings.scope(), report);
      }
    }
    ignored(permissions, settings.scope(), report);
  }

  private static void inspect(JsonValue entry, Kind kind, Scope scope, Report report) {
    Optional<String> text = entry.text();
    if (text.isEmpty()) {
      report.warning(
          "permissions/dropped",
          entry.position(),
          "a " + kind.key() + " rule must be a string; Claude Code leaves it out",
          JsonText.of(entry));
      return;
    }
    PermissionRule rule = PermissionRule.of(text.get());
    Optional<Fault> dropped = rule.dropped(kind);
    if (dropped.isPresent()) {
      report.warning(
          "permissions/dropped",
          entry.position(),
          message(text.get(), kind, "is left out", dropped.get()),
          text.get());
      return;
    }
    Optional<Fault> idle = rule.withoutEffect(kind, scope);
    if (idle.isPresent()) {
      String message = message(text.get(), kind, "does nothing", idle.get());
      if (kind == Kind.ALLOW) {
        report.note("permissions/no-effect", entry.position(), message, text.get());
      } else {
        report.warning("permissions/no-effect", entry.position(), message, text.get());
      }
    } else if (kind == Kind.ALLOW) {
      handsOver(rule, entry, report);
    }
  }

  private static String message(String rule, Kind kind, String effect, Fault fault) {
    return "the "
        + kind.key()
        + " rule "
        + JsonText.quoted(rule)
        + ' '
        + effect
        + ": "
        + fault.message()
        + (fault.instead().isPresent() ? "; write " + fault.instead().get() : "");
  }

  /** One entry of a list of what runs unasked. */
  static void handsOver(PermissionRule rule, JsonValue entry, Report report) {
    if (PermissionCheck.isBroad(rule.text())) {
      return;
    }
    PermissionRules rules = new PermissionRules(List.of(rule), Kind.ALLOW, ROOTS);
    for (int i = 0; i < PROBES.length; i++) {
      String[] probe = PROBES[i];
      if (rules.matching(Calls.PROBES.get(i)).isPresent()) {
        report.warning(
            "permissions/allows-secrets",
            entry.position(),
            "the allow rule "
                + JsonText.quoted(rule.text())
                + " lets this run unasked: "
                + (probe[0].equals("Bash") ? probe[2] : probe[0] + " of " + probe[2]),
            rule.text());
        return;
      }
    }
  }

  private static JsonObject input(String name, String value) {
    try {
      return (JsonObject)
          JsonReader.read('{' + JsonText.quoted(name) + ':' + JsonText.quoted(value) + '}');
    } catch (MalformedJson e) {
      throw new IllegalStateException(e);
    }
  }

  /** Observed: a project's own permissions count only once a person trusts the folder. */
  private static void ignored(JsonObject permissions, Scope scope, Report report) {
    if (scope != Scope.PROJECT) {
      return;
    }
    for (String name : List.of("allow", "additionalDirectories")) {
      JsonMember member = permissions.members().get(name);
      if (member != null && !permissions.elements(name).isEmpty()) {
        report.note(
            "project/untrusted",
            member.position(),
            "permissions."
                + name
                + " of a project is ignored where nobody has trusted the folder, as in CI",
            name);
      }
    }
  }
}
