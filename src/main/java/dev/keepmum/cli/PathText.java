package dev.keepmum.cli;

import dev.keepmum.event.JsonText;

/** Paths as they may be printed: a name can hold anything, line breaks and escapes included. */
final class PathText {
  private static final String PLAIN = "/._-+,=@%:";

  private PathText() {}

  /** A path as people read it; one with control characters is quoted, and those are escaped. */
  static String shown(String path) {
    return path.chars().anyMatch(Character::isISOControl) ? JsonText.quoted(path) : path;
  }

  /** A path as one word of a shell. */
  static String word(String path) {
    if (path.chars().allMatch(PathText::isPlain)) {
      return path;
    }
    if (path.chars().noneMatch(Character::isISOControl)) {
      return "'" + path.replace("'", "'\\''") + "'";
    }
    StringBuilder word = new StringBuilder("$'");
    for (char c : path.toCharArray()) {
      if (Character.isISOControl(c)) {
        word.append(String.format("\\x%02x", (int) c));
      } else {
        word.append(c == '\'' || c == '\\' ? "\\" : "").append(c);
      }
    }
    return word.append('\'').toString();
  }

  private static boolean isPlain(int c) {
    return Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0;
  }
}
