package dev.keepmum.flow;

import dev.keepmum.host.FileStatus;
import dev.keepmum.rule.FileMatch;
import dev.keepmum.rule.Layer;
import dev.keepmum.rule.Rule;
import dev.keepmum.rule.Severity;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Files as the call sees them: those of the machine, and over them what the call itself has written
 * so far.
 */
public final class Files {

  /** How much of a file is looked at. */
  private static final int PREFIX = 1 << 18;

  /** The rule for files that are lines of assignments by definition. */
  private static final String DOTENV = "layer3/dotenv";

  private static final String PROCESS_ENVIRONMENT = "layer2/process-environment-file";

  /** Stands for a secret nobody may see where it matters what its surroundings look like. */
  private static final String LIKELY_VALUE = "q7Xw2Lr9Tz4Kd8Vb1Nc6Ys3Hf5Gj0Mp";

  private final FlowContext context;
  private final Map<String, Content> written = new HashMap<>();
  private final Links links = new Links();

  /** Folders that are copies of others; what is read below them may come from there. */
  private final Links copies = new Links();

  private final MadeNames made = new MadeNames();
  private String lastAsked = "";
  private FileStatus lastStatus = FileStatus.MISSING;
  private String lastNamed = "";
  private Optional<String> lastReal = Optional.empty();
  private int newNames;

  Files(FlowContext context) {
    this.context = context;
  }

  /** The absolute forms that a path may have; links of this call are followed on the way. */
  public List<String> resolve(Content directory, Content named) {
    List<String> resolved = new ArrayList<>();
    for (String written : named.texts()) {
      String text = withoutProcess(written);
      if (text.startsWith("/") || directory.texts().isEmpty()) {
        addOnce(resolved, links.located(PathNames.resolve("/", text, context.host().home())));
      } else {
        for (String folder : directory.texts()) {
          String path = PathNames.resolve(folder, text, context.host().home());
          addOnce(resolved, links.located(path));
        }
      }
    }
    return resolved;
  }

  /**
   * {@code /proc/self/cwd/x}, or with a process' number, is {@code x}: the process is one of the
   * call. {@code /proc/self/root/x} is {@code /x}.
   */
  private static String withoutProcess(String path) {
    int end = path.startsWith("/proc/") ? path.indexOf('/', "/proc/".length()) : -1;
    if (end < 0 || !isProcess(path.substring("/proc/".length(), end))) {
      return path;
    }
    String inside = path.substring(end + 1);
    if (inside.equals("cwd") || inside.startsWith("cwd/")) {
      return ".".concat(inside.substring("cwd".length()));
    }
    return inside.startsWith("root/") ? inside.substring("root".length()) : path;
  }

  private static boolean isProcess(String name) {
    return name.equals("self")
        || name.equals("thread-self")
        || Content.isPartial(name)
        || !name.isEmpty() && Character.isDigit(name.charAt(0));
  }

  /** What reading a file gives, for every form that its path may have. */
  public Content read(Content directory, Content path) {
    Content content = null;
    for (String absolute : resolve(directory, path)) {
      Content one = read(absolute);
      content = content == null ? one : content.or(one);
    }
    return content == null ? Content.UNKNOWN : content;
  }

  /** What reading the file at an absolute path gives. */
  public Content read(String named) {
    String path = links.followed(named);
    String origin = copies.followed(path);
    if (origin.equals(path) || !isThere(origin)) {
      return readOne(path);
    }
    return isThere(path) ? readOne(path).or(readOne(origin)) : readOne(origin);
  }

  private Content readOne(String path) {
    Content overlaid = written.get(path);
    if (overlaid != null) {
      return overlaid;
    }
    Optional<Secret> secret = secret(path);
    if (secret.isPresent() && context.trace().isListening()) {
      context.trace().note("reads " + secret.get().label() + " [" + secret.get().rule().id() + "]");
    }
    return secret.isPresent() ? Content.secret(secret.get()) : Content.ofFile(path);
  }

  /** Whether a call wrote the file, so that its content need not be what the machine has. */
  public boolean isWritten(String path) {
    return written.containsKey(path);
  }

  /** Whether anything stands at a path, on the machine or by what the call has done so far. */
  public boolean exists(String named) {
    String path = links.followed(named);
    return isThere(path) || isThere(copies.followed(path));
  }

