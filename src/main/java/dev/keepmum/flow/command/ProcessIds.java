package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;

/**
 * pgrep, pidof: the ids of processes by their name. Nobody knows an id here: that of the guard's
 * own process is written as an unknown part with the guard's name behind it, which a form of the
 * rule book can name.
 */
final class ProcessIds implements Behaviour {

  /** The program that stands between the agent and what it may not do. */
  static final String GUARD = "keepmum";

  /** How the guard's id is written. */
  private static final String GUARD_ID = Content.UNKNOWN_PART + GUARD;

  /** The guard's line in a listing of processes, with the id in the first columns. */
  static final Content LISTING =
      Content.text(GUARD_ID + " " + GUARD_ID + " ? 0:00 " + GUARD + " hook\n").opened();

  @Override
  public void run(Invocation call) {
    Content ids = Content.UNKNOWN;
    for (Content word : call.words()) {
      for (String text : word.texts()) {
        if (text.contains(GUARD)) {
          ids = Content.text(GUARD_ID.concat("\n")).opened();
        }
      }
    }
    call.print(ids);
  }
}
