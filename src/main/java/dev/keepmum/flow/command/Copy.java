package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import dev.keepmum.flow.PathNames;
import dev.keepmum.rule.Role;
import java.util.ArrayList;
import java.util.List;

/** cp, mv, ln, install: files get other names, or others get what they hold. */
final class Copy implements Behaviour {

  /** What becomes of the source, and how the copy hangs together with it. */
  enum Kind {
    COPY,
    MOVE,
    LINK
  }

  private final Kind kind;

  Copy(Kind kind) {
    this.kind = kind;
  }

  @Override
  public void run(Invocation call) {
    if (call.arguments().has(Role.REMOTE_OR_FILE)) {
      RemoteCopy.run(call);
      return;
    }
    List<Content> sources = call.arguments().values(Role.READ);
    List<Content> targets = call.arguments().values(Role.COPY_TO);
    Content target = targets.isEmpty() ? Content.text(".") : targets.get(targets.size() - 1);
    for (Content source : sources) {
      copy(call, source, target, sources.size() > 1 || isGivenAsOption(call, target));
    }
  }

  /** {@code -t FOLDER} is never the name of the copy itself. */
  private static boolean isGivenAsOption(Invocation call, Content target) {
    String option = call.arguments().optionOf(target);
    return option.equals("-t") || option.equals("--target-directory");
  }

  private void copy(Invocation call, Content source, Content target, boolean intoFolder) {
    Content content = call.read(source);
    Content file = intoFolder || isFolder(call, target) ? inside(target, source) : target;
    boolean symbolic = call.arguments().hasOption("-s") || call.arguments().hasOption("--symbolic");
    if (kind == Kind.LINK && symbolic) {
      link(call, source, file);
      return;
    }
    if (!isFolder(call, source)) {
      write(call, file, content);
    }
    if (kind == Kind.MOVE) {
      for (String path : call.resolve(source)) {
        call.context().changes().removed(path, call.name());
      }
    }
  }

  /** What moves from one protected name to another is still there only once. */
  private void write(Invocation call, Content file, Content content) {
    List<String> targets = call.resolve(file);
    boolean keptSafe = kind == Kind.MOVE && !targets.isEmpty();
    for (String target : targets) {
      keptSafe &= call.files().isProtected(target);
    }
    if (keptSafe) {
      for (String target : targets) {
        call.files().mark(target, content);
        call.context().changes().changed(target, call.name());
      }
    } else {
      call.write(file, content);
    }
  }

  /** A symbolic link keeps its target's protection; only this call must know that it exists. */
  private static void link(Invocation call, Content source, Content link) {
    for (String path : call.resolve(link)) {
      Content folder = Content.text(PathNames.parent(path));
      call.files().mark(path, call.files().read(folder, source));
      call.context().changes().changed(path, call.name());
    }
  }

  private static boolean isFolder(Invocation call, Content place) {
    String text = place.textOr("");
    if (text.endsWith("/")) {
      return true;
    }
    List<String> paths = call.resolve(place);
    boolean all = !paths.isEmpty();
    for (String path : paths) {
      all &= call.context().host().status(path).isDirectory();
    }
    return all;
  }

  private static Content inside(Content folder, Content source) {
    List<String> names = new ArrayList<>();
    for (String text : source.texts()) {
      names.add("/".concat(PathNames.base(text)));
    }
    return names.isEmpty() ? Content.UNKNOWN : folder.then(Content.oneOf(names));
  }
}
