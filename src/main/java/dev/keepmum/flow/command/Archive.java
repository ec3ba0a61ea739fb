package dev.keepmum.flow.command;

import dev.keepmum.effect.Language;
import dev.keepmum.flow.Assignments;
import dev.keepmum.flow.Content;
import dev.keepmum.rule.CommandRule;
import dev.keepmum.rule.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Archivers: what they pack is in the archive afterwards, and comes out again when it is shown. */
final class Archive implements Behaviour {

  @Override
  public void run(Invocation call) {
    Arguments arguments = Arguments.bind(call.rule(), dashed(call));
    Optional<Content> unpacked =
        arguments.values(Role.READ).isEmpty() ? GzipText.unpacked(call.input()) : Optional.empty();
    if (unpacked.isPresent()) {
      call.print(unpacked.get());
      return;
    }
    runActions(call, arguments);
    if (arguments.isSet(Role.HARMLESS)) {
      call.print(Content.UNKNOWN);
    } else {
      if (unpacks(call, arguments) || onlyUnpacks(call) || saysTo(call, arguments, "xe")) {
        fill(call, arguments);
      }
      if (unpacks(call, arguments) || saysTo(call, arguments, "xep")) {
        unpack(call, arguments);
      } else {
        pack(call, arguments);
      }
    }
  }

  /** Programs that tar starts on its way: {@code exec=command}, or a command alone. */
  private static void runActions(Invocation call, Arguments arguments) {
    for (Content action : arguments.values(Role.SHELL)) {
      List<String> lines = new ArrayList<>();
      for (String text : action.texts()) {
        lines.add(text.startsWith("exec=") ? text.substring("exec=".length()) : text);
      }
      Content line = action.withTexts(lines);
      call.runCode(new CodeRun(Language.SHELL, line, List.of(), Content.EMPTY));
    }
    for (Content filter : arguments.values(Role.FILTER)) {
      Content members = archive(call, arguments);
      call.runCode(new CodeRun(Language.SHELL, filter, List.of(), members));
    }
  }

  /** tar's old way of writing options, {@code czf name}: each letter as an option of its own. */
  private static List<Content> dashed(Invocation call) {
    List<Content> words = call.words();
    String bundle = words.isEmpty() ? "" : words.get(0).textOr("");
    boolean takesBundle = call.rule().flags().containsKey("-x") && isLetters(bundle);
    if (!takesBundle) {
      return words;
    }
    List<Content> dashed = new ArrayList<>();
    int next = 1;
    for (int i = 0; i < bundle.length(); i++) {
      String option = "-".concat(bundle.substring(i, i + 1));
      dashed.add(Content.text(option));
      if (call.rule().options().containsKey(option) && next < words.size()) {
        dashed.add(words.get(next++));
      }
    }
    dashed.addAll(words.subList(next, words.size()));
    return dashed;
  }

  private static boolean isLetters(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!Character.isLetter(text.charAt(i))) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static boolean unpacks(Invocation call, Arguments arguments) {
    if (call.rule().operands().contains(Role.WRITE)) {
      return false; // zip -d takes members out of what it writes.
    }
    boolean extracts = arguments.hasOption("-x") && !call.rule().options().containsKey("-x");
    return extracts
        || arguments.hasOption("--extract")
        || arguments.hasOption("--get")
        || arguments.hasOption("-d")
        || arguments.hasOption("--decompress");
  }

  private static boolean onlyUnpacks(Invocation call) {
    CommandRule rule = call.rule();
    boolean packs =
        rule.operands().contains(Role.WRITE) || rule.options().containsValue(Role.WRITE);
    return !packs && rule.options().containsValue(Role.DIRECTORY);
  }

  /**
   * Whether the word for what is to be done says so: {@code 7z x}, {@code jar xf}, {@code ar p}.
   */
  private static boolean saysTo(Invocation call, Arguments arguments, String letters) {
    List<Role> roles = call.rule().operands();
    List<Content> operands = arguments.operands();
    String word = operands.isEmpty() ? "" : operands.get(0).textOr("");
    return !roles.isEmpty()
        && roles.get(0) == Role.VALUE
        && !word.isEmpty()
        && letters.indexOf(word.charAt(0)) >= 0;
  }

  /** Nobody knows what is in an archive: a folder gets anything, a member's file its content. */
  private static void fill(Invocation call, Arguments arguments) {
    if (arguments.isSet(Role.TO_STDOUT)) {
      return;
    }
    List<Content> folders = arguments.values(Role.DIRECTORY);
    List<Content> members = new ArrayList<>(arguments.values(Role.READ));
    members.add(Content.text("."));
    for (Content folder : folders.isEmpty() ? List.of(Content.text(".")) : folders) {
      Content place = Content.oneOf(call.resolve(folder));
      for (Content member : members) {
        for (String path : call.files().resolve(place, fixed(member))) {
          call.context().changes().filled(call.files().followed(path), call.name());
        }
      }
    }
  }

