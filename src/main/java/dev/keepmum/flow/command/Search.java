package dev.keepmum.flow.command;

import dev.keepmum.flow.Assignments;
import dev.keepmum.flow.Content;
import dev.keepmum.flow.Secret;
import dev.keepmum.flow.state.Variables;
import dev.keepmum.rule.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * grep and its kin: prints the lines that match. Where the lines can be seen, only those that match
 * and tell a secret count.
 */
final class Search implements Behaviour {

  /** What a search takes that names no file. */
  enum Kind {
    /** grep: its input; folders only if told so, and then everything in them. */
    LINES,
    /** rg, ag: the folder it stands in, but for what is hidden or ignored. */
    TREE,
    /** git grep: the repository. */
    TRACKED
  }

  private final Kind kind;

  Search(Kind kind) {
    this.kind = kind;
  }

  @Override
  public void run(Invocation call) {
    run(call, operands(call));
  }

  /** Searches these files and folders; its input where there are none. */
  void run(Invocation call, List<Content> operands) {
    LinePattern lines = pattern(call);
    Content found = Content.EMPTY;
    List<String> names = new ArrayList<>();
    for (Content operand : operands) {
      found = found.then(search(call, operand, lines, names));
    }
    if (operands.isEmpty()) {
      found = filter(call, call.inputText(), lines);
    }
    found = found.withSecrets(sought(call));
    if (call.arguments().isSet(Role.HARMLESS)) {
      call.print(names.isEmpty() ? Content.UNKNOWN : listed(names));
    } else {
      call.print(found);
    }
  }

  /** The secrets of a file of patterns: the lines that are found hold its lines. */
  private static List<Secret> sought(Invocation call) {
    List<Secret> sought = new ArrayList<>();
    for (Content file : call.arguments().values(Role.PATTERN_FILE)) {
      sought.addAll(call.read(file).derived().secrets());
    }
    return call.arguments().isSet(Role.INVERT) ? List.of() : sought;
  }

  /** The names of the protected files that match, for programs that take names from here. */
  private static Content listed(List<String> names) {
    return Content.text(String.join("\n", names).concat("\n")).opened();
  }

  private List<Content> operands(Invocation call) {
    List<Content> operands = new ArrayList<>(call.arguments().values(Role.READ));
    operands.addAll(call.arguments().values(Role.GIT_OBJECT));
    boolean walks = isRecursive(call);
    boolean piped =
        kind != Kind.TRACKED && (call.input().hasSecrets() || !call.input().textOr("").isEmpty());
    if (operands.isEmpty() && walks && !piped) {
      operands.add(Content.text("."));
    }
    return operands;
  }

  /** Whether it goes down into folders. */
  private boolean isRecursive(Invocation call) {
    return kind != Kind.LINES
        || call.arguments().isSet(Role.RECURSIVE)
        || call.arguments().isSet(Role.FOLLOW);
  }

  static LinePattern pattern(Invocation call) {
    List<String> sources = new ArrayList<>();
    for (Content pattern : call.arguments().values(Role.PATTERN)) {
      if (pattern.isOpen() || pattern.texts().isEmpty()) {
        sources.add("");
      }
      sources.addAll(pattern.texts());
    }
    if (sources.isEmpty()) {
      sources.add("");
    }
    return LinePattern.of(
        call.arguments().hasOption("-x") ? anchored(sources) : sources,
        dialect(call),
        call.arguments().isSet(Role.IGNORE_CASE),
        call.arguments().isSet(Role.INVERT));
  }

  /** {@code -x}: only whole lines match. */
  private static List<String> anchored(List<String> sources) {
    List<String> anchored = new ArrayList<>(sources.size());
    for (String source : sources) {
      anchored.add("^".concat(source).concat("$"));
    }
    return anchored;
  }

  private static LinePattern.Dialect dialect(Invocation call) {
    if (call.arguments().isSet(Role.FIXED) || takesPlainText(call.name())) {
      return LinePattern.Dialect.FIXED;
    }
    boolean extended =
        call.arguments().hasOption("-E")
            || call.arguments().hasOption("-P")
            || takesExtended(call.name())
            || call.rule().behaviour().equals("search-tree");
    return extended ? LinePattern.Dialect.EXTENDED : LinePattern.Dialect.BASIC;
  }

