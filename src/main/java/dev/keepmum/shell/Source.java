package dev.keepmum.shell;

import java.util.HashMap;
import java.util.Map;

/**
 * A text being parsed, how its positions map to offsets in what the user wrote, and the command
 * substitutions already parsed in it: finding the end of a word parses them, building the word
 * needs them again, and doing it twice on every level would be exponential.
 */
final class Source {
  /** What is returned at and after the end. */
  static final int END = -1;

  final String text;
  final Dialect dialect;
  private final int fixedStart;
  private final int fixedEnd;
  private final Map<Integer, Substitution> substitutions = new HashMap<>();

  /** The script of a substitution and the position after its closing parenthesis. */
  static final class Substitution {
    final Script script;
    final int end;

    Substitution(Script script, int end) {
      this.script = script;
      this.end = end;
    }
  }

  Source(String text, Dialect dialect) {
    this(text, dialect, -1, -1);
  }

  private Source(String text, Dialect dialect, int fixedStart, int fixedEnd) {
    this.text = text;
    this.dialect = dialect;
    this.fixedStart = fixedStart;
    this.fixedEnd = fixedEnd;
  }

  /**
   * A text that was taken out of this one with some characters dropped: everything in it is said to
   * stand where the whole of it stood.
   */
  Source derived(String changed, int from, int to) {
    return new Source(changed, dialect, start(from), end(to));
  }

  int start(int position) {
    return fixedStart < 0 ? position : fixedStart;
  }

  int end(int position) {
    return fixedEnd < 0 ? position : fixedEnd;
  }

  /** The character at a position, {@link #END} from the limit on. */
  int at(int position, int limit) {
    return position < limit ? text.charAt(position) : END;
  }

  /** The position after any line continuations (backslash, newline) that stand here. */
  int unfolded(int position, int limit) {
    int at = position;
    while (at + 1 < limit && text.charAt(at) == '\\' && text.charAt(at + 1) == '\n') {
      at += 2;
    }
    return at;
  }

  /** The text of a range without its line continuations. */
  String unfold(int from, int to) {
    if (!hasContinuation(from, to)) {
      return text.substring(from, to);
    }
    StringBuilder kept = new StringBuilder(to - from);
    int at = unfolded(from, to);
    while (at < to) {
      kept.append(text.charAt(at));
      at = unfolded(at + 1, to);
    }
    return kept.toString();
  }

  private boolean hasContinuation(int from, int to) {
    for (int at = from; at + 1 < to; at++) {
      if (text.charAt(at) == '\\' && text.charAt(at + 1) == '\n') {
        return true;
      }
    }
    return false;
  }

  /** The position after the identifier that starts here; the same position if none does. */
  int identifierEnd(int from, int limit) {
    int at = unfolded(from, limit);
    if (at >= limit || !isIdentifierStart(text.charAt(at))) {
      return from;
    }
    int end = at;
    while (at < limit && isIdentifierPart(text.charAt(at))) {
      end = at + 1;
      at = unfolded(end, limit);
    }
    return end;
  }

  static boolean isIdentifierStart(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
  }

  static boolean isIdentifierPart(int c) {
    return isIdentifierStart(c) || isDigit(c);
  }

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  /**
   * The command substitution whose script starts at {@code from}, behind the parenthesis.
   *
   * @param limit the position that it may not go beyond
   */
  Substitution substitution(int from, int limit, int depth) throws SyntaxException {
    Substitution known = substitutions.get(from);
    if (known != null && known.end <= limit) {
      return known;
    }
    Substitution parsed = new Parser(this, from, limit, depth).substitution();
    substitutions.put(from, parsed);
    return parsed;
  }
}
