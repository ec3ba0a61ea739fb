package dev.keepmum.rule;

import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes tokens of their descriptions, the same ones on every run: {@code {A-Z0-9*20}} is twenty
 * such characters, {@code {crc32-base62*30}} thirty letters and digits and their checksum, {@code
 * {crc32-hex*32}} such with the checksum of the prefix as well, a backslash and an n a line break.
 * So no file has to hold a token that looks real.
 */
public final class MadeUp {
  private static final Pattern BODY = Pattern.compile("\\{([^{}*]+)\\*(\\d+)\\}");

  private MadeUp() {}

  /** A text with its bodies made up. */
  public static String text(String example) {
    return text(example, 0);
  }

  /** One of many made of the same description. */
  static String text(String example, int number) {
    Random random = new Random(example.hashCode() + number * 31L);
    Matcher bodies = BODY.matcher(example);
    StringBuilder text = new StringBuilder();
    while (bodies.find()) {
      int length = Integer.parseInt(bodies.group(2));
      bodies.appendReplacement(text, "");
      text.append(body(text, bodies.group(1), length, random));
    }
    return bodies.appendTail(text).toString().replace("\\n", "\n");
  }

  /** What a description stands for, after the text that is there already. */
  private static String body(CharSequence before, String alphabet, int length, Random random) {
    return switch (alphabet) {
      case "crc32-base62" -> withChecksum(characters("A-Za-z0-9", length, random));
      case "crc32-hex" -> {
        String body = characters("A-Za-z0-9", length, random);
        String prefix = before.toString().replaceFirst("(?s).*\\W", "");
        yield body + "_" + Checksums.hex(prefix + body);
      }
      default -> characters(alphabet, length, random);
    };
  }

  private static String withChecksum(String body) {
    return body + Checksums.check(body);
  }

  private static String characters(String alphabet, int length, Random random) {
    Pattern allowed = Pattern.compile("[" + alphabet + "]");
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      String next = String.valueOf((char) (' ' + random.nextInt(95)));
      if (allowed.matcher(next).matches()) {
        text.append(next);
      }
    }
    return text.toString();
  }
}
