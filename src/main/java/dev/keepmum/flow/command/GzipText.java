package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * zcat: prints what is packed. Of a short text that comes out of a decoder of this call that is
 * worked out (RFC 1952).
 */
final class GzipText implements Behaviour {

  /** How much of an unpacked text is looked at. */
  private static final int MAX_LENGTH = 1 << 16;

  @Override
  public void run(Invocation call) {
    Optional<Content> unpacked = unpacked(Reading.gather(call));
    if (unpacked.isPresent()) {
      call.print(unpacked.get());
    } else {
      new General().run(call);
    }
  }

  static boolean isPacked(byte[] bytes) {
    return bytes.length > 2 && bytes[0] == 0x1f && (bytes[1] & 0xff) == 0x8b;
  }

  /** Bytes as a text that holds one in each character. */
  static String held(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** The text that was packed; empty where the content is no such text. */
  static Optional<Content> unpacked(Content content) {
    byte[] bytes = content.textOr("").getBytes(StandardCharsets.ISO_8859_1);
    if (!content.isSingleText() || !isPacked(bytes)) {
      return Optional.empty();
    }
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      String text = new String(in.readNBytes(MAX_LENGTH), StandardCharsets.UTF_8);
      return Optional.of(Content.text(text).withSecrets(content.secrets()));
    } catch (IOException broken) {
      return Optional.empty();
    }
  }
}
