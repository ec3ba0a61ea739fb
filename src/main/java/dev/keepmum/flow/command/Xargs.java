package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import dev.keepmum.rule.Role;
import java.util.ArrayList;
import java.util.List;

/** xargs: runs a program with the items of its input as arguments. */
final class Xargs implements Behaviour {

  private static final int MAX_ITEMS = 2_000;

  @Override
  public void run(Invocation call) {
    List<Content> items = items(call);
    List<Content> command = new ArrayList<>(call.arguments().values(Role.PROGRAM));
    command.addAll(call.arguments().rest());
    if (command.isEmpty()) {
      command.add(Content.text("echo"));
    }
    String mark = mark(call);
    List<Content> words = new ArrayList<>();
    boolean replaced = false;
    for (Content word : command) {
      String text = word.textOr("");
      if (!mark.isEmpty() && text.contains(mark)) {
        replaced = true;
        addReplaced(words, text, mark, items);
      } else {
        words.add(word);
      }
    }
    if (!replaced) {
      words.addAll(items);
    }
    call.runProgram(words, Content.EMPTY);
  }

  private static void addReplaced(
      List<Content> words, String text, String mark, List<Content> items) {
    if (text.equals(mark)) {
      words.addAll(items);
      return;
    }
    Content any = null;
    for (Content item : items) {
      Content one = Content.EMPTY;
      int start = 0;
      int at = text.indexOf(mark);
      while (at >= 0) {
        one = one.then(Content.text(text.substring(start, at))).then(item);
        start = at + mark.length();
        at = text.indexOf(mark, start);
      }
      one = one.then(Content.text(text.substring(start)));
      any = any == null ? one : one.or(any);
    }
    words.add(any == null ? Content.UNKNOWN : any);
  }

  private static String mark(Invocation call) {
    for (Arguments.Bound argument : call.arguments().all()) {
      switch (argument.option()) {
        case "-I":
        case "-J":
        case "-i":
        case "--replace":
          return argument.value().textOr("{}");
        default:
          break;
      }
    }
    boolean plain = call.arguments().hasOption("-i") || call.arguments().hasOption("--replace");
    return plain || call.name().equals("parallel") ? "{}" : "";
  }

  private static List<Content> items(Invocation call) {
    Content input = call.input();
    for (Content file : call.arguments().values(Role.LOAD)) {
      input = call.read(file);
    }
    Content known = call.files().known(input);
    List<Content> items = new ArrayList<>();
    String separators = separators(call);
    for (String text : known.texts()) {
      addItems(items, text, separators, known);
    }
    if (items.isEmpty() && (known.isOpen() || known.hasSecrets())) {
      items.add(known.derived());
    }
    return items;
  }

  private static void addItems(
      List<Content> items, String text, String separators, Content source) {
    int start = 0;
    while (start < text.length() && items.size() < MAX_ITEMS) {
      int end = start;
      while (end < text.length() && separators.indexOf(text.charAt(end)) < 0) {
        end++;
      }
      if (end > start) {
        items.add(Content.text(text.substring(start, end)).withSecrets(source.secrets()));
      }
      start = end + 1;
    }
  }

  private static String separators(Invocation call) {
    String own = call.arguments().option("-d").textOr("");
    if (!own.isEmpty()) {
      return Escapes.decode(own);
    }
    if (call.arguments().hasOption("-0") || call.arguments().hasOption("--null")) {
      return "\0";
    }
    boolean lines = !mark(call).isEmpty();
    return lines ? "\n\0" : " \t\n\0";
  }
}
