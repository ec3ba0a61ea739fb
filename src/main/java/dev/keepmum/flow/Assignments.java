package dev.keepmum.flow;

import java.util.ArrayList;
import java.util.List;

/** Texts of lines {@code NAME=value}, as dotenv files and environment dumps have them. */
public final class Assignments {
  private Assignments() {}

  /** A line that assigns. */
  public record Assigned(String name, String value) {}

  /** Whether every line assigns, is blank or a comment, so that cutting at {@code =} hides all. */
  public static boolean isAssignments(String text) {
    boolean any = false;
    for (String line : lines(text)) {
      String trimmed = line.strip();
      if (trimmed.isEmpty() || trimmed.startsWith("#")) {
        continue;
      }
      if (nameEnd(trimmed) < 0) {
        return false;
      }
      any = true;
    }
    return any;
  }

  /** What a text assigns, in order. */
  public static List<Assigned> parse(String text) {
    List<Assigned> found = new ArrayList<>();
    for (String line : lines(text)) {
      String trimmed = line.strip();
      int equals = nameEnd(trimmed);
      if (equals > 0) {
        found.add(new Assigned(name(trimmed, equals), unquoted(trimmed.substring(equals + 1))));
      }
    }
    return found;
  }

  /** Whether a line of a protected file tells a secret when it is shown. */
  public static boolean tells(String line) {
    String trimmed = line.strip();
    if (trimmed.isEmpty() || trimmed.startsWith("#") || isSection(trimmed)) {
      return false;
    }
    int equals = nameEnd(trimmed);
    return equals <= 0 || !isPlain(unquoted(trimmed.substring(equals + 1)));
  }

  /**
   * Whether a value is too plain to be a secret: a number, a switch, a stage, a local address, a
   * reference to another variable.
   */
  public static boolean isPlain(String value) {
    String text = value.strip();
    return text.isEmpty()
        || isNumber(text)
        || isReference(text)
        || isPlainWord(text)
        || text.startsWith("localhost")
        || text.startsWith("127.0.0.1")
        || text.startsWith("http://localhost") && text.indexOf('@') < 0;
  }

  /** The lines of a text, without their ends. */
  public static List<String> lines(String text) {
    List<String> found = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      if (end < 0) {
        end = text.length();
      }
      found.add(text.substring(start, end));
      start = end + 1;
    }
    return found;
  }

  private static boolean isSection(String line) {
    return line.startsWith("[") && line.endsWith("]");
  }

  private static boolean isNumber(String text) {
    if (text.length() > 6) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && c != '.' && !(c == '-' && i == 0)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isReference(String text) {
    return text.startsWith("${") && text.endsWith("}") && text.indexOf(':') < 0;
  }

  private static boolean isPlainWord(String text) {
    switch (text) {
      case "true":
      case "false":
      case "yes":
      case "no":
      case "on":
      case "off":
      case "null":
      case "none":
      case "development":
      case "production":
      case "staging":
      case "test":
      case "debug":
      case "info":
      case "warn":
      case "error":
        return true;
      default:
        return false;
    }
  }

  /** The index of the {@code =} behind a name, or -1. */
  private static int nameEnd(String line) {
    int start = line.startsWith("export ") ? 7 : 0;
    int i = start;
    while (i < line.length() && isNameCharacter(line.charAt(i))) {
      i++;
    }
    int end = i;
    while (i < line.length() && line.charAt(i) == ' ') {
      i++;
    }
    return end > start && i < line.length() && line.charAt(i) == '=' ? i : -1;
  }

  private static String name(String line, int equals) {
    String name =
        line.startsWith("export ") ? line.substring(7, equals) : line.substring(0, equals);
    return name.strip();
  }

  private static boolean isNameCharacter(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '_'
        || c == '.'
        || c == '-';
  }

  private static String unquoted(String value) {
    String text = value.strip();
    if (text.length() >= 2) {
      char first = text.charAt(0);
      if ((first == '"' || first == '\'') && text.charAt(text.length() - 1) == first) {
        return text.substring(1, text.length() - 1);
      }
    }
    return text;
  }
}
