package dev.keepmum.rule;

import java.util.zip.CRC32;

/** The checksums that some providers put into their tokens. */
final class Checksums {
  private static final String BASE_62 =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  private static final int CHECK_LENGTH = 6;

  private Checksums() {}

  /**
   * Whether a token's checksum is right.
   *
   * @param name {@code crc32-base62}, {@code crc32-hex}, or empty for a token without one
   * @throws IllegalArgumentException if no checksum has the name
   */
  static boolean holds(String name, String token) {
    switch (name) {
      case "":
        return true;
      case "crc32-base62":
        return crc32(token);
      case "crc32-hex":
        int end = token.lastIndexOf('_');
        return end > 0 && token.substring(end + 1).equalsIgnoreCase(hex(token.substring(0, end)));
      default:
        throw new IllegalArgumentException("no checksum " + name);
    }
  }

  /**
   * The last six characters of GitHub's and npm's tokens are the CRC-32 of what stands between them
   * and the prefix, in base 62 (github.blog, "Behind GitHub's new authentication token formats",
   * 2021). Longer bodies came later without one: they hold.
   */
  private static boolean crc32(String token) {
    int body = token.indexOf('_') + 1;
    if (token.length() - body != 36 || !isBase62(token, body)) {
      return true;
    }
    int end = token.length() - CHECK_LENGTH;
    return token.startsWith(check(token.substring(body, end)), end);
  }

  private static boolean isBase62(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (BASE_62.indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * The last eight characters of Grafana's tokens are the CRC-32 of all that stands before their
   * underscore, its lowest byte first (grafana/grafana, {@code
   * pkg/components/satokengen/tokengen.go}).
   */
  static String hex(String token) {
    String hex = Integer.toHexString(Integer.reverseBytes((int) sum(token)));
    return "00000000".substring(hex.length()).concat(hex);
  }

  private static long sum(String text) {
    CRC32 sum = new CRC32();
    for (int i = 0; i < text.length(); i++) {
      sum.update(text.charAt(i));
    }
    return sum.getValue();
  }

  static String check(String body) {
    char[] check = new char[CHECK_LENGTH];
    long rest = sum(body);
    for (int i = CHECK_LENGTH - 1; i >= 0; i--) {
      check[i] = BASE_62.charAt((int) (rest % BASE_62.length()));
      rest /= BASE_62.length();
    }
    return new String(check);
  }
}
