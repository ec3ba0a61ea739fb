package dev.keepmum.code;

/**
 * Tells whether a regular expression, put in place of what it matches, takes the value out of every
 * {@code NAME=value} line: an optional start of the name, the equals sign, and all that follows.
 *
 * <p>Read are the forms people write ({@code =.*}, {@code ^([^=]*)=.*$}, {@code \(.*\)=.*}), not
 * regular expressions at large; everything else counts as not taking the value out. A name is taken
 * to match {@code [A-Z_]*} where the pattern says so.
 */
final class AssignmentPattern {
  /** How groups and repetition are spelled. */
  enum Dialect {
    /** {@code \(}, {@code \)}, {@code \+}. */
    BASIC,
    /** {@code (}, {@code )}, {@code +}. */
    EXTENDED
  }

  private static final int MAX_LENGTH = 1000;

  private final String pattern;
  private final Dialect dialect;
  private int at;
  private int groups;
  private int openGroups;

  /** Whether the pattern asks for certain names, so that other lines stay as they are. */
  private boolean someLines;

  /** Whether what was read so far matches no equals sign. */
  private boolean isOnlyNames = true;

  private AssignmentPattern(String pattern, Dialect dialect) {
    this.pattern = pattern;
    this.dialect = dialect;
  }

  /**
   * Whether the replacement leaves nothing of the value.
   *
   * @param replacement as in sed: {@code \1} stands for a group, {@code &} for the whole match
   */
  static boolean takesValueOut(String pattern, Dialect dialect, String replacement) {
    if (pattern.length() > MAX_LENGTH) {
      return false;
    }
    AssignmentPattern parsed = new AssignmentPattern(pattern, dialect);
    return usesOnlyGroups(replacement, parsed.groupsBeforeValue()) && !parsed.someLines;
  }

  /** As {@link #takesValueOut}, but asked only of the lines that the pattern matches. */
  static boolean takesValueOutOfMatches(String pattern, Dialect dialect, String replacement) {
    if (pattern.length() > MAX_LENGTH) {
      return false;
    }
    AssignmentPattern parsed = new AssignmentPattern(pattern, dialect);
    return usesOnlyGroups(replacement, parsed.groupsBeforeValue());
  }

  /** Whether a field separator, written as a regular expression, ends a line's name. */
  static boolean endsName(String separator) {
    AssignmentPattern pattern = new AssignmentPattern(separator, Dialect.EXTENDED);
    pattern.skipBlanks();
    if (!pattern.equalsSign()) {
      return false;
    }
    pattern.skipRepetition();
    pattern.skipBlanks();
    return pattern.at == separator.length();
  }

  /** Whether the pattern finds a line's first equals sign. */
  static boolean startsAtEquals(String pattern) {
    return new AssignmentPattern(pattern, Dialect.EXTENDED).equalsSign();
  }

  /** Whether a replacement is without anything of what it stands for. */
  static boolean keepsNothing(String replacement) {
    return usesOnlyGroups(replacement, 0);
  }

  private static boolean usesOnlyGroups(String replacement, int groups) {
    if (groups < 0) {
      return false;
    }
    for (int i = 0; i < replacement.length(); i++) {
      char c = replacement.charAt(i);
      if (c == '&') {
        return false;
      }
      if (c == '\\' && i + 1 < replacement.length()) {
        i++;
        char escaped = replacement.charAt(i);
        if (escaped >= '0' && escaped <= '9' && (escaped == '0' || escaped - '0' > groups)) {
          return false;
        }
      }
    }
    return true;
  }

  /** How many groups end before the value; negative where the value may stay. */
  private int groupsBeforeValue() {
    boolean atStart = take("^");
    skipBlanks();
    while (at < pattern.length()) {
      int start = at;
      if (atStart && groups > 0 && isOnlyNames && openGroups == 0 && restOfLine()) {
        return groups;
      }
      at = start;
      if (equalsSign()) {
        int before = openGroups == 0 ? groups : groups - openGroups;
        return restOfLine() ? before : -1;
      }
      at = start;
      if (!nameItem()) {
        return -1;
      }
    }
    return -1;
  }

  /** An equals sign, alone, in a class or in a group of its own. */
  private boolean equalsSign() {
    int start = at;
    boolean group = take(open());
    boolean found = take("=") || take("\\=") || classWithEquals();
    if (group && found && take(close())) {
      groups++;
      return true;
    }
    if (group) {
      at = start;
      return false;
    }
    return found;
  }

