package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import dev.keepmum.flow.Finding;
import dev.keepmum.flow.Secret;
import dev.keepmum.rule.Role;
import java.util.ArrayList;
import java.util.List;

/** A server of static files: whoever reaches it reads every file of its folder. */
final class Serve implements Behaviour {
  @Override
  public void run(Invocation call) {
    if (isLocal(call)) {
      return;
    }
    List<Content> folders = call.arguments().values(Role.DIRECTORY);
    Content folder = folders.isEmpty() ? Content.text(".") : folders.get(0);
    FileTree.Selection selection = FileTree.Selection.allBut(List.of(".git", "node_modules"));
    for (String path : call.resolve(FileUrl.asPath(folder))) {
      for (Secret secret : new FileTree(call.shell()).secrets(path, selection, new ArrayList<>())) {
        call.context()
            .findings()
            .report(Finding.Kind.MAY_PUBLISH, secret, call.name(), "the network");
      }
    }
  }

  /** An address without its port. */
  private static String host(String address) {
    int colon = address.lastIndexOf(':');
    return colon > 0 && address.indexOf(':') == colon ? address.substring(0, colon) : address;
  }

  private static boolean isLocal(Invocation call) {
    for (Arguments.Bound argument : call.arguments().all()) {
      String text = host(argument.value().textOr(""));
      if (text.startsWith("127.") || text.equals("localhost") || text.equals("::1")) {
        return true;
      }
    }
    return false;
  }
}
