package dev.keepmum.flow.expand;

import dev.keepmum.flow.Content;
import dev.keepmum.shell.Script;

/** Runs the scripts that stand inside words. */
public interface Substitutions {

  /** What {@code $( … )} becomes. */
  Content output(Script script);

  /** The path that {@code <( … )} becomes: what is read from it is the script's output. */
  Content pipeFrom(Script script);

  /** The path that {@code >( … )} becomes: what is written to it is the script's input. */
  Content pipeTo(Script script);

  /** What a text becomes that is expanded as in double quotes: prompts, lists of completions. */
  Content expandAgain(Content text);

  /** Shows a message on standard error, as a failing expansion does. */
  void complain(Content message);
}
