package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import dev.keepmum.rule.Role;
import java.util.ArrayList;
import java.util.List;

/** cp, mv, ln, install: files get other names, or others get what they hold. */
final class Copy implements Behaviour {

  /** What becomes of the source, and how the copy hangs together with it. */
  enum Kind {
    COPY,
    /** Of a folder what is in it, not the folder itself. */
    CONTENTS,
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
      GivenCode.runLines(call);
      RemoteCopy.run(call);
      return;
    }
    List<Content> sources = new ArrayList<>(call.arguments().values(Role.READ));
    List<Content> targets = call.arguments().values(Role.COPY_TO);
    Content target = targets.isEmpty() ? Content.text(".") : targets.get(targets.size() - 1);
    Content folder = folder(call);
    boolean intoFolder = !folder.isEmptyText();
    if (intoFolder) {
      sources = call.arguments().operands();
      target = folder;
    }
    for (Content source : sources) {
      copy(call, source, target, intoFolder || sources.size() > 1);
    }
  }

  /** Whether {@code -s} asks for symbolic links: of ln and cp. */
  private boolean links(Invocation call) {
    return kind == Kind.LINK || call.name().equals("cp") || call.name().equals("gcp");
  }

  /** The folder that an option names as the target of all operands. */
  private static Content folder(Invocation call) {
    Content folder = call.arguments().option("-t");
    return folder.isEmptyText() ? call.arguments().option("--target-directory") : folder;
  }

  private void copy(Invocation call, Content source, Content target, boolean intoFolder) {
    Content content = call.read(source);
    boolean whole = call.arguments().hasOption("-T");
    boolean inside = intoFolder || !whole && TreeCopy.isFolder(call, target);
    Content file = inside ? TreeCopy.inside(target, source) : target;
    boolean symbolic =
        call.arguments().hasOption("--symbolic-link")
            || links(call) && call.arguments().hasOption("-s")
            || call.arguments().hasOption("--symbolic");
    if (symbolic) {
      SymbolicLink.make(call.context(), source, call.resolve(file), call.name());
    } else if (TreeCopy.isFolder(call, source)) {
      copyTree(call, source, target, file);
    } else {
      write(call, file, content);
      if (kind == Kind.LINK || call.arguments().hasOption("-l")) {
        linkToSame(call, source, file);
      }
    }
    if (kind == Kind.MOVE) {
      for (String path : call.resolve(source)) {
        call.context().changes().removed(path, call.name());
        if (!call.shell().isConditional()) {
          call.files().forget(path);
        }
      }
    }
  }

  private void copyTree(Invocation call, Content source, Content target, Content file) {
    boolean contents = kind == Kind.CONTENTS || source.textOr("").endsWith("/.");
    TreeCopy.fill(call, source, contents ? target : file);
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
        Content stored = call.files().known(content);
        call.context().changes().written(call.files().followed(target), stored, call.name());
      }
    } else {
      call.write(file, content);
    }
  }

  /** A hard link: whatever is written under one name stands under the other. */
  private static void linkToSame(Invocation call, Content source, Content link) {
    for (String path : call.resolve(link)) {
      for (String target : call.resolve(source)) {
        call.files().link(path, target);
      }
    }
  }
}
