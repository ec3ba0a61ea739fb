package dev.keepmum.code;

import dev.keepmum.effect.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Works out operations on constant texts, as far as names are hidden with them. */
final class Folding {
  private static final int MAX_TEXT = 1 << 16;

  private Folding() {}

  /** The characters of a text, one by one. */
  static List<Thing> characters(String text, Values values) {
    List<Thing> characters = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      characters.add(new Thing.Of(values.text(text.substring(i, i + 1))));
    }
    return characters;
  }

  /** What base64 text, plain or URL-safe, stands for; empty where it is none. */
  static String fromBase64(String text) {
    StringBuilder clean = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '-') {
        clean.append('+');
      } else if (c == '_') {
        clean.append('/');
      } else if (c > ' ' && c != '=') {
        clean.append(c);
      }
    }
    try {
      return new String(Base64.getDecoder().decode(clean.toString()), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /** Letters moved by half the alphabet. */
  static String rot13(String text) {
    StringBuilder turned = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char first = c >= 'a' ? 'a' : 'A';
      boolean letter = c >= first && c < first + 26;
      turned.append(letter ? (char) (first + (c - first + 13) % 26) : c);
    }
    return turned.toString();
  }

  /** What pairs of hexadecimal digits stand for; empty where there are other characters. */
  static String fromHex(String text) {
    byte[] bytes = new byte[text.length() / 2];
    int count = 0;
    int high = -1;
    for (int i = 0; i < text.length(); i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0 && text.charAt(i) > ' ') {
        return "";
      }
      if (digit >= 0 && high < 0) {
        high = digit;
      } else if (digit >= 0) {
        bytes[count++] = (byte) (high * 16 + digit);
        high = -1;
      }
    }
    return new String(bytes, 0, count, StandardCharsets.UTF_8);
  }

  static String reversed(String text) {
    return new StringBuilder(text).reverse().toString();
  }

  /** All passages replaced; the text as it is where the result would be too long. */
  static String replaced(String text, String before, String after) {
    if (before.isEmpty() || (long) text.length() * Math.max(1, after.length()) > MAX_TEXT) {
      return text;
    }
    return text.replace(before, after);
  }

  static String repeated(String text, long times) {
    if (times <= 0 || text.isEmpty()) {
      return "";
    }
    return text.repeat((int) Math.min(times, Math.max(1, MAX_TEXT / text.length())));
  }

  /** Pieces of a text between separators; its characters where the separator is empty. */
  static List<String> split(String text, String separator) {
    List<String> pieces = new ArrayList<>();
    if (separator.isEmpty()) {
      for (int i = 0; i < text.length(); i++) {
        pieces.add(text.substring(i, i + 1));
      }
      return pieces;
    }
    int from = 0;
    int found = text.indexOf(separator);
    while (found >= 0) {
      pieces.add(text.substring(from, found));
      from = found + separator.length();
      found = text.indexOf(separator, from);
    }
    pieces.add(text.substring(from));
    return pieces;
  }

  /** Pieces of a text between blanks. */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean blank = i == text.length() || text.charAt(i) <= ' ';
      if (!blank && start < 0) {
        start = i;
      } else if (blank && start >= 0) {
        words.add(text.substring(start, i));
        start = -1;
      }
    }
    return words;
  }

  /** Part of a text by bounds as Python counts them, negative ones from the end. */
  static String slice(String text, Thing from, Thing to, Thing by) {
    long step = by instanceof Thing.Count count ? count.value() : 1;
    int length = text.length();
    if (step == 0) {
      return text;
    }
    int start = bound(from, step > 0 ? 0 : length - 1, length);
    int end = bound(to, step > 0 ? length : -1, length);
    StringBuilder part = new StringBuilder();
    for (long i = start; step > 0 ? i < end && i < length : i > end && i >= 0; i += step) {
      if (i < length) {
        part.append(text.charAt((int) i));
      }
    }
    return part.toString();
  }

  private static int bound(Thing bound, int otherwise, int length) {
    if (!(bound instanceof Thing.Count count)) {
      return otherwise;
    }
    long value = count.value() < 0 ? count.value() + length : count.value();
    return (int) Math.max(0, Math.min(value, length));
  }

  /**
   * A format with its arguments in place: {@code %s}, {@code %d}, {@code %c}, {@code {}}, {@code
   * {0}} and {@code {name}}.
   */
  static List<Value> formatted(String format, CallArguments arguments, Things things) {
    List<Value> parts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    int next = 0;
    int i = 0;
    while (i < format.length()) {
      char c = format.charAt(i);
      int end = c == '%' ? directiveEnd(format, i) : c == '{' ? format.indexOf('}', i) + 1 : 0;
      if (end <= 0) {
        text.append(c);
        i++;
        continue;
      }
      if (c == '%' && format.charAt(end - 1) == '%') {
        text.append('%');
        i = end;
        continue;
      }
      Thing argument = argument(format, i, end, next++, arguments);
      if (format.charAt(end - 1) == 'c' && argument instanceof Thing.Count count) {
        text.appendCodePoint((int) Math.max(0, Math.min(count.value(), 0xffff)));
      } else {
        parts.add(new Value.Text(text.toString()));
        text.setLength(0);
        parts.add(things.shown(argument));
      }
      i = end;
    }
    parts.add(new Value.Text(text.toString()));
    return parts;
  }

  private static int directiveEnd(String format, int start) {
    int i = start + 1;
    while (i < format.length() && "-+ #0123456789.".indexOf(format.charAt(i)) >= 0) {
      i++;
    }
    return i < format.length() ? i + 1 : 0;
  }

  private static Thing argument(
      String format, int start, int end, int next, CallArguments arguments) {
    if (format.charAt(start) == '%') {
      return arguments.at(next);
    }
    String field = format.substring(start + 1, end - 1);
    int name = 0;
    while (name < field.length() && Character.isJavaIdentifierPart(field.charAt(name))) {
      name++;
    }
    String key = field.substring(0, name);
    if (key.isEmpty()) {
      return arguments.at(next);
    }
    return Lexer.isDigit(key.charAt(0)) && key.length() < 4
        ? arguments.at(Integer.parseInt(key))
        : arguments.optionOrEntry(key);
  }

  /** The whole number that a text is; -1 for other texts. */
  static long number(String text) {
    Node node = Parser.number(text.isEmpty() ? "x" : text);
    return node instanceof Node.Number number ? number.value() : -1;
  }

  /** The number that a text is in a base; -1 for other texts. */
  static long number(String text, long base) {
    if (base < 2 || base > 36 || text.isEmpty() || text.length() > 10) {
      return -1;
    }
    long value = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = Character.digit(text.charAt(i), (int) base);
      if (digit < 0) {
        return -1;
      }
      value = value * base + digit;
    }
    return value;
  }
}
