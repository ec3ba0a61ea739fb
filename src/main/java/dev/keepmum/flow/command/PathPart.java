package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import dev.keepmum.flow.PathNames;
import java.util.ArrayList;
import java.util.List;

/** basename and dirname: a part of a path's text. */
final class PathPart implements Behaviour {

  /** Which part. */
  enum Part {
    BASE,
    DIRECTORY
  }

  private final Part part;

  PathPart(Part part) {
    this.part = part;
  }

  @Override
  public void run(Invocation call) {
    List<Content> operands = call.arguments().operands();
    if (operands.isEmpty()) {
      return;
    }
    Content path = operands.get(0);
    List<String> texts = new ArrayList<>();
    for (String text : path.texts()) {
      texts.add(of(text, operands).concat("\n"));
    }
    call.print(path.withTexts(texts));
  }

  private String of(String path, List<Content> operands) {
    if (part == Part.DIRECTORY) {
      int slash = path.lastIndexOf('/');
      return slash < 0 ? "." : slash == 0 ? "/" : path.substring(0, slash);
    }
    String base = PathNames.base(path);
    String suffix = operands.size() > 1 ? operands.get(1).textOr("") : "";
    return !suffix.isEmpty() && base.endsWith(suffix) && base.length() > suffix.length()
        ? base.substring(0, base.length() - suffix.length())
        : base;
  }
}
