package dev.keepmum.code;

import dev.keepmum.effect.Language;
import dev.keepmum.effect.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Calls that look for a regular expression: what a group takes of a line {@code NAME=value} before
 * its value is a name.
 */
final class PatternCalls {
  private final Library library;
  private final Values values;
  private final Things things;

  PatternCalls(Library library, Values values, Things things) {
    this.library = library;
    this.values = values;
    this.things = things;
  }

  Thing perform(Meaning meaning, Thing receiver, CallArguments arguments) {
    boolean own = receiver instanceof Thing.Pattern;
    Thing first = arguments.at(0);
    switch (meaning) {
      case PATTERN:
        return Things.isText(first) ? new Thing.Pattern(Things.text(first), "") : first;
      case MATCH:
        return own ? matched(receiver, first) : matched(first, receiver);
      case MATCH_FIRST:
        return matched(first, arguments.at(1));
      case MATCH_START:
        return own
            ? groups(Captures.fromStart(text(receiver)), first)
            : matchedAtStart(first, arguments.at(1));
      case MATCH_ALL:
        return new Thing.Many(
            own ? matched(receiver, first) : matched(first, subject(receiver, arguments)));
      case FIND_ALL:
        return new Thing.Many(own ? found(receiver, first) : found(first, receiver));
      case FIND_ALL_SECOND:
        return new Thing.Many(found(first, arguments.at(1)));
      case FIND:
        return found(first, receiver);
      case FIND_SECOND:
        return found(arguments.at(1), first);
      default:
        if (isLimited(own, arguments)) {
          return things.made(arguments.allBehind(receiver));
        }
        return own
            ? replaced(receiver, first, arguments.at(1))
            : replaced(first, arguments.at(1), arguments.at(2));
    }
  }

  private static Thing subject(Thing receiver, CallArguments arguments) {
    return receiver instanceof Thing.Named ? arguments.at(1) : receiver;
  }

  /** The text of a pattern; empty where it is not known. */
  static String text(Thing thing) {
    return thing instanceof Thing.Pattern pattern ? pattern.text() : Things.text(thing);
  }

  /** An expression without the signs that stand around it in PHP. */
  private String expression(Thing thing) {
    String text = text(thing);
    int end = text.isEmpty() ? 0 : text.lastIndexOf(text.charAt(0));
    boolean delimited = library.language() == Language.PHP && end > 0;
    return delimited && !Character.isLetterOrDigit(text.charAt(0)) ? text.substring(1, end) : text;
  }

  private static boolean isKnown(Thing pattern) {
    return pattern instanceof Thing.Pattern || Things.isText(pattern);
  }

  private Captures captures(Thing pattern) {
    String text = expression(pattern);
    return Captures.of(library.language() == Language.LUA ? Captures.fromLua(text) : text);
  }

  /** The whole match and its groups. */
  Thing matched(Thing pattern, Thing subject) {
    return isKnown(pattern) && !isInterpolated(text(pattern))
        ? groups(captures(pattern), subject)
        : things.made(subject);
  }

  /** Whether part of an expression is another variable's, which may have groups of its own. */
  private boolean isInterpolated(String pattern) {
    if (library.language() == Language.RUBY) {
      return pattern.contains("#{");
    }
    int dollar = library.language() == Language.PERL ? pattern.indexOf('$') : -1;
    return dollar >= 0
        && dollar + 1 < pattern.length()
        && (Character.isLetter(pattern.charAt(dollar + 1)) || pattern.charAt(dollar + 1) == '{');
  }

  private Thing matchedAtStart(Thing pattern, Thing subject) {
    return isKnown(pattern)
        ? groups(Captures.fromStart(text(pattern)), subject)
        : things.made(subject);
  }

  private Thing groups(Captures captures, Thing subject) {
    List<Thing> groups = new ArrayList<>();
    for (int i = 0; i <= captures.groups(); i++) {
      groups.add(piece(captures.isName(i), subject));
    }
    return new Thing.Items(groups);
  }

  /** What a search gives: the groups where there are any, else the match. */
  private Thing found(Thing pattern, Thing subject) {
    if (!isKnown(pattern)) {
      return things.made(subject);
    }
    Captures captures = captures(pattern);
    if (captures.groups() < 2) {
      return piece(captures.isName(captures.groups()), subject);
    }
    Thing.Items all = (Thing.Items) groups(captures, subject);
    return new Thing.Items(all.all().subList(1, all.all().size()));
  }

  private Thing piece(boolean name, Thing subject) {
    return name ? names(subject) : things.made(subject);
  }

  /** The names in lines of assignments. */
  Thing names(Thing subject) {
    Value told = values.names(things.told(subject));
    return told instanceof Value.Unknown ? things.made(subject) : new Thing.Of(told);
  }

  /** A text in which a match is replaced: without its value a line is a name. */
  Thing replaced(Thing pattern, Thing replacement, Thing subject) {
    List<Thing> parts = List.of(replacement, subject);
    if (!isKnown(pattern) || !Things.isText(replacement)) {
      return things.made(parts);
    }
    Captures captures = captures(pattern);
    boolean hidden =
        captures.takesWholeValue()
            && keepsNames(captures, Things.text(replacement))
            && !leavesLines(pattern, subject);
    return hidden ? names(subject) : things.made(parts);
  }

  /** Whether Python is told to replace some matches only, or only what is the whole text. */
  private boolean isLimited(boolean own, CallArguments arguments) {
    boolean some = arguments.has("count") || arguments.count() > (own ? 2 : 3);
    String pattern = own ? "" : text(arguments.at(0));
    boolean once = pattern.startsWith("^") || pattern.endsWith("$");
    boolean lines = arguments.has("flags") || library.language() != Language.PYTHON;
    return some || once && !lines && isWholeFile(arguments.at(2));
  }

  /** Whether of a whole file only the first match is replaced; a line of it has no other. */
  private boolean leavesLines(Thing pattern, Thing subject) {
    boolean everywhere =
        library.language() != Language.JAVASCRIPT
            || pattern instanceof Thing.Pattern regular && regular.flags().indexOf('g') >= 0;
    return !everywhere && isWholeFile(subject);
  }

  private boolean isWholeFile(Thing thing) {
    return things.told(thing) instanceof Value.ReadFile;
  }

  /** Whether a replacement takes over no group that holds more than a name. */
  private static boolean keepsNames(Captures captures, String replacement) {
    for (int i = 0; i + 1 < replacement.length(); i++) {
      char mark = replacement.charAt(i);
      char group = replacement.charAt(i + 1);
      boolean refers = (mark == '$' || mark == '\\') && (Lexer.isDigit(group) || group == '&');
      boolean named = mark == '\\' && (group == 'g' || group == 'k') || mark == '$' && group == '<';
      if (named || refers && (group == '&' || !captures.isName(group - '0'))) {
        return false;
      }
    }
    return true;
  }
}
