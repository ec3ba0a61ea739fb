package dev.keepmum.flow.command;

import dev.keepmum.effect.Language;
import dev.keepmum.flow.Content;
import dev.keepmum.rule.Role;
import java.util.List;

/**
 * sftp, ftp, lftp and their kin: a host, and commands on standard input, in a file or in an option.
 * {@code put} sends a file, {@code !} starts a program here.
 */
final class FileTransfer implements Behaviour {
  private static final int MAX_COMMANDS = 1_000;

  @Override
  public void run(Invocation call) {
    Content host = Content.UNKNOWN;
    for (Content value : call.arguments().values(Role.HOST)) {
      host = value;
    }
    for (Content file : call.arguments().values(Role.SCRIPT)) {
      commands(call, host, call.read(file));
    }
    for (Role role : List.of(Role.CODE, Role.CODE_LINE)) {
      for (Content line : call.arguments().values(role)) {
        commands(call, host, line);
      }
    }
    commands(call, host, call.input());
  }

  private static void commands(Invocation call, Content host, Content text) {
    Content known = call.files().known(text);
    if (known.hasSecrets()) {
      call.context().sinks().send(host, known, call.name());
    }
    for (String script : known.texts()) {
      int start = 0;
      for (int count = 0; start < script.length() && count < MAX_COMMANDS; count++) {
        int end = start;
        while (end < script.length() && script.charAt(end) != '\n' && script.charAt(end) != ';') {
          end++;
        }
        command(call, host, script.substring(start, end).strip());
        start = end + 1;
      }
    }
  }

  private static void command(Invocation call, Content host, String line) {
    if (line.startsWith("!")) {
      Content shell = Content.text(line.substring(1));
      call.runCode(new CodeRun(Language.SHELL, shell, List.of(), Content.EMPTY));
      return;
    }
    int at = wordEnd(line, 0);
    if (!sends(line.substring(0, at))) {
      return;
    }
    while (at < line.length()) {
      int end = wordEnd(line, at + 1);
      String word = line.substring(at + 1, end);
      if (!word.isEmpty() && !word.startsWith("-")) {
        call.context().sinks().send(host, call.read(Content.text(word)), call.name());
      }
      at = end;
    }
  }

  private static int wordEnd(String line, int from) {
    int blank = line.indexOf(' ', from);
    return blank < 0 ? line.length() : blank;
  }

  private static boolean sends(String command) {
    switch (command) {
      case "put":
      case "mput":
      case "reput":
      case "send":
      case "append":
      case "mirror":
        return true;
      default:
        return false;
    }
  }
}
