package dev.keepmum.flow.command;

import dev.keepmum.flow.Changes;
import dev.keepmum.flow.Content;
import dev.keepmum.flow.PathNames;
import dev.keepmum.flow.Revision;
import dev.keepmum.rule.Role;
import java.util.ArrayList;
import java.util.List;

/** patch, git apply and git am: a difference says which files change, and how. */
final class Patch implements Behaviour {

  /** What {@code patch} without {@code -p} does: only the last name counts (patch(1)). */
  private static final int ALL_FOLDERS = Integer.MAX_VALUE;

  @Override
  public void run(Invocation call) {
    new General().run(call);
    Arguments arguments = call.arguments();
    if (arguments.isSet(Role.HARMLESS)) {
      return;
    }
    boolean backward = arguments.hasOption("-R") || arguments.hasOption("--reverse");
    UnifiedDiff.Direction direction =
        backward ? UnifiedDiff.Direction.BACKWARD : UnifiedDiff.Direction.FORWARD;
    List<Content> named = arguments.values(Role.NAME);
    boolean read = false;
    for (Content difference : differences(call)) {
      for (String text : call.files().known(difference).texts()) {
        for (UnifiedDiff.FileChange change : UnifiedDiff.read(text, direction)) {
          read = true;
          if (named.isEmpty()) {
            apply(call, change);
          } else {
            revise(call, named.get(0), change);
          }
        }
      }
    }
    if (!read && !named.isEmpty()) {
      revise(call, named.get(0), Revision.UNKNOWN);
    }
  }

  private static List<Content> differences(Invocation call) {
    List<Content> differences = new ArrayList<>();
    for (Content file : call.arguments().values(Role.LOAD)) {
      differences.add(call.read(file));
    }
    if (differences.isEmpty()) {
      differences.add(call.input());
    }
    return differences;
  }

  private static void apply(Invocation call, UnifiedDiff.FileChange change) {
    String before = stripped(call, change.before());
    String after = stripped(call, change.after());
    if (!before.isEmpty() && !before.equals(after)) {
      Changes changes = call.context().changes();
      for (String path : call.resolve(Content.text(before))) {
        changes.removed(path, call.name());
      }
    }
    if (!after.isEmpty()) {
      boolean renamed = !before.isEmpty() && !before.equals(after);
      revise(call, Content.text(after), renamed ? Revision.UNKNOWN : change);
    }
  }

  private static void revise(Invocation call, Content file, Revision revision) {
    for (String path : call.resolve(file)) {
      call.context().changes().revised(call.files().followed(path), revision, call.name());
    }
  }

  /** A name without as many folders as the call takes off, in the folder that it names. */
  private static String stripped(Invocation call, String name) {
    String rest = name;
    int folders = folders(call);
    if (folders == ALL_FOLDERS) {
      return PathNames.base(rest);
    }
    for (int i = 0; i < folders; i++) {
      int slash = rest.indexOf('/');
      rest = slash < 0 ? rest : rest.substring(slash + 1);
    }
    String folder = call.arguments().option("--directory").textOr("");
    return rest.isEmpty() || folder.isEmpty() ? rest : folder.concat("/").concat(rest);
  }

  private static int folders(Invocation call) {
    String digits =
        call.arguments()
            .option("-p")
            .textOr("")
            .concat(call.arguments().option("--strip").textOr(""));
    if (digits.length() == 1 && Character.isDigit(digits.charAt(0))) {
      return digits.charAt(0) - '0';
    }
    return call.rule().operands().contains(Role.NAME) ? ALL_FOLDERS : 1;
  }
}
