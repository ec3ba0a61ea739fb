package dev.keepmum.doctor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.keepmum.event.JsonText;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Stands in for the model's API on loopback: asks the client for one call of the Bash tool, and
 * keeps what the client tells it. Messages are those of the streaming Messages API.
 */
final class ModelStandIn implements AutoCloseable {
  private static final int LARGEST_REQUEST = 8 << 20;
  private static final String CALL = "toolu_keepmum_1";

  private final HttpServer server;
  private final String command;
  private final AtomicBoolean called = new AtomicBoolean();
  private final StringBuilder told = new StringBuilder();

  /**
   * Starts listening.
   *
   * @param command what Bash is asked to run
   */
  ModelStandIn(String command) throws IOException {
    this.command = command;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Whether the client has told the call's result. */
  boolean hasResult() {
    return hears("\"tool_use_id\":\"" + CALL + '"');
  }

  /** Whether a text was in anything that the client told. */
  boolean hears(String text) {
    synchronized (told) {
      return told.indexOf(text) >= 0;
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String request =
        new String(exchange.getRequestBody().readNBytes(LARGEST_REQUEST), StandardCharsets.UTF_8);
    synchronized (told) {
      told.append(request).append('\n');
    }
    boolean isMessage = exchange.getRequestURI().getPath().endsWith("/messages");
    boolean calls = request.contains("\"name\":\"Bash\"") && !called.getAndSet(isMessage);
    send(exchange, isMessage, isMessage ? events(calls) : "{\"input_tokens\":1}");
  }

  private static void send(HttpExchange exchange, boolean isStream, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange
        .getResponseHeaders()
        .add("content-type", isStream ? "text/event-stream" : "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private String events(boolean calls) {
    String input = JsonText.quoted("{\"command\":" + JsonText.quoted(command) + "}");
    String block =
        calls
            ? "{\"type\":\"tool_use\",\"id\":\"" + CALL + "\",\"name\":\"Bash\",\"input\":{}}"
            : "{\"type\":\"text\",\"text\":\"\"}";
    String delta =
        calls
            ? "{\"type\":\"input_json_delta\",\"partial_json\":" + input + "}"
            : "{\"type\":\"text_delta\",\"text\":\"done\"}";
    String usage = "{\"input_tokens\":1,\"output_tokens\":1}";
    return event(
            "message_start",
            "\"message\":{\"id\":\"msg_keepmum\",\"type\":\"message\",\"role\":\"assistant\","
                + "\"model\":\"stand-in\",\"content\":[],\"stop_reason\":null,"
                + "\"stop_sequence\":null,\"usage\":"
                + usage
                + "}")
        + event("content_block_start", "\"index\":0,\"content_block\":" + block)
        + event("content_block_delta", "\"index\":0,\"delta\":" + delta)
        + event("content_block_stop", "\"index\":0")
        + event(
            "message_delta",
            "\"delta\":{\"stop_reason\":\""
                + (calls ? "tool_use" : "end_turn")
                + "\",\"stop_sequence\":null},\"usage\":"
                + usage)
        + event("message_stop", "");
  }

  private static String event(String type, String members) {
    return "event: "
        + type
        + "\ndata: {\"type\":\""
        + type
        + '"'
        + (members.isEmpty() ? "" : "," + members)
        + "}\n\n";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
