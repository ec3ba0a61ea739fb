package dev.keepmum.code;

import dev.keepmum.effect.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Calls that make texts of texts: worked out on constants, else a value made of what is given. */
final class TextCalls {
  private final Values values;
  private final Things things;
  private final PatternCalls patterns;

  TextCalls(Values values, Things things, PatternCalls patterns) {
    this.values = values;
    this.things = things;
    this.patterns = patterns;
  }

  Thing perform(Meaning meaning, Thing receiver, CallArguments arguments) {
    Thing subject = arguments.count() > 0 ? arguments.at(0) : receiver;
    switch (meaning) {
      case CHARACTER:
      case CHARACTERS:
        return characters(arguments);
      case CODE:
        return code(receiver, subject);
      case FROM_BASE64:
        return Things.isText(subject)
            ? text(Folding.fromBase64(Things.text(subject)))
            : things.made(subject);
      case PACK:
        return Things.text(arguments.at(0)).startsWith("H")
            ? perform(Meaning.FROM_HEX, receiver, CallArguments.of(arguments.from(1)))
            : characters(CallArguments.of(arguments.from(1)));
      case FROM_HEX:
        return Things.isText(subject)
            ? text(Folding.fromHex(Things.text(subject)))
            : things.made(subject);
      case FROM_CODEC:
        return fromCodec(subject, Things.text(arguments.at(1)), receiver, arguments);
      case JOIN_WITH_IT:
        return join(arguments.at(0), receiver);
      case JOIN_ITS:
        return join(receiver, arguments.at(0));
      case JOIN_FIRST:
        return join(arguments.at(0), arguments.at(1));
      case JOIN_SECOND:
        return arguments.count() > 2
            ? join(new Thing.Items(arguments.from(1)), arguments.at(0))
            : join(arguments.at(1), arguments.at(0));
      case CONCATENATE:
        return things.joined(arguments.all());
      case CONCATENATE_TO_IT:
        return concatenated(receiver, arguments);
      case JOIN_PATHS:
        return joinPaths(arguments.all());
      case JOIN_PATHS_TO_IT:
        return joinPaths(arguments.allBehind(receiver));
      case HOME:
        return new Thing.Of(new Value.Text("~"));
      case BUFFER:
        return buffer(arguments);
      case UPPER:
      case LOWER:
      case TRIM:
      case REVERSE:
        return changed(meaning, isSubject(receiver) ? receiver : subject);
      case REPLACE_PATTERN:
        return patterns.replaced(arguments.at(0), arguments.at(1), receiver);
      case REPLACE:
        return replaced(receiver, arguments);
      case SPLIT:
        return split(receiver, arguments);
      case PARTITION:
        return partition(receiver, arguments);
      case FORMAT_IT:
        return format(receiver, arguments.all(), arguments);
      case FORMAT:
        return format(arguments.at(0), arguments.from(1), CallArguments.of(arguments.from(1)));
      case NUMBER:
        return number(arguments);
      default:
        return things.made(arguments.allBehind(receiver));
    }
  }

  /** {@code codecs.decode(text, name)}; what another codec makes of it is not known. */
  private Thing fromCodec(Thing subject, String codec, Thing receiver, CallArguments arguments) {
    switch (codec.replace('-', '_')) {
      case "rot13":
      case "rot_13":
        return Things.isText(subject)
            ? text(Folding.rot13(Things.text(subject)))
            : things.made(subject);
      case "hex":
      case "hex_codec":
        return perform(Meaning.FROM_HEX, receiver, arguments);
      case "base64":
      case "base64_codec":
        return perform(Meaning.FROM_BASE64, receiver, arguments);
      default:
        return things.made(subject);
    }
  }

  private static boolean isSubject(Thing receiver) {
    return !(receiver instanceof Thing.Named);
  }

  private Thing text(String text) {
    return new Thing.Of(values.text(text));
  }

  private Thing characters(CallArguments arguments) {
    StringBuilder text = new StringBuilder();
    List<Thing> codes = new ArrayList<>();
    for (int i = 0; i < arguments.count(); i++) {
      if (arguments.at(i) instanceof Thing.Items items) {
        codes.addAll(items.all());
      } else {
        codes.add(arguments.at(i));
      }
    }
    for (int i = 0; i < codes.size(); i++) {
      if (!(codes.get(i) instanceof Thing.Count count)
          || !Character.isValidCodePoint((int) count.value())) {
        return things.made(codes);
      }
      text.appendCodePoint((int) count.value());
    }
    return text(text.toString());
  }

  private Thing concatenated(Thing receiver, CallArguments arguments) {
    List<Thing> from = arguments.allBehind(receiver);
    if (!(receiver instanceof Thing.Items)) {
      return things.joined(from);
    }
    Thing.Items all = new Thing.Items(List.of());
    for (int i = 0; i < from.size(); i++) {
      if (from.get(i) instanceof Thing.Items items) {
        for (int j = 0; j < items.all().size(); j++) {
          things.append(all, items.all().get(j));
        }
      } else {
        things.append(all, from.get(i));
      }
    }
    return all;
  }

  private Thing buffer(CallArguments arguments) {
    Thing content = arguments.at(0);
    if (content instanceof Thing.Items) {
      return characters(arguments);
    }
    if (!Things.isText(content)) {
      return things.made(content);
    }
    return switch (Things.text(arguments.at(1))) {
      case "base64", "base64url" -> text(Folding.fromBase64(Things.text(content)));
      case "hex" -> text(Folding.fromHex(Things.text(content)));
      default -> content;
    };
  }

