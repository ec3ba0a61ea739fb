package dev.keepmum.shell;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Decodes {@code $'…'} (bash reference manual, 3.1.2.4). Octal and {@code \x} escapes are bytes,
 * which make characters together; a NUL ends the text, as in bash.
 */
final class AnsiQuoting {
  private final String text;
  private final int end;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private int at;

  private AnsiQuoting(String text, int from, int to) {
    this.text = text;
    this.at = from;
    this.end = to;
  }

  /** The text that the characters between the quotes stand for. */
  static String decode(String text, int from, int to) {
    return new AnsiQuoting(text, from, to).decode();
  }

  private String decode() {
    boolean more = true;
    while (more && at < end) {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      if (c == '\\' && at < end) {
        more = escape(text.charAt(at++));
      } else {
        character(c);
      }
    }
    return new String(bytes.toByteArray(), StandardCharsets.UTF_8);
  }

  /** Decodes one escape; false if it makes a NUL. */
  private boolean escape(char c) {
    switch (c) {
      case 'a':
        return character(0x07);
      case 'b':
        return character('\b');
      case 'e':
      case 'E':
        return character(0x1b);
      case 'f':
        return character('\f');
      case 'n':
        return character('\n');
      case 'r':
        return character('\r');
      case 't':
        return character('\t');
      case 'v':
        return character(0x0b);
      case '\\':
      case '\'':
      case '"':
      case '?':
        return character(c);
      case 'x':
        return hexByte();
      case 'u':
        return unicode(c, 4);
      case 'U':
        return unicode(c, 8);
      case 'c':
        return control();
      default:
        if (c >= '0' && c <= '7') {
          at--;
          return byteOf(number(8, 3));
        }
        character('\\');
        at--;
        return true;
    }
  }

  private boolean hexByte() {
    boolean braced = at < end && text.charAt(at) == '{';
    if (braced) {
      at++;
    }
    int digits = at;
    int value = number(16, braced ? Integer.MAX_VALUE : 2);
    if (at == digits) {
      character('\\');
      return character('x');
    }
    if (braced && at < end && text.charAt(at) == '}') {
      at++;
    }
    return byteOf(value);
  }

  private boolean unicode(char letter, int digits) {
    int from = at;
    int value = number(16, digits);
    if (at == from) {
      character('\\');
      return character(letter);
    }
    return character(Character.isValidCodePoint(value) ? value : 0xfffd);
  }

  private boolean control() {
    if (at >= end) {
      character('\\');
      return character('c');
    }
    char c = text.charAt(at++);
    if (c == '\\' && at < end && text.charAt(at) == '\\') {
      at++;
    }
    return byteOf(c == '?' ? 0x7f : c & 0x1f);
  }

  /** Reads at most {@code most} digits; a value that grows too large keeps its low bits. */
  private int number(int radix, int most) {
    int value = 0;
    for (int read = 0; read < most && at < end; read++) {
      int digit = text.charAt(at) < 0x80 ? Character.digit(text.charAt(at), radix) : -1;
      if (digit < 0) {
        break;
      }
      value = value * radix + digit;
      at++;
    }
    return value;
  }

  private boolean byteOf(int value) {
    if ((value & 0xff) == 0) {
      return false;
    }
    bytes.write(value);
    return true;
  }

  private boolean character(int codePoint) {
    if (codePoint == 0) {
      return false;
    }
    if (codePoint < 0x80) {
      bytes.write(codePoint);
    } else {
      byte[] encoded = new String(Character.toChars(codePoint)).getBytes(StandardCharsets.UTF_8);
      bytes.write(encoded, 0, encoded.length);
    }
    return true;
  }
}
