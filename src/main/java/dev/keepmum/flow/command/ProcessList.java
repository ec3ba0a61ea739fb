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
    boolean all = false;
    String before = "";
    for (Content word : call.words()) {
      String text = word.textOr("");
      boolean isValue = takesValue(before);
      if (text.contains("environ") || !isValue && asksForEnvironment(text)) {
        Rule rule = call.rules().rule(RULE);
        call.print(Content.secret(Secret.of(rule, "the environment of processes")));
        return;
      }
      all |= isValue ? text.contains(ProcessIds.GUARD) : asksForAll(text);
      before = text;
    }
    call.print(all ? ProcessIds.LISTING : Content.UNKNOWN);
  }

  /** Whether the next word is a list of names, numbers or columns (ps(1)). */
  private static boolean takesValue(String word) {
    if (word.startsWith("--")) {
      return isLongWithValue(word);
    }
    return (word.startsWith("-") || isLetters(word))
        && (word.startsWith("-") ? "CpqUugGoOstn" : "pqUtok").indexOf(last(word)) >= 0;
  }

  private static boolean isLongWithValue(String word) {
    switch (word) {
      case "--sort":
      case "--format":
      case "--pid":
      case "--ppid":
      case "--quick-pid":
      case "--user":
      case "--User":
      case "--group":
      case "--Group":
      case "--tty":
      case "--sid":
      case "--cols":
      case "--columns":
      case "--width":
      case "--rows":
      case "--lines":
        return true;
      default:
        return false;
    }
  }

  private static char last(String word) {
    return word.charAt(word.length() - 1);
  }

  private static boolean asksForAll(String word) {
    if (word.startsWith("-")) {
      return !word.startsWith("--") && (word.indexOf('e') > 0 || word.indexOf('A') > 0);
    }
    return isLetters(word) && (word.indexOf('a') >= 0 || word.indexOf('x') >= 0);
  }

  private static boolean asksForEnvironment(String word) {
    if (word.startsWith("-")) {
      return !word.startsWith("--") && word.indexOf('E') > 0;
    }
    return isLetters(word) && word.indexOf('e') >= 0;
  }

  /** BSD's options stand together without a dash. */
  private static boolean isLetters(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (!Character.isLetter(word.charAt(i))) {
        return false;
      }
    }
    return !word.isEmpty() && word.length() <= 8;
  }
}
