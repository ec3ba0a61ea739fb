package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * base32 and its kin: encode, or decode with {@code -d}; of those, base32 is worked out (RFC 4648).
 */
final class Base32Text extends TextTransform {

  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  @Override
  Optional<String> transform(Invocation call, String text) {
    if (!decodes(call) || !call.name().endsWith("base32")) {
      return Optional.empty();
    }
    ByteArrayOutputStream decoded = new ByteArrayOutputStream();
    int held = 0;
    int bits = 0;
    for (int i = 0; i < text.length(); i++) {
      int value = ALPHABET.indexOf(text.charAt(i));
      if (value < 0) {
        continue; // Padding and line breaks.
      }
      held = (held << 5 | value) & 0xfff;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        decoded.write(held >> bits & 0xff);
      }
    }
    return Optional.of(decoded.toString(StandardCharsets.UTF_8));
  }

  @Override
  Content unknown(Invocation call, Content input) {
    return decodes(call) ? input.derived().decodedFromUnknown() : input.derived();
  }

  private static boolean decodes(Invocation call) {
    return call.arguments().hasOption("-d") || call.arguments().hasOption("--decode");
  }
}
