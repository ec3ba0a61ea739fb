package dev.keepmum.settings;

import dev.keepmum.event.JsonText;
import dev.keepmum.event.JsonValue.JsonMember;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.settings.PermissionRule.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks permission rules about a call, as Claude Code 2.1.330 answered: tools by name, files,
 * command lines, hosts, parameters. A deny or ask rule fits a command if it fits any part of it,
 * whatever stands in front; of an allow list every part must be allowed as it is written, and none
 * may write to a file or hold another command. What the client allows by itself ({@code cat} in the
 * project) is not known here.
 */
public final class PermissionRules {

  /**
   * Where relative paths begin.
   *
   * @param cwd the folder the client was started in
   * @param home the user's home
   * @param settingsRoot where {@code /x} begins in these rules: the project for its own settings,
   *     the file's folder for the user's
   */
  public record Roots(String cwd, String home, String settingsRoot) {}

  private final List<PermissionRule> rules;
  private final Kind kind;
  private final Roots roots;

  /** Rules of one list; those that the client drops are left out. */
  public PermissionRules(List<PermissionRule> rules, Kind kind, Roots roots) {
    List<PermissionRule> kept = new ArrayList<>();
    for (PermissionRule rule : rules) {
      if (rule.dropped(kind).isEmpty()) {
        kept.add(rule);
      }
    }
    this.rules = List.copyOf(kept);
    this.kind = kind;
    this.roots = roots;
  }

  /**
   * The rule that a call falls under; empty if none.
   *
   * @param tool the name under which the hook would see it
   * @param input its input, paths absolute
   */
  public Optional<PermissionRule> matching(String tool, JsonObject input) {
    return matching(new Call(tool, input, roots.cwd()));
  }

