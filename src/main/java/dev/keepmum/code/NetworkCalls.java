package dev.keepmum.code;

import dev.keepmum.effect.Effect;
import dev.keepmum.effect.Value;
import java.util.ArrayList;
import java.util.List;

/** Calls that send something to another machine. */
final class NetworkCalls {
  private final Evaluator evaluator;
  private final Calls calls;
  private final ReadingCalls reading;
  private final Values values;
  private final Things things;

  NetworkCalls(
      Evaluator evaluator, Calls calls, ReadingCalls reading, Values values, Things things) {
    this.evaluator = evaluator;
    this.calls = calls;
    this.reading = reading;
    this.values = values;
    this.things = things;
  }

  /** Sends over a connection, or else to the address behind the first argument. */
  Thing request(Thing receiver, CallArguments arguments) {
    if (receiver instanceof Thing.Connected connected) {
      Value content = values.derived(things.told(arguments.all()));
      return send(new Effect.Send(connected.destination(), content));
    }
    return send(arguments.either(1, "url"), arguments.allFrom(2), arguments);
  }

  /** A request; where it goes may stand in options. */
  Thing send(Thing target, List<Thing> content, CallArguments arguments) {
    Thing destination = target;
    if (target instanceof Thing.Structure) {
      destination = things.anyOf(List.of(arguments.option("url"), arguments.option("host")));
      if (arguments.option("hostname") != Thing.UNKNOWN) {
        destination = arguments.option("hostname");
      }
    }
    if (target == Thing.UNKNOWN && arguments.option("url") != Thing.UNKNOWN) {
      destination = arguments.option("url");
    }
    Value url = things.told(destination);
    if (url instanceof Value.Text text && text.text().startsWith("file:")) {
      return calls.result(arguments, new Thing.Of(reading.content(destination)));
    }
    List<Thing> sent = new ArrayList<>(content);
    if (target instanceof Thing.Structure) {
      sent.add(target);
    }
    return calls.result(arguments, send(new Effect.Send(url, values.derived(things.told(sent)))));
  }

  /** Sends; the value is what is answered. */
  Thing send(Effect.Send request) {
    evaluator.emit(request);
    return new Thing.Of(values.response(request));
  }

  /** Sends to a service whose address the program does not say. */
  Thing upload(List<Thing> content, CallArguments arguments) {
    Value sent = values.derived(things.told(content));
    return calls.result(arguments, send(new Effect.Send(Value.UNKNOWN, sent)));
  }

  /** Whether a thing is, or begins as, an address on the web. */
  static boolean isAddress(Thing thing) {
    String text = Things.text(thing);
    if (thing instanceof Thing.Of of && of.value() instanceof Value.Joined joined) {
      text = Things.text(new Thing.Of(joined.parts().get(0)));
    }
    return text.startsWith("http:") || text.startsWith("https:");
  }

  /** A connection; it knows its other end. */
  Thing connect(CallArguments arguments) {
    List<Thing> parts = new ArrayList<>();
    for (int i = 0; i < arguments.count(); i++) {
      Thing part = arguments.at(i);
      if (part instanceof Thing.Items items) {
        parts.addAll(items.all());
      } else if (!(part instanceof Thing.Closure)) {
        parts.add(part);
      }
    }
    Thing host = things.anyOf(parts.isEmpty() ? parts : parts.subList(0, 1));
    if (host instanceof Thing.Structure) {
      host = arguments.option("host");
    } else if (host instanceof Thing.Count && parts.size() > 1) {
      host = parts.get(1);
    }
    Thing connection = new Thing.Connected(things.told(host));
    calls.callBack(arguments, Thing.UNKNOWN);
    return connection;
  }
}
