package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import dev.keepmum.flow.Secret;
import dev.keepmum.rule.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a history shows that is printed with its changes from its beginning: every tracked file was
 * added once. What single commits hold nobody looks up.
 */
final class GitHistory {

  /** Options that leave out commits. */
  private static final List<String> LIMITING =
      List.of(
          "-n",
          "--max-count",
          "--skip",
          "--since",
          "--after",
          "--until",
          "--before",
          "--author",
          "--committer",
          "--grep",
          "-S",
          "-G",
          "--find-object",
          "--max-age",
          "--min-age",
          "--diff-filter",
          "-L",
          "--merges");

  private static final String EMPTY_TREE = "4b825dc";

  private final Invocation call;

  GitHistory(Invocation call) {
    this.call = call;
  }

  /** Whether it is a history that leaves out no commit. */
  boolean isWhole() {
    switch (call.rule().behaviour()) {
      case "git-log":
        return !isLimited();
      case "git-diff":
        return call.arguments().hasOption("--root") && !isLimited() || isFromNothing();
      default:
        return false;
    }
  }

  /** The secrets of tracked files that it shows. */
  List<Secret> secrets() {
    List<Secret> secrets = new ArrayList<>();
    Optional<TrackedFiles> tracked = TrackedFiles.of(call);
    if (tracked.isPresent()) {
      List<Content> objects = call.arguments().values(Role.GIT_OBJECT);
      for (String path : tracked.get().secrets(tracked.get().pathspecs(objects))) {
        secrets.addAll(call.files().read(path).secrets());
      }
    }
    return secrets;
  }

  /** A difference to the tree without files, whose id every repository of SHA-1 knows. */
  private boolean isFromNothing() {
    for (Content word : call.words()) {
      if (word.textOr("").startsWith(EMPTY_TREE)) {
        return true;
      }
    }
    return false;
  }

  private boolean isLimited() {
    for (String option : LIMITING) {
      if (call.arguments().hasOption(option)) {
        return true;
      }
    }
    for (Content word : call.words()) {
      boolean open = word.texts().isEmpty();
      for (String text : word.texts()) {
        open |= text.contains("..") || text.startsWith("^") || isCount(text) || text.isEmpty();
      }
      if (open) {
        return true;
      }
    }
    return false;
  }

  /** {@code -5}. */
  private static boolean isCount(String text) {
    return text.length() > 1 && text.charAt(0) == '-' && Character.isDigit(text.charAt(1));
  }
}
