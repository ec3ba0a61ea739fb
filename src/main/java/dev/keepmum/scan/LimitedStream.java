package dev.keepmum.scan;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** So many bytes of a stream that goes on after them; closing it leaves that open. */
class LimitedStream extends InputStream {
  private final InputStream in;
  private long left;

  LimitedStream(InputStream in, long length) {
    this.in = in;
    this.left = length;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (left == 0) {
      return -1;
    }
    int read = in.read(target, offset, (int) Math.min(length, left));
    if (read < 0) {
      throw cutOff();
    }
    left -= read;
    return read;
  }

  /** How many bytes have not been read. */
  long left() {
    return left;
  }

  /** What it means that the stream ends before its length. */
  IOException cutOff() {
    return new EOFException("cut off");
  }
}
