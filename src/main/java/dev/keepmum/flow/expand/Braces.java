package dev.keepmum.flow.expand;

import dev.keepmum.shell.WordPart;
import java.util.ArrayList;
import java.util.List;

/** Brace expansion: {@code {a,b}} and {@code {1..3}}, before anything else is expanded. */
final class Braces {

  /** More words than this are cut off; bash would make them all. */
  private static final int MAX_WORDS = 512;

  /** A character that stood unquoted, or a part that is not looked into. */
  private record Piece(char character, WordPart part) {
    boolean is(char c) {
      return part == null && character == c;
    }
  }

  private Braces() {}

  /** The words that a word becomes; most often itself. */
  static List<List<WordPart>> expand(List<WordPart> parts) {
    if (!mayHaveBraces(parts)) {
      return List.of(parts);
    }
    List<List<Piece>> expanded = expandPieces(pieces(parts), 0);
    List<List<WordPart>> words = new ArrayList<>(expanded.size());
    for (List<Piece> word : expanded) {
      words.add(parts(word));
    }
    return words;
  }

  private static boolean mayHaveBraces(List<WordPart> parts) {
    for (WordPart part : parts) {
      if (part instanceof WordPart.Literal literal
          && !literal.quoted()
          && literal.text().indexOf('{') >= 0) {
        return true;
      }
    }
    return false;
  }

  private static List<Piece> pieces(List<WordPart> parts) {
    List<Piece> pieces = new ArrayList<>();
    for (WordPart part : parts) {
      if (part instanceof WordPart.Literal literal && !literal.quoted()) {
        for (int i = 0; i < literal.text().length(); i++) {
          pieces.add(new Piece(literal.text().charAt(i), null));
        }
      } else {
        pieces.add(new Piece('\0', part));
      }
    }
    return pieces;
  }

  private static List<WordPart> parts(List<Piece> pieces) {
    List<WordPart> parts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (Piece piece : pieces) {
      if (piece.part() == null) {
        text.append(piece.character());
        continue;
      }
      flush(text, parts);
      parts.add(piece.part());
    }
    flush(text, parts);
    return parts;
  }

  private static void flush(StringBuilder text, List<WordPart> parts) {
    if (text.length() > 0) {
      parts.add(new WordPart.Literal(text.toString(), false));
      text.setLength(0);
    }
  }

  private static List<List<Piece>> expandPieces(List<Piece> pieces, int from) {
    for (int open = from; open < pieces.size(); open++) {
      if (!pieces.get(open).is('{')) {
        continue;
      }
      List<Integer> commas = new ArrayList<>();
      int close = close(pieces, open, commas);
      if (close < 0) {
        continue;
      }
      List<List<Piece>> choices =
          commas.isEmpty() ? sequence(pieces, open, close) : choices(pieces, open, close, commas);
      if (!choices.isEmpty()) {
        return combine(pieces, open, close, choices);
      }
    }
    return List.of(pieces);
  }

  private static int close(List<Piece> pieces, int open, List<Integer> commas) {
    int depth = 0;
    for (int i = open; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if (piece.is('{')) {
        depth++;
      } else if (piece.is('}')) {
        if (--depth == 0) {
          return i;
        }
      } else if (piece.is(',') && depth == 1) {
        commas.add(i);
      }
    }
    return -1;
  }

  private static List<List<Piece>> choices(
      List<Piece> pieces, int open, int close, List<Integer> commas) {
    List<List<Piece>> choices = new ArrayList<>();
    int start = open + 1;
    for (int i = 0; i <= commas.size(); i++) {
      int end = i < commas.size() ? commas.get(i) : close;
      choices.addAll(expandPieces(new ArrayList<>(pieces.subList(start, end)), 0));
      start = end + 1;
    }
    return choices;
  }

  /** {@code {a..e}} and {@code {1..9..2}}; nothing if it is neither. */
  private static List<List<Piece>> sequence(List<Piece> pieces, int open, int close) {
    StringBuilder text = new StringBuilder();
    for (int i = open + 1; i < close; i++) {
      if (pieces.get(i).part() != null) {
        return List.of();
      }
      text.append(pieces.get(i).character());
    }
    String inside = text.toString();
    int dots = inside.indexOf("..");
    if (dots <= 0) {
      return List.of();
    }
    String first = inside.substring(0, dots);
    int more = inside.indexOf("..", dots + 2);
    String last = more < 0 ? inside.substring(dots + 2) : inside.substring(dots + 2, more);
    int step = more < 0 ? 1 : Math.max(1, Math.abs(number(inside.substring(more + 2), 1)));
    List<String> values =
        first.length() == 1 && last.length() == 1 && Character.isLetter(first.charAt(0))
            ? letters(first.charAt(0), last.charAt(0), step)
            : numbers(first, last, step);
    List<List<Piece>> choices = new ArrayList<>();
    for (String value : values) {
      choices.add(pieces(List.of(new WordPart.Literal(value, false))));
    }
    return choices;
  }

  private static List<String> letters(char first, char last, int step) {
    List<String> values = new ArrayList<>();
    int direction = first <= last ? step : -step;
    for (int c = first; direction > 0 ? c <= last : c >= last; c += direction) {
      values.add(String.valueOf((char) c));
    }
    return values;
  }

  private static List<String> numbers(String first, String last, int step) {
    int from = number(first, Integer.MIN_VALUE);
    int to = number(last, Integer.MIN_VALUE);
    List<String> values = new ArrayList<>();
    if (from == Integer.MIN_VALUE || to == Integer.MIN_VALUE) {
      return values;
    }
    int widest = Math.max(first.length(), last.length());
    int direction = from <= to ? step : -step;
    for (long n = from; direction > 0 ? n <= to : n >= to; n += direction) {
      if (values.size() >= MAX_WORDS) {
        break;
      }
      values.add(padded(n, isPadded(first) || isPadded(last) ? widest : 0));
    }
    return values;
  }

  /** {@code {01..10}}: a leading zero makes all numbers as wide as the widest. */
  private static boolean isPadded(String number) {
    int digits = number.startsWith("-") ? 1 : 0;
    return number.length() > digits + 1 && number.charAt(digits) == '0';
  }

  private static String padded(long number, int width) {
    StringBuilder text = new StringBuilder(Long.toString(Math.abs(number)));
    while (text.length() + (number < 0 ? 1 : 0) < width) {
      text.insert(0, '0');
    }
    return number < 0 ? text.insert(0, '-').toString() : text.toString();
  }

  private static int number(String text, int otherwise) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException notANumber) {
      return otherwise;
    }
  }

  private static List<List<Piece>> combine(
      List<Piece> pieces, int open, int close, List<List<Piece>> choices) {
    List<List<Piece>> tails =
        expandPieces(new ArrayList<>(pieces.subList(close + 1, pieces.size())), 0);
    List<List<Piece>> words = new ArrayList<>();
    for (List<Piece> choice : choices) {
      for (List<Piece> tail : tails) {
        if (words.size() >= MAX_WORDS) {
          return words;
        }
        List<Piece> word = new ArrayList<>(pieces.subList(0, open));
        word.addAll(choice);
        word.addAll(tail);
        words.add(word);
      }
    }
    return words;
  }
}
