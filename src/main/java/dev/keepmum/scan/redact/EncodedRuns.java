package dev.keepmum.scan.redact;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Finds the runs in a text that are base64 or hexadecimal digits and decodes them, as far as text
 * comes out; what was packed (gzip, zlib) is unpacked. A run that is broken into lines is one.
 */
final class EncodedRuns {
  /** Too short for a key of any kind. */
  private static final int SHORTEST = 24;

  /** Programs break at 60 (xxd), 64 (PEM) or 76 characters (base64): whole groups of four. */
  private static final int SHORTEST_LINE = 60;

  private static final int SHORTEST_TEXT = 12;
  private static final int MAX_UNPACKED = 1 << 20;
  private static final int MAX_UNPACKED_IN_ALL = 8 << 20;

  private final String text;
  private final Derived decoded = new Derived();
  private int unpacked;

  private EncodedRuns(String text) {
    this.text = text;
  }

  /** The texts that come out; empty if none does. */
  static Derived decoded(String text) {
    EncodedRuns runs = new EncodedRuns(text);
    runs.walk();
    return runs.decoded;
  }

  private void walk() {
    int i = 0;
    while (i < text.length()) {
      if (Base64.sextet(text.charAt(i)) < 0) {
        i++;
        continue;
      }
      int end = lineEnd(i);
      int blockEnd = blockEnd(i, end);
      if (blockEnd - i >= SHORTEST) {
        decode(i, blockEnd);
      }
      i = blockEnd;
    }
  }

  private int lineEnd(int from) {
    int end = from;
    while (end < text.length() && Base64.sextet(text.charAt(end)) >= 0) {
      end++;
    }
    return end;
  }

  /** The end of the run: lines of the same length and a last one that may be shorter. */
  private int blockEnd(int start, int firstEnd) {
    int length = firstEnd - start;
    int end = firstEnd;
    if (length < SHORTEST_LINE || length % 4 != 0) {
      return end;
    }
    boolean hex = isHexadecimal(start, firstEnd);
    while (true) {
      int next = afterBreak(end);
      int nextEnd = next < 0 ? -1 : lineEnd(next);
      if (next < 0 || nextEnd == next || nextEnd - next > length) {
        return end;
      }
      if (hex && !isHexadecimal(next, nextEnd)) {
        return end; // A word on the next line is none of a dump of digits.
      }
      if (nextEnd - next < length) {
        return isLineEnd(nextEnd) ? nextEnd : end;
      }
      end = nextEnd;
    }
  }

  private boolean isHexadecimal(int start, int end) {
    for (int i = start; i < end; i++) {
      if (Hexadecimal.digit(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  private int afterBreak(int at) {
    if (text.startsWith("\n", at)) {
      return at + 1;
    }
    return text.startsWith("\r\n", at) ? at + 2 : -1;
  }

  private boolean isLineEnd(int at) {
    return at == text.length() || "\r\n=".indexOf(text.charAt(at)) >= 0;
  }

  private void decode(int start, int end) {
    byte[] sextets = new byte[end - start];
    int count = 0;
    boolean hex = true;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      int sextet = Base64.sextet(c);
      if (sextet >= 0) {
        sextets[count++] = (byte) sextet;
        hex &= Hexadecimal.digit(c) >= 0;
      }
    }
    int runEnd = Base64.runEnd(text, end);
    if (hex) {
      decodeHexadecimal(start, end, count);
    }
    for (int alignment = 0; alignment < 4; alignment++) {
      byte[] bytes = bytes(sextets, alignment, count);
      if (alignment == 0) {
        addUnpacked(bytes, start, runEnd);
      }
      addTexts(bytes, start, runEnd);
    }
  }

  private static byte[] bytes(byte[] sextets, int from, int to) {
    byte[] bytes = new byte[Math.max(0, (to - from) * 3 / 4)];
    int bits = 0;
    int value = 0;
    int length = 0;
    for (int i = from; i < to; i++) {
      value = value << 6 | sextets[i];
      bits += 6;
      if (bits >= 8) {
        bits -= 8;
        bytes[length++] = (byte) (value >> bits);
      }
    }
    return bytes;
  }

  private void decodeHexadecimal(int start, int end, int digits) {
    byte[] bytes = new byte[digits / 2];
    int nibbles = 0;
    for (int i = start; i < end && nibbles / 2 < bytes.length; i++) {
      int digit = Hexadecimal.digit(text.charAt(i));
      if (digit >= 0) {
        bytes[nibbles / 2] |= (byte) (nibbles % 2 == 0 ? digit << 4 : digit);
        nibbles++;
      }
    }
    addUnpacked(bytes, start, end);
    addTexts(bytes, start, end);
  }

  /** The stretches of bytes that are text. */
  private void addTexts(byte[] bytes, int start, int end) {
    int from = 0;
    for (int i = 0; i <= bytes.length; i++) {
      if (i == bytes.length || !isText(bytes[i])) {
        if (i - from >= SHORTEST_TEXT) {
          decoded.stand(start, end);
          for (int j = from; j < i; j++) {
            decoded.text().append((char) (bytes[j] & 0xff));
          }
          decoded.text().append('\n');
        }
        from = i + 1;
      }
    }
  }

  private static boolean isText(byte b) {
    return b >= ' ' && b < 0x7f || b == '\n' || b == '\t' || b == '\r';
  }

  private void addUnpacked(byte[] bytes, int start, int end) {
    if (unpacked >= MAX_UNPACKED_IN_ALL || !isPacked(bytes)) {
      return;
    }
    byte[] plain = unpack(bytes);
    unpacked += plain.length;
    addTexts(plain, start, end);
  }

  /** By their first bytes: gzip (RFC 1952) or zlib (RFC 1950). */
  private static boolean isPacked(byte[] bytes) {
    if (bytes.length < 10) {
      return false;
    }
    boolean gzip = bytes[0] == 0x1f && (bytes[1] & 0xff) == 0x8b && bytes[2] == 8;
    boolean zlib = bytes[0] == 0x78 && ((bytes[0] & 0xff) << 8 | bytes[1] & 0xff) % 31 == 0;
    return gzip || zlib;
  }

  private static byte[] unpack(byte[] bytes) {
    boolean gzip = bytes[0] == 0x1f;
    Inflater inflater = new Inflater(gzip);
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    try {
      int from = gzip ? gzipHeader(bytes) : 0;
      inflater.setInput(bytes, from, bytes.length - from);
      byte[] piece = new byte[8192];
      int count = inflater.inflate(piece);
      while (count > 0 && plain.size() < MAX_UNPACKED) {
        plain.write(piece, 0, count);
        count = inflater.inflate(piece);
      }
    } catch (DataFormatException e) {
      return plain.toByteArray(); // Broken off; what came before counts.
    } finally {
      inflater.end();
    }
    return plain.toByteArray();
  }

  /** The length of gzip's header, whose optional fields its flags announce. */
  private static int gzipHeader(byte[] bytes) {
    int flags = bytes[3];
    int at = 10;
    if ((flags & 4) != 0 && at + 2 <= bytes.length) {
      at += 2 + (bytes[at] & 0xff) + ((bytes[at + 1] & 0xff) << 8);
    }
    for (int flag = 8; flag <= 16; flag *= 2) {
      if ((flags & flag) != 0) {
        while (at < bytes.length && bytes[at] != 0) {
          at++;
        }
        at++;
      }
    }
    return Math.min(bytes.length, (flags & 2) != 0 ? at + 2 : at);
  }
}
