package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import dev.keepmum.flow.state.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** read: takes a line of its input into variables. */
final class ReadIntoVariable implements Behaviour {

  private static final String WITH_VALUE = "adinNptu";

  @Override
  public void run(Invocation call) {
    Content input = call.inputText();
    List<String> names = new ArrayList<>();
    List<Content> words = call.words();
    List<String> others = new ArrayList<>();
    boolean array = false;
    char end = '\n';
    for (int i = 0; i < words.size(); i++) {
      String text = words.get(i).textOr("");
      if (!text.startsWith("-") || text.length() < 2) {
        List<String> texts = words.get(i).texts();
        names.add(texts.size() == 1 ? texts.get(0) : text);
        others.addAll(texts);
        continue;
      }
      char last = text.charAt(text.length() - 1);
      char option = WITH_VALUE.indexOf(last) >= 0 ? last : text.charAt(1);
      boolean valued = WITH_VALUE.indexOf(option) >= 0;
      boolean attached = valued && text.length() > 2 && last != option;
      Content value = attached || !valued || i + 1 >= words.size() ? Content.EMPTY : words.get(++i);
      switch (option) {
        case 'a':
          names.add(attached ? text.substring(2) : value.textOr(""));
          array = true;
          break;
        case 'u':
          input = fromDescriptor(call, attached ? text.substring(2) : value.textOr(""));
          break;
        case 'p':
          call.printError(value);
          break;
        case 'd':
          end = Records.end(attached ? text.substring(2) : value.textOr(""));
          break;
        default:
          break;
      }
    }
    Content lines = lines(call, input, end);
    boolean oneOfSeveral = names.size() == 1 && others.size() > 1;
    for (String name : oneOfSeveral ? others : List.<String>of()) {
      assign(call, new ArrayList<>(List.of(name)), lines, array);
    }
    if (!oneOfSeveral) {
      assign(call, names, lines, array);
    }
  }

  private static Content fromDescriptor(Invocation call, String number) {
    return call.files().known(call.read(Content.text("/dev/fd/".concat(number))));
  }

  /** Any of the lines: which one it is depends on how often read was called before. */
  private static Content lines(Invocation call, Content input, char end) {
    List<String> lines = new ArrayList<>();
    for (String text : input.texts()) {
      for (String line : Records.of(text, end)) {
        if (lines.size() < Content.MAX_TEXTS || isInteresting(call, line)) {
          lines.add(0, line.strip());
        }
      }
    }
    Content read = lines.isEmpty() ? Content.UNKNOWN : Content.oneOf(lines);
    return read.withSecrets(input.lines().secrets());
  }

  /** Where not all lines can be kept, those that name something secret are. */
  private static boolean isInteresting(Invocation call, String line) {
    return call.rules().variable(line).isPresent()
        || call.files().secret(line.startsWith("/") ? line : "/".concat(line)).isPresent();
  }

  private static void assign(Invocation call, List<String> names, Content line, boolean array) {
    if (names.isEmpty()) {
      names.add("REPLY");
    }
    if (!line.hasSecrets() && line.isSingleText() && (array || names.size() > 1)) {
      assignFields(call, names, line.textOr(""), array);
      return;
    }
    for (int i = 0; i < names.size(); i++) {
      boolean whole = names.size() == 1 && !array;
      Content value = whole ? line : part(line, names.size(), i);
      call.shell().assign(names.get(i), value);
    }
  }

  private static void assignFields(
      Invocation call, List<String> names, String line, boolean array) {
    Variable own = call.state().variables().get("IFS");
    String separators = own == null ? " \t\n" : own.value().textOr(" \t\n");
    Map<String, Content> fields = new LinkedHashMap<>();
    int start = 0;
    while (start < line.length()) {
      boolean last = !array && fields.size() == names.size() - 1;
      int end = start;
      while (end < line.length() && (last || separators.indexOf(line.charAt(end)) < 0)) {
        end++;
      }
      if (end > start) {
        fields.put(Integer.toString(fields.size()), Content.text(line.substring(start, end)));
      }
      start = end + 1;
    }
    if (array) {
      call.state().variables().put(names.get(0), Variable.array(fields));
      return;
    }
    for (int i = 0; i < names.size(); i++) {
      Content field = fields.getOrDefault(Integer.toString(i), Content.EMPTY);
      call.shell().assign(names.get(i), field);
    }
  }

  /** With several names the line is cut up; names of assignments go to the first of two. */
  private static Content part(Content line, int count, int index) {
    if (!line.hasSecrets()) {
      return line.opened();
    }
    boolean name = count == 2 && index == 0;
    return name ? line.namesOnly() : line.derived();
  }
}
