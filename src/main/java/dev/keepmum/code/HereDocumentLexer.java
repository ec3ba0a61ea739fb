package dev.keepmum.code;

import dev.keepmum.code.Token.Kind;
import dev.keepmum.code.Token.Piece;
import java.util.ArrayList;
import java.util.List;

/**
 * A lexer of a language with here-documents, as Perl and Ruby have them: {@code <<END} stands for
 * the lines that follow its own, up to one that says END.
 */
abstract class HereDocumentLexer extends Lexer {
  private final List<String> ends = new ArrayList<>();
  private final List<Integer> begun = new ArrayList<>();

  HereDocumentLexer(String source) {
    super(source);
  }

  /**
   * Begins a here-document, if one starts here.
   *
   * @param name where its name or the quote before that is
   */
  final boolean hereStart(int name) {
    char quote = peek(name) == '"' || peek(name) == '\'' ? peek(name) : 0;
    int from = quote == 0 ? name : name + 1;
    int end = nameEnd(from);
    if (end == from || (quote == 0 && !Character.isUpperCase(peek(from)))) {
      return false;
    }
    ends.add(source.substring(from, end));
    begun.add(tokens.size());
    add(quote == '\'' ? Kind.TEXT : Kind.TEMPLATE, "", at);
    at = quote == 0 ? end : end + 1;
    return true;
  }

  /** Reads the texts of the here-documents that the line before began. */
  final void hereDocuments() {
    for (int i = 0; i < ends.size(); i++) {
      Token start = tokens.get(begun.get(i));
      List<Piece> pieces =
          start.kind() == Kind.TEXT ? plainHereText(ends.get(i)) : hereText(ends.get(i));
      skipLine();
      tokens.set(begun.get(i), new Token(Kind.TEMPLATE, "", pieces, start.gap(), start.start()));
    }
    ends.clear();
    begun.clear();
  }

  /** The text up to the line that ends it, where no code may stand in it. */
  private List<Piece> plainHereText(String name) {
    List<Piece> pieces = new ArrayList<>();
    int end = hereEnd(name);
    flush(new StringBuilder(source.substring(at, end)), pieces);
    at = end;
    return pieces;
  }

  /** Where the line stands that ends a here-document; the text's end if none does. */
  final int hereEnd(String name) {
    int line = at;
    while (line < source.length() && !endsHere(line, name)) {
      int end = source.indexOf('\n', line);
      line = end < 0 ? source.length() : end + 1;
    }
    return line;
  }

  /** Whether a line is the end of a here-document. */
  final boolean endsHere(int line, String name) {
    int end = source.indexOf('\n', line);
    return source.substring(line, end < 0 ? source.length() : end).trim().equals(name);
  }

  /** The text up to the line that ends it, with the code in it; {@link #at} is at that line. */
  abstract List<Piece> hereText(String name);
}
