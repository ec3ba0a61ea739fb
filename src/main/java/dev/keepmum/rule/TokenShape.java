package dev.keepmum.rule;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;

/**
 * The shape of one kind of token: where to look around a keyword, and what must hold there.
 *
 * <p>What is cheap comes first: alphabet and length around the keyword, then the pattern on that
 * window, then what the value itself is like. A shape may be asked by many threads.
 */
final class TokenShape {
  private static final int LONGEST_BLOCK = 65_536;

  private static final Alphabet SMALL = Alphabet.of("a-z");
  private static final Alphabet CAPITAL = Alphabet.of("A-Z");
  private static final Alphabet HEXADECIMAL = Alphabet.of("0-9A-Fa-f");

  private final int rule;
  private final String pattern;
  private final boolean isWholeMatch;
  private final int shortest;
  private final int longest;
  private final Alphabet alphabet;
  private final double entropy;
  private final String checksum;
  private final TokenWindow window;
  private final boolean isMixed;
  private final boolean needsSecretName;
  private final List<String> nameParts;
  private final List<String> fakes;
  private volatile Pattern compiled;

  private TokenShape(Fields fields) {
    rule = fields.nextNumber();
    pattern = fields.next();
    isWholeMatch = !hasGroup(pattern);
    shortest = fields.nextNumber();
    longest = fields.nextNumber();
    alphabet = Alphabet.of(fields.next());
    entropy = Double.parseDouble(fields.next());
    checksum = fields.next();
    window = TokenWindow.of(fields.next());
    isMixed = !fields.next().isEmpty();
    needsSecretName = !fields.next().isEmpty();
    nameParts = fields.nextList();
    fakes = fields.nextList();
  }

  private TokenShape(TokenDefinition definition) {
    rule = 0;
    pattern = definition.pattern().text();
    compiled = definition.pattern().program();
    isWholeMatch = !hasGroup(pattern);
    shortest = definition.minLength();
    longest = definition.maxLength();
    alphabet = Alphabet.of(definition.alphabet());
    entropy = definition.entropy();
    checksum = "";
    window = TokenWindow.of(definition.window());
    isMixed = definition.isMixed();
    needsSecretName = definition.needsSecretName();
    nameParts = definition.nameHolds();
    fakes = definition.fakes();
  }

  static TokenShape defined(TokenDefinition definition) {
    return new TokenShape(definition);
  }

  static TokenShape read(String text) {
    return new TokenShape(new Fields(text));
  }

  /** The pattern of a shape, from its compact text. */
  static String pattern(String text) {
    return read(text).pattern;
  }

  private static boolean hasGroup(String pattern) {
    for (int i = pattern.indexOf('('); i >= 0; i = pattern.indexOf('(', i + 1)) {
      boolean escaped = i > 0 && pattern.charAt(i - 1) == '\\';
      if (!escaped && !pattern.startsWith("(?", i)) {
        return true;
      }
    }
    return false;
  }

  Alphabet alphabet() {
    return alphabet;
  }

  /** Whether the name that is given the value must be a secret's. */
  boolean needsSecretName() {
    return needsSecretName;
  }

  /** Whether a run of the alphabet's characters may be the token, by its length. */
  boolean mayBe(int length) {
    // A character more may be the full stop of the sentence.
    return length >= shortest && (length - 1 <= longest || !isWholeMatch || !window.isRun());
  }

