package dev.keepmum.event;

import dev.keepmum.event.JsonValue.JsonArray;
import dev.keepmum.event.JsonValue.JsonBoolean;
import dev.keepmum.event.JsonValue.JsonMember;
import dev.keepmum.event.JsonValue.JsonNull;
import dev.keepmum.event.JsonValue.JsonNumber;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.event.JsonValue.JsonString;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads strict JSON (RFC 8259) into a tree, in one pass and within limits: {@value #MAX_LENGTH}
 * bytes or characters, {@value #MAX_DEPTH} levels, {@value #MAX_VALUES} values. A byte order mark
 * is skipped; bytes that are no UTF-8 are an error.
 *
 * <p>A reader of our own, since Jackson's costs a hook call 80 classes and, on JDK 25, 15 ms: its
 * parsers hold constants of {@code BigDecimal}, which makes tables of powers.
 */
public final class JsonReader implements Closeable {

  /** 32 MiB. */
  static final int MAX_LENGTH = 32 << 20;

  static final int MAX_DEPTH = 64;

  /** Keeps a document of nothing but {@code [0,0,…]} from becoming a tree of some hundred MiB. */
  static final int MAX_VALUES = 500_000;

  private static final int MAX_NUMBER_LENGTH = 1_000;

  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final int END = -1;

  private final Reader source;
  private final char[] buffer = new char[8192];

  /** Where in the buffer the reader stands, and how far that is filled. */
  private int at;

  private int filled;

  /** How many characters came before the buffer's first. */
  private int before;

  private int line = 1;

  /** How many characters came before the line's first. */
  private int beforeLine;

  private int depth;
  private int values;

  private final Comments comments;

  /** Whether a comment, from {@code //} to the end of its line, counts as white space. */
  private enum Comments {
    SKIPPED,
    REFUSED
  }

  private JsonReader(Reader source, Comments comments) {
    this.source = source;
    this.comments = comments;
  }

  /** Reads the one JSON value a text consists of. */
  public static JsonValue read(String text) throws MalformedJson {
    return read(text, Comments.REFUSED);
  }

  /** Reads the same with {@code //} comments, as keepmum's own configuration may have them. */
  public static JsonValue readCommented(String text) throws MalformedJson {
    return read(text, Comments.SKIPPED);
  }

  private static JsonValue read(String text, Comments comments) throws MalformedJson {
    try (JsonReader reader = new JsonReader(new StringReader(text), comments)) {
      reader.begin();
      JsonValue value = reader.value();
      reader.end();
      return value;
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot fail to be read", e);
    }
  }

  static JsonReader of(InputStream bytes) {
    return new JsonReader(
        new InputStreamReader(new Limited(bytes), StandardCharsets.UTF_8.newDecoder()),
        Comments.REFUSED);
  }

  /** Goes into the one object that there has to be; {@link #member} then reads what it holds. */
  void beginObject() throws IOException, MalformedJson {
    begin();
    if (peek() != '{') {
      value();
      throw malformed("it is not a JSON object");
    }
    open();
  }

  /** Whether one more member of the object comes, the {@code count}-th from zero. */
  boolean hasMember(int count) throws IOException, MalformedJson {
    return more(count, '}');
  }

  /** The member that the reader stands before. */
  JsonMember member() throws IOException, MalformedJson {
    Position position = position();
    if (peek() != '"') {
      throw invalid();
    }
    String name = string();
    skipSpace();
    expect(':');
    skipSpace();
    return new JsonMember(name, position, value());
  }

  /** Fails unless nothing but white space is left. */
  void end() throws IOException, MalformedJson {
    skipSpace();
    if (peek() != END) {
      throw malformed("more follows after the JSON value");
    }
  }

  private void begin() throws IOException, MalformedJson {
    if (peek() == BYTE_ORDER_MARK) {
      at++;
    }
    skipSpace();
    if (peek() == END) {
      throw malformed("it is empty");
    }
  }

  private JsonValue value() throws IOException, MalformedJson {
    values++;
    if (values > MAX_VALUES) {
      throw MalformedJson.limit("more than " + MAX_VALUES + " JSON values", position());
    }
    Position position = position();
    switch (peek()) {
      case '{':
        return object(position);
      case '[':
        return array(position);
      case '"':
        return new JsonString(string(), position);
      case 't':
        word("true");
        return new JsonBoolean(true, position);
      case 'f':
        word("false");
        return new JsonBoolean(false, position);
      case 'n':
        word("null");
        return new JsonNull(position);
      default:
        return new JsonNumber(number(), position);
    }
  }

  private JsonObject object(Position position) throws IOException, MalformedJson {
    Map<String, JsonMember> members = new LinkedHashMap<>();
    List<JsonMember> overridden = List.of();
    open();
    for (int count = 0; hasMember(count); count++) {
      JsonMember member = member();
      JsonMember earlier = members.put(member.name(), member);
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
    open();
    while (more(elements.size(), ']')) {
      elements.add(value());
    }
    return new JsonArray(Collections.unmodifiableList(elements), position);
  }

  private void open() throws MalformedJson {
    at++;
    depth++;
    if (depth > MAX_DEPTH) {
      throw overLimit();
    }
  }

  /** Goes to the next item of an object or an array, past the comma, or else past its end. */
  private boolean more(int count, char close) throws IOException, MalformedJson {
    skipSpace();
    if (peek() == close) {
      at++;
      depth--;
      return false;
    }
    if (count > 0) {
      expect(',');
      skipSpace();
    }
    return true;
  }

  /** The string whose opening quote the reader stands on. */
  private String string() throws IOException, MalformedJson {
    at++;
    StringBuilder text = new StringBuilder();
    while (true) {
      int start = at;
      while (at < filled && isPlain(buffer[at])) {
        at++;
      }
      text.append(buffer, start, at - start);
      switch (peek()) {
        case '"':
          at++;
          return text.toString();
        case '\\':
          at++;
          text.append(escaped());
          break;
        default:
          if (at == filled || !isPlain(buffer[at])) {
            throw invalid();
          }
      }
    }
  }

  private static boolean isPlain(char c) {
    return c >= ' ' && c != '"' && c != '\\';
  }

  /** The character that stands behind a backslash. */
  private char escaped() throws IOException, MalformedJson {
    int c = take();
    switch (c) {
      case '"':
      case '\\':
      case '/':
        return (char) c;
      case 'b':
        return '\b';
      case 'f':
        return '\f';
      case 'n':
        return '\n';
      case 'r':
        return '\r';
      case 't':
        return '\t';
      case 'u':
        int unit = 0;
        for (int i = 0; i < 4; i++) {
          unit = unit << 4 | hexDigit(take());
        }
        return (char) unit;
      default:
        throw invalid();
    }
  }

  private int hexDigit(int c) throws MalformedJson {
    if (isDigit(c)) {
      return c - '0';
    }
    int letter = c | 0x20;
    if (letter >= 'a' && letter <= 'f') {
      return letter - 'a' + 10;
    }
    throw invalid();
  }

  private String number() throws IOException, MalformedJson {
    StringBuilder digits = new StringBuilder();
    if (peek() == '-') {
      append(digits);
    }
    if (peek() == '0') {
      append(digits);
    } else {
      digits(digits);
    }
    if (peek() == '.') {
      append(digits);
      digits(digits);
    }
    if (peek() == 'e' || peek() == 'E') {
      append(digits);
      if (peek() == '+' || peek() == '-') {
        append(digits);
      }
      digits(digits);
    }
    return digits.toString();
  }

  private void digits(StringBuilder digits) throws IOException, MalformedJson {
    if (!isDigit(peek())) {
      throw invalid();
    }
    while (isDigit(peek())) {
      append(digits);
    }
  }

  private void append(StringBuilder digits) throws IOException, MalformedJson {
    if (digits.length() == MAX_NUMBER_LENGTH) {
      throw overLimit();
    }
    digits.append((char) take());
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private void word(String word) throws IOException, MalformedJson {
    for (int i = 0; i < word.length(); i++) {
      expect(word.charAt(i));
    }
  }

  private void expect(char c) throws IOException, MalformedJson {
    if (take() != c) {
      throw invalid();
    }
  }

  private void skipSpace() throws IOException, MalformedJson {
    while (true) {
      switch (peek()) {
        case ' ':
        case '\t':
          at++;
          break;
        case '\r':
          at++;
          if (peek() != '\n') {
            beginLine();
          }
          break;
        case '\n':
          at++;
          beginLine();
          break;
        case '/':
          if (comments == Comments.REFUSED) {
            return;
          }
          skipComment();
          break;
        default:
          return;
      }
    }
  }

  private void skipComment() throws IOException, MalformedJson {
    expect('/');
    expect('/');
    while (peek() != '\n' && peek() != '\r' && peek() != END) {
      at++;
    }
  }

  private void beginLine() {
    line++;
    beforeLine = before + at;
  }

  private int take() throws IOException, MalformedJson {
    int c = peek();
    if (c == END) {
      throw invalid();
    }
    at++;
    return c;
  }

  /** The next character, or {@link #END}. */
  private int peek() throws IOException, MalformedJson {
    return at < filled || fill() ? buffer[at] : END;
  }

  private boolean fill() throws IOException, MalformedJson {
    before += filled;
    at = 0;
    filled = 0;
    try {
      filled = Math.max(0, source.read(buffer, 0, buffer.length));
    } catch (CharacterCodingException e) {
      throw malformed("not valid UTF-8");
    } catch (TooLong e) {
      throw overLimit();
    }
    if (before > MAX_LENGTH - filled) {
      throw overLimit();
    }
    return filled > 0;
  }

  private MalformedJson invalid() {
    return malformed("not valid JSON");
  }

  private MalformedJson overLimit() {
    return MalformedJson.limit("larger or deeper than the limits allow", position());
  }

  private MalformedJson malformed(String message) {
    return new MalformedJson(message, position());
  }

  private Position position() {
    return new Position(line, before + at - beforeLine + 1);
  }

  @Override
  public void close() throws IOException {
    source.close();
  }

  /** Bytes, no more of them than the limit. */
  private static final class Limited extends FilterInputStream {
    private int left = MAX_LENGTH;

    Limited(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = super.read(bytes, offset, length);
      if (count > left) {
        throw new TooLong();
      }
      left -= Math.max(0, count);
      return count;
    }
  }

  private static final class TooLong extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
