package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import dev.keepmum.rule.Role;
import java.util.List;

/** Archivers: what they pack is in the archive afterwards, and comes out again when it is shown. */
final class Archive implements Behaviour {
  @Override
  public void run(Invocation call) {
    FileTree.Selection selection =
        new FileTree.Selection(List.of(), Reading.texts(call, Role.EXCLUDE), null, true);
    Content packed = Content.UNKNOWN;
    for (Content source : call.arguments().values(Role.READ)) {
      packed = packed.withSecrets(call.read(source).secrets());
      packed = packed.withSecrets(new FileTree(call.shell()).read(source, selection).secrets());
    }
    if (Reading.takesInput(call)) {
      packed = packed.withSecrets(call.input().secrets());
    }
    if (call.arguments().isSet(Role.HARMLESS)) {
      call.print(Content.UNKNOWN);
      return;
    }
    boolean toFile = false;
    if (!call.arguments().isSet(Role.TO_STDOUT)) {
      for (Content target : call.arguments().values(Role.WRITE)) {
        toFile |= mark(call, target, packed);
      }
    }
    if (!toFile) {
      call.print(packed.derived());
    }
  }

  /** Marks an archive; false if it is standard output. */
  private static boolean mark(Invocation call, Content target, Content packed) {
    String text = target.textOr("");
    if (text.equals("-") || call.shell().streams().descriptor(text) >= 0) {
      return false;
    }
    for (String path : call.resolve(target)) {
      call.files().mark(path, packed.derived());
    }
    return true;
  }
}
