package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import dev.keepmum.flow.Finding;
import dev.keepmum.flow.Secret;
import dev.keepmum.git.GitIgnore;
import dev.keepmum.rule.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * git add: protected files that are named go into the history; of a whole tree, those not ignored.
 */
final class GitAdd implements Behaviour {
  @Override
  public void run(Invocation call) {
    if (call.arguments().isSet(Role.HARMLESS)) {
      return;
    }
    List<Content> operands = new ArrayList<>(call.arguments().values(Role.COMMIT_FILE));
    boolean everything = call.arguments().isSet(Role.RECURSIVE);
    if (everything && operands.isEmpty()) {
      operands.add(Content.text("."));
    }
    for (Content operand : operands) {
      addOperand(call, operand);
    }
  }

  private static void addOperand(Invocation call, Content operand) {
    for (String path : call.resolve(operand)) {
      if (call.context().host().status(path).isDirectory()) {
        addTree(call, path);
      } else {
        call.context().sinks().publish(call.files().read(path), call.name());
      }
    }
  }

  private static void addTree(Invocation call, String folder) {
    GitIgnore ignore = GitIgnore.of(call.context().host(), folder);
    List<String> paths = new ArrayList<>();
    FileTree.Selection selection = FileTree.Selection.allBut(List.of(".git", "node_modules"));
    List<Secret> secrets = new FileTree(call.shell()).secrets(folder, selection, paths);
    for (int i = 0; i < paths.size() && i < secrets.size(); i++) {
      if (!ignore.ignoresFile(paths.get(i))) {
        call.context()
            .findings()
            .report(Finding.Kind.MAY_PUBLISH, secrets.get(i), call.name(), "a commit");
      }
    }
  }
}
