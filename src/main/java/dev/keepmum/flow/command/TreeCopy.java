package dev.keepmum.flow.command;

import dev.keepmum.flow.Changes;
import dev.keepmum.flow.Content;
import dev.keepmum.flow.PathNames;
import java.util.ArrayList;
import java.util.List;

/** Where the files of a folder go when the folder is copied, moved or mirrored. */
final class TreeCopy {

  /** What happens to files that the source lacks. */
  enum Manner {
    ADDING,
    MIRRORING
  }

  private TreeCopy() {}

  /** Whether a place is a folder, or is written as one. */
  static boolean isFolder(Invocation call, Content place) {
    String text = place.textOr("");
    if (text.endsWith("/") || text.endsWith("/.") || text.equals(".") || text.equals("..")) {
      return true;
    }
    List<String> paths = call.resolve(place);
    boolean all = !paths.isEmpty();
    for (String path : paths) {
      all &= call.files().isFolder(path);
    }
    return all;
  }

  /** The place with a source's own name inside a folder. */
  static Content inside(Content folder, Content source) {
    List<String> names = new ArrayList<>();
    for (String text : source.texts()) {
      names.add("/".concat(PathNames.base(withoutSlash(text))));
    }
    return names.isEmpty() ? Content.UNKNOWN : folder.then(Content.oneOf(names));
  }

  private static String withoutSlash(String path) {
    int end = path.length();
    while (end > 1 && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(0, end);
  }

  /** The folder gets what is in the source. */
  static void fill(Invocation call, Content source, Content folder) {
    fill(call, source, folder, Manner.ADDING);
  }

  /** The folder gets what is in the source, and may lose what is not. */
  static void fill(Invocation call, Content source, Content folder, Manner manner) {
    Changes changes = call.context().changes();
    for (String named : call.resolve(folder)) {
      String target = call.files().followed(named);
      for (String path : call.resolve(source)) {
        String from = call.files().followed(path);
        call.files().copyFolder(from, target);
        if (manner == Manner.MIRRORING) {
          changes.mirrored(target, from, call.name());
        } else {
          changes.filled(target, from, call.name());
        }
      }
    }
  }
}
