package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import java.util.Optional;

/**
 * envsubst: its input with {@code $NAME} and {@code ${NAME}} replaced by what variables hold; with
 * an operand only those that are named in it.
 */
final class SubstituteVariables implements Behaviour {

  private Invocation call;
  private Content format = Content.EMPTY;

  @Override
  public void run(Invocation invocation) {
    call = invocation;
    for (Content operand : call.arguments().operands()) {
      format = operand;
    }
    Content input = call.inputText();
    if (call.arguments().hasOption("-v") || call.arguments().hasOption("--variables")) {
      call.print(Content.UNKNOWN);
    } else if (input.hasSecrets() || input.texts().isEmpty()) {
      call.print(input.lines());
    } else {
      Content output = null;
      for (String text : input.texts()) {
        Content one = substituted(text);
        output = output == null ? one : output.or(one);
      }
      call.print(input.isOpen() ? output.opened() : output);
    }
  }

  private Content substituted(String text) {
    Content result = Content.EMPTY;
    int start = 0;
    for (int dollar = text.indexOf('$'); dollar >= 0; dollar = text.indexOf('$', dollar + 1)) {
      boolean braced = text.startsWith("{", dollar + 1);
      int name = braced ? dollar + 2 : dollar + 1;
      int end = endOfName(text, name);
      boolean closed = !braced || text.startsWith("}", end);
      if (end > name && closed && isWanted(text.substring(name, end))) {
        result = result.then(Content.text(text.substring(start, dollar)));
        result = result.then(value(text.substring(name, end)));
        start = braced ? end + 1 : end;
      }
    }
    return result.then(Content.text(text.substring(start)));
  }

  private Content value(String name) {
    Optional<Content> value = call.shell().variables().value(call.state(), name);
    return value.isPresent() ? value.get() : Content.EMPTY;
  }

  private boolean isWanted(String name) {
    if (format.isEmptyText() || format.isOpen()) {
      return true;
    }
    for (String text : format.texts()) {
      int at = text.indexOf(name);
      while (at > 0) {
        boolean begins = text.charAt(at - 1) == '$' || text.charAt(at - 1) == '{';
        if (begins && endOfName(text, at) == at + name.length()) {
          return true;
        }
        at = text.indexOf(name, at + 1);
      }
    }
    return false;
  }

  private static int endOfName(String text, int from) {
    int end = from;
    while (end < text.length() && isNameCharacter(text.charAt(end), end > from)) {
      end++;
    }
    return end;
  }

  private static boolean isNameCharacter(char c, boolean inside) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c == '_'
        || inside && c >= '0' && c <= '9';
  }
}
