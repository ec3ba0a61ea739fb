package dev.keepmum.settings;

import dev.keepmum.event.JsonText;
import dev.keepmum.event.JsonValue;
import dev.keepmum.event.JsonValue.JsonMember;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.settings.SettingsFinding.Severity;
import java.util.List;

/**
 * Servers that the client starts or talks to. Observed with Claude Code 2.1.330: those of a
 * repository start under {@code -p} without a question, and {@code ${NAME}} in them is any variable
 * of the client, its own key included.
 */
final class McpServerCheck implements SettingsCheck {

  @Override
  public void inspect(SettingsDocument settings, Report report) {
    inspect(settings.root(), settings.scope(), report);
  }

  /** Those in one object, which may be one of several of a file. */
  static void inspect(JsonObject holder, Scope scope, Report report) {
    for (JsonMember member : holder.object("mcpServers").members().values()) {
      KeyCheck.inspectServer(member, report);
      if (member.value() instanceof JsonObject server) {
        inspect(member, server, scope, report);
      }
    }
  }

  private static void inspect(JsonMember member, JsonObject server, Scope scope, Report report) {
    String text = JsonText.of(server);
    String subject = member.name() + text;
    if (text.contains("${ANTHROPIC_API_KEY") || text.contains("${ANTHROPIC_AUTH_TOKEN")) {
      report.error(
          "mcp/takes-key",
          member.position(),
          "server " + member.name() + " is given the client's own key",
          subject);
    } else if (CommandText.runsWhatItFetches(commandLine(server))) {
      report.error(
          "mcp/downloads",
          member.position(),
          "server " + member.name() + " runs what it fetches",
          subject);
    } else if (server.get("headersHelper").isPresent()) {
      report.add(
          scope.isRepository() ? Severity.ERROR : Severity.NOTE,
          "mcp/helper",
          member.position(),
          "server " + member.name() + " has a command that the client runs unasked",
          subject);
    } else if (isUnpinned(server)) {
      report.warning(
          "mcp/unpinned",
          member.position(),
          "server " + member.name() + " runs whatever version its registry has today",
          subject);
    } else if (scope.isRepository()) {
      report.warning(
          "mcp/server",
          member.position(),
          "server " + member.name() + " is started or called unasked",
          subject);
    }
  }

  private static String commandLine(JsonObject server) {
    StringBuilder line = new StringBuilder(server.text("command").orElse(""));
    for (JsonValue argument : server.elements("args")) {
      line.append(' ').append(argument.text().orElse(""));
    }
    return line.toString();
  }

  /** {@code npx -y name}, {@code uvx name}: the package is named without a version. */
  private static boolean isUnpinned(JsonObject server) {
    List<String> words = CommandText.words(commandLine(server));
    for (int i = 0; i < words.size(); i++) {
      switch (CommandText.program(words.get(i))) {
        case "npx", "bunx", "uvx", "pipx", "dlx" -> {
          return isUnpinned(words.subList(i + 1, words.size()));
        }
        default -> {}
      }
    }
    return false;
  }

  private static boolean isUnpinned(List<String> operands) {
    for (String word : operands) {
      if (word.equals("run") || word.startsWith("-")) {
        continue;
      }
      boolean isLocal = word.startsWith(".") || word.startsWith("/");
      int at = Math.max(word.lastIndexOf('@'), word.indexOf("=="));
      boolean hasVersion = at > 0 && at + 1 < word.length() && isVersion(word.substring(at + 1));
      return !isLocal && !hasVersion;
    }
    return false;
  }

  /** A number or a commit; {@code latest} is none. */
  private static boolean isVersion(String text) {
    String version = text.startsWith("=") ? text.substring(1) : text;
    return !version.isEmpty() && Character.isLetterOrDigit(version.charAt(0)) && hasDigit(version);
  }

  private static boolean hasDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
