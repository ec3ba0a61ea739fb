package dev.keepmum.flow.command;

import dev.keepmum.effect.Language;
import dev.keepmum.flow.Assignments;
import dev.keepmum.flow.Content;
import dev.keepmum.rule.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * gdb and lldb: commands of which some start a shell or run code, and one starts the program. What
 * they show of a program's memory is not followed.
 *
 * <p>Sources: gdb's manual, "Shell Commands" and "Python Commands"; lldb's {@code help}.
 */
final class Debugger implements Behaviour {

  private static final List<String> SHELL =
      List.of("shell ", "!", "make ", "platform shell ", "process launch --shell ");

  private static final List<String> PYTHON =
      List.of("python ", "py ", "python-interactive ", "pi ", "script ");

  private static final List<String> STARTS =
      List.of("run", "r", "start", "starti", "process launch");

  @Override
  public void run(Invocation call) {
    List<Content> scripts = new ArrayList<>(call.arguments().values(Role.CODE));
    for (Content file : call.arguments().values(Role.SCRIPT)) {
      Content text = call.read(file);
      call.printError(text.derived()); // It complains of lines that are no commands.
      scripts.add(text);
    }
    scripts.add(call.input());
    for (Content script : scripts) {
      for (String text : call.files().known(script).texts()) {
        for (String line : Assignments.lines(text)) {
          runLine(call, line.strip());
        }
      }
    }
  }

  private static void runLine(Invocation call, String line) {
    String shell = behind(line, SHELL);
    String python = behind(line, PYTHON);
    if (!shell.isEmpty()) {
      runCode(call, Language.SHELL, shell);
    } else if (!python.isEmpty()) {
      runCode(call, Language.PYTHON, python);
    } else if (line.startsWith("pipe ") || line.startsWith("|")) {
      int bar = line.indexOf('|', 1);
      runCode(call, Language.SHELL, bar < 0 ? "" : line.substring(bar + 1));
    } else if (STARTS.contains(line)) {
      List<Content> program = new ArrayList<>(call.arguments().values(Role.PROGRAM));
      program.addAll(call.arguments().rest());
      call.runProgram(program);
    }
  }

  private static String behind(String line, List<String> commands) {
    for (String command : commands) {
      if (line.startsWith(command)) {
        return line.substring(command.length());
      }
    }
    return "";
  }

  private static void runCode(Invocation call, Language language, String text) {
    call.runCode(new CodeRun(language, Content.text(text), List.of(), Content.EMPTY));
  }
}
