package dev.keepmum.settings;

import dev.keepmum.host.FileStatus;
import dev.keepmum.host.Host;
import dev.keepmum.settings.SettingsFinding.Severity;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Whether what a hook starts is there. Observed with Claude Code 2.1.330: a program that is missing
 * or cannot be run lets the call run, and so does one that ends with 1.
 */
final class ProgramCheck implements SettingsCheck {
  private static final int SCRIPT_LIMIT = 1 << 16;

  private final Host host;
  private final String project;
  private final String plugin;

  /**
   * Looks on a machine.
   *
   * @param project the folder that the client is started in
   * @param plugin the plugin's folder; empty where it is no plugin's file
   */
  ProgramCheck(Host host, String project, String plugin) {
    this.host = host;
    this.project = project;
    this.plugin = plugin;
  }

  @Override
  public void inspect(SettingsDocument settings, Report report) {
    for (HookEntry hook : settings.hooks()) {
      if (hook.type().equals("command")) {
        inspect(hook, report);
      }
    }
  }

  private void inspect(HookEntry hook, Report report) {
    List<String> words = CommandText.words(hook.commandLine());
    if (words.isEmpty()) {
      return;
    }
    String program = hook.isExecForm() ? hook.entry().text("command").orElse("") : words.get(0);
    Severity severity = hook.isGuard() ? Severity.ERROR : Severity.WARNING;
    String file = file(program, hook.isExecForm());
    if (!file.isEmpty()) {
      String fault = fault(file);
      if (!fault.isEmpty()) {
        report.add(
            severity,
            "hooks/program",
            hook.placeOf("command"),
            "the program of a hook on " + hook.event() + ' ' + fault,
            hook.identity());
        return;
      }
    }
    relative(hook, program, report);
    exitCode(hook, words, file, report);
  }

  /** The path of a program, as far as it is known; empty if not. */
  private String file(String program, boolean isExecForm) {
    String path = program;
    path = path.replace("${CLAUDE_PROJECT_DIR}", project).replace("$CLAUDE_PROJECT_DIR", project);
    if (!plugin.isEmpty()) {
      path = path.replace("${CLAUDE_PLUGIN_ROOT}", plugin).replace("$CLAUDE_PLUGIN_ROOT", plugin);
    }
    if (path.startsWith("~/") && !isExecForm) {
      path = host.home() + path.substring(1);
    }
    if (path.indexOf('$') >= 0 || path.indexOf('=') >= 0) {
      return "";
    }
    if (path.startsWith("/")) {
      return path;
    }
    if (path.indexOf('/') >= 0) {
      return project + '/' + (path.startsWith("./") ? path.substring(2) : path);
    }
    return isExecForm ? onPath(path) : "";
  }

  /** Where a bare name is found; itself, which is nowhere, if it is not. */
  private String onPath(String name) {
    Optional<String> path = host.variable("PATH");
    if (path.isEmpty()) {
      return "";
    }
    int start = 0;
    String folders = path.get();
    for (int i = 0; i <= folders.length(); i++) {
      if (i == folders.length() || folders.charAt(i) == ':') {
        String file = folders.substring(start, i) + '/' + name;
        if (host.status(file).isRegular()) {
          return file;
        }
        start = i + 1;
      }
    }
    return name;
  }

  private String fault(String file) {
    FileStatus status = host.status(file);
    if (status.kind() == FileStatus.Kind.MISSING || !file.startsWith("/")) {
      return "is not there, so every call runs";
    }
    if (status.isDirectory()) {
      return "is a folder, so every call runs";
    }
    return status.isRegular() && !host.isExecutable(file)
        ? "may not be run (chmod +x), so every call runs"
        : "";
  }

  private static void relative(HookEntry hook, String program, Report report) {
    boolean isRelative = program.startsWith("./") || program.startsWith("../");
    if (isRelative && !hook.isGuard()) {
      report.warning(
          "hooks/relative",
          hook.placeOf("command"),
          "a hook on "
              + hook.event()
              + " is not found after a change of folder; begin it with ${CLAUDE_PROJECT_DIR}/",
          hook.identity());
    }
  }

  /** A hook that is to stop calls ends with 2 or answers JSON; with 1 it stops nothing. */
  private void exitCode(HookEntry hook, List<String> words, String file, Report report) {
    if (!hook.event().equals("PreToolUse") || hook.isGuard()) {
      return;
    }
    StringBuilder text = new StringBuilder(hook.commandLine());
    text.append('\n').append(script(file));
    for (String word : words.subList(1, words.size())) {
      String operand = file(word, false);
      if (operand.startsWith("/")) {
        text.append('\n').append(script(operand));
      }
    }
    String code = text.toString();
    boolean endsWithOne =
        code.contains("exit 1") || code.contains("exit(1)") || code.contains("Exit(1)");
    boolean stops =
        code.contains("exit 2")
            || code.contains("exit(2)")
            || code.contains("Exit(2)")
            || code.contains("permissionDecision")
            || code.contains("\"decision\"")
            || hook.textOf("onFailure").equals("\"block\"");
    if (endsWithOne && !stops) {
      report.warning(
          "hooks/exit-code",
          hook.placeOf("command"),
          "a hook on PreToolUse ends with 1, which stops nothing; 2 does",
          hook.identity());
    }
  }

  private String script(String file) {
    if (!file.startsWith("/") || !host.status(file).isRegular()) {
      return "";
    }
    byte[] content = host.readPrefix(file, SCRIPT_LIMIT).orElse(new byte[0]);
    boolean isText = content.length < 4 || content[0] != 0x7f;
    return isText ? new String(content, StandardCharsets.UTF_8) : "";
  }
}
