package dev.keepmum.scan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.Optional;

/**
 * Reads texts of any length piece by piece. Pieces overlap, so that whatever begins in the part
 * that is a piece's own is seen whole, with some text before it; two pieces' own parts never do.
 * Holds about 2.5 MiB, and is used for one text after the other.
 */
final class TextPieces {
  /** Longer than the longest window before a keyword. */
  private static final int BEFORE = 4096;

  private static final int OWN = 1 << 20;

  /** Longer than the longest secret: a block of 64 Ki characters. */
  private static final int AFTER = 68 << 10;

  private final char[] buffer = new char[BEFORE + OWN + AFTER];
  private final byte[] bytes = new byte[1 << 16];
  private final ScanProgress progress;
  private InputStream in = InputStream.nullInputStream();
  private ByteBuffer undecoded = ByteBuffer.wrap(bytes, 0, 0);
  private CharsetDecoder decoder;
  private boolean isAtEnd;
  private int length;
  private int from;
  private int to;

  TextPieces(ScanProgress progress) {
    this.progress = progress;
  }

  /**
   * Begins a text.
   *
   * @return whether it is one; a binary content is not read on
   */
  boolean begin(InputStream content) throws IOException {
    in = content;
    isAtEnd = false;
    length = 0;
    from = 0;
    to = 0;
    int read = in.readNBytes(bytes, 0, bytes.length);
    progress.bytes(read);
    Optional<TextEncoding> encoding = TextEncoding.of(bytes, read);
    if (encoding.isEmpty()) {
      return false;
    }
    int bom = encoding.get().bomLength();
    undecoded = ByteBuffer.wrap(bytes, bom, read - bom);
    decoder =
        encoding
            .get()
            .charset()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    return true;
  }

  /** Moves on to the next piece; false where there is none. */
  boolean next() throws IOException {
    if (to == length && isAtEnd) {
      return false;
    }
    int kept = Math.min(BEFORE, to);
    System.arraycopy(buffer, to - kept, buffer, 0, length - to + kept);
    length -= to - kept;
    from = kept;
    fill();
    to = isAtEnd ? length : length - AFTER;
    return to > from;
  }

  private void fill() throws IOException {
    CharBuffer target = CharBuffer.wrap(buffer, length, buffer.length - length);
    while (!isAtEnd && target.hasRemaining()) {
      boolean isOverflowing = decoder.decode(undecoded, target, false).isOverflow();
      if (isOverflowing) {
        break; // The rest of the room is too small for the next character's pair.
      }
      int rest = undecoded.remaining();
      System.arraycopy(bytes, undecoded.position(), bytes, 0, rest);
      int read = in.readNBytes(bytes, rest, bytes.length - rest);
      progress.bytes(read);
      undecoded = ByteBuffer.wrap(bytes, 0, rest + read);
      if (read == 0) {
        decoder.decode(undecoded, target, true);
        isAtEnd = true;
      }
    }
    length = target.position();
  }

  /** All of the piece, with what is before and after its own part. */
  String text() {
    return new String(buffer, 0, length);
  }

  /** Where the piece's own part begins in its text. */
  int from() {
    return from;
  }

  /** Where the piece's own part ends in its text. */
  int to() {
    return to;
  }

  /** Whether this is the last piece. */
  boolean isLast() {
    return isAtEnd;
  }
}