  private static boolean takesPlainText(String name) {
    switch (name) {
      case "fgrep":
      case "gfgrep":
      case "zfgrep":
      case "find.exe":
      case "cmd find":
        return true;
      default:
        return false;
    }
  }

  private static boolean takesExtended(String name) {
    switch (name) {
      case "egrep":
      case "gegrep":
      case "zegrep":
      case "pcregrep":
      case "pcre2grep":
      case "select-string":
        return true;
      default:
        return false;
    }
  }

  private Content search(Invocation call, Content operand, LinePattern lines, List<String> names) {
    Content found = Content.UNKNOWN;
    for (String path : call.resolve(operand)) {
      if (call.files().isFolder(path)) {
        if (isRecursive(call)) {
          found = found.withSecrets(tree(call, path, lines, names));
        }
      } else {
        Content content = call.files().read(path);
        if (content.hasSecrets() && shows(call, path, content, lines)) {
          names.add(path);
          found = found.withSecrets(content.secrets());
        }
      }
    }
    if (operand.textOr("").equals("-")) {
      found = found.then(filter(call, call.inputText(), lines));
    } else if (isStream(call, operand)) {
      found = found.withSecrets(call.read(operand).secrets());
    }
    if (operand.hasSecrets()) {
      call.printError(operand);
    }
    return found;
  }

  private static boolean isStream(Invocation call, Content operand) {
    return call.shell().streams().descriptor(operand.textOr("")) >= 0;
  }

  private List<Secret> tree(Invocation call, String root, LinePattern lines, List<String> names) {
    List<String> excluded = Reading.texts(call, Role.EXCLUDE);
    List<String> included = new ArrayList<>();
    for (String glob : Reading.texts(call, Role.INCLUDE)) {
      if (glob.startsWith("!")) {
        excluded.add(glob.substring(1));
      } else {
        included.add(glob);
      }
    }
    FileTree.Selection selection =
        new FileTree.Selection(
            included,
            excluded,
            surrounded(call) ? Optional.empty() : Optional.of(lines),
            reach(call),
            call.arguments().isSet(Role.FOLLOW) ? FileTree.Links.FOLLOWED : FileTree.Links.LEFT);
    return new FileTree(call.shell()).secrets(root, selection, names);
  }

  /** With {@code -uu}, and with {@code -u} of those that know it once, nothing is left out. */
  private FileTree.Reach reach(Invocation call) {
    Arguments given = call.arguments();
    if (kind != Kind.TREE || given.isSet(Role.RECURSIVE) || given.count("-u") > 1) {
      return FileTree.Reach.EVERYTHING;
    }
    return FileTree.Reach.of(given.isSet(Role.HIDDEN), given.isSet(Role.IGNORED));
  }

  /** Whether lines around a match are printed too, so that which line matches tells little. */
  private static boolean surrounded(Invocation call) {
    return call.arguments().has(Role.CONTEXT) || call.arguments().isSet(Role.CONTEXT);
  }

  private static boolean shows(Invocation call, String path, Content content, LinePattern lines) {
    if (call.files().isWritten(path)) {
      return filter(call, content, lines).hasSecrets();
    }
    Optional<String> text = call.state().isElsewhere() ? Optional.empty() : call.files().text(path);
    return text.isEmpty() || showsAny(call, text.get(), lines);
  }

  private static boolean showsAny(Invocation call, String text, LinePattern lines) {
    boolean matchedOnly = call.arguments().isSet(Role.ONLY_MATCHING);
    boolean context = surrounded(call);
    boolean any = false;
    boolean tells = false;
    for (String line : Assignments.lines(text)) {
      boolean telling = Assignments.tells(line);
      tells |= telling;
      boolean taken = lines.takes(line);
      any |= taken;
      if (telling && taken && (!matchedOnly || lines.reachesBeyond(line, line.indexOf('=')))) {
        return true;
      }
    }
    return context && any && tells;
  }

