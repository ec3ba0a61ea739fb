package dev.keepmum.tool;

import dev.keepmum.effect.Effect;
import dev.keepmum.effect.Language;
import dev.keepmum.effect.Value;
import dev.keepmum.event.JsonValue.JsonObject;
import java.util.List;

/**
 * Tells what a tool call would do. The tools and their inputs are those of Claude Code 2.1.330 and
 * some that older clients had; every other tool, those of MCP servers included, is told by the
 * shape of its input.
 */
public final class ToolCalls {
  private ToolCalls() {}

  /**
   * The effects of a call, a change of folder before what it is for. Paths are as the input has
   * them: relative ones and {@code ~} are not resolved. Every string of the input is in some
   * effect, save what only selects (a search pattern, a file name, text that an edit takes away).
   *
   * @param tool the tool's name
   * @param input its input, which may lack anything
   * @param cwd the folder a search without one is made in
   */
  public static List<Effect> effects(String tool, JsonObject input, String cwd) {
    ToolInput in = new ToolInput(input);
    switch (tool) {
      case "Bash" -> in.run(Language.SHELL, "command");
      case "PowerShell" -> in.run(Language.POWERSHELL, "command");
      case "Monitor" -> {
        in.run(Language.SHELL, "command");
        in.sendTo(in.takeObject("ws").text("url").orElse(""));
      }
      case "Workflow" -> {
        in.runAndLeave(Language.JAVASCRIPT, "script");
        in.runFile(Language.JAVASCRIPT, "scriptPath");
      }
      case "Read" -> in.show("file_path");
      case "NotebookRead" -> in.show("notebook_path");
      case "ReadMcpResourceTool" -> McpResource.read(in);
      case "Write" -> in.write("file_path", "content");
      case "NotebookEdit" -> in.write("notebook_path", "new_source");
      case "Edit", "MultiEdit" -> in.edit("file_path", "edits");
      case "Grep" -> SearchCall.search(in, cwd);
      case "Glob", "LS" -> in.ignore("pattern", "path", "ignore");
      case "LSP" -> in.ignore("filePath");
      case "EnterWorktree" -> in.ignore("path", "name");
      case "WebFetch" -> in.fetch("url");
      case "Artifact", "SendUserFile", "SendUserMessage" -> InputShape.read(tool, in);
      case "WebSearch", "PushNotification", "RemoteTrigger", "SendFeedback" -> in.sendRest();
      default -> {
        if (isTalk(tool)) {
          in.showRest();
        } else {
          InputShape.read(tool, in);
        }
      }
    }
    in.sendRest();
    return in.effects();
  }

  /** Tools whose texts stay with the agent, its sub-agents and its user. */
  private static boolean isTalk(String tool) {
    return switch (tool) {
      case "Agent",
          "Task",
          "AskUserQuestion",
          "BashOutput",
          "CronCreate",
          "CronDelete",
          "CronList",
          "EnterPlanMode",
          "ExitPlanMode",
          "ExitWorktree",
          "KillShell",
          "ListAgents",
          "ListMcpResourcesTool",
          "ReadMcpResourceDirTool",
          "ReportFindings",
          "ScheduleWakeup",
          "SendMessage",
          "SetGoal",
          "Skill",
          "SubagentHandback",
          "TaskCreate",
          "TaskGet",
          "TaskList",
          "TaskOutput",
          "TaskStop",
          "TaskUpdate",
          "TodoWrite",
          "ToolSearch" ->
          true;
      default -> false;
    };
  }

  static Value textOf(String text) {
    return text.isEmpty() ? Value.EMPTY : new Value.Text(text);
  }
}