  private Thing code(Thing receiver, Thing subject) {
    Thing of = Things.isText(receiver) ? receiver : subject;
    String text = Things.text(of);
    if (text.isEmpty()) {
      return things.made(List.of(receiver, subject));
    }
    long at = Things.isText(receiver) && subject instanceof Thing.Count count ? count.value() : 0;
    return at >= 0 && at < text.length() ? new Thing.Count(text.charAt((int) at)) : Thing.UNKNOWN;
  }

  private Thing join(Thing list, Thing separator) {
    if (list instanceof Thing.Items items) {
      List<Thing> parts = new ArrayList<>();
      for (int i = 0; i < items.all().size(); i++) {
        if (i > 0 && separator != Thing.UNKNOWN) {
          parts.add(separator);
        }
        parts.add(items.all().get(i));
      }
      return things.joined(parts);
    }
    return Things.isText(list) && Things.text(separator).isEmpty()
        ? list
        : things.made(List.of(list, separator));
  }

  /** Parts of a path with slashes between them. */
  private Thing joinPaths(List<Thing> parts) {
    List<Thing> path = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i) instanceof Thing.Found found) {
        Thing last = parts.get(parts.size() - 1);
        return Things.isText(last) ? found.below("/".concat(Things.text(last))) : found;
      }
      String text = Things.text(parts.get(i));
      if (text.startsWith("/")) {
        path.clear();
      } else if (i > 0 && !endsWithSlash(path)) {
        path.add(new Thing.Of(new Value.Text("/")));
      }
      path.add(parts.get(i));
    }
    return things.joined(path);
  }

  private static boolean endsWithSlash(List<Thing> path) {
    return !path.isEmpty() && Things.text(path.get(path.size() - 1)).endsWith("/");
  }

  private Thing changed(Meaning meaning, Thing subject) {
    if (subject instanceof Thing.Items items && meaning == Meaning.REVERSE) {
      List<Thing> reversed = new ArrayList<>(items.all());
      Collections.reverse(reversed);
      return new Thing.Items(reversed);
    }
    if (!Things.isText(subject)) {
      return subject instanceof Thing.VariableNames ? subject : things.made(subject);
    }
    String text = Things.text(subject);
    return switch (meaning) {
      case UPPER -> text(text.toUpperCase(Locale.ROOT));
      case LOWER -> text(text.toLowerCase(Locale.ROOT));
      case TRIM -> text(text.trim());
      default -> text(Folding.reversed(text));
    };
  }

  private Thing replaced(Thing receiver, CallArguments arguments) {
    Thing before = arguments.at(0);
    Thing after = arguments.at(1);
    if (Things.isText(receiver) && Things.isText(before) && Things.isText(after)) {
      return text(Folding.replaced(Things.text(receiver), Things.text(before), Things.text(after)));
    }
    return before instanceof Thing.Pattern
        ? patterns.replaced(before, after, receiver)
        : things.made(arguments.allBehind(receiver));
  }

  /**
   * Split at the equals sign, the first piece of an assignment is its name; an expression may take
   * what follows it along.
   */
  private static boolean isEquals(CallArguments arguments) {
    Thing separator = arguments.at(0);
    return switch (PatternCalls.text(separator)) {
      case "=", "\\s*=\\s*", " *= *", "[=]", " = " -> true;
      case "=(.*)", "=(.+)", "=(.*)$", "=(.+)$", "=.*", "=.+", "(=)" ->
          separator instanceof Thing.Pattern;
      default -> false;
    };
  }

  /** A text split at the first argument. */
  Thing split(Thing receiver, CallArguments arguments) {
    if (!Things.isText(receiver) || (arguments.count() > 0 && !Things.isText(arguments.at(0)))) {
      Thing piece = things.made(receiver);
      return isEquals(arguments)
          ? new Thing.Items(List.of(patterns.names(receiver), piece, piece, piece, piece))
          : new Thing.Many(piece);
    }
    String text = Things.text(receiver);
    List<String> pieces =
        arguments.count() > 0
            ? Folding.split(text, Things.text(arguments.at(0)))
            : Folding.words(text);
    List<Thing> items = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      items.add(text(pieces.get(i)));
    }
    return new Thing.Items(items);
  }

  private Thing partition(Thing receiver, CallArguments arguments) {
    Thing separator = arguments.at(0);
    if (Things.isText(receiver) && Things.isText(separator)) {
      String text = Things.text(receiver);
      int at = text.indexOf(Things.text(separator));
      int end = at + Things.text(separator).length();
      return at < 0
          ? new Thing.Items(List.of(receiver, text(""), text("")))
          : new Thing.Items(
              List.of(text(text.substring(0, at)), separator, text(text.substring(end))));
    }
    Thing piece = things.made(receiver);
    Thing before = isEquals(arguments) ? patterns.names(receiver) : piece;
    return new Thing.Items(List.of(before, separator, piece));
  }

  private Thing format(Thing format, List<Thing> given, CallArguments arguments) {
    if (format instanceof Thing.Of of && of.value() instanceof Value.Text text) {
      return new Thing.Of(values.joined(Folding.formatted(text.text(), arguments, things)));
    }
    List<Thing> from = new ArrayList<>();
    from.add(format);
    from.addAll(given);
    return things.made(from);
  }

  private Thing number(CallArguments arguments) {
    Thing subject = arguments.at(0);
    if (!Things.isText(subject)) {
      return things.made(subject);
    }
    long value =
        arguments.at(1) instanceof Thing.Count base
            ? Folding.number(Things.text(subject), base.value())
            : Folding.number(Things.text(subject));
    return value < 0 ? Thing.UNKNOWN : new Thing.Count(value);
  }
}
