package dev.keepmum.settings;

import dev.keepmum.event.JsonText;
import dev.keepmum.event.JsonValue;
import dev.keepmum.event.JsonValue.JsonMember;
import dev.keepmum.event.JsonValue.JsonObject;

/**
 * Servers that the client starts or talks to. Observed with Claude Code 2.1.330: those of a
 * repository start under {@code -p} without a question, and {@code ${NAME}} in them is any variable
 * of the client, its own key included.
 */
final class McpServerCheck implements SettingsCheck {

  @Override
  public void inspect(SettingsDocument settings, Report report) {
    inspect(settings.root(), report);
  }

  /** Those in one object, which may be one of several of a file. */
  static void inspect(JsonObject holder, Report report) {
    for (JsonMember member : holder.object("mcpServers").members().values()) {
      if (member.value() instanceof JsonObject server) {
        inspect(member, server, report);
      }
    }
  }

  private static void inspect(JsonMember member, JsonObject server, Report report) {
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
      report.error(
          "mcp/helper",
          member.position(),
          "server " + member.name() + " has a command that the client runs unasked",
          subject);
    } else {
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
}
