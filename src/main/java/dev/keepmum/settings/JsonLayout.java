package dev.keepmum.settings;

import dev.keepmum.event.JsonText;
import dev.keepmum.event.JsonValue;
import dev.keepmum.event.JsonValue.JsonArray;
import dev.keepmum.event.JsonValue.JsonBoolean;
import dev.keepmum.event.JsonValue.JsonMember;
import dev.keepmum.event.JsonValue.JsonNull;
import dev.keepmum.event.JsonValue.JsonNumber;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.event.JsonValue.JsonString;
import java.util.List;

/**
 * Writes JSON as people do: a member a line, short lists of words on one. Lines end with {@code
 * \n}.
 *
 * @param indent what a level is set in by; empty for everything on one line
 */
record JsonLayout(String indent) {

  /**
   * A value as text.
   *
   * @param depth in how many objects and arrays it stands
   */
  String of(JsonValue value, int depth) {
    return value.accept(new Writer(depth));
  }

  private final class Writer implements JsonValue.Visitor<String> {
    private final int depth;

    Writer(int depth) {
      this.depth = depth;
    }

    @Override
    public String object(JsonObject object) {
      StringBuilder out = new StringBuilder("{");
      for (JsonMember member : object.members().values()) {
        out.append(out.length() > 1 ? separator() : gap(depth + 1));
        out.append(JsonText.quoted(member.name()))
            .append(": ")
            .append(of(member.value(), depth + 1));
      }
      return out.append(out.length() > 1 ? gap(depth) : "").append('}').toString();
    }

    @Override
    public String array(JsonArray array) {
      boolean flat = isFlat(array.elements());
      StringBuilder out = new StringBuilder("[");
      for (JsonValue element : array.elements()) {
        if (out.length() > 1) {
          out.append(flat ? ", " : separator());
        } else if (!flat) {
          out.append(gap(depth + 1));
        }
        out.append(of(element, depth + 1));
      }
      return out.append(flat ? "" : gap(depth)).append(']').toString();
    }

    private boolean isFlat(List<JsonValue> elements) {
      return elements.size() < 4 && elements.stream().allMatch(e -> e.text().isPresent());
    }

    private String separator() {
      return indent.isEmpty() ? ", " : ",".concat(gap(depth + 1));
    }

    private String gap(int depth) {
      return indent.isEmpty() ? "" : "\n".concat(indent.repeat(depth));
    }

    @Override
    public String string(JsonString string) {
      return JsonText.of(string);
    }

    @Override
    public String number(JsonNumber number) {
      return JsonText.of(number);
    }

    @Override
    public String truth(JsonBoolean truth) {
      return JsonText.of(truth);
    }

    @Override
    public String nothing(JsonNull nothing) {
      return JsonText.of(nothing);
    }
  }
}
