package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import dev.keepmum.rule.Role;

/**
 * The ids under which git knows contents. Nobody computes one here: an id is written as {@code
 * ?:path} with an unknown revision, which to git's readers names the same content.
 */
final class ObjectNames implements Behaviour {

  /** What stands beside an id. */
  enum Form {
    /** Nothing: hash-object, rev-parse. */
    ALONE,
    /** Mode, type and path: ls-tree. */
    LISTED
  }

  private final Form form;

  ObjectNames(Form form) {
    this.form = form;
  }

  @Override
  public void run(Invocation call) {
    StringBuilder lines = new StringBuilder();
    for (Content object : call.arguments().values(Role.GIT_OBJECT)) {
      for (String text : object.texts()) {
        String path = text.substring(text.lastIndexOf(':') + 1);
        String id = Content.UNKNOWN_PART + ":" + path;
        lines.append(form == Form.ALONE ? id : "100644 blob " + id + "\t" + path).append('\n');
      }
    }
    call.print(lines.length() == 0 ? Content.UNKNOWN : Content.text(lines.toString()));
  }
}
