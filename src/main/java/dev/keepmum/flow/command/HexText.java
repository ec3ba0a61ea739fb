package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** xxd: a dump of bytes, or with {@code -r -p} the bytes of plain digits. */
final class HexText extends TextTransform {

  @Override
  Optional<String> transform(Invocation call, String text) {
    if (!reverts(call)) {
      return plain(call) ? Optional.of(encode(text)) : Optional.empty();
    }
    StringBuilder digits = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (Character.digit(text.charAt(i), 16) >= 0) {
        digits.append(text.charAt(i));
      } else if (!Character.isWhitespace(text.charAt(i))) {
        return Optional.empty();
      }
    }
    byte[] bytes = new byte[digits.length() / 2];
    for (int i = 0; i < bytes.length; i++) {
      int high = Character.digit(digits.charAt(2 * i), 16);
      bytes[i] = (byte) (high * 16 + Character.digit(digits.charAt(2 * i + 1), 16));
    }
    return Optional.of(new String(bytes, StandardCharsets.UTF_8));
  }

  private static String encode(String text) {
    StringBuilder digits = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      digits.append(Character.forDigit((b >> 4) & 15, 16)).append(Character.forDigit(b & 15, 16));
    }
    return digits.append('\n').toString();
  }

  @Override
  Content unknown(Invocation call, Content input) {
    return reverts(call) ? input.derived().decodedFromUnknown() : input.derived();
  }

  private static boolean reverts(Invocation call) {
    return call.arguments().hasOption("-r");
  }

  private static boolean plain(Invocation call) {
    return call.arguments().hasOption("-p") || call.arguments().hasOption("-ps");
  }
}
