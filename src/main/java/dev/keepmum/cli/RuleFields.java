package dev.keepmum.cli;

import dev.keepmum.event.JsonValue;
import dev.keepmum.event.JsonValue.JsonArray;
import dev.keepmum.event.JsonValue.JsonBoolean;
import dev.keepmum.event.JsonValue.JsonMember;
import dev.keepmum.event.JsonValue.JsonNull;
import dev.keepmum.event.JsonValue.JsonNumber;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.event.JsonValue.JsonString;
import dev.keepmum.policy.ConfiguredRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a configuration says of a rule that it brings, as people read it. */
final class RuleFields implements JsonValue.Visitor<Object> {
  private RuleFields() {}

  /** Every key with its value: a text, or a list of texts; nothing that a terminal would obey. */
  static Map<String, Object> of(ConfiguredRule rule) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (JsonMember member : rule.definition().members().values()) {
      fields.put(member.name(), member.value().accept(new RuleFields()));
    }
    return fields;
  }

  @Override
  public Object object(JsonObject object) {
    return "{}";
  }

  @Override
  public Object array(JsonArray array) {
    List<Object> items = new ArrayList<>();
    for (JsonValue element : array.elements()) {
      items.add(element.accept(this));
    }
    return items;
  }

  @Override
  public Object string(JsonString string) {
    return ConfigurationText.visible(string.value());
  }

  @Override
  public Object number(JsonNumber number) {
    return number.digits();
  }

  @Override
  public Object truth(JsonBoolean truth) {
    return truth.value();
  }

  @Override
  public Object nothing(JsonNull nothing) {
    return "";
  }
}
