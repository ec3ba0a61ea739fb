package dev.keepmum.rule;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;

/** The shape of one kind of token: where to look around a keyword, and what must hold there. */
final class TokenShape {
  private static final int LONGEST_BLOCK = 65_536;
  private static final int LONGEST_WORD = 4096;

  /** How a window is cut out around a keyword. */
  private enum Window {
    /** The keyword begins the token, which ends where its alphabet does. */
    WORD(256),
    /** The same, for tokens whose telling parts lie far apart. */
    LONG_WORD(2048),
    /** The keyword stands within the token. */
    AROUND(512),
    /** From the keyword to the end of the line: a name and its value. */
    LINE(512),
    /** The address around {@code ://}. */
    URL(512),
    /** From the keyword on, over lines; the match ends with the block. */
    BLOCK(2048);

    final int reach;

    Window(int reach) {
      this.reach = reach;
    }
  }

  private final int rule;
  private final String pattern;
  private final int shortest;
  private final int longest;
  private final String alphabet;
  private final double entropy;
  private final String checksum;
  private final Window window;
  private final List<String> fakes;
  private Pattern compiled;

  private TokenShape(Fields fields) {
    rule = fields.nextNumber();
    pattern = fields.next();
    shortest = fields.nextNumber();
    longest = fields.nextNumber();
    alphabet = fields.next();
    entropy = Double.parseDouble(fields.next());
    checksum = fields.next();
    window = window(fields.next());
    fakes = fields.nextList();
  }

  static TokenShape read(String text) {
    return new TokenShape(new Fields(text));
  }

  /** The pattern of a shape, from its compact text. */
  static String pattern(String text) {
    return read(text).pattern;
  }

  private static Window window(String word) {
    switch (word) {
      case "long-word":
        return Window.LONG_WORD;
      case "around":
        return Window.AROUND;
      case "line":
        return Window.LINE;
      case "url":
        return Window.URL;
      case "block":
        return Window.BLOCK;
      default:
        return Window.WORD;
    }
  }

  int reach() {
    return window.reach;
  }

  /**
   * The window around a keyword, or -1 if no such token can stand there.
   *
   * @return its start in the upper, its end in the lower half
   */
  long window(String text, int start, int end) {
    int from = start;
    int to;
    switch (window) {
      case LINE:
        to = lineEnd(text, end);
        break;
      case BLOCK:
        to = Math.min(text.length(), start + window.reach);
        break;
      case URL:
        from = addressStart(text, start);
        to = addressEnd(text, end);
        break;
      case AROUND:
        from = runStart(text, start);
        to = runEnd(text, end);
        break;
      default:
        if (start > 0 && isWordCharacter(text.charAt(start - 1))) {
          return -1;
        }
        to = runEnd(text, end);
        break;
    }
    return to - from < shortest ? -1 : ((long) from << 32) | to;
  }

  /** The token that a window holds, or null. */
  TokenMatch match(String text, int from, int to) {
    if (compiled == null) {
      compiled = Pattern.compile(pattern);
    }
    Matcher matcher = compiled.matcher(text.substring(from, to));
    if (!matcher.find()) {
      return null;
    }
    int group = matcher.groupCount() > 0 && matcher.start(1) >= 0 ? 1 : 0;
    int start = from + matcher.start(group);
    int end = from + matcher.end(group);
    if (end == to && !alphabet.isEmpty()) {
      end = runOn(text, end);
    }
    String value = text.substring(start, end);
    if (!holds(value)) {
      return null;
    }
    if (window == Window.BLOCK) {
      return new TokenMatch(RuleReader.rule(rule), from, blockEnd(text, end));
    }
    return new TokenMatch(RuleReader.rule(rule), start, end);
  }

  private boolean holds(String value) {
    return value.length() >= shortest
        && value.length() <= longest
        && !fakes.contains(value)
        && !Placeholders.isPlaceholder(value)
        && Entropy.bits(value) >= entropy
        && Checksums.holds(checksum, value);
  }

  private int runEnd(String text, int from) {
    int limit = Math.min(text.length(), from + window.reach);
    int end = from;
    while (end < limit && isInAlphabet(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** The end of a token that goes on after its window. */
  private int runOn(String text, int from) {
    int limit = Math.min(text.length(), from + LONGEST_WORD);
    int end = from;
    while (end < limit && isInAlphabet(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private int runStart(String text, int from) {
    int limit = Math.max(0, from - window.reach);
    int start = from;
    while (start > limit && isInAlphabet(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private int lineEnd(String text, int from) {
    int limit = Math.min(text.length(), from + window.reach);
    int end = from;
    while (end < limit && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  private static int addressStart(String text, int from) {
    int start = from;
    while (start > 0 && from - start < 20 && isSchemeCharacter(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private int addressEnd(String text, int from) {
    int limit = Math.min(text.length(), from + window.reach);
    int end = from;
    while (end < limit && !isAddressEnd(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static int blockEnd(String text, int from) {
    int end = text.indexOf("-----END ", from);
    if (end < 0 || end - from > LONGEST_BLOCK) {
      return from;
    }
    int dashes = text.indexOf("-----", end + 9);
    return dashes < 0 || dashes - end > 64 ? end : dashes + 5;
  }

  private static boolean isAddressEnd(char c) {
    return c <= ' ' || c == '"' || c == '\'' || c == '`' || c == '<' || c == '>';
  }

  private static boolean isSchemeCharacter(char c) {
    return isLetterOrDigit(c) || c == '+' || c == '.' || c == '-';
  }

  static boolean isWordCharacter(char c) {
    return isLetterOrDigit(c) || c == '_';
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  /** The alphabet is written as in a class of a pattern: {@code A-Za-z0-9_-}. */
  private boolean isInAlphabet(char c) {
    int i = 0;
    while (i < alphabet.length()) {
      if (i + 2 < alphabet.length() && alphabet.charAt(i + 1) == '-') {
        if (alphabet.charAt(i) <= c && c <= alphabet.charAt(i + 2)) {
          return true;
        }
        i += 3;
      } else {
        if (alphabet.charAt(i) == c) {
          return true;
        }
        i++;
      }
    }
    return false;
  }
}