  private boolean isThere(String path) {
    return written.containsKey(path) || made.isFolder(path) || status(path).exists();
  }

  /** Whether a path is a folder, on the machine or by what the call has done so far. */
  public boolean isFolder(String named) {
    String path = links.followed(named);
    if (status(path).isDirectory() || made.isFolder(path)) {
      return true;
    }
    String origin = copies.followed(path);
    return !origin.equals(path) && status(origin).isDirectory();
  }

  /**
   * The names in a folder of the machine and those that the call has put there, in no order.
   *
   * @param limit at most so many names of the machine
   */
  public List<String> names(String named, int limit) {
    String path = links.followed(named);
    String origin = copies.followed(path);
    List<String> listed = context.host().list(path, limit);
    if (origin.equals(path) && !made.isFolder(path)) {
      return listed;
    }
    Set<String> names = new LinkedHashSet<>(listed);
    names.addAll(made.of(path));
    if (!origin.equals(path)) {
      names.addAll(context.host().list(origin, limit));
      names.addAll(made.of(origin));
    }
    return new ArrayList<>(names);
  }

  /** All paths that the call has written. */
  public List<String> writtenPaths() {
    return new ArrayList<>(written.keySet());
  }

  /** The paths that the call has written under a last name. */
  public List<String> writtenAs(String name) {
    List<String> paths = new ArrayList<>();
    for (String path : written.keySet()) {
      if (PathNames.base(path).equals(name)) {
        paths.add(path);
      }
    }
    return paths;
  }

  /** The secret that a file holds by its name, its links or its content. */
  public Optional<Secret> secret(String path) {
    Optional<Secret> byName = secretByName(path, path);
    if (byName.isPresent()) {
      return byName;
    }
    Optional<String> real = realPath(path);
    if (real.isPresent() && !real.get().equals(path)) {
      Optional<Secret> behindLink = secretByName(real.get(), path);
      if (behindLink.isPresent()) {
        return behindLink;
      }
    }
    Optional<Secret> byGlob = secretByGlob(path);
    return byGlob.isPresent() ? byGlob : secretByHardLink(path);
  }

  /**
   * The secret that a change of the file may touch: where only content makes a file secret, one
   * that is not there yet has none to lose.
   */
  public Optional<Secret> changedSecret(String path) {
    FileMatch match = context.rules().file(path, context.host().home());
    boolean isNew = match.kind() == FileMatch.Kind.BY_CONTENT && !status(path).exists();
    return isNew ? Optional.empty() : secret(path);
  }

  /** A path is looked at again and again, and then the next one: the last answers are kept. */
  private FileStatus status(String path) {
    if (!path.equals(lastAsked)) {
      lastStatus = context.host().status(path);
      lastAsked = path;
    }
    return lastStatus;
  }

  /** Where a path leads to when the machine's links are followed; empty where nothing is. */
  public Optional<String> realPath(String path) {
    if (!path.equals(lastNamed)) {
      lastReal = context.host().realPath(path);
      lastNamed = path;
    }
    return lastReal;
  }

  /** Whether a file is protected, whatever is in it. */
  public boolean isProtected(String path) {
    FileMatch match = context.rules().file(path, context.host().home());
    return match.kind() == FileMatch.Kind.PROTECTED || match.kind() == FileMatch.Kind.BY_CONTENT;
  }

  /** A path that nothing has so far; how it will be called nobody knows. */
  public String newName() {
    newNames++;
    return "/tmp/tmp." + Content.UNKNOWN_PART + newNames;
  }

  /** The file that an absolute path leads to by links of this call. */
  public String followed(String path) {
    return links.followed(path);
  }

  /** Gives a file or folder another name: what is written under it is written there. */
  public void link(String name, String target) {
    links.add(name, links.followed(target));
    made.add(name);
  }

  /** Takes note that a folder gets all that is in another one. */
  public void copyFolder(String source, String folder) {
    String target = links.followed(folder);
    copies.add(target, links.followed(source));
    made.add(target);
  }

  /**
   * Takes note that a name that the call itself has made is gone. A file of the machine stays in
   * sight: nobody knows whether it could be removed.
   */
  public void forget(String name) {
    made.remove(name);
  }

  /** Takes note that a name is not that of a link any more. */
  public void unlink(String name) {
    links.remove(name);
  }

