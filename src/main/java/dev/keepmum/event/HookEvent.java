package dev.keepmum.event;

import dev.keepmum.event.JsonValue.JsonMember;
import dev.keepmum.event.JsonValue.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One hook event as the client hands it over: a single JSON object. Field names and which event has
 * which of them were observed with Claude Code 2.1.330.
 */
public final class HookEvent {

  public static final String PRE_TOOL_USE = "PreToolUse";
  public static final String USER_PROMPT_SUBMIT = "UserPromptSubmit";
  public static final String USER_PROMPT_EXPANSION = "UserPromptExpansion";
  public static final String POST_TOOL_USE = "PostToolUse";
  public static final String POST_TOOL_USE_FAILURE = "PostToolUseFailure";
  public static final String SESSION_START = "SessionStart";
  public static final String CONFIG_CHANGE = "ConfigChange";

  /** 1 MiB. */
  static final int MAX_COMMAND_LENGTH = 1 << 20;

  private final JsonObject fields;

  private HookEvent(JsonObject fields) {
    this.fields = fields;
  }

  /**
   * Reads the one event a stream holds, to its end.
   *
   * @throws MalformedEvent if it is no event, more than one, over the limits of {@link JsonReader},
   *     or lacks what its kind of event must have; other kinds than those named here need only a
   *     name
   */
  public static HookEvent read(InputStream bytes) throws MalformedEvent {
    Map<String, JsonMember> fields = new LinkedHashMap<>();
    try (JsonReader reader = JsonReader.of(bytes)) {
      readFields(reader, fields);
    } catch (MalformedJson e) {
      Position at = e.position();
      throw new MalformedEvent(
          nameIn(fields),
          e.isLimit(),
          "the event cannot be read: "
              + e.getMessage()
              + " (line "
              + at.line()
              + ", column "
              + at.column()
              + ")");
    } catch (IOException e) {
      throw new MalformedEvent(nameIn(fields), "the event cannot be read to its end");
    }
    HookEvent event =
        new HookEvent(new JsonObject(Collections.unmodifiableMap(fields), new Position(1, 1)));
    event.check();
    return event;
  }

  /**
   * Field by field, so that an event which breaks off late is still known by its name. No client
   * writes a field twice, and of two values nobody knows which one it will act on.
   */
  private static void readFields(JsonReader reader, Map<String, JsonMember> fields)
      throws IOException, MalformedJson {
    reader.beginObject();
    for (int count = 0; reader.hasMember(count); count++) {
      JsonMember member = reader.member();
      if (fields.put(member.name(), member) != null) {
        if (member.name().equals("hook_event_name")) {
          fields.remove(member.name());
        }
        throw new MalformedJson("a field stands twice", member.position());
      }
    }
    reader.end();
  }

  private static String nameIn(Map<String, JsonMember> fields) {
    JsonMember name = fields.get("hook_event_name");
    return name == null ? "" : name.value().text().orElse("");
  }

  private void check() throws MalformedEvent {
    requireText("hook_event_name");
    switch (name()) {
      case PRE_TOOL_USE -> checkToolCall();
      case USER_PROMPT_SUBMIT, USER_PROMPT_EXPANSION -> {
        requireText("cwd");
        requireString("prompt");
      }
      case CONFIG_CHANGE -> requireText("cwd");
      default -> {}
    }
  }

  private void checkToolCall() throws MalformedEvent {
    requireText("cwd");
    requireText("tool_name");
    JsonValue input = fields.get("tool_input").orElse(null);
    if (!(input instanceof JsonObject)) {
      throw broken("tool_input", input == null ? "is missing" : "is not an object");
    }
    if (toolInput().text("command").orElse("").length() > MAX_COMMAND_LENGTH) {
      throw new CommandTooLong(name());
    }
  }

  private void requireText(String field) throws MalformedEvent {
    requireString(field);
    if (text(field).isEmpty()) {
      throw broken(field, "is empty");
    }
  }

  private void requireString(String field) throws MalformedEvent {
    if (fields.get(field).isEmpty()) {
      throw broken(field, "is missing");
    }
    if (fields.text(field).isEmpty()) {
      throw broken(field, "is not a string");
    }
  }

  private MalformedEvent broken(String field, String fault) {
    return new MalformedEvent(name(), "the event's " + field + " " + fault);
  }

  /** Which event this is: {@code PreToolUse}, {@code SessionStart}, … */
  public String name() {
    return text("hook_event_name");
  }

  /** The session, as the client tells sessions apart. */
  public String sessionId() {
    return text("session_id");
  }

  /** The folder in which a command would start; it moves with the shell's {@code cd}. */
  public String cwd() {
    return text("cwd");
  }

  /** {@code default}, {@code plan}, {@code acceptEdits}, …; empty where the event has none. */
  public String permissionMode() {
    return text("permission_mode");
  }

  /** The sub-agent that makes the call; empty for the main one. */
  public String agentId() {
    return text("agent_id");
  }

  /** The tool's name; empty for an event that is about no tool. */
  public String toolName() {
    return text("tool_name");
  }

  /** The tool's input; without members for an event that is about no tool. */
  public JsonObject toolInput() {
    if (fields.get("tool_input").orElse(null) instanceof JsonObject input) {
      return input;
    }
    return new JsonObject(Map.of(), new Position(1, 1));
  }

  /** What a tool answered, for the events after its call. */
  public Optional<JsonValue> toolResponse() {
    return fields.get("tool_response");
  }

  /** What a failed call said; empty for other events than {@link #POST_TOOL_USE_FAILURE}. */
  public String error() {
    return text("error");
  }

  /** What the user typed; empty for events that are about no prompt. */
  public String prompt() {
    return text("prompt");
  }

  /** What set an event off: {@code startup}, {@code user_settings}; empty where nothing is told. */
  public String source() {
    return text("source");
  }

  /** The file an event is about; empty where it names none. */
  public String filePath() {
    return text("file_path");
  }

  private String text(String field) {
    return fields.text(field).orElse("");
  }
}
