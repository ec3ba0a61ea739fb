package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import dev.keepmum.flow.state.Variable;
import java.util.ArrayList;
import java.util.List;

/** cd, pushd and popd. */
final class ChangeDirectory implements Behaviour {
  @Override
  public void run(Invocation call) {
    Content target = target(call);
    if (target.hasSecrets()) {
      call.printError(target);
    }
    Content before = call.state().directory();
    if (target.textOr("").equals("-") || target.textOr("").startsWith("+")) {
      Content old = call.shell().variables().value(call.state(), "OLDPWD").orElse(before);
      call.state().directory(old);
    } else {
      List<String> folders = call.resolve(target);
      call.state()
          .directory(
              folders.isEmpty()
                  ? Content.text(String.valueOf(Content.UNKNOWN_PART))
                  : Content.oneOf(there(call, folders)));
    }
    call.state().variables().put("OLDPWD", Variable.of(before));
  }

  /** The folders that are there; all of them where none is. */
  private static List<String> there(Invocation call, List<String> folders) {
    List<String> there = new ArrayList<>(folders.size());
    for (String folder : folders) {
      if (call.files().isFolder(folder)) {
        there.add(folder);
      }
    }
    return there.isEmpty() ? folders : there;
  }

  private static Content target(Invocation call) {
    for (Content word : call.words()) {
      String text = Arguments.onlyText(word);
      if (text == null || !text.startsWith("-") || text.equals("-")) {
        return word;
      }
    }
    return call.name().equals("popd")
        ? Content.text("-")
        : Content.text(call.context().host().home());
  }
}
