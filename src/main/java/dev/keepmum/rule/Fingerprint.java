package dev.keepmum.rule;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What may be said of a secret's value where it has to be told from others: whose it is, the first
 * characters of what all of its kind begin with, how long it is, and a hash under a key that does
 * not leave this machine. The same value has the same fingerprint here and another one elsewhere.
 *
 * @param provider whose secret it is; empty if nobody's in particular
 * @param prefix at most 4 characters that all secrets of the kind begin with; may be empty
 * @param length of the value in characters
 * @param hash the first 64 bits of HMAC-SHA-256 of the value, in hexadecimal
 */
public record Fingerprint(String provider, String prefix, int length, String hash) {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String HEX = "0123456789abcdef";
  private static final int SHOWN_PREFIX = 4;
  private static final int HASH_BYTES = 8;

  /**
   * The fingerprint of a value.
   *
   * @param rule what the secret is
   * @param fixedPrefix what all secrets of the kind begin with; only its beginning is kept
   * @param key the key of this installation
   */
  public static Fingerprint of(Rule rule, String fixedPrefix, String value, byte[] key) {
    String prefix = fixedPrefix.substring(0, Math.min(SHOWN_PREFIX, fixedPrefix.length()));
    String hash = hex(Arrays.copyOf(hmac(key, value), HASH_BYTES));
    return new Fingerprint(rule.hasProvider() ? rule.provider() : "", prefix, value.length(), hash);
  }

  /** Whether a text is a fingerprint's, of a value with the same hash. */
  public boolean isWrittenAs(String text) {
    return hash.equals(hash(text));
  }

  /** The hash in a text that is a fingerprint's; empty if it is none. */
  public static String hash(String text) {
    String hash = text.substring(text.lastIndexOf(':') + 1);
    for (int i = 0; i < hash.length(); i++) {
      if (HEX.indexOf(hash.charAt(i)) < 0) {
        return "";
      }
    }
    return hash.length() == 2 * HASH_BYTES ? hash : "";
  }

  /** HMAC-SHA-256 (RFC 2104) of a text's UTF-8. */
  public static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JVM has " + ALGORITHM, e);
    }
  }

  /** Bytes in hexadecimal. */
  public static String hex(byte[] bytes) {
    StringBuilder text = new StringBuilder(bytes.length * 2);
    for (byte b : bytes) {
      text.append(HEX.charAt(b >> 4 & 0xf)).append(HEX.charAt(b & 0xf));
    }
    return text.toString();
  }

  /** On one line: {@code provider:prefix:length:hash}. */
  @Override
  public String toString() {
    return provider + ':' + prefix + ':' + length + ':' + hash;
  }
}
