package dev.keepmum.code;

import java.util.List;

/** Calls that have another function called, now or later, with arguments of their own. */
final class DeferredCalls {
  private final Evaluator evaluator;
  private final Calls calls;

  DeferredCalls(Evaluator evaluator, Calls calls) {
    this.evaluator = evaluator;
    this.calls = calls;
  }

  Thing perform(Meaning meaning, CallArguments arguments) {
    Thing first = arguments.at(0);
    switch (meaning) {
      case CALL_FIRST:
        Thing callee = Things.isText(first) ? evaluator.lookUp(Things.text(first)) : first;
        return calls.call(callee, CallArguments.of(arguments.from(1)));
      case CALL_LATER:
        return later(first, arguments.from(1));
      case CALL_PARTLY:
        later(first, arguments.from(1));
        return first;
      case CALL_DELAYED:
        return later(first, arguments.from(2));
      case CALL_SECOND:
        return later(arguments.at(1), arguments.from(2));
      case CALL_LISTED:
        return later(first, listed(arguments.either(1, "args")));
      case CALL_APPLIED:
        return later(first, listed(arguments.at(2)));
      default:
        Thing target = arguments.option("target");
        return later(
            target == Thing.UNKNOWN ? arguments.at(1) : target,
            listed(arguments.either(2, "args")));
    }
  }

  private Thing later(Thing function, List<Thing> given) {
    return Things.isText(function)
        ? evaluator.evaluateText(Things.text(function))
        : calls.call(function, CallArguments.of(given));
  }

  private static List<Thing> listed(Thing list) {
    if (list instanceof Thing.Items items) {
      return List.copyOf(items.all());
    }
    return list == Thing.UNKNOWN ? List.of() : List.of(list);
  }
}
