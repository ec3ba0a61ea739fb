package dev.keepmum.policy;

import dev.keepmum.event.JsonText;
import dev.keepmum.flow.PathNames;
import java.util.ArrayList;
import java.util.List;

/**
 * A slash command or a skill as it is called: {@code /name arguments}. Before the model sees any of
 * it the client runs the shell commands in its file ({@code !`command`}, or a fence that begins
 * with {@code ```!}) and sends along the files it mentions. No tool is called for that (observed
 * with Claude Code 2.1.330).
 *
 * @param name without the slash; {@code folder:name} for one in a folder
 */
record SlashCommand(String name, String arguments) {

  private static final String INLINE = "!`";
  private static final String FENCE = "```!";
  private static final String ARGUMENTS = "$ARGUMENTS";

  /** The command that a prompt calls; one without a name if it calls none. */
  static SlashCommand in(String prompt) {
    if (!prompt.startsWith("/")) {
      return new SlashCommand("", "");
    }
    int end = 1;
    while (end < prompt.length() && isNameCharacter(prompt.charAt(end))) {
      end++;
    }
    boolean isWhole = end == prompt.length() || Character.isWhitespace(prompt.charAt(end));
    return isWhole
        ? new SlashCommand(prompt.substring(1, end), prompt.substring(end).strip())
        : new SlashCommand("", "");
  }

  private static boolean isNameCharacter(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == ':' || c == '.';
  }

  /** Whether it names no file of a command: the path of some other file, or nothing. */
  boolean isNone() {
    return name.isEmpty() || name.indexOf('/') >= 0 || name.contains("..");
  }

  /** Where its file may lie, for a folder that the client may have been started in. */
  List<String> files(String folder) {
    List<String> files = new ArrayList<>();
    String path = name.replace(':', '/');
    files.add(folder + "/.claude/commands/" + path + ".md");
    files.add(folder + "/.claude/skills/" + PathNames.base(path) + "/SKILL.md");
    return files;
  }

  /** Its text as the client expands it, with the arguments in their place. */
  String expanded(String text) {
    return text.replace(ARGUMENTS, arguments);
  }

  /** The inputs for the shell in an expanded text, as the tool that runs them has them. */
  static List<String> shellInputs(String text) {
    List<String> inputs = new ArrayList<>();
    addBetween(text, FENCE, "```", inputs);
    addBetween(text, INLINE, "`", inputs);
    return inputs;
  }

  private static void addBetween(String text, String open, String close, List<String> inputs) {
    int at = text.indexOf(open);
    while (at >= 0) {
      int start = at + open.length();
      int end = text.indexOf(close, start);
      if (end < 0) {
        return;
      }
      String command = text.substring(start, end).strip();
      if (!command.isEmpty()) {
        inputs.add("{\"command\":" + JsonText.quoted(command) + "}");
      }
      at = text.indexOf(open, end + close.length());
    }
  }
}
