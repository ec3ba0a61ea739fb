package dev.keepmum.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.keepmum.event.JsonValue.JsonArray;
import dev.keepmum.event.JsonValue.JsonBoolean;
import dev.keepmum.event.JsonValue.JsonMember;
import dev.keepmum.event.JsonValue.JsonNull;
import dev.keepmum.event.JsonValue.JsonNumber;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.event.JsonValue.JsonString;
import java.io.CharConversionException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads strict JSON (RFC 8259) into a tree, in one pass and within limits: {@value #MAX_LENGTH}
 * bytes or characters, {@value #MAX_DEPTH} levels, {@value #MAX_VALUES} values. A byte order mark
 * is skipped; bytes that are no UTF-8 are an error.
 */
public final class JsonReader implements Closeable {

  /** 32 MiB. */
  static final int MAX_LENGTH = 32 << 20;

  static final int MAX_DEPTH = 64;

  /** Keeps a document of nothing but {@code [0,0,…]} from becoming a tree of some hundred MiB. */
  static final int MAX_VALUES = 500_000;

  private static final int MAX_NUMBER_LENGTH = 1_000;

  private final JsonParser parser;
  private int values;

  private JsonReader(JsonParser parser) {
    this.parser = parser;
  }

  /** Reads the one JSON value a text consists of. */
  public static JsonValue read(String text) throws MalformedJson {
    int start = text.startsWith("\uFEFF") ? 1 : 0;
    try (JsonReader reader = of(new StringReader(start == 0 ? text : text.substring(start)))) {
      JsonToken first = reader.next();
      if (first == null) {
        throw reader.malformed("it is empty");
      }
      JsonValue value = reader.value(first);
      reader.end();
      return value;
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot fail to be read", e);
    }
  }

  private static JsonReader of(Reader text) throws IOException {
    return new JsonReader(factory().createParser(text));
  }

  static JsonReader of(InputStream bytes) throws IOException {
    return new JsonReader(factory().createParser(bytes));
  }

  private static JsonFactory factory() {
    return new JsonFactoryBuilder()
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .disable(JsonFactory.Feature.USE_THREAD_LOCAL_FOR_BUFFER_RECYCLING)
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxDocumentLength(MAX_LENGTH)
                .maxStringLength(MAX_LENGTH)
                .maxNameLength(MAX_LENGTH)
                .maxNumberLength(MAX_NUMBER_LENGTH)
                .maxNestingDepth(MAX_DEPTH)
                .build())
        .build();
  }

  /** The next token; null at the end. */
  JsonToken next() throws IOException, MalformedJson {
    try {
      return parser.nextToken();
    } catch (IOException e) {
      throw translated(e);
    }
  }

  /** The name or string the reader stands on. */
  String text() throws IOException, MalformedJson {
    try {
      return parser.getText();
    } catch (IOException e) {
      throw translated(e);
    }
  }

  /** Fails unless nothing but white space is left. */
  void end() throws IOException, MalformedJson {
    if (next() != null) {
      throw malformed("more follows after the JSON value");
    }
  }

  /** The value that begins with a token the reader stands on. */
  JsonValue value(JsonToken token) throws IOException, MalformedJson {
    if (token == null) {
      throw malformed("it ends too early");
    }
    values++;
    if (values > MAX_VALUES) {
      throw malformed("more than " + MAX_VALUES + " JSON values");
    }
    Position position = position();
    return switch (token) {
      case START_OBJECT -> object(position);
      case START_ARRAY -> array(position);
      case VALUE_STRING -> new JsonString(text(), position);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonNumber(text(), position);
      case VALUE_TRUE -> new JsonBoolean(true, position);
      case VALUE_FALSE -> new JsonBoolean(false, position);
      case VALUE_NULL -> new JsonNull(position);
      default -> throw malformed("not a JSON value");
    };
  }

  private JsonObject object(Position position) throws IOException, MalformedJson {
    Map<String, JsonMember> members = new LinkedHashMap<>();
    List<JsonMember> overridden = List.of();
    for (JsonToken token = next(); token != JsonToken.END_OBJECT; token = next()) {
      Position namePosition = position();
      String name = text();
      JsonMember earlier = members.put(name, new JsonMember(name, namePosition, value(next())));
      if (earlier != null) {
        overridden = overridden.isEmpty() ? new ArrayList<>() : overridden;
        overridden.add(earlier);
      }
    }
    return new JsonObject(
        Collections.unmodifiableMap(members), Collections.unmodifiableList(overridden), position);
  }

  private JsonArray array(Position position) throws IOException, MalformedJson {
    List<JsonValue> elements = new ArrayList<>();
    for (JsonToken token = next(); token != JsonToken.END_ARRAY; token = next()) {
      elements.add(value(token));
    }
    return new JsonArray(Collections.unmodifiableList(elements), position);
  }

  private Position position() {
    return position(parser.currentTokenLocation());
  }

  MalformedJson malformed(String message) {
    return new MalformedJson(message, position());
  }

  /** The parser's own messages quote the text, which may hold a secret. */
  private static MalformedJson translated(IOException cause) throws IOException {
    if (cause instanceof StreamConstraintsException) {
      JsonProcessingException limit = (JsonProcessingException) cause;
      return new MalformedJson("larger or deeper than the limits allow", position(limit));
    }
    if (cause instanceof JsonProcessingException) {
      return new MalformedJson("not valid JSON", position((JsonProcessingException) cause));
    }
    if (cause instanceof CharConversionException) {
      return new MalformedJson("not valid UTF-8", new Position(1, 1));
    }
    throw cause;
  }

  private static Position position(JsonProcessingException cause) {
    JsonLocation location = cause.getLocation();
    return location == null ? new Position(1, 1) : position(location);
  }

  private static Position position(JsonLocation location) {
    return new Position(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
