package dev.keepmum.flow.command;

import dev.keepmum.effect.Language;
import dev.keepmum.flow.Content;
import java.util.List;

/**
 * ansible: a module and its arguments, in which templates may look up files, variables and what
 * programs print.
 *
 * @see <a href="https://docs.ansible.com/ansible/latest/plugins/lookup.html">Lookup plugins</a>
 */
final class AnsibleModule implements Behaviour {

  private static final String SOURCE = "src=";

  private static final int MAX_LOOKUPS = 100;

  @Override
  public void run(Invocation call) {
    new General().run(call);
    Content arguments = call.arguments().option("-a").then(call.arguments().option("--args"));
    String module = module(call);
    for (String text : arguments.texts()) {
      if (module.equals("slurp")) {
        call.print(call.read(Content.text(source(text))).derived());
      } else if (shows(module)) {
        call.print(lookedUp(call, text).derived());
      }
    }
  }

  /** The module's name without its collection. */
  private static String module(Invocation call) {
    Arguments given = call.arguments();
    String name = given.option("-m").textOr("").concat(given.option("--module-name").textOr(""));
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** Whether a module's arguments, or what they come to, are printed. */
  private static boolean shows(String module) {
    switch (module) {
      case "":
      case "debug":
      case "fail":
      case "assert":
      case "command":
      case "shell":
      case "raw":
      case "set_fact":
        return true;
      default:
        return false;
    }
  }

  private static String source(String arguments) {
    int start = arguments.indexOf(SOURCE);
    if (start < 0) {
      return "";
    }
    start += SOURCE.length();
    int end = arguments.indexOf(' ', start);
    return unquoted(arguments.substring(start, end < 0 ? arguments.length() : end));
  }

  private static String unquoted(String text) {
    return text.replace("'", "").replace("\"", "");
  }

  /** What the look-ups in a template give. */
  private static Content lookedUp(Invocation call, String template) {
    Content content = Content.UNKNOWN;
    int at = template.indexOf("{{");
    for (int count = 0; at >= 0 && count < MAX_LOOKUPS; count++) {
      int end = template.indexOf("}}", at);
      String expression = template.substring(at + 2, end < 0 ? template.length() : end);
      content = content.withSecrets(evaluated(call, expression).secrets());
      at = end < 0 ? -1 : template.indexOf("{{", end);
    }
    return content;
  }

  private static Content evaluated(Invocation call, String expression) {
    if (expression.strip().startsWith("ansible_env")) {
      return environment(call, expression.strip());
    }
    int open = expression.indexOf('(');
    String function = open < 0 ? "" : expression.substring(0, open).strip();
    if (!function.equals("lookup") && !function.equals("query") && !function.equals("q")) {
      return Content.UNKNOWN;
    }
    int close = expression.lastIndexOf(')');
    String given = expression.substring(open + 1, close < open ? expression.length() : close);
    int comma = given.indexOf(',');
    if (comma < 0) {
      return Content.UNKNOWN;
    }
    String plugin = unquoted(given.substring(0, comma)).strip();
    String term = unquoted(given.substring(comma + 1)).strip();
    return found(call, plugin.substring(plugin.lastIndexOf('.') + 1), term);
  }

  private static Content environment(Invocation call, String expression) {
    String name = unquoted(expression.substring("ansible_env".length()));
    String member = name.replace(".", "").replace("[", "").replace("]", "").strip();
    return member.isEmpty()
        ? call.shell().variables().environment(call.state())
        : call.shell().variables().indirect(call.state(), Content.text(member));
  }

  private static Content found(Invocation call, String plugin, String term) {
    switch (plugin) {
      case "file":
      case "unvault":
      case "template":
        return call.read(Content.text(term));
      case "env":
        return call.shell().variables().indirect(call.state(), Content.text(term));
      case "pipe":
      case "lines":
        return call.shell()
            .capture(
                new Runnable() {
                  @Override
                  public void run() {
                    call.runCode(
                        new CodeRun(Language.SHELL, Content.text(term), List.of(), Content.EMPTY));
                  }
                });
      default:
        return Content.UNKNOWN;
    }
  }
}
