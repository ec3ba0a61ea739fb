package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import java.util.ArrayList;
import java.util.List;

/** zargs: runs a program with the words in front of it, {@code zargs *.c -- wc -l} (zshcontrib). */
final class Zargs implements Behaviour {

  private static final String SEPARATOR = "--";

  @Override
  public void run(Invocation call) {
    List<Content> words = call.words();
    int start = 0;
    while (start < words.size() && words.get(start).textOr("").startsWith("-")) {
      start++;
    }
    int end = start;
    while (end < words.size() && !words.get(end).textOr("").equals(SEPARATOR)) {
      end++;
    }
    List<Content> command =
        new ArrayList<>(words.subList(Math.min(end + 1, words.size()), words.size()));
    if (command.isEmpty()) {
      command.add(Content.text("print"));
    }
    command.addAll(words.subList(start, end));
    call.runProgram(command);
  }
}