  private boolean classWithEquals() {
    if (!pattern.startsWith("[", at) || pattern.startsWith("[^", at)) {
      return false;
    }
    int end = classEnd();
    if (end < 0 || pattern.substring(at, end).indexOf('=') < 0) {
      return false;
    }
    at = end;
    return true;
  }

  /** Past the value's blanks, a group around it, everything to the end. */
  private boolean restOfLine() {
    skipBlanks();
    boolean group = take(open());
    boolean all = take(".*") || take("..*") || take(dialect == Dialect.BASIC ? ".\\+" : ".+");
    if (!all || group && !take(close())) {
      return false;
    }
    while (openGroups > 0 && take(close())) {
      openGroups--;
    }
    take("$");
    return at == pattern.length() && openGroups == 0;
  }

  /** Something that stands in front of the equals sign: a class or any character, repeated. */
  private boolean nameItem() {
    if (take(open())) {
      groups++;
      openGroups++;
      return true;
    }
    if (openGroups > 0 && take(close())) {
      openGroups--;
      return true;
    }
    if (take("\\s") || take(" ")) {
      skipRepetition();
      return true;
    }
    if (take(".") || take("\\w")) {
      isOnlyNames &= pattern.charAt(at - 1) == 'w';
      return skipRepetition();
    }
    if (pattern.startsWith("[", at)) {
      int end = classEnd();
      if (end < 0) {
        return false;
      }
      boolean excludes = pattern.startsWith("[^", at);
      boolean letters = excludes || letterClass(pattern.substring(at, end));
      isOnlyNames &= excludes ? setHolds(end, '=') : isNameClass(pattern.substring(at, end));
      at = end;
      // A first letter is often spelled apart: [A-Za-z_][A-Za-z0-9_]*
      return letters && (skipRepetition() || pattern.startsWith("[", at));
    }
    return nameCharacter();
  }

  /** A character that names are made of: only the lines that have it there are matched. */
  private boolean nameCharacter() {
    if (at < pattern.length()
        && (Character.isLetterOrDigit(pattern.charAt(at)) || pattern.charAt(at) == '_')) {
      at++;
      someLines = true;
      return true;
    }
    return false;
  }

  private boolean setHolds(int end, char c) {
    return pattern.substring(at, end).indexOf(c) >= 0;
  }

  /** Whether a class has nothing but what names are made of. */
  private static boolean isNameClass(String set) {
    String left = set.substring(1, set.length() - 1);
    for (String part : new String[] {"A-Z", "a-z", "0-9", "[:alnum:]", "[:upper:]", "_"}) {
      left = left.replace(part, "");
    }
    return left.isEmpty();
  }

  private static boolean letterClass(String set) {
    return set.contains("A-Z")
        || set.contains("a-z")
        || set.contains("[:alnum:]")
        || set.contains("[:alpha:]")
        || set.contains("[:upper:]")
        || set.contains("\\w")
        || set.contains("[:space:]")
        || set.contains(" ");
  }

  private boolean skipRepetition() {
    if (take("*")) {
      return true;
    }
    return dialect == Dialect.BASIC ? take("\\+") || take("\\?") : take("+") || take("?");
  }

  private void skipBlanks() {
    while (take("\\s")
        || take("[[:space:]]")
        || take("[[:blank:]]")
        || take("[ \t]")
        || take("[ \\t]")
        || take("\\t")
        || take(" ")) {
      skipRepetition();
    }
  }

  private int classEnd() {
    int i = at + 1;
    if (i < pattern.length() && pattern.charAt(i) == '^') {
      i++;
    }
    if (i < pattern.length() && pattern.charAt(i) == ']') {
      i++;
    }
    while (i < pattern.length()) {
      if (pattern.startsWith("[:", i)) {
        int end = pattern.indexOf(":]", i);
        if (end < 0) {
          return -1;
        }
        i = end + 2;
      } else if (pattern.charAt(i) == ']') {
        return i + 1;
      } else {
        i++;
      }
    }
    return -1;
  }

  private String open() {
    return dialect == Dialect.BASIC ? "\\(" : "(";
  }

  private String close() {
    return dialect == Dialect.BASIC ? "\\)" : ")";
  }

  private boolean take(String token) {
    if (pattern.startsWith(token, at)) {
      at += token.length();
      return true;
    }
    return false;
  }
}
