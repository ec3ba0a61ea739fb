package dev.keepmum.event;

import dev.keepmum.event.JsonValue.JsonArray;
import dev.keepmum.event.JsonValue.JsonBoolean;
import dev.keepmum.event.JsonValue.JsonMember;
import dev.keepmum.event.JsonValue.JsonNull;
import dev.keepmum.event.JsonValue.JsonNumber;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.event.JsonValue.JsonString;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes a value as {@link JsonText} does, parts of it in other words, and never holds it all. */
final class JsonStream implements JsonValue.Visitor<JsonStream> {
  private static final int PIECE = 1 << 15;
  private static final TextPatches NONE = new TextPatches();

  private final Map<JsonString, TextPatches> patches;
  private final OutputStream to;
  private final StringBuilder pending = new StringBuilder();

  private JsonStream(Map<JsonString, TextPatches> patches, OutputStream to) {
    this.patches = patches;
    this.to = to;
  }

  /** Writes a value in UTF-8, without white space. */
  static void write(JsonValue value, Map<JsonString, TextPatches> patches, OutputStream to)
      throws IOException {
    JsonStream stream = new JsonStream(patches, to);
    try {
      value.accept(stream);
      stream.drain();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public JsonStream object(JsonObject object) {
    String separator = "{";
    for (JsonMember member : object.members().values()) {
      append(separator);
      quote(member.name());
      pending.append(':');
      member.value().accept(this);
      separator = ",";
    }
    return append(object.members().isEmpty() ? "{}" : "}");
  }

  @Override
  public JsonStream array(JsonArray array) {
    String separator = "[";
    for (JsonValue element : array.elements()) {
      append(separator);
      element.accept(this);
      separator = ",";
    }
    return append(array.elements().isEmpty() ? "[]" : "]");
  }

  @Override
  public JsonStream string(JsonString string) {
    String text = string.value();
    TextPatches patched = patches.getOrDefault(string, NONE);
    pending.append('"');
    int copied = 0;
    for (int i = 0; i < patched.count(); i++) {
      escape(text, copied, patched.start(i));
      escape(patched.word(i), 0, patched.word(i).length());
      copied = patched.end(i);
    }
    escape(text, copied, text.length());
    pending.append('"');
    return this;
  }

  private void quote(String text) {
    pending.append('"');
    escape(text, 0, text.length());
    pending.append('"');
  }

  private void escape(String text, int start, int end) {
    int from = start;
    while (from < end) {
      int to = Math.min(end, from + PIECE);
      if (to < end && Character.isHighSurrogate(text.charAt(to - 1))) {
        to++;
      }
      JsonText.appendEscaped(pending, text, from, to);
      if (pending.length() >= PIECE) {
        drain();
      }
      from = to;
    }
  }

  @Override
  public JsonStream number(JsonNumber number) {
    return append(number.digits());
  }

  @Override
  public JsonStream truth(JsonBoolean truth) {
    return append(String.valueOf(truth.value()));
  }

  @Override
  public JsonStream nothing(JsonNull nothing) {
    return append("null");
  }

  private JsonStream append(String text) {
    pending.append(text);
    if (pending.length() >= PIECE) {
      drain();
    }
    return this;
  }

  private void drain() {
    try {
      to.write(pending.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    pending.setLength(0);
  }
}
