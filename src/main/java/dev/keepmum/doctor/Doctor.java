package dev.keepmum.doctor;

import dev.keepmum.host.Host;
import dev.keepmum.policy.Configuration;
import dev.keepmum.policy.ConfigurationMistake;
import dev.keepmum.policy.ConfigurationPart;
import dev.keepmum.policy.Exemption;
import dev.keepmum.policy.Mode;
import dev.keepmum.rule.RuleBook;
import dev.keepmum.settings.LintFinding;
import dev.keepmum.settings.RegisteredHook;
import dev.keepmum.settings.Scope;
import dev.keepmum.settings.SettingsFile;
import dev.keepmum.settings.SettingsFinding;
import dev.keepmum.settings.SettingsLint;
import dev.keepmum.settings.SettingsSearch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Examines the guard of one folder, from its registration to its answers. */
public final class Doctor {
  private final RuleBook rules;
  private final Host host;
  private final String folder;
  private final List<CheckResult> results = new ArrayList<>();

  /**
   * @param folder where the client would be started, absolute
   */
  public Doctor(RuleBook rules, Host host, String folder) {
    this.rules = rules;
    this.host = host;
    this.folder = folder;
  }

  /** Whether the client itself is run as well, which takes some seconds. */
  public enum Depth {
    HOOK,
    CLIENT
  }

  /**
   * Examines.
   *
   * @param scratch an empty folder for what is tried; stays the caller's to remove
   * @param client the client to run; empty to look for it
   * @throws IOException if the scratch folder cannot be used
   */
  public List<CheckResult> examine(Path scratch, Depth depth, Optional<Path> client)
      throws IOException {
    List<SettingsFile> files = loaded();
    lookAtSettings(files);
    List<RegisteredHook> hooks = new ArrayList<>();
    for (SettingsFile file : files) {
      hooks.addAll(RegisteredHook.of(file));
    }
    lookAtConfiguration();
    lookAtOtherHooks(hooks);
    lookAtEnvironment();
    List<RegisteredHook> guards = guards(hooks);
    lookAtEvents(hooks, guards);
    for (RegisteredHook guard : guards) {
      results.addAll(new ProgramChecks(host, guard, folder).results());
      results.addAll(new AnswerChecks(guard, folder, scratch).results());
    }
    if (depth == Depth.CLIENT && !guards.isEmpty()) {
      results.add(live(guards.get(0), scratch, client));
    }
    return results;
  }

  private List<SettingsFile> loaded() {
    SettingsSearch search = new SettingsSearch(host);
    List<SettingsFile> files = new ArrayList<>();
    for (SettingsSearch.Found found : search.loadedIn(folder)) {
      Optional<String> text = search.text(found.path());
      if (text.isPresent()) {
        files.add(new SettingsFile(found.path(), found.kind(), found.scope(), text.get()));
      } else {
        results.add(CheckResult.warning("settings", found.path() + " cannot be read"));
      }
    }
    return files;
  }

  /** Each file with the worst that lint finds in it. */
  private void lookAtSettings(List<SettingsFile> files) {
    SettingsLint lint = new SettingsLint(rules, host, folder);
    for (SettingsFile file : files) {
      int others = 0;
      boolean fine = true;
      for (LintFinding finding : lint.lint(file)) {
        if (finding.severity() == SettingsFinding.Severity.ERROR) {
          fine = false;
          results.add(CheckResult.failed("settings", told(file, finding)));
        } else if (finding.severity() == SettingsFinding.Severity.WARNING) {
          others++;
        }
      }
      if (fine) {
        String more = others == 0 ? "" : ", with " + others + " warnings (keepmum lint)";
        results.add(
            CheckResult.ok("settings", file.path() + " (" + word(file.scope()) + ")" + more));
      }
    }
  }

  /** What counts, and what somebody may believe to count. */
  private void lookAtConfiguration() {
    Configuration configuration;
    try {
      configuration = Configuration.read(host, rules, folder);
    } catch (ConfigurationMistake mistake) {
      results.add(CheckResult.failed("configuration", mistake.getMessage()));
      return;
    }
    if (configuration.mode() != Mode.ENFORCE) {
      String mode = "mode is " + configuration.mode().word() + ": leaks are not denied";
      results.add(CheckResult.warning("configuration", mode));
    }
    for (ConfigurationPart part : configuration.parts()) {
      for (Exemption exemption : part.exemptions()) {
        if (exemption.isExpired(host.now())) {
          String until = ": an exception that has expired on " + exemption.until();
          results.add(CheckResult.warning("configuration", exemption.place() + until));
        }
      }
      String trusted =
          part.mayLoosen() ? "" : ", not trusted: only what tightens counts (keepmum trust)";
      results.add(CheckResult.ok("configuration", part.file() + trusted));
    }
  }

  private static String told(SettingsFile file, LintFinding finding) {
    return file.path()
        + ":"
        + finding.finding().line()
        + ": "
        + finding.finding().message()
        + " ["
        + finding.id()
        + "]";
  }

  private static String word(Scope scope) {
    return scope.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static List<RegisteredHook> guards(List<RegisteredHook> hooks) {
    List<RegisteredHook> guards = new ArrayList<>();
    for (RegisteredHook hook : hooks) {
      if (hook.isGuard() && hook.event().equals("PreToolUse")) {
        guards.add(hook);
      }
    }
    return guards;
  }

  private void lookAtEvents(List<RegisteredHook> hooks, List<RegisteredHook> guards) {
    if (guards.isEmpty()) {
      results.add(
          CheckResult.failed(
              "registered",
              "no settings file has keepmum on PreToolUse; register it: keepmum init"));
      return;
    }
    for (RegisteredHook guard : guards) {
      results.add(CheckResult.ok("registered", "on PreToolUse in " + guard.file()));
    }
    for (String event : new String[] {"PostToolUse", "UserPromptSubmit", "ConfigChange"}) {
      if (hooks.stream().noneMatch(hook -> hook.isGuard() && hook.event().equals(event))) {
        results.add(
            CheckResult.warning("registered", "not on " + event + "; keepmum init adds it"));
      }
    }
  }

  /** Other hooks can answer for the user, or rewrite what the guard has judged. */
  private void lookAtOtherHooks(List<RegisteredHook> hooks) {
    for (RegisteredHook hook : hooks) {
      boolean decides =
          hook.event().equals("PreToolUse") || hook.event().equals("PermissionRequest");
      if (decides && !hook.isGuard()) {
        results.add(
            CheckResult.warning(
                "other-hooks",
                "a "
                    + hook.type()
                    + " hook on "
                    + hook.event()
                    + " in "
                    + hook.file()
                    + " may allow calls that keepmum asks about, or rewrite those it has judged"));
      }
    }
  }

  private void lookAtEnvironment() {
    for (String name :
        new String[] {
          "CLAUDE_CODE_SHELL_PREFIX", "LD_PRELOAD", "DYLD_INSERT_LIBRARIES", "BASH_ENV", "ENV"
        }) {
      if (host.variable(name).isPresent()) {
        results.add(
            CheckResult.warning(
                "environment", "$" + name + " is set: it puts other code before the guard"));
      }
    }
  }

  private CheckResult live(RegisteredHook guard, Path scratch, Optional<Path> client)
      throws IOException {
    Optional<Path> program =
        client.isPresent() ? client : LiveClient.onPath(host.variable("PATH").orElse(""));
    return program.isEmpty()
        ? CheckResult.failed("live", "no client on the PATH; name it: --client")
        : new LiveClient(program.get(), guard.words(folder)).check(scratch);
  }
}
