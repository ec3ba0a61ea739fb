package dev.keepmum.flow.command;

import dev.keepmum.effect.Language;
import dev.keepmum.flow.Assignments;
import dev.keepmum.flow.Content;
import dev.keepmum.rule.Role;
import java.util.ArrayList;
import java.util.List;

/** crontab: command lines that run by the clock (crontab(5)), from a file or standard input. */
final class Timetable implements Behaviour {

  private static final int FIELDS_OF_TIME = 5;

  @Override
  public void run(Invocation call) {
    List<Content> tables = new ArrayList<>();
    for (Content file : call.arguments().values(Role.LOAD)) {
      tables.add(call.read(file));
    }
    if (tables.isEmpty()) {
      tables.add(call.input());
    }
    for (Content table : tables) {
      Content known = call.files().known(table);
      for (String text : known.texts()) {
        for (String line : Assignments.lines(text)) {
          Content command = known.withTexts(List.of(command(line)));
          call.runCode(new CodeRun(Language.SHELL, command, List.of(), Content.EMPTY));
        }
      }
    }
  }

  /** What stands behind the fields of time, or behind one word like {@code @daily}. */
  private static String command(String line) {
    String rest = line.strip();
    int fields = rest.startsWith("@") ? 1 : FIELDS_OF_TIME;
    for (int i = 0; i < fields; i++) {
      int end = 0;
      while (end < rest.length() && !Character.isWhitespace(rest.charAt(end))) {
        end++;
      }
      rest = rest.substring(end).strip();
    }
    return line.strip().startsWith("#") ? "" : rest;
  }
}
