package dev.keepmum.scan.redact;

import dev.keepmum.event.JsonValue;
import dev.keepmum.event.JsonValue.JsonArray;
import dev.keepmum.event.JsonValue.JsonBoolean;
import dev.keepmum.event.JsonValue.JsonMember;
import dev.keepmum.event.JsonValue.JsonNull;
import dev.keepmum.event.JsonValue.JsonNumber;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.event.JsonValue.JsonString;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Copies an output with other words in the place of its secrets and everything else as it is. */
final class OutputCopy implements JsonValue.Visitor<JsonValue> {
  private static final int MAX_REPORTED = 1000;

  private final TextSearch search;
  private final Needles needles;
  private final List<Replacement> replaced = new ArrayList<>();
  private final List<Replacement> kept = new ArrayList<>();

  /** Where the copy is, as one would write it: {@code content[0].text}. */
  private String place = "";

  private StandIns standIns;

  OutputCopy(TextSearch search, Needles needles) {
    this.search = search;
    this.needles = needles;
  }

  Redaction of(JsonValue output) {
    JsonValue copy = output.accept(this);
    return new Redaction(copy, replaced, kept, search.isComplete());
  }

  @Override
  public JsonValue object(JsonObject object) {
    Map<String, JsonMember> members = new LinkedHashMap<>();
    boolean changed = false;
    String here = place;
    for (JsonMember member : object.members().values()) {
      place = here.isEmpty() ? member.name() : here + "." + member.name();
      JsonValue value = member.value().accept(this);
      if (member.name().length() >= Needles.WINDOW) {
        keepName(member.name(), here);
      }
      changed |= value != member.value();
      members.put(member.name(), new JsonMember(member.name(), member.position(), value));
    }
    place = here;
    return changed
        ? new JsonObject(Collections.unmodifiableMap(members), object.position())
        : object;
  }

  private void keepName(String name, String parent) {
    for (FoundSecret secret : search.find(name)) {
      report(kept, secret, parent.isEmpty() ? "a name" : "a name in " + parent);
    }
  }

  @Override
  public JsonValue array(JsonArray array) {
    List<JsonValue> elements = new ArrayList<>(array.elements().size());
    boolean changed = false;
    String here = place;
    for (JsonValue element : array.elements()) {
      place = here + "[" + elements.size() + "]";
      JsonValue value = element.accept(this);
      changed |= value != element;
      elements.add(value);
    }
    place = here;
    return changed
        ? new JsonArray(Collections.unmodifiableList(elements), array.position())
        : array;
  }

  @Override
  public JsonValue string(JsonString string) {
    String text = string.value();
    if (text.length() < Needles.WINDOW) {
      return string;
    }
    if (BinaryText.isIn(text)) {
      keepBinary(text);
      return string;
    }
    List<FoundSecret> secrets = search.find(text);
    return secrets.isEmpty() ? string : new JsonString(without(text, secrets), string.position());
  }

  /** The shape of a secret comes up in a picture by chance; one of this machine's own does not. */
  private void keepBinary(String text) {
    List<FoundSecret> secrets = new ArrayList<>();
    needles.find(text, secrets);
    for (FoundSecret secret : secrets) {
      report(kept, secret, place);
    }
  }

  private String without(String text, List<FoundSecret> secrets) {
    StringBuilder copy = new StringBuilder(text.length());
    int copied = 0;
    int line = 1;
    int lineStart = 0;
    for (FoundSecret secret : secrets) {
      for (int i = copied; i < secret.start(); i++) {
        if (text.charAt(i) == '\n') {
          line++;
          lineStart = i + 1;
        }
      }
      copy.append(text, copied, secret.start()).append(standIns().of(secret));
      report(replaced, secret, at(line, secret.start() - lineStart + 1));
      for (int i = secret.start(); i < secret.end(); i++) {
        if (text.charAt(i) == '\n') {
          line++;
          lineStart = i + 1;
        }
      }
      copied = secret.end();
    }
    return copy.append(text, copied, text.length()).toString();
  }

  private String at(int line, int column) {
    return (place.isEmpty() ? "" : place + ":") + line + ":" + column;
  }

  private void report(List<Replacement> to, FoundSecret secret, String where) {
    if (to.size() < MAX_REPORTED) {
      to.add(new Replacement(secret.rule(), where, standIns().of(secret)));
    }
  }

  private StandIns standIns() {
    if (standIns == null) {
      standIns = new StandIns(needles);
    }
    return standIns;
  }

  @Override
  public JsonValue number(JsonNumber number) {
    return number;
  }

  @Override
  public JsonValue truth(JsonBoolean truth) {
    return truth;
  }

  @Override
  public JsonValue nothing(JsonNull nothing) {
    return nothing;
  }
}
