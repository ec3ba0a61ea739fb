package dev.keepmum.rule;

import java.util.Random;

/**
 * Makes tokens of their descriptions, the same ones on every run: {@code {A-Z0-9*20}} is twenty
 * such characters, {@code {crc32-base62*30}} thirty letters and digits and their checksum, {@code
 * {crc32-hex*32}} such with the checksum of the prefix as well, a backslash and an n a line break.
 * So no file has to hold a token that looks real.
 */
public final class MadeUp {
  private static final int LONGEST = 10_000;
  private static final Alphabet DIGIT = Alphabet.of("0-9");
  private static final String LETTERS_AND_DIGITS = "A-Za-z0-9";

  private MadeUp() {}

  /** A text with its bodies made up; what only looks like one stays as it is. */
  public static String text(String example) {
    return text(example, 0);
  }

  /** One of many made of the same description. */
  static String text(String example, int number) {
    Random random = new Random(example.hashCode() + number * 31L);
    StringBuilder text = new StringBuilder();
    int at = 0;
    while (at < example.length()) {
      int end = bodyEnd(example, at);
      if (end < 0) {
        text.append(example.charAt(at));
        at++;
      } else {
        int star = example.indexOf('*', at);
        int length = Integer.parseInt(example.substring(star + 1, end));
        text.append(body(text, example.substring(at + 1, star), length, random));
        at = end + 1;
      }
    }
    return text.toString().replace("\\n", "\n");
  }

  /** The brace that ends a body that begins here; -1 if none does. */
  private static int bodyEnd(String example, int start) {
    int star = example.indexOf('*', start);
    if (example.charAt(start) != '{' || star < start + 2) {
      return -1;
    }
    String alphabet = example.substring(start + 1, star);
    int end = DIGIT.runEnd(example, star + 1, 6);
    boolean isBody =
        alphabet.indexOf('{') < 0
            && alphabet.indexOf('}') < 0
            && end > star + 1
            && example.startsWith("}", end)
            && Integer.parseInt(example.substring(star + 1, end)) <= LONGEST;
    return isBody && isPrintable(alphabet) ? end : -1;
  }

  private static boolean isPrintable(String alphabet) {
    for (int i = 0; i < alphabet.length(); i++) {
      if (alphabet.charAt(i) < ' ' || alphabet.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

  /** What a description stands for, after the text that is there already. */
  private static String body(CharSequence before, String alphabet, int length, Random random) {
    return switch (alphabet) {
      case "crc32-base62" -> {
        String body = characters(LETTERS_AND_DIGITS, length, random);
        yield body + Checksums.check(body);
      }
      case "crc32-hex" -> {
        String body = characters(LETTERS_AND_DIGITS, length, random);
        yield body + "_" + Checksums.hex(lastWord(before) + body);
      }
      default -> characters(alphabet, length, random);
    };
  }

  private static String lastWord(CharSequence text) {
    int start = text.length();
    while (start > 0 && Alphabet.WORD.has(text.charAt(start - 1))) {
      start--;
    }
    return text.subSequence(start, text.length()).toString();
  }

  private static String characters(String alphabet, int length, Random random) {
    Alphabet allowed = Alphabet.of(alphabet);
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      char next = (char) (' ' + random.nextInt(95));
      if (allowed.has(next)) {
        text.append(next);
      }
    }
    return text.toString();
  }
}
