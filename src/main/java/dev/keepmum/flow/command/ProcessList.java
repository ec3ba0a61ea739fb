package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import dev.keepmum.flow.Secret;
import dev.keepmum.rule.Rule;

/**
 * ps: with the letter {@code e} and no dash (BSD), {@code -E} or an environ column it shows
 * variables.
 */
final class ProcessList implements Behaviour {

  private static final String RULE = "layer2/process-environment";

  @Override
  public void run(Invocation call) {
    for (Content word : call.words()) {
      if (asksForEnvironment(word.textOr(""))) {
        Rule rule = call.rules().rule(RULE);
        call.print(Content.secret(Secret.of(rule, "the environment of processes")));
        return;
      }
    }
    call.print(Content.UNKNOWN);
  }

  private static boolean asksForEnvironment(String word) {
    if (word.contains("environ")) {
      return true;
    }
    if (word.startsWith("--") || word.isEmpty()) {
      return false;
    }
    if (word.charAt(0) == '-') {
      return word.indexOf('E') > 0;
    }
    for (int i = 0; i < word.length(); i++) {
      if (!Character.isLetter(word.charAt(i))) {
        return false;
      }
    }
    return word.indexOf('e') >= 0 && word.length() <= 8;
  }
}
