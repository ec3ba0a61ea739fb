package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** base64: encodes, or decodes with {@code -d}. */
final class Base64Text extends TextTransform {

  /** Stands for bytes that are no text (U+FFFD). */
  private static final char UNREADABLE = '\uFFFD';

  @Override
  Optional<String> transform(Invocation call, String text) {
    if (!decodes(call)) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return Optional.of(Base64.getEncoder().encodeToString(bytes).concat("\n"));
    }
    try {
      byte[] decoded = Base64.getMimeDecoder().decode(text.strip());
      String result = new String(decoded, StandardCharsets.UTF_8);
      if (GzipText.isPacked(decoded)) {
        return Optional.of(GzipText.held(decoded));
      }
      return result.indexOf(UNREADABLE) < 0 ? Optional.of(result) : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  @Override
  Content unknown(Invocation call, Content input) {
    return decodes(call) ? input.derived().decodedFromUnknown() : input.derived();
  }

  private static boolean decodes(Invocation call) {
    return call.arguments().hasOption("-d")
        || call.arguments().hasOption("-D")
        || call.arguments().hasOption("--decode");
  }
}
