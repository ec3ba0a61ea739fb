package dev.keepmum.tool;

import dev.keepmum.effect.Effect;
import dev.keepmum.effect.Language;
import dev.keepmum.effect.Value;
import dev.keepmum.event.JsonValue;
import dev.keepmum.event.JsonValue.JsonArray;
import dev.keepmum.event.JsonValue.JsonMember;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.event.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The input of one call while it is turned into effects: what has been taken is accounted for, the
 * rest is text that leaves with the call.
 */
final class ToolInput {
  private final Map<String, JsonMember> rest;
  private final List<Effect> effects;
  private final TextLeaves leaves;

  ToolInput(JsonObject input) {
    this(input, new ArrayList<>(), new TextLeaves());
  }

  private ToolInput(JsonObject input, List<Effect> effects, TextLeaves leaves) {
    this.rest = new LinkedHashMap<>(input.members());
    this.effects = effects;
    this.leaves = leaves;
  }

  /** An object within the input, whose effects and texts are those of the same call. */
  ToolInput nested(JsonObject object) {
    return new ToolInput(object, effects, leaves);
  }

  List<Effect> effects() {
    return effects;
  }

  void add(Effect effect) {
    effects.add(effect);
  }

  /** The members nothing has accounted for so far. */
  List<JsonMember> rest() {
    return new ArrayList<>(rest.values());
  }

  boolean has(String name) {
    return rest.containsKey(name);
  }

  /** Takes a string; empty where there is none, and then a value of another kind stays. */
  String take(String name) {
    JsonMember member = rest.get(name);
    if (member == null || member.value().text().isEmpty()) {
      return "";
    }
    rest.remove(name);
    return member.value().text().get();
  }

  /** Takes an object; one without members where there is none. */
  JsonObject takeObject(String name) {
    JsonMember member = rest.get(name);
    if (member != null && member.value() instanceof JsonObject object) {
      rest.remove(name);
      return object;
    }
    return new JsonObject(Map.of(), new Position(1, 1));
  }

  void ignore(String... names) {
    for (String name : names) {
      rest.remove(name);
    }
  }

  /** Leaves the rest, unless it is told otherwise later, to go out with the call as text. */
  void leaveRest() {
    for (JsonMember member : rest.values()) {
      leaves.member(member);
    }
    rest.clear();
  }

  /** Leaves a member's name and texts to go out with the call. */
  void leave(JsonMember member) {
    rest.remove(member.name());
    leaves.member(member);
  }

  /** Leaves a value's texts to go out with the call. */
  void leave(JsonValue value) {
    value.accept(leaves);
  }

  void leaveName(String name) {
    leaves.name(name);
  }

  void run(Language language, String name) {
    String text = take(name);
    if (!text.isEmpty()) {
      run(language, new Value.Text(text));
    }
  }

  /** Runs a text that goes out as well: what it gives to agents stands in it. */
  void runAndLeave(Language language, String name) {
    JsonMember member = rest.get(name);
    if (member != null && member.value().text().isPresent()) {
      run(language, new Value.Text(member.value().text().get()));
      leave(member);
    }
  }

  void runFile(Language language, String name) {
    String path = take(name);
    if (!path.isEmpty()) {
      run(language, new Value.ReadFile(new Value.Text(path)));
    }
  }

  void run(Language language, Value text) {
    add(new Effect.Run(language, List.of(text), Value.EMPTY));
  }

  /** The content of a file becomes the tool's result. */
  void show(String name) {
    String path = take(name);
    if (!path.isEmpty()) {
      add(new Effect.Print(new Value.ReadFile(new Value.Text(path))));
    }
  }

  void write(String pathName, String contentName) {
    String path = take(pathName);
    if (!path.isEmpty()) {
      add(new Effect.Write(new Value.Text(path), ToolCalls.textOf(take(contentName))));
    }
  }

  /** One replacement in the input itself, or several in a list. */
  void edit(String pathName, String listName) {
    String path = take(pathName);
    if (path.isEmpty()) {
      return;
    }
    add(new Effect.Edit(new Value.Text(path), takeReplacements(listName)));
  }

  /** Takes the replacements in the input itself and those in a list. */
  List<Effect.Replacement> takeReplacements(String listName) {
    List<Effect.Replacement> replacements = new ArrayList<>();
    JsonMember list = rest.get(listName);
    if (list != null && list.value() instanceof JsonArray edits) {
      rest.remove(listName);
      for (JsonValue edit : edits.elements()) {
        if (edit instanceof JsonObject object) {
          ToolInput one = nested(object);
          replacements.add(one.takeReplacement());
          one.leaveRest();
        } else {
          leave(edit);
        }
      }
    }
    if (has("old_string") || has("new_string") || has("old_str") || has("new_str")) {
      replacements.add(takeReplacement());
    }
    return replacements;
  }

  private Effect.Replacement takeReplacement() {
    return new Effect.Replacement(
        takeFirst("old_string", "oldText", "old_str", "old_text", "old"),
        takeFirst("new_string", "newText", "new_str", "new_text", "new"),
        takeTruth("replace_all"));
  }

  /** Takes a truth value; false where there is none. */
  boolean takeTruth(String name) {
    JsonMember member = rest.remove(name);
    return member != null && member.value().isTrue();
  }

  /** Takes the first of several names that is there. */
  String takeFirst(String... names) {
    for (String name : names) {
      if (has(name)) {
        return take(name);
      }
    }
    return "";
  }

  /** A request: its address goes to its host; that of a file makes the file the result. */
  void fetch(String name) {
    String url = take(name);
    String path = FileUrl.path(url);
    if (path.isEmpty()) {
      sendTo(url);
    } else {
      add(new Effect.Print(new Value.ReadFile(new Value.Text(path))));
    }
  }

  /** The address itself goes out with a request, and the answer comes back as the result. */
  void sendTo(String url) {
    if (!url.isEmpty()) {
      Effect.Send request = new Effect.Send(new Value.Text(url), new Value.Text(url));
      add(new Effect.Print(new Value.Response(request)));
    }
  }

  /** The texts that are left are shown to an agent or to the user. */
  void showRest() {
    leaveRest();
    if (!leaves.isEmpty()) {
      add(new Effect.Print(new Value.Text(leaves.take())));
    }
  }

  /** The texts that are left leave for a place that is not known. */
  void sendRest() {
    leaveRest();
    if (!leaves.isEmpty()) {
      add(new Effect.Send(Value.UNKNOWN, new Value.Text(leaves.take())));
    }
  }
}
