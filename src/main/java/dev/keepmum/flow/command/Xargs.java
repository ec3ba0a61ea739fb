package dev.keepmum.flow.command;

import dev.keepmum.effect.Language;
import dev.keepmum.flow.Content;
import dev.keepmum.rule.Role;
import java.util.ArrayList;
import java.util.List;

/** xargs and parallel: run a program with the items of their input as arguments. */
final class Xargs implements Behaviour {

  private static final int MAX_ITEMS = 2_000;

  /** Runs of the command that are looked at one by one. */
  private static final int MAX_BATCHES = 32;

  /** What stands between parallel's command and the items that are written behind it. */
  private static final String ITEMS_FOLLOW = ":::";

  /** What stands between the command and files of items. */
  private static final String FILES_FOLLOW = "::::";

  @Override
  public void run(Invocation call) {
    List<Content> items = new ArrayList<>();
    List<Content> command = new ArrayList<>(call.arguments().values(Role.PROGRAM));
    command.addAll(call.arguments().rest());
    boolean mayBeNone = false;
    int mark = items(command);
    if (mark >= 0) {
      boolean files = command.get(mark).textOr("").startsWith(FILES_FOLLOW);
      for (Content word : command.subList(mark + 1, command.size())) {
        items.addAll(files ? items(call, call.read(word)) : List.of(word));
      }
      command = command.subList(0, mark);
    } else {
      Content input = call.files().known(input(call));
      items.addAll(items(call, input));
      mayBeNone = mayBeBlank(input) && runsWithoutItems(call);
    }
    if (command.isEmpty() && call.name().equals("parallel")) {
      runEach(call, items);
      return;
    }
    if (command.isEmpty()) {
      command.add(Content.text("echo"));
    }
    if (mayBeNone) {
      run(call, command);
    }
    for (List<Content> batch : batches(call, items)) {
      run(call, words(call, command, batch));
    }
  }

  /** The command with some items in their places, or behind its words where it has none. */
  private static List<Content> words(Invocation call, List<Content> command, List<Content> items) {
    String placeholder = mark(call);
    List<Content> words = new ArrayList<>();
    boolean replaced = false;
    for (Content word : command) {
      String text = word.textOr("");
      if (!placeholder.isEmpty() && text.contains(placeholder)) {
        replaced = true;
        addReplaced(words, text, placeholder, items);
      } else {
        words.add(word);
      }
    }
    if (!replaced) {
      words.addAll(items);
    }
    return words;
  }

  private static void run(Invocation call, List<Content> words) {
    if (call.arguments().isSet(Role.SHOWS)) {
      showLine(call, words);
    }
    if (call.name().equals("parallel")) {
      runLine(call, words);
    } else {
      call.runProgram(words, Content.EMPTY);
    }
  }

  /** Whether a text may hold no item at all. */
  private static boolean mayBeBlank(Content input) {
    if (input.hasSecrets()) {
      return false;
    }
    for (String text : input.texts()) {
      if (text.replace(Content.UNKNOWN_PART, ' ').isBlank()) {
        return true;
      }
    }
    return input.isOpen();
  }

  /** GNU xargs without items runs its command once, unless each item is to stand in a place. */
  private static boolean runsWithoutItems(Invocation call) {
    return !call.name().equals("parallel")
        && mark(call).isEmpty()
        && !call.arguments().hasOption("-r")
        && !call.arguments().hasOption("--no-run-if-empty");
  }

  /** The items that are given to the command together; all of them where those are many. */
  private static List<List<Content>> batches(Invocation call, List<Content> items) {
    int size = batchSize(call);
    if (size == 0 || items.size() > size * MAX_BATCHES) {
      return items.isEmpty() ? List.of() : List.of(items);
    }
    List<List<Content>> batches = new ArrayList<>();
    for (int start = 0; start < items.size(); start += size) {
      batches.add(items.subList(start, Math.min(items.size(), start + size)));
    }
    return batches;
  }

  /** How many items are given to the command at once; 0 where nobody says. */
  private static int batchSize(Invocation call) {
    if (!mark(call).isEmpty()) {
      return 1;
    }
    String most = call.arguments().option("-n").textOr("");
    try {
      return most.isEmpty() ? 0 : Math.max(0, Math.min(MAX_ITEMS, Integer.parseInt(most)));
    } catch (NumberFormatException computed) {
      return 0;
    }
  }

  /** parallel gives its words to a shell. */
  private static void runLine(Invocation call, List<Content> words) {
    Content line = words.get(0);
    for (Content word : words.subList(1, words.size())) {
      line = line.then(Content.text(" ")).then(word);
    }
    call.runCode(new CodeRun(Language.SHELL, line, List.of(), Content.EMPTY));
  }

  /** {@code xargs -t}: tells the command line that it runs. */
  private static void showLine(Invocation call, List<Content> words) {
    for (Content word : words) {
      call.printError(word);
    }
  }

  /** Where the items begin that stand behind the command; -1 where they come from elsewhere. */
  private static int items(List<Content> command) {
    for (int i = 0; i < command.size(); i++) {
      if (command.get(i).textOr("").startsWith(ITEMS_FOLLOW)) {
        return i;
      }
    }
    return -1;
  }

  /** parallel without a command: each item is one. */
  private static void runEach(Invocation call, List<Content> items) {
    for (Content item : items) {
      call.runCode(new CodeRun(Language.SHELL, item, List.of(), Content.EMPTY));
    }
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

  private static Content input(Invocation call) {
    Content input = call.input();
    for (Content file : call.arguments().values(Role.LOAD)) {
      input = call.read(file);
    }
    return input;
  }

  private static List<Content> items(Invocation call, Content input) {
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
