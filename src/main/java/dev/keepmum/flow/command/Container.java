package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import dev.keepmum.rule.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * docker, podman and kubectl exec and run: a program in another place, with files mounted into it.
 */
final class Container implements Behaviour {
  @Override
  public void run(Invocation call) {
    for (Content mount : call.arguments().values(Role.MOUNT)) {
      for (String text : mount.texts()) {
        mount(call, text);
      }
    }
    call.state().goElsewhere();
    new General().run(call);
    runEntryPoint(call);
  }

  /** What stands behind the image goes to the program that an option starts in it. */
  private static void runEntryPoint(Invocation call) {
    if (!call.arguments().hasOption("--entrypoint")) {
      return;
    }
    List<Content> words = new ArrayList<>();
    Content program = call.arguments().option("--entrypoint");
    if (!program.isEmptyText()) {
      words.add(program);
    }
    List<Content> operands = call.arguments().operands();
    words.addAll(operands.subList(Math.min(1, operands.size()), operands.size()));
    words.addAll(call.arguments().rest());
    call.runProgram(words);
  }

  /** {@code source:target} or {@code type=bind,source=…,target=…}: protected files appear there. */
  private static void mount(Invocation call, String mount) {
    String source = part(mount, "source=", "src=");
    String target = part(mount, "target=", "destination=");
    if (source.isEmpty()) {
      int colon = mount.indexOf(':');
      if (colon <= 0) {
        return;
      }
      int second = mount.indexOf(':', colon + 1);
      source = mount.substring(0, colon);
      target = mount.substring(colon + 1, second < 0 ? mount.length() : second);
    }
    for (String path : call.resolve(Content.text(source))) {
      expose(call, path, target);
      if (!path.startsWith(target.concat("/"))) {
        call.files().link(target, path);
      }
    }
  }

  private static void expose(Invocation call, String source, String target) {
    if (!call.context().host().status(source).isDirectory()) {
      call.files().mark(target, call.files().read(source));
      return;
    }
    FileTree.Selection everything = FileTree.Selection.allBut(List.of());
    List<String> paths = new ArrayList<>();
    new FileTree(call.shell()).secrets(source, everything, paths);
    for (String path : paths) {
      call.files().mark(target.concat(path.substring(source.length())), call.files().read(path));
    }
  }

  private static String part(String mount, String name, String otherName) {
    for (String key : List.of(name, otherName)) {
      int at = mount.indexOf(key);
      if (at >= 0) {
        int end = mount.indexOf(',', at);
        return mount.substring(at + key.length(), end < 0 ? mount.length() : end);
      }
    }
    return "";
  }
}
