package dev.keepmum.code;

import dev.keepmum.code.Node.Operator;
import dev.keepmum.effect.Value;
import java.util.List;

/** What operators make of their operands: in constants the result, in others what went in. */
final class Operators {
  private final Calls calls;
  private final Values values;
  private final Things things;

  Operators(Calls calls, Values values, Things things) {
    this.calls = calls;
    this.values = values;
    this.things = things;
  }

  Thing combine(Operator operator, Thing left, Thing right) {
    switch (operator) {
      case EITHER:
        return things.either(left, right);
      case AND:
        return right;
      case EQUAL:
      case DIFFERENT:
      case IN:
      case NOT_IN:
      case COMPARE:
        return Thing.UNKNOWN;
      case MATCH:
        return calls.matched(left, right);
      case ADD:
        return add(left, right);
      case JOIN:
        return things.joined(List.of(left, right));
      case APPEND:
        return calls.perform(Meaning.SHIFT, left, CallArguments.of(List.of(right)));
      case REMAINDER:
        return remainder(left, right);
      case MULTIPLY:
        if (right instanceof Thing.Count times && left instanceof Thing.Of && Things.isText(left)) {
          return new Thing.Of(values.text(Folding.repeated(Things.text(left), times.value())));
        }
        return numbers(operator, left, right);
      case DIVIDE:
        if (left instanceof Thing.Count) {
          return numbers(operator, left, right);
        }
        return calls.perform(Meaning.JOIN_PATHS, left, CallArguments.of(List.of(left, right)));
      default:
        return numbers(operator, left, right);
    }
  }

  private Thing add(Thing left, Thing right) {
    if (left instanceof Thing.Count && right instanceof Thing.Count) {
      return numbers(Operator.ADD, left, right);
    }
    if (left instanceof Thing.Items first && right instanceof Thing.Items second) {
      Thing.Items all = new Thing.Items(first.all());
      for (int i = 0; i < second.all().size(); i++) {
        things.append(all, second.all().get(i));
      }
      return all;
    }
    return things.joined(List.of(left, right));
  }

  private Thing numbers(Operator operator, Thing left, Thing right) {
    if (left instanceof Thing.Count a && right instanceof Thing.Count b) {
      switch (operator) {
        case ADD:
          return new Thing.Count(a.value() + b.value());
        case SUBTRACT:
          return new Thing.Count(a.value() - b.value());
        case MULTIPLY:
          return new Thing.Count(a.value() * b.value());
        case EXCLUSIVE_OR:
          return new Thing.Count(a.value() ^ b.value());
        case DIVIDE:
          return b.value() == 0 ? Thing.UNKNOWN : new Thing.Count(a.value() / b.value());
        case REMAINDER:
          return b.value() == 0 ? Thing.UNKNOWN : new Thing.Count(a.value() % b.value());
        default:
          return Thing.UNKNOWN;
      }
    }
    return things.made(List.of(left, right));
  }

  private Thing remainder(Thing left, Thing right) {
    if (left instanceof Thing.Of of && of.value() instanceof Value.Text format) {
      CallArguments arguments =
          right instanceof Thing.Items items
              ? CallArguments.of(items.all())
              : CallArguments.of(List.of(right));
      return new Thing.Of(values.joined(Folding.formatted(format.text(), arguments, things)));
    }
    return numbers(Operator.REMAINDER, left, right);
  }
}
