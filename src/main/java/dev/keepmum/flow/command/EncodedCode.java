package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Code written as base64 of UTF-16LE, as {@code pwsh -EncodedCommand} takes it. */
final class EncodedCode {
  private EncodedCode() {}

  /** The code; marked as decoded from something unknown where it cannot be read. */
  static Content decode(Content encoded) {
    List<String> texts = new ArrayList<>();
    for (String text : encoded.texts()) {
      try {
        texts.add(new String(Base64.getDecoder().decode(text.strip()), StandardCharsets.UTF_16LE));
      } catch (IllegalArgumentException notBase64) {
        return Content.UNKNOWN.decodedFromUnknown();
      }
    }
    return texts.isEmpty() ? Content.UNKNOWN.decodedFromUnknown() : Content.oneOf(texts);
  }
}
