package dev.keepmum.event;

import dev.keepmum.event.JsonValue.JsonString;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What is put in the place of a tool's output. The client takes it only in the shape of the tool's
 * own ({@code updatedToolOutput}, observed with Claude Code 2.1.330 for Bash, Read, Grep and MCP
 * tools).
 *
 * @param output the output as the tool gave it
 * @param patches what is written in other words, for each of its strings in which there is any; by
 *     identity
 * @param context what the model is told with it; empty for nothing
 */
public record UpdatedOutput(
    JsonValue output, Map<JsonString, TextPatches> patches, String context) {

  /** Writes the answer, one line with one JSON object, piece by piece: an output may be large. */
  void write(OutputStream to) throws IOException {
    put(to, "{\"hookSpecificOutput\":{\"hookEventName\":\"PostToolUse\",\"updatedToolOutput\":");
    writeOutput(to);
    if (!context.isEmpty()) {
      put(to, ",\"additionalContext\":" + JsonText.quoted(context));
    }
    put(to, "}}\n");
  }

  /** Writes the output alone, as JSON. */
  public void writeOutput(OutputStream to) throws IOException {
    JsonStream.write(output, patches, to);
  }

  private static void put(OutputStream to, String text) throws IOException {
    to.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
