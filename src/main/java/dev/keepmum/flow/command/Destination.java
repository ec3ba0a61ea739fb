package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import dev.keepmum.rule.Role;
import java.util.ArrayList;
import java.util.List;

/** Where a program sends what it sends. */
final class Destination {

  private static final String TERMINAL = "telnet://";

  private final List<Content> places;

  private Destination(List<Content> places) {
    this.places = places;
  }

  /** The URLs and hosts among a call's arguments. */
  static Destination of(Invocation call) {
    List<Content> places = new ArrayList<>(call.arguments().values(Role.URL));
    places.addAll(call.arguments().values(Role.HOST));
    for (Content options : call.arguments().values(Role.REQUEST_OPTIONS)) {
      places.addAll(RequestOptions.urls(call, options));
    }
    return new Destination(places);
  }

  /** Whether what is typed goes there, line by line: {@code telnet://host}. */
  static boolean isTerminal(Invocation call) {
    for (Content place : call.arguments().values(Role.URL)) {
      for (String text : place.texts()) {
        if (text.regionMatches(true, 0, TERMINAL, 0, TERMINAL.length())) {
          return true;
        }
      }
    }
    return false;
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
