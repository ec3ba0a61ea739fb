package dev.keepmum.rule;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of a Go template's actions, one after another. A field keeps its dot, a text its
 * quotes, a variable its dollar sign; at the end of an action the word is empty.
 */
final class GoTemplateTokens {
  private final String template;
  private int at;
  private int end;
  private String word = "";

  /** Whether the word stands right behind the one before: a field of what that gives. */
  private boolean attached;

  GoTemplateTokens(String template) {
    this.template = template;
  }

  void restart() {
    at = 0;
    end = 0;
  }

  /** Goes to the next action's first word; false behind the last action. */
  boolean nextAction() {
    int open = template.indexOf("{{", at);
    if (open < 0) {
      return false;
    }
    at = open + 2;
    if (template.startsWith("- ", at)) {
      at++;
    }
    boolean comment = template.startsWith("/*", afterBlanks());
    end = comment ? template.indexOf("*/", at) : close(at);
    if (end < 0) {
      end = template.length();
    }
    if (comment) {
      at = end;
      word = "";
      end = Math.max(end, template.indexOf("}}", end));
    } else {
      advance();
    }
    return true;
  }

  /** Steps over the end of an action; false where something is left of it or it has no end. */
  boolean endAction() {
    boolean ended = word.isEmpty() && template.startsWith("}}", end);
    at = Math.min(template.length(), end + 2);
    return ended;
  }

  /** Where the action ends that begins here: not within a text. */
  private int close(int from) {
    char quote = 0;
    for (int i = from; i < template.length(); i++) {
      char c = template.charAt(i);
      if (quote != 0) {
        if (c == '\\' && quote != '`') {
          i++;
        } else if (c == quote) {
          quote = 0;
        }
      } else if (c == '"' || c == '`' || c == '\'') {
        quote = c;
      } else if (template.startsWith("}}", i)) {
        return i;
      }
    }
    return -1;
  }

  private int afterBlanks() {
    int i = at;
    while (i < template.length() && template.charAt(i) <= ' ') {
      i++;
    }
    return i;
  }

  void advance() {
    int start = afterBlanks();
    attached = start == at;
    if (start >= end || template.startsWith("-", start) && start + 1 == end) {
      at = end;
      word = "";
      return;
    }
    at = endOfWord(start);
    word = template.substring(start, at);
  }

  private int endOfWord(int start) {
    char first = template.charAt(start);
    if (first == '"' || first == '`' || first == '\'') {
      int i = start + 1;
      while (i < end && template.charAt(i) != first) {
        i += template.charAt(i) == '\\' && first != '`' ? 2 : 1;
      }
      return Math.min(end, i + 1);
    }
    if (template.startsWith(":=", start)) {
      return start + 2;
    }
    int i = start + 1;
    boolean number = Character.isDigit(first) || first == '-' || first == '+';
    if (!number && !isNamePart(first) && first != '.' && first != '$') {
      return i;
    }
    while (i < end && (isNamePart(template.charAt(i)) || number && template.charAt(i) == '.')) {
      i++;
    }
    return i;
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  String word() {
    return word;
  }

  boolean is(String token) {
    return word.equals(token);
  }

  boolean take(String token) {
    if (!word.equals(token)) {
      return false;
    }
    advance();
    return true;
  }

  boolean isAtEnd() {
    return word.isEmpty();
  }

  /** Whether the word is a field. */
  boolean isField() {
    return word.length() > 1 && word.charAt(0) == '.';
  }

  /** Whether it is a field of the word before, with nothing between them. */
  boolean isFieldOfLast() {
    return attached && isField();
  }

  boolean isFunction() {
    return !word.isEmpty()
        && (Character.isLetter(word.charAt(0)) || word.charAt(0) == '_')
        && !isLiteral();
  }

  private boolean isLiteral() {
    return word.equals("true") || word.equals("false") || word.equals("nil");
  }

  boolean isConstant() {
    char first = word.isEmpty() ? ' ' : word.charAt(0);
    return isLiteral() || "\"`'-+".indexOf(first) >= 0 || Character.isDigit(first);
  }

  /** Whether variables and then {@code :=} or {@code =} come here. */
  boolean declares() {
    return endOfNames() > 0;
  }

  /** The variables that get a value here, stepped over; none where none do. */
  List<String> declared() {
    List<String> names = new ArrayList<>();
    int stop = endOfNames();
    while (at <= stop && !word.isEmpty()) {
      if (word.startsWith("$")) {
        names.add(word);
      }
      advance();
    }
    return names;
  }

  /** Behind the sign that gives variables a value; -1 where there is none. */
  private int endOfNames() {
    if (!word.startsWith("$")) {
      return -1;
    }
    for (int i = at; i < end; i++) {
      char c = template.charAt(i);
      if (c == '=') {
        return i + 1;
      }
      if (!isNamePart(c) && " \t\n,$:".indexOf(c) < 0) {
        return -1;
      }
    }
    return -1;
  }
}
