package dev.keepmum.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A permission rule, {@code Tool} or {@code Tool(content)}, as Claude Code 2.1.330 reads it. What
 * it drops and what it keeps without effect is what {@code claude doctor} said of each form, or
 * what a run with the rule showed.
 *
 * @param tool the tool's name, or a pattern of names
 * @param content what stands in the parentheses; empty if there are none
 */
public record PermissionRule(String tool, Optional<String> content) {

  /** The lists a rule can stand in, the weakest first: deny wins over ask, ask over allow. */
  public enum Kind {
    ALLOW,
    ASK,
    DENY;

    /** The list's key in a settings file. */
    public String key() {
      return switch (this) {
        case ALLOW -> "allow";
        case ASK -> "ask";
        case DENY -> "deny";
      };
    }
  }

  /** A rule that does not do what it says. */
  public record Fault(String message, Optional<String> instead) {
    static Fault of(String message) {
      return new Fault(message, Optional.empty());
    }

    static Fault of(String message, String instead) {
      return new Fault(message, Optional.of(instead));
    }
  }

  /** The names that rules may hold: today's tools and those that older rules still name. */
  private static final Set<String> TOOLS =
      Set.of(
          "Agent",
          "Artifact",
          "AskUserQuestion",
          "Bash",
          "BashOutput",
          "Brief",
          "ClaudeDesign",
          "CronCreate",
          "CronDelete",
          "CronList",
          "Edit",
          "EndConversation",
          "EnterPlanMode",
          "EnterWorktree",
          "ExitPlanMode",
          "ExitWorktree",
          "Glob",
          "Grep",
          "KillBash",
          "KillShell",
          "LSP",
          "ListAgents",
          "ListMcpResourcesTool",
          "ListPeers",
          "Monitor",
          "NotebookEdit",
          "OfferChromeSetup",
          "PowerShell",
          "Projects",
          "ProposeGoal",
          "PushNotification",
          "Read",
          "ReadMcpResourceDirTool",
          "ReadMcpResourceTool",
          "ReadNotifications",
          "RemoteTrigger",
          "ReportFindings",
          "ScheduleWakeup",
          "SendFeedback",
          "SendMessage",
          "SendUserFile",
          "SendUserMessage",
          "SetGoal",
          "ShareOnboardingGuide",
          "ShowOnboardingRolePicker",
          "Skill",
          "SubagentHandback",
          "Task",
          "TaskCreate",
          "TaskGet",
          "TaskList",
          "TaskOutput",
          "TaskStop",
          "TaskUpdate",
          "TodoWrite",
          "ToolSearch",
          "WaitForMcpServers",
          "WebFetch",
          "WebSearch",
          "Workflow",
          "Write",
          "propose_skills");

  /** Folders at the top of a machine: who writes {@code /etc/x} means that one. */
  private static final Set<String> TOP_FOLDERS =
      Set.of(
          "applications",
          "boot",
          "dev",
          "etc",
          "home",
          "library",
          "media",
          "mnt",
          "opt",
          "private",
          "proc",
          "root",
          "run",
          "srv",
          "sys",
          "system",
          "tmp",
          "users",
          "usr",
          "var",
          "volumes");

  /** Whether a tool has this name today or had it once. */
  public static boolean isTool(String name) {
    return TOOLS.contains(name) || name.startsWith("mcp__");
  }

  static Set<String> tools() {
    return TOOLS;
  }

  /** Takes a rule apart; one without the right form has all of its text as the tool. */
  public static PermissionRule of(String text) {
    int open = text.indexOf('(');
    if (open < 0 || !endsWithParenthesis(text)) {
      return new PermissionRule(text, Optional.empty());
    }
    return new PermissionRule(
        text.substring(0, open), Optional.of(text.substring(open + 1, text.length() - 1)));
  }

  private static boolean endsWithParenthesis(String text) {
    int backslashes = 0;
    while (backslashes < text.length() - 1
        && text.charAt(text.length() - 2 - backslashes) == '\\') {
      backslashes++;
    }
    return text.endsWith(")") && backslashes % 2 == 0;
  }

  /** The rule as it is written. */
  public String text() {
    return content.isPresent() ? tool + '(' + content.get() + ')' : tool;
  }

  boolean isMcp() {
    return tool.startsWith("mcp__");
  }

  private boolean isWildcard() {
    return tool.indexOf('*') >= 0;
  }

  /** Why the client leaves the rule out, which it does one by one; empty if it takes it. */
  public Optional<Fault> dropped(Kind kind) {
    if (tool.isEmpty() && content.isEmpty()) {
      return Optional.of(Fault.of("a rule cannot be empty"));
    }
    if (content.isEmpty() && (tool.indexOf('(') >= 0 || tool.indexOf(')') >= 0)) {
      return Optional.of(Fault.of("it must have the form Tool or Tool(content)"));
    }
    if (content.isPresent() && content.get().isEmpty()) {
      return Optional.of(Fault.of("its parentheses are empty", tool));
    }
    if (isMcp() && content.isPresent()) {
      return Optional.of(Fault.of("rules for MCP tools take no parentheses", tool));
    }
    if (!tool.isEmpty() && !isMcp() && Character.isLowerCase(tool.charAt(0)) && !isTool(tool)) {
      return Optional.of(lowerCase());
    }
    if (kind == Kind.ALLOW && isWildcard() && !hasLiteralServer()) {
      return Optional.of(Fault.of("an allow rule cannot have a wildcard for its tool"));
    }
    if (tool.equals("Bash") && content.orElse("").equals(":*")) {
      return Optional.of(Fault.of("a command must stand before :*", "Bash"));
    }
    return tool.equals("WebFetch") ? webFetchFault() : Optional.empty();
  }

