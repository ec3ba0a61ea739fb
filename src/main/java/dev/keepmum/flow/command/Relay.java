package dev.keepmum.flow.command;

import dev.keepmum.effect.Language;
import dev.keepmum.flow.Content;
import java.util.List;
import java.util.Locale;

/**
 * socat: two addresses, and what comes from one goes to the other. An address is a kind, a place
 * and options, {@code OPEN:.env,rdonly}; without a kind it is a file, {@code -} this process.
 */
final class Relay implements Behaviour {

  /** One end. */
  private record Address(String kind, Content place) {}

  @Override
  public void run(Invocation call) {
    List<Content> operands = call.arguments().operands();
    if (operands.size() < 2) {
      return;
    }
    Address left = address(operands.get(0));
    Address right = address(operands.get(1));
    if (!call.arguments().hasOption("-U")) {
      give(call, take(call, left, right), right);
    }
    if (!call.arguments().hasOption("-u")) {
      give(call, take(call, right, left), left);
    }
  }

  private static Address address(Content operand) {
    String text = operand.textOr("");
    int end = text.indexOf(',');
    String whole = end < 0 ? text : text.substring(0, end);
    int colon = whole.indexOf(':');
    String kind = colon < 0 ? "" : whole.substring(0, colon).toLowerCase(Locale.ROOT);
    String place = whole.substring(colon + 1);
    if (colon < 0) {
      kind = place.equals("-") || place.toLowerCase(Locale.ROOT).startsWith("std") ? "-" : "file";
    }
    return new Address(kind, operand.withTexts(List.of(place)));
  }

  /** What comes from an end: a program gets what is at the other one. */
  private static Content take(Invocation call, Address from, Address other) {
    if (isFile(from.kind())) {
      return call.read(from.place());
    }
    if (isProgram(from.kind())) {
      Content input = isFile(other.kind()) ? call.read(other.place()) : call.input();
      return call.shell()
          .capture(
              new Runnable() {
                @Override
                public void run() {
                  call.runCode(new CodeRun(Language.SHELL, from.place(), List.of(), input));
                }
              });
    }
    return from.kind().equals("-") ? call.input() : Content.UNKNOWN;
  }

  private static void give(Invocation call, Content content, Address to) {
    if (to.kind().equals("-")) {
      call.print(content);
    } else if (isFile(to.kind())) {
      if (content.hasSecrets()) {
        call.write(to.place(), content);
      }
    } else if (!isProgram(to.kind())) {
      call.context().sinks().send(to.place(), content, call.name());
    }
  }

  private static boolean isFile(String kind) {
    switch (kind) {
      case "file":
      case "open":
      case "gopen":
      case "create":
      case "pipe":
        return true;
      default:
        return false;
    }
  }

  private static boolean isProgram(String kind) {
    return kind.equals("exec") || kind.equals("system") || kind.equals("shell");
  }
}
