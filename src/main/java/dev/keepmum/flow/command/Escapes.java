package dev.keepmum.flow.command;

/** The backslash escapes of {@code echo -e} and of printf's format (bash reference manual, 4.2). */
final class Escapes {
  private Escapes() {}

  static String decode(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    StringBuilder decoded = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c != '\\' || i + 1 >= text.length()) {
        decoded.append(c);
        i++;
      } else {
        i = escape(text, i + 1, decoded);
      }
    }
    return decoded.toString();
  }

  /** Decodes the escape whose letter stands at an index; returns the index behind it. */
  private static int escape(String text, int at, StringBuilder decoded) {
    char c = text.charAt(at);
    switch (c) {
      case 'n':
        decoded.append('\n');
        return at + 1;
      case 't':
        decoded.append('\t');
        return at + 1;
      case 'r':
        decoded.append('\r');
        return at + 1;
      case 'a':
      case 'b':
      case 'e':
      case 'E':
      case 'f':
      case 'v':
        decoded.append(' ');
        return at + 1;
      case 'c':
        return text.length();
      case '\\':
        decoded.append('\\');
        return at + 1;
      case 'x':
        return number(text, at + 1, 16, 2, decoded);
      case 'u':
        return number(text, at + 1, 16, 4, decoded);
      case 'U':
        return number(text, at + 1, 16, 8, decoded);
      default:
        break;
    }
    if (c >= '0' && c <= '7') {
      return number(text, at, 8, c == '0' ? 4 : 3, decoded);
    }
    decoded.append('\\').append(c);
    return at + 1;
  }

  private static int number(String text, int from, int radix, int digits, StringBuilder decoded) {
    int value = 0;
    int i = from;
    while (i < text.length() && i < from + digits) {
      int digit = Character.digit(text.charAt(i), radix);
      if (digit < 0) {
        break;
      }
      value = value * radix + digit;
      i++;
    }
    if (i > from && Character.isValidCodePoint(value)) {
      decoded.appendCodePoint(value);
    }
    return i;
  }
}
