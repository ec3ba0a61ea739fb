package dev.keepmum.event;

import dev.keepmum.event.JsonValue.JsonArray;
import dev.keepmum.event.JsonValue.JsonBoolean;
import dev.keepmum.event.JsonValue.JsonMember;
import dev.keepmum.event.JsonValue.JsonNull;
import dev.keepmum.event.JsonValue.JsonNumber;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.event.JsonValue.JsonString;

/** Writes JSON (RFC 8259) without white space. */
public final class JsonText {
  private static final String HEX = "0123456789abcdef";

  private JsonText() {}

  /** A value as JSON text; equal values have equal texts, wherever they stood. */
  public static String of(JsonValue value) {
    Writer writer = new Writer();
    value.accept(writer);
    return writer.out.toString();
  }

  /** The text as a JSON string, quotes included, on one line and always valid as UTF-8. */
  public static String quoted(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    appendQuoted(out, text);
    return out.toString();
  }

  private static void appendQuoted(StringBuilder out, String text) {
    out.append('"');
    appendEscaped(out, text, 0, text.length());
    out.append('"');
  }

  /** A part of a text as it stands between the quotes of a JSON string. */
  static void appendEscaped(StringBuilder out, String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        default -> {
          if (c >= ' ' && c < 0x7f || c > 0x9f && !needsEscape(text, i)) {
            out.append(c);
          } else {
            appendEscape(out, c);
          }
        }
      }
    }
  }

  /** Half a surrogate pair has no UTF-8; the two line separators end a line in JavaScript. */
  private static boolean needsEscape(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
    }
    return c == '\u2028' || c == '\u2029';
  }

  private static void appendEscape(StringBuilder out, char c) {
    out.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.append(HEX.charAt(c >> shift & 0xf));
    }
  }

  private static final class Writer implements JsonValue.Visitor<StringBuilder> {
    private final StringBuilder out = new StringBuilder();

    @Override
    public StringBuilder object(JsonObject object) {
      String separator = "{";
      for (JsonMember member : object.members().values()) {
        appendQuoted(out.append(separator), member.name());
        out.append(':');
        member.value().accept(this);
        separator = ",";
      }
      return out.append(object.members().isEmpty() ? "{}" : "}");
    }

    @Override
    public StringBuilder array(JsonArray array) {
      String separator = "[";
      for (JsonValue element : array.elements()) {
        out.append(separator);
        element.accept(this);
        separator = ",";
      }
      return out.append(array.elements().isEmpty() ? "[]" : "]");
    }

    @Override
    public StringBuilder string(JsonString string) {
      appendQuoted(out, string.value());
      return out;
    }

    @Override
    public StringBuilder number(JsonNumber number) {
      return out.append(number.digits());
    }

    @Override
    public StringBuilder truth(JsonBoolean truth) {
      return out.append(truth.value());
    }

    @Override
    public StringBuilder nothing(JsonNull nothing) {
      return out.append("null");
    }
  }
}
