package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import java.util.ArrayList;
import java.util.List;

/** printf: its format filled with its arguments, again and again until there are none left. */
final class Format implements Behaviour {

  private static final int MAX_ROUNDS = 256;

  @Override
  public void run(Invocation call) {
    List<Content> words = new ArrayList<>(call.words());
    String variable = "";
    if (!words.isEmpty() && words.get(0).textOr("").equals("-v") && words.size() > 1) {
      variable = words.get(1).textOr("");
      General.complain(call, words.get(1));
      words = words.subList(2, words.size());
    }
    if (!words.isEmpty() && words.get(0).textOr("").equals("--")) {
      words = words.subList(1, words.size());
    }
    if (words.isEmpty()) {
      return;
    }
    Content text = format(call, words.get(0), words.subList(1, words.size()));
    if (variable.isEmpty()) {
      call.print(text);
    } else {
      call.shell().assign(variable, text);
    }
  }

  private static Content format(Invocation call, Content format, List<Content> arguments) {
    if (!format.isSingleText()) {
      Content all = format;
      for (Content argument : arguments) {
        all = all.then(argument);
      }
      return all;
    }
    Content result = Content.EMPTY;
    int next = 0;
    int round = 0;
    do {
      Filling filling = new Filling(call, format.textOr(""), arguments, next);
      result = result.then(filling.fill());
      if (filling.next == next) {
        break;
      }
      next = filling.next;
    } while (next < arguments.size() && ++round < MAX_ROUNDS);
    return result;
  }

  /** One pass over the format. */
  private static final class Filling {
    private final Invocation call;
    private final String format;
    private final List<Content> arguments;
    private int next;

    Filling(Invocation call, String format, List<Content> arguments, int next) {
      this.call = call;
      this.format = format;
      this.arguments = arguments;
      this.next = next;
    }

    Content fill() {
      Content result = Content.EMPTY;
      int start = 0;
      int i = format.indexOf('%');
      while (i >= 0 && i + 1 < format.length()) {
        result = result.then(Content.text(Escapes.decode(format.substring(start, i))));
        int end = i + 1;
        while (end < format.length()
            && "-+ #0123456789.'*lhqjzt".indexOf(format.charAt(end)) >= 0) {
          boolean quoting = format.charAt(end) == 'q';
          if (quoting) {
            break;
          }
          end++;
        }
        char conversion = end < format.length() ? format.charAt(end) : '%';
        Content converted = converted(conversion);
        result = cutsAll(i, end) ? result : result.then(converted);
        start = Math.min(format.length(), end + 1);
        i = format.indexOf('%', start);
      }
      return result.then(Content.text(Escapes.decode(format.substring(start))));
    }

    /** {@code %.0s}: nothing of a text is printed. */
    private boolean cutsAll(int start, int end) {
      String precision = format.substring(format.lastIndexOf('.', end) + 1, end);
      boolean isPrecise = format.lastIndexOf('.', end) > start;
      return isPrecise
          && (precision.isEmpty() || precision.equals("0"))
          && format.charAt(end) == 's';
    }

    private Content converted(char conversion) {
      if (conversion == '%') {
        return Content.text("%");
      }
      Content argument = next < arguments.size() ? arguments.get(next) : Content.EMPTY;
      if (next < arguments.size()) {
        next++;
      }
      switch (conversion) {
        case 's':
          return argument;
        case 'd':
        case 'i':
          General.complain(call, argument); // As it is no number.
          return argument;
        case 'b':
          return argument.isSingleText()
              ? argument.withTexts(List.of(Escapes.decode(argument.textOr(""))))
              : argument;
        case 'c':
          return argument.isSingleText() && !argument.textOr("").isEmpty()
              ? argument.withTexts(List.of(argument.textOr("").substring(0, 1)))
              : argument;
        case 'q':
        case 'Q':
        case '(':
          return argument.derived();
        default:
          General.complain(call, argument);
          return argument.derived();
      }
    }
  }
}
