package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import java.util.List;

/** The ways curl and its kin name a file in what they send. */
final class FormField {
  private FormField() {}

  /**
   * {@code text}, {@code @file}, {@code name=@file}, {@code name=<file} or {@code name@file}, and
   * {@code file://file} as the tools of AWS write it.
   */
  static Content content(Invocation call, Content field) {
    Content content = field;
    for (String text : field.texts()) {
      if (text.startsWith("file://") || text.startsWith("fileb://")) {
        content = content.then(file(call, field, text.substring(text.indexOf(':') + 3)));
        continue;
      }
      int at = text.indexOf('@');
      int less = text.indexOf("=<");
      if (at == 0 || at > 0 && (text.charAt(at - 1) == '=' || isName(text, at))) {
        content = content.then(file(call, field, text.substring(at + 1)));
      } else if (less > 0) {
        content = content.then(file(call, field, text.substring(less + 2)));
      }
    }
    return content;
  }

  /** {@code text}, {@code @file}, {@code kind:file}, {@code kind:@file} or {@code tag<=file}. */
  static Content text(Invocation call, Content field) {
    Content content = field;
    for (String text : field.texts()) {
      int colon = text.indexOf(':');
      int taken = text.indexOf("<=");
      String named = text.substring(colon + 1);
      if (taken > 0) {
        content = content.then(call.read(Content.text(text.substring(taken + 2))));
      } else if (colon > 0 || named.startsWith("@")) {
        String path = named.startsWith("@") ? named.substring(1) : named;
        content = content.then(call.read(Content.text(path)));
      }
    }
    return content;
  }

  /** {@code %NAME}, {@code %NAME=otherwise}, or a field as above. */
  static Content variable(Invocation call, Content field) {
    String text = field.textOr("");
    if (!text.startsWith("%")) {
      return content(call, field);
    }
    int equals = text.indexOf('=');
    String name = text.substring(1, equals < 0 ? text.length() : equals);
    return call.shell().variables().indirect(call.state(), Content.text(name));
  }

  private static Content file(Invocation call, Content field, String named) {
    int semicolon = named.indexOf(';');
    String path = unquoted(semicolon < 0 ? named : named.substring(0, semicolon));
    return call.read(field.withTexts(List.of(path)).withoutSecrets());
  }

  /** curl takes a file's name in double quotes. */
  private static String unquoted(String path) {
    boolean quoted = path.length() > 1 && path.startsWith("\"") && path.endsWith("\"");
    return quoted ? path.substring(1, path.length() - 1) : path;
  }

  private static boolean isName(String text, int end) {
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '_' && c != '-') {
        return false;
      }
    }
    return end > 0;
  }
}
