package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import dev.keepmum.git.GitIndex;
import dev.keepmum.rule.Role;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * git ls-files: the names of files that are in the index, or of those that are not, which other
 * programs may take as arguments.
 */
final class GitList implements Behaviour {

  /** Options that list a part of the index, or in a form that is not the name alone. */
  private static final List<String> PARTIAL =
      List.of(
          "-d",
          "--deleted",
          "-m",
          "--modified",
          "-u",
          "--unmerged",
          "-k",
          "--killed",
          "--format",
          "-t",
          "-v",
          "-f",
          "--eol",
          "--debug");

  @Override
  public void run(Invocation call) {
    Optional<TrackedFiles> tracked = TrackedFiles.of(call);
    if (call.arguments().isSet(Role.RECURSIVE)) {
      Set<String> known = new HashSet<>();
      if (tracked.isPresent()) {
        for (GitIndex.Entry entry : tracked.get().entries()) {
          known.add(entry.path());
        }
      }
      call.print(new UntrackedFiles(call, known).listed(end(call)));
      if (!has(call, "-c", "--cached")) {
        return;
      }
    }
    List<Content> pathspecs = call.arguments().operands();
    if (tracked.isPresent() && isPlain(call.arguments(), pathspecs)) {
      call.print(listed(call, tracked.get(), tracked.get().taken(pathspecs)));
      return;
    }
    Content names = Content.EMPTY;
    for (Content pathspec : pathspecs) {
      names = names.then(pathspec).then(Content.text("\n"));
    }
    call.print(pathspecs.isEmpty() ? Content.UNKNOWN : names.or(Content.EMPTY));
  }

  private static boolean isPlain(Arguments arguments, List<Content> pathspecs) {
    for (String option : PARTIAL) {
      if (arguments.hasOption(option)) {
        return false;
      }
    }
    for (Content pathspec : pathspecs) {
      if (pathspec.isOpen()) {
        return false;
      }
    }
    return true;
  }

  private static Content listed(
      Invocation call, TrackedFiles tracked, List<GitIndex.Entry> entries) {
    boolean staged = has(call, "-s", "--stage");
    StringBuilder names = new StringBuilder();
    for (GitIndex.Entry entry : entries) {
      if (staged) {
        names.append("100644 ").append(entry.id()).append(" 0\t");
      }
      names.append(tracked.relative(entry.path())).append(end(call));
    }
    return Content.text(names.toString());
  }

  private static boolean has(Invocation call, String letter, String word) {
    return call.arguments().hasOption(letter) || call.arguments().hasOption(word);
  }

  private static String end(Invocation call) {
    return call.arguments().hasOption("-z") ? "\0" : "\n";
  }
}
