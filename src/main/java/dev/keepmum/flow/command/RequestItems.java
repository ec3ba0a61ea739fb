package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import dev.keepmum.rule.Role;
import java.util.List;

/**
 * A request as httpie and xh take it: a method or none, a URL, and items of the request, each
 * {@code name=text}, {@code name:text}, {@code name=@file} or {@code @file} (httpie's manual,
 * "Request items").
 */
final class RequestItems implements Behaviour {
  private static final String LOCAL = "localhost";

  @Override
  public void run(Invocation call) {
    General.prepare(call);
    List<Content> operands = call.arguments().operands();
    int at = !operands.isEmpty() && isMethod(operands.get(0)) ? 1 : 0;
    if (at >= operands.size()) {
      return;
    }
    Content url = address(operands.get(at));
    Content sent = call.input().beside(url);
    for (Content item : operands.subList(at + 1, operands.size())) {
      sent = sent.beside(FormField.content(call, item));
    }
    for (Content option : call.arguments().values(Role.SEND)) {
      sent = sent.beside(option);
    }
    call.context().sinks().send(url, sent, call.name());
    answer(call, Reading.response(call, url));
  }

  private static void answer(Invocation call, Content response) {
    List<Content> targets = call.arguments().values(Role.WRITE);
    for (Content target : targets) {
      call.write(target, response);
    }
    if (targets.isEmpty()) {
      call.print(response);
    }
  }

  private static boolean isMethod(Content word) {
    String text = Arguments.onlyText(word);
    if (text == null || text.isEmpty()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < 'A' || text.charAt(i) > 'Z') {
        return false;
      }
    }
    return true;
  }

  /** {@code :8080/path} is on this machine. */
  private static Content address(Content url) {
    String text = Arguments.onlyText(url);
    return text != null && text.startsWith(":") ? Content.text(LOCAL).then(url) : url;
  }
}
