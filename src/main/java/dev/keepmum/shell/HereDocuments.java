package dev.keepmum.shell;

import java.util.ArrayList;
import java.util.List;

/**
 * The here-documents whose operator has been read and whose body has not: bodies start behind the
 * next newline, when the command that holds the redirection may already have been built. So each
 * redirection is put into its list with an empty body and replaced there once the body is read.
 */
final class HereDocuments {
  private final List<Pending> pending = new ArrayList<>();

  private boolean endBeforeParenthesis;

  /**
   * Also takes a delimiter with a closing parenthesis behind it on the line, as bash does inside of
   * a substitution.
   */
  void endBeforeParenthesis() {
    endBeforeParenthesis = true;
  }

  private static final class Pending {
    final List<Redirection> redirections;
    final int index;
    final String delimiter;
    final boolean quoted;
    final boolean stripped;

    Pending(
        List<Redirection> redirections,
        int index,
        String delimiter,
        boolean quoted,
        boolean stripped) {
      this.redirections = redirections;
      this.index = index;
      this.delimiter = delimiter;
      this.quoted = quoted;
      this.stripped = stripped;
    }

    void body(Word body) {
      Redirection redirection = redirections.get(index);
      redirections.set(
          index,
          new Redirection(
              redirection.descriptor(), redirection.variable(), redirection.operator(), body));
    }
  }

  /**
   * Expects a body for the last redirection of a list.
   *
   * @param delimiter the delimiter as it was written, quotes included
   */
  void expect(List<Redirection> redirections, String delimiter, TokenKind operator) {
    String unquoted = withoutQuotes(delimiter);
    pending.add(
        new Pending(
            redirections,
            redirections.size() - 1,
            unquoted,
            unquoted.length() != delimiter.length(),
            operator == TokenKind.HERE_DOCUMENT_STRIPPED));
  }

  /** The text ends: what is still expected has no body. */
  void abandon() {
    Word nothing = new Word(List.of(new WordPart.Literal("", true)), 0, 0);
    for (int i = 0; i < pending.size(); i++) {
      pending.get(i).body(nothing);
    }
    pending.clear();
  }

  /** Reads the bodies that are expected; the position after them. */
  int after(Source source, int from, int limit, int depth) {
    if (pending.isEmpty()) {
      return from;
    }
    int at = from;
    for (int i = 0; i < pending.size(); i++) {
      at = after(pending.get(i), source, at, limit, depth);
    }
    pending.clear();
    return at;
  }

  private int after(Pending document, Source source, int from, int limit, int depth) {
    StringBuilder body = new StringBuilder();
    int at = from;
    while (at < limit) {
      int end = lineEnd(document, source, at, limit);
      String line = document.quoted ? source.text.substring(at, end) : source.unfold(at, end);
      int tabs = document.stripped ? tabs(line) : 0;
      if (line.startsWith(document.delimiter, tabs)) {
        int rest = tabs + document.delimiter.length();
        if (rest == line.length()) {
          document.body(body(document, source, body, from, at, depth));
          return Math.min(end + 1, limit);
        }
        if (endBeforeParenthesis && line.indexOf(')', rest) >= 0) {
          document.body(body(document, source, body, from, at, depth));
          return end - (line.length() - rest);
        }
      }
      body.append(line, tabs, line.length());
      if (end < limit) {
        body.append('\n');
      }
      at = end + 1;
    }
    document.body(body(document, source, body, from, limit, depth));
    return limit;
  }

  /** The end of a line, which goes on behind an unquoted backslash and newline. */
  private static int lineEnd(Pending document, Source source, int from, int limit) {
    int at = from;
    while (at < limit && source.text.charAt(at) != '\n') {
      if (!document.quoted && source.text.charAt(at) == '\\') {
        at++;
      }
      at++;
    }
    return Math.min(at, limit);
  }

  private static int tabs(String line) {
    int tabs = 0;
    while (tabs < line.length() && line.charAt(tabs) == '\t') {
      tabs++;
    }
    return tabs;
  }

  private static Word body(
      Pending document, Source source, StringBuilder body, int from, int to, int depth) {
    String text = body.toString();
    Source derived = source.derived(text, from, to);
    if (document.quoted) {
      return new Word(
          List.of(new WordPart.Literal(text, true)), derived.start(from), derived.end(to));
    }
    return new WordReader(derived).hereDocument(0, text.length(), depth + 1);
  }

  /** The delimiter without its quotes; what looks like an expansion in it stays as it is. */
  private static String withoutQuotes(String delimiter) {
    StringBuilder kept = new StringBuilder(delimiter.length());
    char quote = 0;
    for (int i = 0; i < delimiter.length(); i++) {
      char c = delimiter.charAt(i);
      if (quote == 0 && (c == '\'' || c == '"')) {
        quote = c;
      } else if (quote != 0 && c == quote) {
        quote = 0;
      } else if (c == '\\' && quote != '\'' && i + 1 < delimiter.length()) {
        i++;
        kept.append(delimiter.charAt(i));
      } else {
        kept.append(c);
      }
    }
    return kept.toString();
  }
}
