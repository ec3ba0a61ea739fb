package dev.keepmum.settings;

import dev.keepmum.event.JsonValue.JsonMember;
import dev.keepmum.settings.SettingsFinding.Severity;
import java.util.List;
import java.util.Locale;

/**
 * Variables that put somebody else's code or server between the client and what it does. Observed
 * with Claude Code 2.1.330: the {@code env} of a project's settings reaches the client, its hooks
 * and every command, also in a folder that nobody has trusted.
 */
final class EnvironmentCheck implements SettingsCheck {
  private static final String REDIRECTS =
      "sends every prompt, and the key with it, to another server";
  private static final String PROXIES = "sends all traffic through another host";

  @Override
  public void inspect(SettingsDocument settings, Report report) {
    for (JsonMember variable : settings.root().object("env").members().values()) {
      String value = variable.value().text().orElse("");
      String effect = effect(variable.name().toUpperCase(Locale.ROOT));
      if (!effect.isEmpty() && !isCommon(variable.name(), value)) {
        boolean redirects = effect.equals(REDIRECTS) || effect.equals(PROXIES);
        report.add(
            settings.scope().isRepository() ? Severity.ERROR : Severity.NOTE,
            redirects ? "env/redirects" : "env/injects",
            variable.position(),
            "env." + variable.name() + " " + effect,
            variable.name() + '=' + value);
      }
    }
  }

  /** What a variable does; empty for a harmless one. */
  private static String effect(String name) {
    if (name.startsWith("DYLD_") || name.startsWith("LD_")) {
      return "loads code into every program";
    }
    if (name.startsWith("KEEPMUM_")) {
      return "is meant for the guard";
    }
    if (name.startsWith("ANTHROPIC_") && name.endsWith("_URL")) {
      return REDIRECTS;
    }
    if (name.startsWith("GIT_CONFIG")) {
      return "can make git start any program";
    }
    return switch (name) {
      case "PATH" -> "decides which programs are started";
      case "CLAUDE_CODE_SHELL_PREFIX", "CLAUDE_CODE_SHELL", "SHELL", "COMSPEC" ->
          "puts another program before every command and every hook in shell form";
      case "CLAUDE_CONFIG_DIR", "HOME", "XDG_CONFIG_HOME", "USERPROFILE" ->
          "has settings, guard included, looked for elsewhere";
      case "BASH_ENV", "ENV", "ZDOTDIR", "PROMPT_COMMAND" -> "runs code in every shell";
      case "NODE_OPTIONS",
          "NODE_PATH",
          "BUN_OPTIONS",
          "PYTHONPATH",
          "PYTHONSTARTUP",
          "PYTHONHOME",
          "PERL5OPT",
          "PERL5LIB",
          "RUBYOPT",
          "RUBYLIB",
          "JAVA_TOOL_OPTIONS",
          "_JAVA_OPTIONS",
          "JDK_JAVA_OPTIONS",
          "CLASSPATH" ->
          "loads code into every program of that language";
      case "GIT_SSH",
          "GIT_SSH_COMMAND",
          "GIT_EXTERNAL_DIFF",
          "GIT_EXEC_PATH",
          "GIT_PROXY_COMMAND",
          "GIT_ASKPASS",
          "GIT_EDITOR",
          "GIT_PAGER",
          "SSH_ASKPASS",
          "EDITOR",
          "VISUAL",
          "PAGER",
          "BROWSER",
          "LESSOPEN" ->
          "has another program started";
      case "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY" -> PROXIES;
      case "NODE_TLS_REJECT_UNAUTHORIZED", "NODE_EXTRA_CA_CERTS", "SSL_CERT_FILE" ->
          "decides which servers are trusted";
      default -> "";
    };
  }

  /** Values that are set every day and start or load nothing of a repository's. */
  private static boolean isCommon(String name, String value) {
    return switch (name.toUpperCase(Locale.ROOT)) {
      case "PAGER", "GIT_PAGER", "EDITOR", "VISUAL", "GIT_EDITOR", "BROWSER" -> isProgram(value);
      case "SHELL", "CLAUDE_CODE_SHELL" -> isShell(value);
      case "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM" ->
          value.equals("/dev/null") || value.equals("1") || value.equals("true");
      default -> setsPlainOptions(value);
    };
  }

  private static boolean isProgram(String value) {
    List<String> words = CommandText.words(value);
    if (value.isEmpty()) {
      return true;
    }
    boolean isOneCommand = CommandText.isPlain(value) && !words.isEmpty();
    return isOneCommand && isKnown(words.get(0));
  }

  private static boolean isKnown(String program) {
    boolean isSystems =
        program.indexOf('/') < 0
            || program.equals("/bin/" + CommandText.program(program))
            || program.equals("/usr/bin/" + CommandText.program(program));
    return isSystems
        && switch (CommandText.program(program)) {
          case ":",
              "cat",
              "code",
              "cursor",
              "echo",
              "emacs",
              "false",
              "hx",
              "less",
              "more",
              "most" ->
              true;
          case "nano", "none", "nvim", "open", "true", "vi", "vim", "xdg-open", "zed" -> true;
          default -> false;
        };
  }

  private static boolean isShell(String value) {
    boolean isSystems =
        value.equals("/bin/" + CommandText.program(value))
            || value.equals("/usr/bin/" + CommandText.program(value));
    return isSystems
        && switch (CommandText.program(value)) {
          case "bash", "dash", "fish", "sh", "zsh" -> true;
          default -> false;
        };
  }

  /** Options of a runtime that load nothing: the size of a heap, what is warned of. */
  private static boolean setsPlainOptions(String value) {
    for (String word : CommandText.words(value)) {
      if (!word.startsWith("--max-")
          && !word.startsWith("--no-")
          && !word.startsWith("--trace-")
          && !word.startsWith("--unhandled-rejections")
          && !word.startsWith("--dns-result-order")
          && !word.equals("--enable-source-maps")
          && !word.equals("--openssl-legacy-provider")
          && !word.equals("--experimental-vm-modules")
          && !word.startsWith("-Xm")
          && !word.startsWith("-Xss")) {
        return false;
      }
    }
    return !value.isBlank();
  }
}
