package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import java.util.List;
import java.util.Optional;

/** tr: characters for characters, in the common forms; the rest is unknown. */
final class Translate extends TextTransform {

  @Override
  Optional<String> transform(Invocation call, String text) {
    List<Content> sets = call.arguments().operands();
    boolean deletes = call.arguments().hasOption("-d") || call.arguments().hasOption("--delete");
    boolean other =
        call.arguments().hasOption("-c")
            || call.arguments().hasOption("-C")
            || call.arguments().hasOption("-s");
    if (other || sets.isEmpty() || !sets.get(0).isSingleText()) {
      return Optional.empty();
    }
    Optional<String> replaced = expand(sets.get(0).textOr(""));
    Optional<String> replacing = expand(!deletes && sets.size() > 1 ? sets.get(1).textOr("") : "");
    if (replaced.isEmpty() || replacing.isEmpty()) {
      return Optional.empty();
    }
    String from = replaced.get();
    String to = replacing.get();
    if (!deletes && to.isEmpty()) {
      return Optional.empty();
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
    return Optional.of(result.toString());
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

  /** The characters of a set with its ranges; empty for classes that are not known here. */
  private static Optional<String> expand(String set) {
    switch (set) {
      case "[:lower:]":
        return Optional.of(range('a', 'z'));
      case "[:upper:]":
        return Optional.of(range('A', 'Z'));
      case "[:digit:]":
        return Optional.of(range('0', '9'));
      default:
        break;
    }
    if (set.contains("[:")) {
      return Optional.empty();
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
    return Optional.of(characters.toString());
  }

  private static String range(char first, char last) {
    StringBuilder range = new StringBuilder();
    for (char c = first; c <= last && range.length() < 512; c++) {
      range.append(c);
    }
    return range.toString();
  }
}