  /**
   * Whether a name, of which a keyword is a part, is one whose value this may be.
   *
   * @param start where the keyword begins
   * @param end where it ends
   * @param nameEnd where the name ends
   */
  boolean isNameRight(String text, int start, int end, int nameEnd) {
    if (!needsSecretName && nameParts.isEmpty()) {
      return true;
    }
    if (needsSecretName) {
      return isSecretName(text, AssignedValue.nameStart(text, start), end, nameEnd);
    }
    String rest = AsciiCase.lower(text.substring(end, nameEnd));
    for (int i = 0; i < nameParts.size(); i++) {
      if (rest.contains(nameParts.get(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSecretName(String text, int start, int keywordEnd, int end) {
    // A type's name in C++ (a::token), a resource's in AWS (arn:aws:x:secret:name).
    if (text.startsWith(":", start - 1)) {
      return false;
    }
    boolean endsSo = end - keywordEnd <= 1 && isOneWord(text, start, end);
    return endsSo || VariableNames.secret(text.substring(start, end)).isPresent();
  }

  /** {@code dbpassword}, {@code APIKEY}: words that nothing parts. */
  private static boolean isOneWord(String text, int start, int end) {
    return SMALL.runEnd(text, start, end - start) == end
        || CAPITAL.runEnd(text, start, end - start) == end;
  }

  /** The window around a keyword; see {@link TokenWindow#cut}. */
  long window(String text, int start, int end) {
    return window.cut(text, start, end, this);
  }

  /** The token that a window holds, a {@link Span}; {@link Span#NONE} if it holds none. */
  long match(String text, int from, int to) {
    Matcher matcher = pattern().matcher(text.substring(from, to));
    if (!(window.isAnchored() ? matcher.lookingAt() : matcher.find())) {
      return Span.NONE;
    }
    int group = group(matcher);
    int start = from + matcher.start(group);
    int end = from + matcher.end(group);
    if (end == to && !alphabet.isEmpty()) {
      end = alphabet.runEnd(text, end, TokenWindow.LONGEST_WORD);
    }
    int first = from + matcher.start();
    boolean begins = window.isAnchored() || first == from || !isWord(text, first - 1);
    if (!begins || !ends(text, end) || !holds(text.substring(start, end))) {
      return Span.NONE;
    }
    return window == TokenWindow.BLOCK ? Span.of(from, blockEnd(text, end)) : Span.of(start, end);
  }

  /**
   * What a window holds by all but its pattern: for a text that has used up its patterns' time.
   * Tells only of windows that are all token.
   */
  long matchCheaply(String text, int from, int to) {
    boolean isToken = window.isRun() && ends(text, to) && holds(text.substring(from, to));
    return isToken ? Span.of(from, to) : Span.NONE;
  }

  private Pattern pattern() {
    Pattern program = compiled;
    if (program == null) {
      program = Pattern.compile(pattern);
      compiled = program;
    }
    return program;
  }

  /** The value is the first group that took part, or all of it. */
  private static int group(Matcher matcher) {
    for (int i = 1; i <= matcher.groupCount(); i++) {
      if (matcher.start(i) >= 0) {
        return i;
      }
    }
    return 0;
  }

  /** A token of a known length ends where a word does; one without may go on in any way. */
  private boolean ends(String text, int end) {
    if (longest == Integer.MAX_VALUE || end >= text.length()) {
      return true;
    }
    char next = text.charAt(end);
    if (window == TokenWindow.ASSIGNED && (next == '-' || needsSecretName && next == '(')) {
      return false;
    }
    return !isWord(text, end) && (next == '.' || !alphabet.has(next));
  }

  private static boolean isWord(String text, int at) {
    return Alphabet.WORD.has(text.charAt(at));
  }

  private boolean holds(String value) {
    return value.length() >= shortest
        && value.length() <= longest
        && (!isMixed || Entropy.isMixed(value))
        && (!needsSecretName || !isUuid(value))
        && Entropy.bits(value) >= entropy
        && !isPlaceholder(value)
        && !fakes.contains(value)
        && Checksums.holds(checksum, value);
  }

  /** Names of secrets are given to identifiers as well: {@code clientToken}, {@code sessionKey}. */
  private static boolean isUuid(String value) {
    if (value.length() != 36) {
      return false;
    }
    for (int i = 0; i < 36; i++) {
      boolean isDash = i == 8 || i == 13 || i == 18 || i == 23;
      if (isDash ? value.charAt(i) != '-' : !HEXADECIMAL.has(value.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean isPlaceholder(String value) {
    return isWholeMatch && window != TokenWindow.ASSIGNED
        ? Placeholders.isExample(value)
        : Placeholders.isPlaceholder(value);
  }

  private static int blockEnd(String text, int from) {
    int end = text.indexOf("-----END ", from);
    if (end < 0 || end - from > LONGEST_BLOCK) {
      return from;
    }
    int dashes = text.indexOf("-----", end + 9);
    return dashes < 0 || dashes - end > 64 ? end : dashes + 5;
  }

  int rule() {
    return rule;
  }
}
