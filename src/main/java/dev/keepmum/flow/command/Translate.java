package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import java.util.List;

/** tr: characters for characters, in the common forms; the rest is unknown. */
final class Translate extends TextTransform {

  @Override
  String transform(Invocation call, String text) {
    List<Content> sets = call.arguments().operands();
    boolean deletes = call.arguments().hasOption("-d") || call.arguments().hasOption("--delete");
    boolean other =
        call.arguments().hasOption("-c")
            || call.arguments().hasOption("-C")
            || call.arguments().hasOption("-s");
    if (other || sets.isEmpty() || !sets.get(0).isSingleText()) {
      return null;
    }
    String from = expand(sets.get(0).textOr(""));
    String to = !deletes && sets.size() > 1 ? expand(sets.get(1).textOr("")) : "";
    if (from == null || to == null || !deletes && to.isEmpty()) {
      return null;
    }
    StringBuilder result = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int index = from.lastIndexOf(c);
      if (index < 0) {
        result.append(c);
      } else if (!deletes) {
        result.append(to.charAt(Math.min(index, to.length() - 1)));
      }
    }
    return result.toString();
  }

  /** Zero bytes stand where lines would end in lists that programs hand on. */
  @Override
  Content unknown(Invocation call, Content input) {
    List<Content> sets = call.arguments().operands();
    boolean toLines =
        sets.size() == 2
            && isZero(sets.get(0).textOr(""))
            && Escapes.decode(sets.get(1).textOr("")).equals("\n");
    return toLines ? input.zerosAsLines() : super.unknown(call, input);
  }

  private static boolean isZero(String set) {
    return set.equals("\\0") || set.equals("\\000") || set.equals("\\00") || set.equals("\\x00");
  }

  /** The characters of a set with its ranges; null for classes that are not known here. */
  private static String expand(String set) {
    switch (set) {
      case "[:lower:]":
        return range('a', 'z');
      case "[:upper:]":
        return range('A', 'Z');
      case "[:digit:]":
        return range('0', '9');
      default:
        break;
    }
    if (set.contains("[:")) {
      return null;
    }
    String plain = Escapes.decode(set);
    StringBuilder characters = new StringBuilder();
    for (int i = 0; i < plain.length(); i++) {
      if (i + 2 < plain.length() && plain.charAt(i + 1) == '-') {
        characters.append(range(plain.charAt(i), plain.charAt(i + 2)));
        i += 2;
      } else {
        characters.append(plain.charAt(i));
      }
    }
    return characters.toString();
  }

  private static String range(char first, char last) {
    StringBuilder range = new StringBuilder();
    for (char c = first; c <= last && range.length() < 512; c++) {
      range.append(c);
    }
    return range.toString();
  }
}
