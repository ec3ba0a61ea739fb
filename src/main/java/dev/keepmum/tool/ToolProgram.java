package dev.keepmum.tool;

import dev.keepmum.effect.Effect;
import dev.keepmum.effect.Language;
import dev.keepmum.effect.Value;
import dev.keepmum.event.JsonValue;
import dev.keepmum.event.JsonValue.JsonArray;
import dev.keepmum.event.JsonValue.JsonMember;
import java.util.ArrayList;
import java.util.List;

/**
 * A tool that is named after a program and what it does: {@code git_show}, {@code kubectl_get},
 * {@code docker_exec}. It does what the command line would do that its name and its input spell.
 */
final class ToolProgram {
  private ToolProgram() {}

  /** Adds the program's run to the effects, if the tool is named after one. */
  static void run(ToolName tool, ToolInput in) {
    List<String> name = named(tool.action());
    if (name.isEmpty() || !isProgram(name.get(0))) {
      return;
    }
    List<Value> words = new ArrayList<>();
    for (String word : name) {
      words.add(new Value.Text(word));
    }
    boolean saysWhat = name.size() > 1;
    for (JsonMember member : in.rest()) {
      saysWhat |= isOperand(InputKey.plain(member.name()));
      addArguments(member, words);
    }
    if (!saysWhat) {
      return;
    }
    in.add(new Effect.Run(Language.ARGUMENTS, words, Value.EMPTY));
  }

  /** {@code run_gcloud_command} is named after gcloud. */
  private static List<String> named(List<String> action) {
    int start = 0;
    int end = action.size();
    while (start < end && isStarting(action.get(start))) {
      start++;
    }
    while (end > start + 1 && isCommand(action.get(end - 1))) {
      end--;
    }
    return action.subList(start, end);
  }

  private static boolean isStarting(String word) {
    return switch (word) {
      case "run", "call", "execute", "exec", "use", "invoke" -> true;
      default -> false;
    };
  }

  private static boolean isCommand(String word) {
    return switch (word) {
      case "command", "cmd", "cli" -> true;
      default -> false;
    };
  }

  /** Programs with sub-commands that are often offered as tools. */
  private static boolean isProgram(String word) {
    return switch (word) {
      case "git",
          "gh",
          "kubectl",
          "helm",
          "docker",
          "podman",
          "aws",
          "gcloud",
          "az",
          "terraform",
          "op",
          "npm" ->
          true;
      default -> false;
    };
  }

  private static void addArguments(JsonMember member, List<Value> words) {
    String key = InputKey.plain(member.name());
    if (member.value() instanceof JsonArray array) {
      for (JsonValue element : array.elements()) {
        addArgument(key, element.text().orElse(""), words);
      }
    } else {
      addArgument(key, member.value().text().orElse(""), words);
    }
  }

  private static void addArgument(String key, String text, List<Value> words) {
    if (isOperand(key)) {
      addWords(text, words);
    } else if (!isFolder(key) && !text.isEmpty() && text.indexOf(' ') < 0) {
      addWord("--" + key + "=" + text, words);
    }
  }

  /** What stands as a word of its own; everything else is the value of an option. */
  private static boolean isOperand(String key) {
    return switch (key) {
      case "args",
          "arguments",
          "command",
          "cmd",
          "revision",
          "rev",
          "ref",
          "commit",
          "target",
          "resource",
          "resourcetype",
          "kind",
          "name",
          "resourcename",
          "container",
          "containerid",
          "path",
          "paths",
          "file",
          "files" ->
          true;
      default -> false;
    };
  }

  private static boolean isFolder(String key) {
    return switch (key) {
      case "repopath", "repo", "repository", "cwd", "workdir", "workingdirectory" -> true;
      default -> false;
    };
  }

  private static void addWords(String text, List<Value> words) {
    int start = 0;
    while (start <= text.length()) {
      int blank = text.indexOf(' ', start);
      int end = blank < 0 ? text.length() : blank;
      addWord(text.substring(start, end), words);
      start = end + 1;
    }
  }

  private static void addWord(String word, List<Value> words) {
    if (!word.isEmpty()) {
      words.add(new Value.Text(word));
    }
  }
}
