package dev.keepmum.scan.redact;

import java.nio.charset.StandardCharsets;

/**
 * Texts in which characters are written as escapes: those of JSON and of programs ({@code \\n},
 * {@code \\u0041}, {@code \\x41}), of URLs ({@code %41}), and the colours of a terminal, which
 * stand between characters and mean none.
 */
final class Escapes {
  private static final char ESCAPE = '\u001b';
  private static final int LONGEST_COLOUR = 16;

  private final String text;
  private final Derived plain = new Derived();

  /** Where the source goes on as it is. */
  private int copied;

  private boolean any;

  private Escapes(String text) {
    this.text = text;
  }

  /** The text without its escapes; empty if it has none. */
  static Derived plain(String text) {
    Escapes escapes = new Escapes(text);
    if (text.indexOf('\\') >= 0 || text.indexOf('%') >= 0 || text.indexOf(ESCAPE) >= 0) {
      escapes.decode();
    }
    return escapes.any ? escapes.plain : new Derived();
  }

  private void decode() {
    plain.follow(0);
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '\\') {
        i = backslash(i);
      } else if (c == '%') {
        i = percent(i);
      } else if (c == ESCAPE) {
        i = colour(i);
      } else {
        i++;
      }
    }
    plain.text().append(text, copied, text.length());
  }

  private int backslash(int at) {
    char c = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    switch (c) {
      case 'n':
        return replace(at, at + 2, "\n");
      case 'r':
        return replace(at, at + 2, "\r");
      case 't':
        return replace(at, at + 2, "\t");
      case '"':
      case '\'':
      case '\\':
      case '/':
      case '$':
        return replace(at, at + 2, String.valueOf(c));
      case 'u':
        return code(at, at + 2, 4);
      case 'x':
        return code(at, at + 2, 2);
      default:
        return at + 1;
    }
  }

  /** Bytes behind percent signs, those of one character together. */
  private int percent(int at) {
    int end = at;
    int bytes = 0;
    while (hex(end + 1, 2) >= 0 && text.charAt(end) == '%' && bytes < 4) {
      end += 3;
      bytes++;
      if (end >= text.length() || hex(end - 2, 2) < 0x80) {
        break;
      }
    }
    if (bytes == 0) {
      return at + 1;
    }
    if (bytes == 1) {
      return replace(at, end, String.valueOf((char) hex(at + 1, 2)));
    }
    byte[] utf8 = new byte[bytes];
    for (int i = 0; i < bytes; i++) {
      utf8[i] = (byte) hex(at + 3 * i + 1, 2);
    }
    return replace(at, end, new String(utf8, StandardCharsets.UTF_8));
  }

  private int colour(int at) {
    if (at + 1 >= text.length() || text.charAt(at + 1) != '[') {
      return at + 1;
    }
    int limit = Math.min(text.length(), at + LONGEST_COLOUR);
    for (int i = at + 2; i < limit; i++) {
      char c = text.charAt(i);
      if (c >= '@' && c <= '~') {
        return replace(at, i + 1, "");
      }
    }
    return at + 1;
  }

  private int code(int at, int digits, int count) {
    int value = hex(digits, count);
    return value < 0 ? at + 1 : replace(at, digits + count, String.valueOf((char) value));
  }

  private int hex(int at, int count) {
    if (at + count > text.length()) {
      return -1;
    }
    int value = 0;
    for (int i = at; i < at + count; i++) {
      int digit = Hexadecimal.digit(text.charAt(i));
      if (digit < 0) {
        return -1;
      }
      value = value << 4 | digit;
    }
    return value;
  }

  private int replace(int start, int end, String character) {
    any = true;
    plain.text().append(text, copied, start);
    if (!character.isEmpty()) {
      plain.stand(start, end);
      plain.text().append(character);
    }
    plain.follow(end);
    copied = end;
    return end;
  }
}
