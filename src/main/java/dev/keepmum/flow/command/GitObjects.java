package dev.keepmum.flow.command;

import dev.keepmum.flow.Assignments;
import dev.keepmum.flow.Content;
import dev.keepmum.rule.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What git prints of files: those named as paths, and those named inside a revision. */
final class GitObjects implements Behaviour {

  /** How much of an id git takes for it, at least (gitrevisions(7)). */
  private static final int SHORTEST_ID = 4;

  /** When the content is printed. */
  enum Shown {
    /** Unless an option says otherwise. */
    ALWAYS,
    /** Only if an option says so. */
    ON_REQUEST
  }

  private final Shown shown;

  GitObjects(Shown shown) {
    this.shown = shown;
  }

  @Override
  public void run(Invocation call) {
    boolean asked = call.arguments().isSet(Role.SHOWS) || followsLines(call);
    boolean prints = asked || shown == Shown.ALWAYS && !call.arguments().isSet(Role.HARMLESS);
    Content content = Content.UNKNOWN;
    for (Content object : call.arguments().values(Role.GIT_OBJECT)) {
      content = content.withSecrets(read(call, object).secrets());
    }
    content = content.withSecrets(GitStash.shown(call).secrets());
    for (Content file : call.arguments().values(Role.READ)) {
      content = content.withSecrets(call.read(file).secrets());
    }
    if (prints && new GitHistory(call).isWhole()) {
      content = content.withSecrets(new GitHistory(call).secrets());
    }
    if (call.arguments().isSet(Role.FILE_LIST)) {
      content = content.withSecrets(listed(call).secrets());
    }
    if (writesFiles(call)) {
      call.write(Content.text(folder(call).concat("0001.patch")), content);
      content = Content.UNKNOWN; // The names of the files.
    }
    call.print(prints ? content : Content.UNKNOWN);
    GivenCode.runLines(call);
  }

  /** {@code git format-patch} makes a file of each commit, unless it is to print them. */
  private static boolean writesFiles(Invocation call) {
    return call.name().equals("git format-patch") && !call.arguments().isSet(Role.TO_STDOUT);
  }

  private static String folder(Invocation call) {
    Arguments given = call.arguments();
    String folder =
        given.option("-o").textOr("").concat(given.option("--output-directory").textOr(""));
    return folder.isEmpty() ? "" : folder.concat("/");
  }

  /** The contents that standard input names line by line: {@code git cat-file --batch}. */
  private static Content listed(Invocation call) {
    Content content = Content.UNKNOWN;
    for (String text : call.inputText().texts()) {
      for (String line : Assignments.lines(text)) {
        int blank = line.indexOf(' ');
        String command = blank < 0 ? "" : line.substring(0, blank);
        boolean named = command.equals("contents") || command.equals("info");
        String object = named ? line.substring(blank + 1) : line;
        content = content.withSecrets(read(call, Content.text(object)).secrets());
      }
    }
    return content;
  }

  /** {@code git log -L1,5:path}: the history of lines shows them. */
  private static boolean followsLines(Invocation call) {
    for (Arguments.Bound argument : call.arguments().all()) {
      if (argument.role() == Role.GIT_OBJECT && !argument.option().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** The content that {@code path}, {@code rev:path}, {@code :path} or an id names. */
  static Content read(Invocation call, Content object) {
    List<String> paths = new ArrayList<>();
    for (String text : object.texts()) {
      Pathspec pathspec = Pathspec.of(text);
      if (pathspec.isExcluding()) {
        continue;
      }
      int colon = text.lastIndexOf(':');
      if (isId(text)) {
        Optional<TrackedFiles> tracked = TrackedFiles.of(call);
        paths.addAll(tracked.isPresent() ? tracked.get().withId(text) : List.of());
      }
      paths.add(colon >= 0 && !text.contains("://") ? text.substring(colon + 1) : text);
    }
    return paths.isEmpty() ? Content.UNKNOWN : call.read(Content.oneOf(paths));
  }

  private static boolean isId(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.digit(text.charAt(i), 16) < 0) {
        return false;
      }
    }
    return text.length() >= SHORTEST_ID;
  }
}
