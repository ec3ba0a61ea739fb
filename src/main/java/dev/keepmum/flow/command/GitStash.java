package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import dev.keepmum.rule.Role;
import java.util.List;

/** What the call itself has put aside by name, which git shows as it shows any other commit. */
final class GitStash {

  private static final Content PLACE = Content.text(".git/refs/stash");

  private static final String REVISION = "stash";

  private GitStash() {}

  /** Remembers the files that {@code git stash push} is given. */
  static void putAside(Invocation call) {
    Content aside = Content.UNKNOWN;
    for (Content file : call.arguments().values(Role.EDIT)) {
      aside = aside.withSecrets(call.read(file).secrets());
    }
    if (aside.hasSecrets()) {
      for (String path : call.resolve(PLACE)) {
        call.files().mark(path, aside);
      }
    }
  }

  /** What a command shows of it: {@code git stash show}, {@code git show stash@{0}}. */
  static Content shown(Invocation call) {
    boolean named = call.rule().names().contains("git stash show");
    for (Content object : call.arguments().values(Role.GIT_OBJECT)) {
      named |= object.textOr("").startsWith(REVISION);
    }
    List<String> places = named ? call.resolve(PLACE) : List.of();
    for (String place : places) {
      if (call.files().isWritten(place)) {
        return call.files().read(place);
      }
    }
    return Content.UNKNOWN;
  }
}
