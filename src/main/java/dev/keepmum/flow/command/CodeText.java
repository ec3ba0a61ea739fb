package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;

/** The program that a filter is given: on its command line, in parts, or in a file. */
final class CodeText {
  private CodeText() {}

  /** All parts, one line after the other. */
  static Content of(Invocation call) {
    Content code = Content.EMPTY;
    for (Arguments.Bound argument : call.arguments().all()) {
      Content part = part(call, argument);
      if (part != null) {
        code = code.isEmptyText() ? part : code.then(Content.text("\n")).then(part);
      }
    }
    return code;
  }

  private static Content part(Invocation call, Arguments.Bound argument) {
    switch (argument.role()) {
      case CODE:
        return argument.value();
      case SCRIPT:
        return call.files().known(call.read(argument.value()));
      default:
        return null;
    }
  }

  /** Whether the code itself comes from a protected file, as {@code sed -f .env} has it. */
  static void reportProtected(Invocation call, Content code) {
    if (code.hasSecrets()) {
      call.printError(code.derived());
    }
  }
}
