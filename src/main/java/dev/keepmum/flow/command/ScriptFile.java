package dev.keepmum.flow.command;

import dev.keepmum.effect.Language;
import dev.keepmum.flow.Content;
import dev.keepmum.flow.PathNames;
import dev.keepmum.flow.run.ShellInterpreter;
import dev.keepmum.rule.CommandRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A program that is a script file: started by its path, it names its interpreter in line one. */
final class ScriptFile {
  private ScriptFile() {}

  /** Runs a path as a script; false if it is none, or nothing can be known of it. */
  static boolean run(
      ProgramRunner programs, ShellInterpreter shell, String path, List<Content> arguments) {
    List<String> files =
        path.indexOf('/') < 0
            ? shell.context().files().writtenAs(path)
            : shell.context().files().resolve(shell.state().directory(), Content.text(path));
    if (files.isEmpty()) {
      return false;
    }
    Content content = shell.context().files().read(files.get(0));
    if (content.hasSecrets()) {
      return false;
    }
    boolean own = shell.context().files().isWritten(files.get(0));
    Content text = shell.context().files().known(content);
    String source = text.textOr("");
    if (source.isEmpty() || source.indexOf('\0') >= 0) {
      return false;
    }
    Language language = language(shell, source);
    programs
        .code()
        .run(
            shell,
            new CodeRun(
                language,
                text,
                arguments,
                shell.streams().input(),
                own ? CodeRun.Origin.CALL : CodeRun.Origin.FILE,
                CodeRun.Display.NOTHING));
    return true;
  }

  /** The language of a script by its first line; without one, the shell runs it. */
  private static Language language(ShellInterpreter shell, String source) {
    if (!source.startsWith("#!")) {
      return Language.SHELL;
    }
    int end = source.indexOf('\n');
    String line = end < 0 ? source.substring(2) : source.substring(2, end);
    for (String word : words(line)) {
      Optional<CommandRule> rule = shell.context().rules().command(PathNames.base(word));
      if (rule.isPresent() && rule.get().language().isPresent()) {
        return rule.get().language().get();
      }
    }
    return Language.OTHER;
  }

  /** The interpreter's path and, behind env, its name; options left out. */
  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    int start = 0;
    while (start < line.length()) {
      int end = start;
      while (end < line.length() && line.charAt(end) > ' ') {
        end++;
      }
      if (end > start && line.charAt(start) != '-') {
        words.add(line.substring(start, end));
      }
      start = end + 1;
    }
    return words;
  }
}