  /** A member, or the folder that a pattern's members lie in. */
  private static Content fixed(Content member) {
    List<String> fixed = new ArrayList<>(member.texts().size());
    for (String text : member.texts()) {
      int glob = 0;
      while (glob < text.length() && "*?[".indexOf(text.charAt(glob)) < 0) {
        glob++;
      }
      boolean whole = glob == text.length();
      fixed.add(whole ? text : "./".concat(text.substring(0, text.lastIndexOf('/', glob) + 1)));
    }
    return member.withTexts(fixed);
  }

  private static void unpack(Invocation call, Arguments arguments) {
    boolean shown =
        arguments.isSet(Role.TO_STDOUT)
            || arguments.isSet(Role.SHOWS)
            || saysTo(call, arguments, "p");
    Content content = shown ? archive(call, arguments).derived() : Content.UNKNOWN;
    call.print(call.input().isDecoded() ? content.decodedFromUnknown() : content);
  }

  /** What is in the archive that is unpacked, as far as the call has packed it. */
  private static Content archive(Invocation call, Arguments arguments) {
    Content archive = Content.UNKNOWN;
    List<Content> files = new ArrayList<>(arguments.values(Role.WRITE));
    files.addAll(arguments.values(Role.READ));
    boolean fromInput = files.isEmpty();
    for (Content file : files) {
      General.complain(call, file);
      archive = archive.withSecrets(call.read(file).secrets());
      fromInput |= file.textOr("").equals("-");
    }
    if (fromInput || arguments.values(Role.WRITE).isEmpty()) {
      archive = archive.withSecrets(call.input().secrets());
    }
    return archive;
  }

  private static void pack(Invocation call, Arguments arguments) {
    enter(call, arguments);
    Content packed = packed(call, arguments);
    boolean toStdout = arguments.isSet(Role.TO_STDOUT) || readsInput(call, arguments);
    if (arguments.isSet(Role.TO_STDOUT)) {
      call.print(packed.derived());
      return;
    }
    boolean toFile = false;
    for (Content target : arguments.values(Role.WRITE)) {
      toFile |= mark(call, target, packed);
    }
    boolean besideSource =
        arguments.values(Role.WRITE).isEmpty()
            && !toStdout
            && !arguments.values(Role.READ).isEmpty();
    if (!toFile && !(besideSource && !call.rule().options().containsKey("-f"))) {
      call.print(packed.derived());
    }
  }

  private static void enter(Invocation call, Arguments arguments) {
    for (Content folder : arguments.values(Role.DIRECTORY)) {
      List<String> folders = call.resolve(folder);
      if (!folders.isEmpty()) {
        call.state().directory(Content.oneOf(folders));
      }
    }
  }

  private static Content packed(Invocation call, Arguments arguments) {
    List<String> excluded = new ArrayList<>();
    for (Content glob : arguments.values(Role.EXCLUDE)) {
      excluded.addAll(glob.texts());
    }
    FileTree.Selection selection = FileTree.Selection.allBut(excluded);
    Content packed = Content.UNKNOWN;
    for (Content source : arguments.values(Role.READ)) {
      packed = packed.withSecrets(call.read(source).secrets());
      packed = packed.withSecrets(new FileTree(call.shell()).read(source, selection).secrets());
    }
    for (Content source : listed(call, arguments)) {
      packed = packed.withSecrets(call.read(source).secrets());
    }
    if (!readsInput(call, arguments)) {
      return packed;
    }
    packed = packed.withSecrets(call.input().secrets());
    return call.input().isDecoded() ? packed.decodedFromUnknown() : packed;
  }

  /** The files that are named line by line in another one, or on standard input. */
  private static List<Content> listed(Invocation call, Arguments arguments) {
    if (!arguments.isSet(Role.FILE_LIST)) {
      return List.of();
    }
    Content list = arguments.has(Role.FILE_LIST) ? Content.EMPTY : call.input();
    for (Content file : arguments.values(Role.FILE_LIST)) {
      list = list.then(call.read(file));
    }
    List<Content> listed = new ArrayList<>();
    for (String text : call.files().known(list).texts()) {
      for (String line : Assignments.lines(text.replace('\0', '\n'))) {
        listed.add(Content.text(line.strip()));
      }
    }
    return listed;
  }

  private static boolean readsInput(Invocation call, Arguments arguments) {
    switch (call.rule().input()) {
      case ALWAYS:
        return true;
      case WITHOUT_OPERANDS:
        return !arguments.has(Role.READ) && !arguments.isSet(Role.FILE_LIST);
      default:
        return arguments.isSet(Role.FROM_STDIN);
    }
  }

  /** Marks an archive; false if it is standard output. */
  private static boolean mark(Invocation call, Content target, Content packed) {
    String text = target.textOr("");
    if (text.equals("-") || call.shell().streams().descriptor(text) >= 0) {
      return false;
    }
    for (String path : call.resolve(target)) {
      call.files().mark(path, packed.derived());
      call.context().changes().changed(path, call.name());
    }
    return true;
  }
}