  /** Takes note that a file is there, whatever it holds. */
  public void make(String named) {
    made.add(links.followed(named));
  }

  /** Lays content over a file; secrets in it are not reported. */
  public void mark(String path, Content content) {
    written.put(path, content);
    made.add(path);
  }

  /**
   * Writes content to a file and reports the secrets that end up where they are not protected.
   *
   * @param way the program that writes
   */
  public void write(Content directory, Content path, Content content, String way) {
    List<String> targets = resolve(directory, path);
    for (String named : targets) {
      String target = links.followed(named);
      reportWrite(target, content, way);
      Content stored = content.file().isEmpty() ? content : known(content);
      context.changes().written(target, stored, way);
      mark(target, stored);
    }
    if (targets.isEmpty() && content.hasSecrets()) {
      context.findings().report(Finding.Kind.WRITTEN, content, way, "another file");
    }
  }

  /** Adds content to a file. */
  public void append(Content directory, Content path, Content content, String way) {
    for (String named : resolve(directory, path)) {
      String target = links.followed(named);
      context.changes().appended(target, content, way);
      add(target, content, way);
    }
  }

  /** Writes content to a file, or does not. */
  public void writePerhaps(Content directory, Content path, Content content, String way) {
    for (String named : resolve(directory, path)) {
      String target = links.followed(named);
      context.changes().written(target, content, way);
      add(target, content, way);
    }
  }

  private void add(String target, Content content, String way) {
    Content before = written.get(target);
    reportWrite(target, content, way);
    if (before != null) {
      mark(target, before.then(content));
    } else if (status(target).exists()) {
      mark(target, read(target).or(content).opened());
    } else {
      mark(target, content);
    }
  }

  private void reportWrite(String target, Content content, String way) {
    FileMatch match = context.rules().file(target, context.host().home());
    for (Secret secret : content.secrets()) {
      if (protects(match, content, secret)) {
        reportCopy(target, secret, way);
      } else {
        report(Finding.Kind.WRITTEN, target, secret, way);
      }
    }
    if (match.kind() != FileMatch.Kind.PROTECTED && match.kind() != FileMatch.Kind.BY_CONTENT) {
      context.sinks().reportTokens(Finding.Kind.WRITTEN, content, way, label(target));
    }
  }

  /**
   * Whether a file's name goes on protecting a secret that is written to it: a name that counts
   * only with what its rule looks for needs that to be in what is written.
   */
  private boolean protects(FileMatch match, Content content, Secret secret) {
    switch (match.kind()) {
      case PROTECTED:
        return true;
      case BY_CONTENT:
        Rule rule = match.rule().get();
        return rule.id().equals(secret.rule().id()) || holds(rule, content, secret);
      default:
        return false;
    }
  }

