package dev.keepmum.scan;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads the files of a tar archive one after the other (pax(1), and GNU's long names). */
final class TarReader {
  private static final int BLOCK = 512;
  private static final int NAME = 100;
  private static final int SIZE_AT = 124;
  private static final int SIZE = 12;
  private static final int TYPE_AT = 156;
  private static final int PREFIX_AT = 345;
  private static final int PREFIX = 155;
  private static final int LONGEST_NAME = 1 << 16;

  private final InputStream in;
  private String name = "";
  private LimitedStream content = new LimitedStream(InputStream.nullInputStream(), 0);
  private long padding;

  TarReader(InputStream in) {
    this.in = in;
  }

  /** Moves on to the next file; false at the archive's end. */
  boolean next() throws IOException {
    String longName = "";
    while (true) {
      in.skipNBytes(content.left() + padding);
      padding = 0;
      byte[] header = in.readNBytes(BLOCK);
      if (header.length < BLOCK || header[0] == 0) {
        content = new LimitedStream(in, 0);
        return false;
      }
      content = new LimitedStream(in, size(header));
      padding = (BLOCK - content.left() % BLOCK) % BLOCK;
      char type = (char) header[TYPE_AT];
      if (type == 'L') {
        longName = text(longContent(), 0, LONGEST_NAME);
      } else if (type == 'x') {
        longName = paxPath(new String(longContent(), StandardCharsets.UTF_8), longName);
      } else if (type == '0' || type == 0 || type == '7') {
        name = longName.isEmpty() ? shortName(header) : longName;
        return true;
      } else {
        longName = "";
      }
    }
  }

  /** The name of the file. */
  String name() {
    return name;
  }

  /** The rest of the file's content. */
  InputStream content() {
    return content;
  }

  private byte[] longContent() throws IOException {
    return content.left() > LONGEST_NAME
        ? new byte[0] // Longer than any name; it is skipped.
        : content.readAllBytes();
  }

  /** Records are {@code LENGTH KEY=VALUE}, a line each. */
  private static String paxPath(String records, String otherwise) {
    int at = records.indexOf(" path=");
    if (at < 0) {
      return otherwise;
    }
    int end = records.indexOf('\n', at);
    return end < 0 ? otherwise : records.substring(at + " path=".length(), end);
  }

  private static String shortName(byte[] header) {
    String prefix = text(header, PREFIX_AT, PREFIX);
    String end = text(header, 0, NAME);
    return prefix.isEmpty() ? end : prefix + "/" + end;
  }

  private static String text(byte[] bytes, int from, int most) {
    int to = from;
    while (to < bytes.length && to < from + most && bytes[to] != 0) {
      to++;
    }
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  /** Octal digits; where the first bit is set, a binary number. */
  private static long size(byte[] header) throws IOException {
    long size = 0;
    boolean isBinary = header[SIZE_AT] < 0;
    for (int i = SIZE_AT; i < SIZE_AT + SIZE; i++) {
      int b = header[i] & 0xff;
      if (isBinary) {
        size = size << 8 | (i == SIZE_AT ? b & 0x3f : b);
      } else if (b >= '0' && b <= '7') {
        size = size << 3 | b - '0';
      }
    }
    if (size < 0) {
      throw new EOFException("the archive is broken");
    }
    return size;
  }
}
