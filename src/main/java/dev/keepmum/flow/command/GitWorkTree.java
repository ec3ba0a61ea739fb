package dev.keepmum.flow.command;

/** git rm, mv, checkout, restore, stash, clean: files of the work tree, unless only the index. */
final class GitWorkTree implements Behaviour {
  @Override
  public void run(Invocation call) {
    if (!leavesFilesAlone(call.arguments())) {
      new General().run(call);
    }
  }

  private static boolean leavesFilesAlone(Arguments arguments) {
    boolean staged = arguments.hasOption("--staged") || arguments.hasOption("-S");
    boolean files = arguments.hasOption("--worktree") || arguments.hasOption("-W");
    return arguments.hasOption("--cached") || arguments.hasOption("--dry-run") || staged && !files;
  }
}
