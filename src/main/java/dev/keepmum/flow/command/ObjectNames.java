package dev.keepmum.flow.command;

import dev.keepmum.flow.Assignments;
import dev.keepmum.flow.Content;
import dev.keepmum.flow.PathNames;
import dev.keepmum.flow.Secret;
import dev.keepmum.rule.Role;
import java.util.ArrayList;
import java.util.List;

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
    if (call.arguments().hasOption("--show-toplevel")) {
      call.print(top(call));
      return;
    }
    StringBuilder lines = new StringBuilder();
    for (Content object : objects(call)) {
      if (call.arguments().hasOption("-w")) {
        call.context().sinks().publish(call.read(object), call.name());
      }
      for (String text : object.texts()) {
        String path = text.substring(text.lastIndexOf(':') + 1);
        String id = Content.UNKNOWN_PART + ":" + path;
        lines.append(form == Form.ALONE ? id : "100644 blob " + id + "\t" + path).append('\n');
      }
    }
    call.print(lines.length() == 0 ? Content.UNKNOWN : Content.text(lines.toString()));
  }

  private static List<Content> objects(Invocation call) {
    List<Content> objects = new ArrayList<>(call.arguments().values(Role.GIT_OBJECT));
    if (call.arguments().hasOption("--stdin")) {
      for (Secret secret : call.input().secrets()) {
        objects.add(secret.file().isEmpty() ? Content.UNKNOWN : Content.text(secret.file()));
      }
    }
    if (call.arguments().hasOption("--stdin-paths")) {
      for (String text : call.inputText().texts()) {
        for (String line : Assignments.lines(text)) {
          objects.add(Content.text(line));
        }
      }
    }
    return objects;
  }

  /** The folder of the repository that the call is made in, where the machine has one. */
  private static Content top(Invocation call) {
    for (String folder : call.resolve(Content.text("."))) {
      for (String top = folder; top.length() > 1; top = PathNames.parent(top)) {
        if (call.files().exists(PathNames.resolve(top, ".git", ""))) {
          return Content.text(top.concat("\n"));
        }
      }
    }
    return Content.UNKNOWN;
  }
}
