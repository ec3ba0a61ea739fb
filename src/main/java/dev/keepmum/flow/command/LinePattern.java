package dev.keepmum.flow.command;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;

/** Which lines a search takes. A pattern that cannot be understood takes every line. */
final class LinePattern {

  private final List<String> sources;
  private final Dialect dialect;
  private final boolean caseless;
  private final boolean inverted;
  private List<Pattern> patterns;
  private boolean understood = true;

  private LinePattern(List<String> sources, Dialect dialect, boolean caseless, boolean inverted) {
    this.sources = sources;
    this.dialect = dialect;
    this.caseless = caseless;
    this.inverted = inverted;
  }

  /** How a search writes its patterns. */
  enum Dialect {
    /** POSIX basic: {@code + ? | ( ) { }} mean themselves unless escaped. */
    BASIC,
    EXTENDED,
    /** Perl-like, which RE2 mostly is. */
    PERL,
    FIXED
  }

  /** A pattern in RE2 syntax. */
  static LinePattern ofRe2(String pattern) {
    return of(List.of(pattern), Dialect.PERL, false, false);
  }

  static LinePattern of(List<String> sources, Dialect dialect, boolean caseless, boolean inverted) {
    return new LinePattern(sources, dialect, caseless, inverted);
  }

  /** Compiling costs more than most judgements: it waits until there is a line to look at. */
  private void compile() {
    if (patterns != null) {
      return;
    }
    patterns = new ArrayList<>(sources.size());
    for (String source : sources) {
      try {
        int flags = caseless ? Pattern.CASE_INSENSITIVE : 0;
        patterns.add(Pattern.compile(toRe2(source, dialect), flags));
      } catch (PatternSyntaxException notRe2) {
        understood = false;
      }
    }
  }

  /** Whether the search would print a line. */
  boolean takes(String line) {
    compile();
    if (!understood) {
      return true;
    }
    boolean found = false;
    for (Pattern pattern : patterns) {
      found |= pattern.matcher(line).find();
    }
    return found != inverted;
  }

  /** Whether some match in a line ends behind the character at an index, or cannot be told. */
  boolean reachesBeyond(String line, int index) {
    compile();
    if (!understood || index < 0) {
      return true;
    }
    for (Pattern pattern : patterns) {
      Matcher matcher = pattern.matcher(line);
      while (matcher.find()) {
        if (matcher.end() > index + 1) {
          return true;
        }
      }
    }
    return false;
  }

  static String toRe2(String source, Dialect dialect) {
    switch (dialect) {
      case FIXED:
        return Pattern.quote(source);
      case BASIC:
        return basicToRe2(source);
      default:
        return source;
    }
  }

  /** In a basic expression the escaped operators are the special ones. */
  private static String basicToRe2(String source) {
    StringBuilder result = new StringBuilder(source.length() + 8);
    for (int i = 0; i < source.length(); i++) {
      char c = source.charAt(i);
      if (c == '[') {
        int close = closeOfSet(source, i);
        result.append(source, i, close);
        i = close - 1;
      } else if (c == '\\' && i + 1 < source.length()) {
        char next = source.charAt(++i);
        if ("+?|(){}".indexOf(next) < 0) {
          result.append('\\');
        }
        result.append(next);
      } else if ("+?|(){}".indexOf(c) >= 0) {
        result.append('\\').append(c);
      } else {
        result.append(c);
      }
    }
    return result.toString();
  }

  private static int closeOfSet(String source, int open) {
    int i = open + 1;
    if (i < source.length() && source.charAt(i) == '^') {
      i++;
    }
    if (i < source.length() && source.charAt(i) == ']') {
      i++;
    }
    while (i < source.length() && source.charAt(i) != ']') {
      boolean named = source.charAt(i) == '[' && i + 1 < source.length();
      int end = named && source.charAt(i + 1) == ':' ? source.indexOf(":]", i + 2) : -1;
      i = end > 0 ? end + 2 : i + 1;
    }
    return Math.min(i + 1, source.length());
  }
}
