package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import dev.keepmum.flow.FlowContext;
import dev.keepmum.flow.PathNames;
import java.util.List;

/** A symbolic link keeps its target's protection; only this call must know that it exists. */
final class SymbolicLink {

  private SymbolicLink() {}

  /**
   * Links a target, as seen from the link's own folder.
   *
   * @param links the paths that the link may have
   * @param way what makes it
   */
  static void make(FlowContext context, Content target, List<String> links, String way) {
    for (String link : links) {
      Content folder = Content.text(PathNames.parent(link));
      Content content = context.files().read(folder, target);
      for (String path : context.files().resolve(folder, target)) {
        if (context.host().status(path).isDirectory()) {
          context.changes().filled(link, path, way);
        } else {
          context.changes().written(link, context.files().known(content), way);
        }
        context.files().link(link, path);
      }
      context.files().mark(link, content);
    }
  }
}
