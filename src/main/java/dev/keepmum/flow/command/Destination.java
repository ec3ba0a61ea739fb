package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import dev.keepmum.rule.Role;
import java.util.ArrayList;
import java.util.List;

/** Where a program sends what it sends. */
final class Destination {

  private final List<Content> places;

  private Destination(List<Content> places) {
    this.places = places;
  }

  /** The URLs and hosts among a call's arguments. */
  static Destination of(Invocation call) {
    List<Content> places = new ArrayList<>(call.arguments().values(Role.URL));
    places.addAll(call.arguments().values(Role.HOST));
    return new Destination(places);
  }

  /** Sends to each place what is sent, and what the place's own name holds. */
  void send(Invocation call, Content sent) {
    if (places.isEmpty()) {
      if (!sent.isEmptyText()) {
        call.context().sinks().send(Content.UNKNOWN, sent, call.name());
      }
      return;
    }
    for (Content place : places) {
      call.context().sinks().send(place, sent.beside(place), call.name());
    }
  }
}
