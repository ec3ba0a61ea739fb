package dev.keepmum.cli;

import dev.keepmum.event.HookEvent;
import dev.keepmum.event.JsonReader;
import dev.keepmum.event.JsonText;
import dev.keepmum.event.JsonValue;
import dev.keepmum.event.JsonValue.JsonArray;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.event.MalformedEvent;
import dev.keepmum.event.MalformedJson;
import dev.keepmum.policy.Verdict;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One expectation of a policy: a line of a case file.
 *
 * @param place file and line
 * @param event the hook event it is about
 * @param tool the tool that is called; empty for another event than a call
 * @param expected the best answer
 * @param accepted the answers that are right, {@code expected} among them
 * @param why what the case is there for; may be empty
 */
record PolicyCase(
    String place,
    String id,
    String event,
    String tool,
    JsonObject input,
    String expected,
    Set<String> accepted,
    String why) {

  /** Reads a file of cases: a JSON object a line; empty lines count for nothing. */
  static List<PolicyCase> read(Path file) throws BrokenInput {
    List<PolicyCase> cases = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          cases.add(parse(line, file + ":" + number));
        }
      }
    } catch (NoSuchFileException e) {
      throw new BrokenInput(file + ": there is no such file");
    } catch (MalformedInputException e) {
      throw new BrokenInput(file + ": is not UTF-8");
    } catch (IOException e) {
      throw new BrokenInput(file + ": cannot be read");
    }
    return cases;
  }

  private static PolicyCase parse(String line, String place) throws BrokenInput, IOException {
    JsonValue value;
    try {
      value = JsonReader.read(line);
    } catch (MalformedJson e) {
      throw new BrokenInput(place + ":" + e.position().column() + ": " + e.getMessage());
    }
    if (!(value instanceof JsonObject fields)) {
      throw new BrokenInput(place + ": is not a JSON object");
    }
    String event = fields.text("event").orElse(HookEvent.PRE_TOOL_USE);
    boolean isCall = event.equals(HookEvent.PRE_TOOL_USE);
    String expected = require(fields, "expect", place);
    return new PolicyCase(
        place,
        fields.text("id").orElse(""),
        event,
        isCall ? require(fields, "tool", place) : "",
        input(fields, place),
        expected,
        accepted(fields, expected),
        fields.text("why").orElse(""));
  }

  private static String require(JsonObject fields, String name, String place) throws BrokenInput {
    Optional<String> text = fields.text(name);
    if (text.isEmpty()) {
      throw new BrokenInput(place + ": \"" + name + "\" is missing or no string");
    }
    return text.get();
  }

  private static JsonObject input(JsonObject fields, String place) throws BrokenInput {
    if (fields.get("input").orElse(null) instanceof JsonObject input) {
      return input;
    }
    throw new BrokenInput(place + ": \"input\" is missing or no object");
  }

  private static Set<String> accepted(JsonObject fields, String expected) {
    Set<String> answers = new TreeSet<>(Set.of(expected));
    if (fields.get("accept").orElse(null) instanceof JsonArray others) {
      for (JsonValue other : others.elements()) {
        other.text().ifPresent(answers::add);
      }
    }
    return answers;
  }

  boolean isCall() {
    return event.equals(HookEvent.PRE_TOOL_USE);
  }

  /**
   * The event of a case about another one than a call: its input holds the event's own fields.
   *
   * @param cwd the folder it happens in, unless the case names one
   */
  HookEvent hookEvent(String cwd) throws BrokenInput {
    StringBuilder text = new StringBuilder("{\"hook_event_name\":");
    text.append(JsonText.quoted(event)).append(",\"cwd\":").append(JsonText.quoted(cwd));
    String fields = JsonText.of(input);
    text.append(fields.equals("{}") ? fields.substring(1) : "," + fields.substring(1));
    try {
      return HookEvent.read(
          new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (MalformedEvent e) {
      throw new BrokenInput(place + ": " + e.getMessage());
    }
  }

  boolean accepts(Verdict verdict) {
    return accepted.contains(verdict.decision().word());
  }
}