  private boolean holds(Rule rule, Content content, Secret secret) {
    List<String> texts = new ArrayList<>(content.texts());
    if (texts.isEmpty() && !secret.file().isEmpty()) {
      Optional<String> text = text(secret.file());
      if (text.isPresent()) {
        texts.add(text.get());
      }
    }
    for (String text : texts) {
      String likely = text.replace(String.valueOf(Content.UNKNOWN_PART), LIKELY_VALUE);
      if (context.rules().holdsSecret(rule, likely.getBytes(StandardCharsets.UTF_8))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Under another protected name a secret stays protected; but memory that is written out is a copy
   * nobody meant to have.
   */
  private void reportCopy(String target, Secret secret, String way) {
    if (secret.rule().layer() == Layer.MEMORY && secret.file().isEmpty()) {
      report(Finding.Kind.WRITTEN, target, secret, way);
    } else if (!secret.file().isEmpty() && !secret.file().equals(target)) {
      report(Finding.Kind.COPIED_UNDER_PROTECTION, target, secret, way);
    }
  }

  private void report(Finding.Kind kind, String target, Secret secret, String way) {
    context.findings().report(kind, secret, way, label(target));
  }

  /** The known text of a content, looked up where it is a file nobody has looked into. */
  public Content known(Content content) {
    if (content.file().isEmpty()) {
      return content;
    }
    Optional<String> text = text(content.file());
    if (text.isEmpty() || text.get().indexOf('\0') >= 0) {
      return content; // A program, say, which goes on being that program under another name.
    }
    Content whole = Content.text(text.get());
    return content.isExcerpt() ? whole.opened() : whole;
  }

  /** The text of a file of the machine, if all of it is small enough to be looked at. */
  public Optional<String> text(String path) {
    if (path.startsWith("/proc/")) {
      return Optional.empty(); // It would be this process's own, not that of the judged command.
    }
    FileStatus status = status(path);
    if (!status.isRegular() || status.size() > PREFIX) {
      return Optional.empty();
    }
    Optional<byte[]> bytes = context.host().readPrefix(path, PREFIX);
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    context.budget().text(bytes.get().length);
    return Optional.of(new String(bytes.get(), StandardCharsets.UTF_8));
  }

  /** How a person would name a path: relative to the folder of the call, or to the home. */
  public String label(String path) {
    String folder = context.directory();
    if (folder.length() > 1 && path.startsWith(folder.concat("/"))) {
      return path.substring(folder.length() + 1);
    }
    String home = context.host().home();
    return !home.isEmpty() && path.startsWith(home.concat("/"))
        ? "~".concat(path.substring(home.length()))
        : path;
  }

  private Optional<Secret> secretByName(String path, String asked) {
    FileMatch match = context.rules().file(path, context.host().home());
    if (match.rule().isPresent() && status(path).isDirectory()) {
      return Optional.empty(); // What is in a folder is protected by names of its own.
    }
    switch (match.kind()) {
      case PROTECTED:
        return Optional.of(secretOf(match.rule().get(), path, asked));
      case BY_CONTENT:
        return holdsSecret(match.rule().get(), path)
            ? Optional.of(secretOf(match.rule().get(), path, asked))
            : Optional.empty();
      default:
        return Optional.empty();
    }
  }

  private boolean holdsSecret(Rule rule, String path) {
    Optional<byte[]> content = context.host().readPrefix(path, PREFIX);
    if (content.isPresent()) {
      return context.rules().holdsSecret(rule, content.get());
    }
    return rule.severity().ordinal() <= Severity.HIGH.ordinal();
  }

  private Secret secretOf(Rule rule, String path, String asked) {
    return Secret.ofFile(rule, label(asked), path, shape(rule, path));
  }

  /** What a file's text looks like; of a dotenv file nobody can see, what such files are. */
  private Secret.Shape shape(Rule rule, String path) {
    if (path.startsWith("/proc/")) {
      return rule.id().equals(PROCESS_ENVIRONMENT) ? Secret.Shape.ZERO_ENDED : Secret.Shape.OPAQUE;
    }
    Optional<byte[]> content = context.host().readPrefix(path, PREFIX);
    boolean assignments =
        content.isPresent()
            ? Assignments.isAssignments(new String(content.get(), StandardCharsets.UTF_8))
            : rule.id().equals(DOTENV);
    return assignments ? Secret.Shape.ASSIGNMENTS : Secret.Shape.OPAQUE;
  }

  /** A pattern that matched nothing here may name a protected file where the command runs. */
  private Optional<Secret> secretByGlob(String path) {
    if (!isGlob(path) || status(path).exists()) {
      return Optional.empty();
    }
    Optional<Rule> rule = context.rules().fileGlob(path, context.host().home());
    return rule.isPresent()
        ? Optional.of(Secret.ofFile(rule.get(), label(path), path, Secret.Shape.OPAQUE))
        : Optional.empty();
  }

  private static boolean isGlob(String path) {
    return path.indexOf('*') >= 0 || path.indexOf('?') >= 0 || path.indexOf('[') >= 0;
  }

  /** A file with several names is protected if one of them, beside it or in the home, is. */
  private Optional<Secret> secretByHardLink(String path) {
    FileStatus status = status(path);
    if (!status.isRegular() || status.links() < 2 || status.fileKey().isEmpty()) {
      return Optional.empty();
    }
    String folder = PathNames.parent(path);
    for (String name : context.host().list(folder, 1000)) {
      String other = folder.concat("/").concat(name);
      if (!other.equals(path) && status(other).fileKey().equals(status.fileKey())) {
        Optional<Secret> secret = secretByName(other, path);
        if (secret.isPresent()) {
          return secret;
        }
      }
    }
    return Optional.empty();
  }

  private static void addOnce(List<String> to, String text) {
    if (!to.contains(text)) {
      to.add(text);
    }
  }
}
