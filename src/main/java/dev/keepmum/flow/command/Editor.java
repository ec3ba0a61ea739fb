package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import dev.keepmum.rule.Role;
import java.util.ArrayList;
import java.util.List;

/** ed, ex and vi: commands for a text, of which one may write the text back to its file. */
final class Editor implements Behaviour {
  @Override
  public void run(Invocation call) {
    new General().run(call);
    boolean writes = false;
    for (Content script : scripts(call)) {
      for (String text : call.files().known(script).texts()) {
        writes |= writesBack(text);
      }
    }
    if (writes) {
      for (Content file : call.arguments().values(Role.READ)) {
        for (String path : call.resolve(file)) {
          call.context().changes().changed(call.files().followed(path), call.name());
        }
      }
    }
  }

  private static List<Content> scripts(Invocation call) {
    List<Content> scripts = new ArrayList<>(call.arguments().values(Role.CODE));
    for (Content file : call.arguments().values(Role.SCRIPT)) {
      scripts.add(call.read(file));
    }
    scripts.add(call.input());
    return scripts;
  }

  /** Whether a command of the script, on a line or behind a bar, writes the text it edits. */
  static boolean writesBack(String script) {
    int start = 0;
    for (int i = 0; i <= script.length(); i++) {
      boolean end = i == script.length() || script.charAt(i) == '\n' || script.charAt(i) == '|';
      if (end) {
        if (isWrite(script.substring(start, i))) {
          return true;
        }
        start = i + 1;
      }
    }
    return false;
  }

  private static boolean isWrite(String command) {
    int start = 0;
    while (start < command.length() && ":%.,$0123456789 \t".indexOf(command.charAt(start)) >= 0) {
      start++;
    }
    int end = start;
    while (end < command.length() && Character.isLetter(command.charAt(end))) {
      end++;
    }
    switch (command.substring(start, end)) {
      case "w":
      case "W":
      case "wq":
      case "wqa":
      case "wqall":
      case "wa":
      case "wall":
      case "write":
      case "x":
      case "xa":
      case "xall":
      case "xit":
      case "exi":
      case "exit":
      case "up":
      case "update":
        return true;
      default:
        return false;
    }
  }
}
