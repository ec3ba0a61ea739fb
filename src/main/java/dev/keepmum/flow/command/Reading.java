package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import dev.keepmum.flow.Secret;
import dev.keepmum.rule.Role;
import dev.keepmum.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a program reads of its operands, options and standard input. */
final class Reading {
  private Reading() {}

  /** Everything the program reads that its output is made of. */
  static Content gather(Invocation call) {
    Content gathered = null;
    for (Arguments.Bound argument : call.arguments().all()) {
      Content part = read(call, argument);
      if (part != null) {
        gathered = gathered == null ? part : gathered.then(part);
      }
    }
    if (takesInput(call)) {
      gathered = gathered == null ? call.input() : gathered.then(call.input());
    }
    return gathered == null ? Content.EMPTY : gathered;
  }

  /** Whether standard input is part of what is read. */
  static boolean takesInput(Invocation call) {
    if (call.arguments().isSet(Role.FROM_STDIN)) {
      return true;
    }
    switch (call.rule().input()) {
      case ALWAYS:
        return true;
      case WITHOUT_OPERANDS:
        return !call.arguments().has(Role.READ);
      default:
        return false;
    }
  }

  private static Content read(Invocation call, Arguments.Bound argument) {
    switch (argument.role()) {
      case READ:
        return call.arguments().isSet(Role.RECURSIVE)
            ? tree(call, argument.value())
            : call.read(argument.value());
      case QUOTE:
      case NAMED_FILE:
        return call.read(argument.value());
      case TEXT:
      case NAMED_TEXT:
        return argument.value();
      case VARIABLE:
        return call.shell().variables().indirect(call.state(), argument.value());
      case TEXT_FORM:
        return FormField.text(call, argument.value());
      case URL:
        return response(call, argument.value());
      default:
        return null;
    }
  }

  private static Content tree(Invocation call, Content root) {
    FileTree.Selection selection =
        new FileTree.Selection(
            texts(call, Role.INCLUDE),
            texts(call, Role.EXCLUDE),
            Optional.empty(),
            FileTree.Reach.EVERYTHING,
            FileTree.Links.FOLLOWED);
    return new FileTree(call.shell()).read(root, selection);
  }

  /** The texts of all arguments with a role. */
  static List<String> texts(Invocation call, Role role) {
    List<String> texts = new ArrayList<>();
    for (Content value : call.arguments().values(role)) {
      texts.addAll(value.texts());
    }
    return texts;
  }

  /** What a request answers, where the rule book knows that it is a secret. */
  static Content response(Invocation call, Content url) {
    for (String text : url.texts()) {
      if (text.startsWith("file:")) {
        return call.read(Content.text(FileUrl.path(text)));
      }
      Optional<Rule> rule = call.rules().url(text);
      if (rule.isPresent()) {
        return Content.secret(Secret.of(rule.get()));
      }
    }
    return Content.UNKNOWN;
  }
}
