package dev.keepmum.scan;

/**
 * What a value is assigned to where it stands ({@code API_KEY="…"}, {@code "apiKey": "…"}), as far
 * as it may be shown: a name that could itself be a value is none.
 */
final class AssignedName {
  private static final int LONGEST = 64;
  private static final int MOST_DIGITS = 4;
  private static final int LONGEST_GAP = 8;

  private AssignedName() {}

  /**
   * The name before a value, or an empty text.
   *
   * @param start where the value begins in the text
   */
  static String before(String text, int start) {
    int end = start;
    boolean isAssigned = false;
    while (end > 0
        && start - end < LONGEST_GAP
        && "=:>\"'` \t".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
      isAssigned |= text.charAt(end) == '=' || text.charAt(end) == ':';
    }
    int begin = end;
    int digits = 0;
    while (begin > 0 && end - begin <= LONGEST && isNamePart(text.charAt(begin - 1))) {
      begin--;
      digits += Character.isDigit(text.charAt(begin)) ? 1 : 0;
    }
    if (begin > 0 && begin < end && text.charAt(begin - 1) == '\\') {
      begin++; // The n of a line break that is written as an escape.
    }
    String name = text.substring(begin, end);
    boolean isInAddress = begin > 0 && "/%@:".indexOf(text.charAt(begin - 1)) >= 0;
    boolean isName =
        isAssigned
            && !isInAddress
            && name.length() <= LONGEST
            && digits <= MOST_DIGITS
            && hasLetter(name);
    return isName ? name : "";
  }

  private static boolean isNamePart(char c) {
    return c < 128 && Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '-';
  }

  private static boolean hasLetter(String name) {
    return name.chars().anyMatch(Character::isLetter);
  }
}
