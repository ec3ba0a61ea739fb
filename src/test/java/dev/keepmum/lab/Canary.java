package dev.keepmum.lab;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/**
 * The value that stands in every secret place, and the forms in which it is recognised.
 *
 * <p>It is one short word over and over, so that a part of it, a line break in it or the ASCII
 * column of a hex dump still holds the whole word, begun at some letter. Recognised are the plain
 * text in any case, with anything but letters and digits between its characters, its reverse,
 * rot13, base64, base32, hex, octal and decimal bytes, and all of them compressed by gzip or zlib
 * or within base64. Forms that nothing in the laboratory makes (a shifted alphabet, encryption) are
 * not.
 */
final class Canary {
  private static final String WORD = "kNry7Qf3";
  static final String VALUE = WORD + WORD + WORD;

  private static final int MAX_DEPTH = 2;
  private static final int MAX_INFLATED = 1 << 20;
  private static final List<String> FORMS = forms();

  private Canary() {}

  /** Whether the canary shows in some bytes. */
  static boolean isIn(byte[] bytes) {
    return isIn(bytes, 0);
  }

  private static boolean isIn(byte[] bytes, int depth) {
    String text = lettersAndDigits(new String(bytes, StandardCharsets.ISO_8859_1));
    for (String form : FORMS) {
      if (text.contains(form)) {
        return true;
      }
    }
    return depth < MAX_DEPTH
        && (isIn(inflated(bytes), depth + 1) || isIn(decoded(bytes), depth + 1));
  }

  private static List<String> forms() {
    List<String> forms = new ArrayList<>();
    for (int first = 0; first < WORD.length(); first++) {
      String endless = VALUE.substring(first) + VALUE;
      String word = endless.substring(0, WORD.length());
      for (String plain : List.of(word, rot13(word))) {
        forms.add(plain);
        forms.add(plain.toLowerCase(Locale.ROOT));
        forms.add(plain.toUpperCase(Locale.ROOT));
      }
      forms.add(bytes(word, "%02x"));
      forms.add(bytes(word, "%02X"));
      forms.add(bytes(word, "%03o"));
      forms.add(bytes(word, "%d"));
      forms.add(words(word, "%04x"));
      forms.add(words(word, "%06o"));
      forms.add(base64(endless.substring(0, 9)));
      forms.add(base32(endless.substring(0, 10)));
    }
    List<String> both = new ArrayList<>();
    for (String form : forms) {
      String stripped = lettersAndDigits(form);
      both.add(stripped);
      both.add(new StringBuilder(stripped).reverse().toString());
    }
    return List.copyOf(both);
  }

  private static String bytes(String word, String format) {
    StringBuilder text = new StringBuilder();
    for (char letter : word.toCharArray()) {
      text.append(String.format(Locale.ROOT, format, (int) letter));
    }
    return text.toString();
  }

  /** Two bytes a number, the low one first, as od and hexdump print them. */
  private static String words(String word, String format) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < word.length(); i += 2) {
      text.append(String.format(Locale.ROOT, format, word.charAt(i) | word.charAt(i + 1) << 8));
    }
    return text.toString();
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }

  static String base32(String text) {
    StringBuilder encoded = new StringBuilder();
    int bits = 0;
    int held = 0;
    for (char letter : text.toCharArray()) {
      held = held << 8 | letter;
      for (bits += 8; bits >= 5; bits -= 5) {
        encoded.append("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".charAt(held >> bits - 5 & 31));
      }
      held &= (1 << bits) - 1;
    }
    return encoded.toString();
  }

  static String rot13(String text) {
    StringBuilder turned = new StringBuilder();
    for (char letter : text.toCharArray()) {
      if (letter < 128 && Character.isLetter(letter)) {
        int a = Character.isUpperCase(letter) ? 'A' : 'a';
        turned.append((char) (a + (letter - a + 13) % 26));
      } else {
        turned.append(letter);
      }
    }
    return turned.toString();
  }

  private static String lettersAndDigits(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter < 128 && Character.isLetterOrDigit(letter)) {
        kept.append(letter);
      }
    }
    return kept.toString();
  }

  private static byte[] inflated(byte[] bytes) {
    if (bytes.length < 3) {
      return new byte[0];
    }
    if ((bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b) {
      return read(() -> new GZIPInputStream(new ByteArrayInputStream(bytes)));
    }
    if (bytes[0] == 0x78) {
      return read(() -> new InflaterInputStream(new ByteArrayInputStream(bytes)));
    }
    return new byte[0];
  }

  private static byte[] read(Opening opening) {
    try (InputStream in = opening.open()) {
      return in.readNBytes(MAX_INFLATED);
    } catch (IOException e) {
      return new byte[0];
    }
  }

  private static byte[] decoded(byte[] bytes) {
    try {
      return bytes.length < 16 ? new byte[0] : Base64.getMimeDecoder().decode(bytes);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  /** Opens a stream of something compressed. */
  private interface Opening {
    InputStream open() throws IOException;
  }
}
