package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import java.util.Locale;

/**
 * shopt and setopt: of their options only the one that shows hidden names to globs matters here.
 */
final class ShellOptions implements Behaviour {
  @Override
  public void run(Invocation call) {
    boolean on = true;
    for (Content word : call.words()) {
      General.complain(call, word);
      switch (word.textOr("").toLowerCase(Locale.ROOT)) {
        case "-u":
          on = false;
          break;
        case "dotglob":
        case "globdots":
        case "glob_dots":
          call.state().matchingDots(on);
          break;
        default:
          break;
      }
    }
  }
}
