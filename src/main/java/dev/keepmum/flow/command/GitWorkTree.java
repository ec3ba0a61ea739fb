package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import dev.keepmum.rule.Role;

/**
 * git rm, mv, checkout, restore, stash, clean: files of the work tree, unless only the index; and
 * copies of files, named beside them ({@code git checkout-index --temp}).
 */
final class GitWorkTree implements Behaviour {
  @Override
  public void run(Invocation call) {
    if (call.rule().names().contains("git stash")) {
      GitStash.putAside(call);
    }
    if (call.arguments().isSet(Role.SHOWS)) {
      copy(call);
    } else if (!leavesFilesAlone(call.arguments())) {
      new General().run(call);
    }
  }

  /** Each file gets a copy of a name nobody knows beforehand; the names stand side by side. */
  private static void copy(Invocation call) {
    Content copy = Content.text(".merge_file");
    Content copied = Content.UNKNOWN;
    for (Content file : call.arguments().values(Role.EDIT)) {
      copied = copied.withSecrets(call.read(file).secrets());
      call.print(copy.then(Content.text("\t")).then(file).then(Content.text("\n")));
    }
    for (String path : call.resolve(copy)) {
      call.files().mark(path, copied);
    }
  }

  private static boolean leavesFilesAlone(Arguments arguments) {
    boolean staged = arguments.hasOption("--staged") || arguments.hasOption("-S");
    boolean files = arguments.hasOption("--worktree") || arguments.hasOption("-W");
    return arguments.hasOption("--cached") || arguments.hasOption("--dry-run") || staged && !files;
  }
}