  /** What a search lets through of a stream. */
  private static Content filter(Invocation call, Content input, LinePattern lines) {
    if (!input.hasSecrets()) {
      return known(call, input, lines);
    }
    List<Secret> kept = new ArrayList<>();
    for (Secret secret : input.secrets()) {
      if (showsSecret(call, secret, lines)) {
        kept.add(call.arguments().isSet(Role.ONLY_MATCHING) ? secret.opaque() : secret);
      }
    }
    return Content.UNKNOWN.withSecrets(kept);
  }

  private static boolean showsSecret(Invocation call, Secret secret, LinePattern lines) {
    if (!secret.members().isEmpty()) {
      return showsWellKnown(call, call.rules().secretVariables(), lines);
    }
    if (secret.shape() != Secret.Shape.ASSIGNMENTS) {
      return true;
    }
    if (Variables.isEnvironment(secret)) {
      return showsEnvironment(call, secret, lines);
    }
    Optional<String> text =
        secret.file().isEmpty() ? Optional.empty() : call.files().text(secret.file());
    return text.isEmpty() || showsAny(call, text.get(), lines);
  }

  /** Of a listing of the environment only the lines of secret variables matter. */
  private static boolean showsEnvironment(Invocation call, Secret secret, LinePattern lines) {
    List<String> names = call.shell().variables().secretNames(call.state(), secret);
    if (!Variables.isEnvironmentHere(secret)) {
      return showsWellKnown(call, names, lines);
    }
    StringBuilder listing = new StringBuilder();
    for (String name : names) {
      listing.append(name).append('=');
      listing.append(call.context().host().variable(name).orElse("?")).append('\n');
    }
    return showsAny(call, listing.toString(), lines);
  }

  /**
   * Whether lines about variables that may be somewhere would be shown: of an environment that
   * nobody can look into, or of a document in which one stands.
   */
  private static boolean showsWellKnown(Invocation call, List<String> names, LinePattern lines) {
    if (surrounded(call)) {
      return true;
    }
    for (String name : names) {
      if (showsLine(name, lines) || showsLine(name.toLowerCase(Locale.ROOT), lines)) {
        return true;
      }
    }
    return false;
  }

  private static boolean showsLine(String name, LinePattern lines) {
    boolean taken = lines.takes(name.concat("=?")) || lines.takes(name.concat(": ?"));
    return taken && isMeant(name, lines);
  }

  /**
   * Whether a pattern means a variable that may not be there at all: not by a word inside of its
   * name ({@code HOST} of {@code EMAIL_HOST_PASSWORD}), nor by a part of its first word ({@code
   * HOME} of {@code HOMEBREW_GITHUB_API_TOKEN}).
   */
  private static boolean isMeant(String name, LinePattern lines) {
    int first = name.indexOf('_');
    int last = name.lastIndexOf('_');
    if (first < 0 || lines.takes("") || lines.takes(name.substring(last + 1))) {
      return true;
    }
    String word = name.substring(0, first);
    if (lines.takes(word)) {
      return !lines.takes(word.substring(1)) && !lines.takes(word.substring(0, first - 1));
    }
    for (int from = first + 1; from < last; from = name.indexOf('_', from) + 1) {
      if (lines.takes(name.substring(from, name.indexOf('_', from)))) {
        return false;
      }
    }
    return true;
  }

  private static Content known(Invocation call, Content input, LinePattern lines) {
    if (input.texts().isEmpty() || call.arguments().isSet(Role.ONLY_MATCHING)) {
      return input.texts().isEmpty() ? Content.UNKNOWN : input.lines();
    }
    List<String> found = new ArrayList<>(input.texts().size());
    for (String text : input.texts()) {
      StringBuilder kept = new StringBuilder();
      for (String line : Assignments.lines(text)) {
        if (lines.takes(line)) {
          kept.append(line).append('\n');
        }
      }
      found.add(kept.toString());
    }
    return input.isOpen() ? Content.oneOf(found).opened() : Content.oneOf(found);
  }
}