  private Fault lowerCase() {
    Optional<String> nearest = Spelling.nearest(tool, TOOLS);
    String message = "a tool's name begins with a capital";
    return nearest.isPresent() && nearest.get().equalsIgnoreCase(tool)
        ? Fault.of(message, new PermissionRule(nearest.get(), content).text())
        : Fault.of(message);
  }

  /** {@code mcp__server__*}: the part before the wildcard names a server. */
  private boolean hasLiteralServer() {
    int tools = tool.indexOf("__", 5);
    return isMcp() && tools > 5 && tool.indexOf('*') >= tools + 2;
  }

  private Optional<Fault> webFetchFault() {
    String wanted = content.orElse("*");
    if (wanted.contains("://")) {
      String host = wanted.substring(wanted.indexOf("://") + 3);
      int end = 0;
      while (end < host.length() && "/:?#".indexOf(host.charAt(end)) < 0) {
        end++;
      }
      String message = "WebFetch takes a host, not a URL";
      return Optional.of(
          end == 0
              ? Fault.of(message)
              : Fault.of(message, "WebFetch(domain:" + host.substring(0, end) + ')'));
    }
    return wanted.equals("*") || wanted.startsWith("domain:")
        ? Optional.empty()
        : Optional.of(Fault.of("WebFetch wants domain:HOST", "WebFetch(domain:" + wanted + ')'));
  }

  /**
   * Why a rule that the client takes matches nothing, or not what it seems to; empty if it does
   * what it says.
   */
  public Optional<Fault> withoutEffect(Kind kind, Scope scope) {
    if (kind != Kind.ALLOW && tool.equals("*")) {
      return Optional.of(Fault.of("* as a tool matches none"));
    }
    Optional<Fault> files = files();
    if (files.isPresent()) {
      return files;
    }
    if (kind != Kind.ALLOW && !isTool(tool) && !isWildcard()) {
      return Optional.of(unknownTool());
    }
    if (content.isEmpty()) {
      return Optional.empty();
    }
    return switch (tool) {
      case "Read", "Edit" -> path(content.get(), scope);
      case "Bash", "PowerShell", "Monitor" -> command(content.get());
      default -> Optional.empty();
    };
  }

  private Fault unknownTool() {
    String name = tool.strip();
    String message = "there is no such tool";
    if (isTool(name) && !name.equals(tool)) {
      return Fault.of(message, new PermissionRule(name, content).text());
    }
    Optional<String> nearest = Spelling.nearest(name, TOOLS);
    return nearest.isPresent()
        ? Fault.of(message, new PermissionRule(nearest.get(), content).text())
        : Fault.of(message);
  }

  /** Files are matched by two tools' rules only, whichever tool touches them. */
  private Optional<Fault> files() {
    if (content.isEmpty()) {
      return Optional.empty();
    }
    return switch (tool) {
      case "Write", "NotebookEdit", "MultiEdit" ->
          Optional.of(
              Fault.of(
                  "files are matched by Edit rules only, for every tool that writes",
                  new PermissionRule("Edit", content).text()));
      case "Glob" ->
          Optional.of(
              Fault.of(
                  "files are matched by Read rules only, for every tool that reads",
                  new PermissionRule("Read", content).text()));
      default -> Optional.empty();
    };
  }

  private Optional<Fault> path(String path, Scope scope) {
    if (!path.equals(path.strip())) {
      return Optional.of(Fault.of("spaces around a path count", tool + '(' + path.strip() + ')'));
    }
    if (path.startsWith("file_path:")) {
      return Optional.of(
          Fault.of("file_path: is compared as text and never fits", rule(path.substring(10))));
    }
    if (path.startsWith("!")) {
      return Optional.of(Fault.of("a path with ! in front matches nothing"));
    }
    if (path.indexOf('{') >= 0 && path.indexOf('}') > path.indexOf('{')) {
      return Optional.of(Fault.of("braces match nothing; each path needs a rule of its own"));
    }
    if (path.startsWith("/") && !path.startsWith("//")) {
      return anchored(path, scope);
    }
    return Optional.empty();
  }

  /** One slash is the settings file's root, two are the machine's. */
  private Optional<Fault> anchored(String path, Scope scope) {
    int end = path.indexOf('/', 1);
    String first = path.substring(1, end < 0 ? path.length() : end);
    boolean isFolder = end > 0 && TOP_FOLDERS.contains(first.toLowerCase(Locale.ROOT));
    if (isFolder) {
      return Optional.of(
          Fault.of(
              "one slash begins at the project, so this matches nothing on the machine",
              rule('/' + path)));
    }
    return scope.isRepository()
        ? Optional.empty()
        : Optional.of(
            Fault.of(
                "one slash begins at the settings file's folder, not at the project",
                rule(path.substring(1))));
  }

  private String rule(String path) {
    return new PermissionRule(tool, Optional.of(path)).text();
  }

  private Optional<Fault> command(String command) {
    int prefix = command.indexOf(":*");
    return prefix >= 0 && prefix + 2 < command.length()
        ? Optional.of(
            Fault.of(
                ":* means any arguments at the end only; here the colon is taken literally",
                tool + '(' + command.replace(":*", " *") + ')'))
        : Optional.empty();
  }

  /** The lists of a settings file, in the order in which they win. */
  static List<Kind> kinds() {
    return List.of(Kind.DENY, Kind.ASK, Kind.ALLOW);
  }
}