  /** The rule that a call falls under, which may be asked about more than once. */
  Optional<PermissionRule> matching(Call call) {
    if (kind == Kind.ALLOW && call.tool.equals("Bash") && !call.use.written().isEmpty()) {
      return allParts(call);
    }
    for (PermissionRule rule : rules) {
      if (matches(rule, call)) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }

  private Optional<PermissionRule> allParts(Call call) {
    Optional<PermissionRule> found = Optional.empty();
    for (String part : call.use.written()) {
      found = ofPart(part, call);
      if (found.isEmpty()) {
        return found;
      }
    }
    return found;
  }

  private Optional<PermissionRule> ofPart(String part, Call call) {
    for (PermissionRule rule : rules) {
      boolean isShell = rule.tool().equals("Bash");
      String content = rule.content().orElse("*");
      boolean isAll = content.equals("*") || content.equals("**");
      if (isShell && (isAll || parameter(content, call) || command(content, part))) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }

  private boolean matches(PermissionRule rule, Call call) {
    if (rule.content().isEmpty()) {
      return isNamed(rule, call.tool);
    }
    String content = rule.content().get();
    switch (rule.tool()) {
      case "Read":
        return content.equals("*") ? readsByTool(call) : path(content, call.reads());
      case "Edit":
        return path(content, call.writes());
      case "Write", "NotebookEdit", "MultiEdit", "Glob":
        return false;
      default:
        return isNamed(new PermissionRule(rule.tool(), Optional.empty()), call.tool)
            && content(rule.tool(), content, call);
    }
  }

  /** A bare Read covers Edit, which reads what it changes. */
  private static boolean readsByTool(Call call) {
    return call.tool.equals("Read") || call.tool.equals("Edit");
  }

  private boolean isNamed(PermissionRule rule, String tool) {
    String name = rule.tool().equals("Task") ? "Agent" : rule.tool();
    if (name.equals(tool) || name.equals("Read") && tool.equals("Edit")) {
      return true;
    }
    if (rule.isMcp()) {
      return tool.startsWith(name + "__") || Wildcards.match(name, tool);
    }
    return !name.equals("*") && name.indexOf('*') >= 0 && Wildcards.match(name, tool);
  }

  private boolean content(String tool, String content, Call call) {
    if (tool.equals("WebFetch")) {
      return content.startsWith("domain:") && host(content.substring(7), call.text("url"));
    }
    if (tool.equals("Agent") || tool.equals("Task")) {
      return content.equals(call.text("subagent_type")) || parameter(content, call);
    }
    if (tool.equals("Bash") || tool.equals("PowerShell")) {
      if (parameter(content, call) || Wildcards.match(content, call.text("command"))) {
        return true;
      }
      for (String part : call.use.commands()) {
        if (command(content, part)) {
          return true;
        }
      }
      return false;
    }
    return parameter(content, call);
  }

  /** {@code name:value}: the tool's own parameter, its value as text. */
  private static boolean parameter(String content, Call call) {
    int colon = content.indexOf(':');
    JsonMember member = colon < 1 ? null : call.input.members().get(content.substring(0, colon));
    if (member == null || member.name().equals("command")) {
      return false;
    }
    String value = member.value().text().orElse(JsonText.of(member.value()));
    return Wildcards.match(content.substring(colon + 1), value);
  }

  /** {@code npm run:*}, {@code npm run *}: the words and any others behind them. */
  private static boolean command(String pattern, String command) {
    String prefix = pattern;
    if (pattern.endsWith(":*") || pattern.endsWith(" *")) {
      prefix = pattern.substring(0, pattern.length() - 2);
      if (prefix.indexOf('*') < 0) {
        return command.equals(prefix) || command.startsWith(prefix + ' ');
      }
    }
    return Wildcards.match(pattern, command) || Wildcards.match(prefix, command);
  }

  private boolean path(String path, List<String> files) {
    PathPattern pattern = PathPattern.of(path, roots.cwd(), roots.home(), roots.settingsRoot());
    for (String file : files) {
      if (pattern.matches(file)) {
        return true;
      }
    }
    return false;
  }

  /** The host alone counts; {@code *.x} is all below x, not x itself. */
  private static boolean host(String pattern, String url) {
    int scheme = url.indexOf("://");
    String rest = scheme < 0 ? url : url.substring(scheme + 3);
    int end = 0;
    while (end < rest.length() && "/?#\\".indexOf(rest.charAt(end)) < 0) {
      end++;
    }
    String host = rest.substring(rest.lastIndexOf('@', end) + 1, end);
    int port = host.indexOf(':');
    host = port < 0 ? host : host.substring(0, port);
    host = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    return Wildcards.matchCaseless(pattern, host);
  }

  /** A call and what it touches. */
  static final class Call {
    private final String tool;
    private final JsonObject input;
    private final String cwd;
    private final ShellUse use;

    Call(String tool, JsonObject input, String cwd) {
      this.tool = tool;
      this.input = input;
      this.cwd = cwd;
      this.use = ShellUse.of(text("command"));
    }

    final String text(String name) {
      return input.text(name).orElse("");
    }

    List<String> reads() {
      return switch (tool) {
        case "Read", "Edit", "Write", "NotebookEdit" -> files();
        case "Grep", "Glob" -> absolute(List.of(text("path")));
        case "Bash", "Monitor" -> absolute(use.reads());
        default -> List.of();
      };
    }

    List<String> writes() {
      return switch (tool) {
        case "Edit", "Write", "NotebookEdit" -> files();
        case "Bash", "Monitor" -> absolute(use.writes());
        default -> List.of();
      };
    }

    private List<String> files() {
      return absolute(
          List.of(input.text("file_path").or(() -> input.text("notebook_path")).orElse("")));
    }

    private List<String> absolute(List<String> paths) {
      List<String> absolute = new ArrayList<>();
      for (String path : paths) {
        String bare = path.startsWith("./") ? path.substring(2) : path;
        absolute.add(bare.startsWith("/") ? bare : cwd + '/' + bare);
      }
      return absolute;
    }
  }
}
