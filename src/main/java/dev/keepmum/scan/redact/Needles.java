package dev.keepmum.scan.redact;

import dev.keepmum.rule.Rule;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The secrets of this machine, to be found in a text by what they are: as they stand, reversed, in
 * hexadecimal digits, and in base64 wherever they begin in it.
 *
 * <p>One pass with a rolling hash over windows of {@value #WINDOW} characters; only where a window
 * is one that a needle begins with, the needle is compared. Needles are no repetitions, so that a
 * text made of one's beginning costs no more.
 */
final class Needles {
  static final int WINDOW = Distinctive.SHORTEST;

  private static final int MAX_NEEDLES = 2000;
  private static final int FACTOR = 0x01000193;
  private static final int GATE = 1 << 16;

  /** Before this character leaves the window it has been multiplied by the factor so often. */
  private static final int LEAVING = power(WINDOW - 1);

  /** How a needle is written, and so how far its hit reaches. */
  private enum Form {
    CLEAR,
    HEXADECIMAL,
    BASE64
  }

  private record Needle(String text, Form form, Rule rule, String value, Needle next) {}

  private final Map<Integer, Needle> byWindow = new HashMap<>();
  private final boolean[] gate = new boolean[GATE];
  private final List<FoundSecret> secrets = new ArrayList<>();

  /** What stands in any output. */
  private final String everywhere;

  /**
   * @param everywhere names and paths that stand in any output, so that none of their parts is a
   *     secret to look for, even if it is somebody's password
   */
  Needles(String everywhere) {
    this.everywhere = everywhere;
  }

  private static int power(int exponent) {
    int power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= FACTOR;
    }
    return power;
  }

  /** Adds a secret, unless it is there already, stands everywhere or there are too many. */
  void add(String value, Rule rule) {
    boolean isFull = secrets.size() >= MAX_NEEDLES;
    if (value.length() < WINDOW || isFull || everywhere.contains(value) || holds(value)) {
      return;
    }
    secrets.add(new FoundSecret(rule, value, 0, value.length()));
    put(value, Form.CLEAR, rule, value);
    put(new StringBuilder(value).reverse().toString(), Form.CLEAR, rule, value);
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    String hex = Hexadecimal.of(bytes);
    put(hex, Form.HEXADECIMAL, rule, value);
    put(Hexadecimal.upper(hex), Form.HEXADECIMAL, rule, value);
    for (int alignment = 0; alignment < 3; alignment++) {
      String fragment = Base64.fragment(bytes, alignment);
      put(fragment, Form.BASE64, rule, value);
      String forUrls = fragment.replace('+', '-').replace('/', '_');
      if (!forUrls.equals(fragment)) {
        put(forUrls, Form.BASE64, rule, value);
      }
    }
  }

  private boolean holds(String value) {
    Needle needle = byWindow.get(hash(value, 0));
    while (needle != null) {
      if (needle.text.equals(value)) {
        return true;
      }
      needle = needle.next;
    }
    return false;
  }

  private void put(String text, Form form, Rule rule, String value) {
    if (text.length() < WINDOW) {
      return;
    }
    int hash = hash(text, 0);
    byWindow.put(hash, new Needle(text, form, rule, value, byWindow.get(hash)));
    gate[gateOf(hash)] = true;
  }

  /** All secrets, in the order in which they came. */
  List<FoundSecret> secrets() {
    return secrets;
  }

  /** Adds the places in a text where one of the secrets stands. */
  void find(String text, List<FoundSecret> found) {
    if (secrets.isEmpty() || text.length() < WINDOW) {
      return;
    }
    int hash = hash(text, 0);
    for (int i = 0; ; i++) {
      if (gate[gateOf(hash)]) {
        compare(text, i, hash, found);
      }
      if (i + WINDOW >= text.length()) {
        return;
      }
      hash = (hash - text.charAt(i) * LEAVING) * FACTOR + text.charAt(i + WINDOW);
    }
  }

  private void compare(String text, int at, int hash, List<FoundSecret> found) {
    for (Needle needle = byWindow.get(hash); needle != null; needle = needle.next) {
      if (text.startsWith(needle.text, at)) {
        int end = at + needle.text.length();
        found.add(
            switch (needle.form) {
              case CLEAR -> new FoundSecret(needle.rule, needle.value, at, end);
              case HEXADECIMAL ->
                  new FoundSecret(
                      needle.rule,
                      needle.value,
                      Hexadecimal.runStart(text, at),
                      Hexadecimal.runEnd(text, end));
              case BASE64 ->
                  new FoundSecret(
                      needle.rule,
                      needle.value,
                      Base64.runStart(text, at),
                      Base64.runEnd(text, end));
            });
      }
    }
  }

  private static int hash(String text, int at) {
    int hash = 0;
    for (int i = at; i < at + WINDOW; i++) {
      hash = hash * FACTOR + text.charAt(i);
    }
    return hash;
  }

  private static int gateOf(int hash) {
    return (hash ^ hash >>> 16) & GATE - 1;
  }
}
