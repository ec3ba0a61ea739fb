package dev.keepmum.event;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * What is put in the place of a tool's output. The client takes it only in the shape of the tool's
 * own ({@code updatedToolOutput}, observed with Claude Code 2.1.330 for Bash, Read, Grep and MCP
 * tools).
 *
 * @param output all of the output, changed or not
 * @param context what the model is told with it; empty for nothing
 */
public record UpdatedOutput(JsonValue output, String context) {

  /** Writes the answer, one line with one JSON object, piece by piece: an output may be large. */
  void write(OutputStream to) throws IOException {
    put(to, "{\"hookSpecificOutput\":{\"hookEventName\":\"PostToolUse\",\"updatedToolOutput\":");
    JsonStream.write(output, to);
    if (!context.isEmpty()) {
      put(to, ",\"additionalContext\":" + JsonText.quoted(context));
    }
    put(to, "}}\n");
  }

  private static void put(OutputStream to, String text) throws IOException {
    to.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
