package dev.keepmum.flow.run;

import dev.keepmum.flow.Content;
import dev.keepmum.flow.FlowContext;
import dev.keepmum.flow.PathNames;
import dev.keepmum.flow.expand.Expander;
import dev.keepmum.flow.state.Descriptors;
import dev.keepmum.flow.state.Endpoint;
import dev.keepmum.flow.state.Variable;
import dev.keepmum.shell.Redirection;
import dev.keepmum.shell.Script;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reading and writing through descriptors and through the paths that stand for descriptors. */
public final class Streams {

  private final ShellInterpreter shell;
  private final Map<String, Endpoint.Reader> readers = new HashMap<>();

  Streams(ShellInterpreter shell) {
    this.shell = shell;
  }

  /** Standard input. */
  public Content input() {
    return take(shell.state().descriptors().get(0));
  }

  /** Prints on standard output. */
  public void print(Content content, String way) {
    put(shell.state().descriptors().get(1), content, way);
  }

  /** Prints on standard error. */
  public void printError(Content content, String way) {
    put(shell.state().descriptors().get(2), content, way);
  }

  /** Reads a file, or the descriptor that a path stands for. */
  public Content read(Content path, String way) {
    if (path.hasSecrets()) {
      printError(path, way);
    }
    Content read = null;
    for (String text : path.texts()) {
      Content one = read(text);
      read = read == null ? one : read.or(one);
    }
    return read == null ? Content.UNKNOWN : read;
  }

  private Content read(String path) {
    int descriptor = descriptor(path);
    if (descriptor >= 0) {
      return take(shell.state().descriptors().get(descriptor));
    }
    return files().read(shell.state().directory(), Content.text(path));
  }

  /** Writes a file, or to the descriptor that a path stands for. */
  public void write(Content path, Content content, String way) {
    put(target(path, false), content, way);
  }

  /** Adds to a file, or to the descriptor that a path stands for. */
  public void append(Content path, Content content, String way) {
    put(target(path, true), content, way);
  }

  /** What can be read from an end. */
  private Content take(Endpoint endpoint) {
    if (endpoint instanceof Endpoint.Source source) {
      return source.content();
    }
    if (endpoint instanceof Endpoint.Buffer buffer) {
      return buffer.content();
    }
    if (endpoint instanceof Endpoint.Target target) {
      return files().read(shell.state().directory(), target.path());
    }
    return Content.UNKNOWN;
  }

  /** Writes to an end; a secret that should not arrive there is reported. */
  void put(Endpoint endpoint, Content content, String way) {
    if (endpoint instanceof Endpoint.Transcript) {
      context().sinks().show(content, way);
    } else if (endpoint instanceof Endpoint.Buffer buffer) {
      buffer.add(content);
    } else if (endpoint instanceof Endpoint.Target target) {
      putFile(target, content, way);
    } else if (endpoint instanceof Endpoint.Either either) {
      put(either.first(), content, way);
      put(either.second(), content, way);
    } else if (endpoint instanceof Endpoint.Network network) {
      context().sinks().send(network.destination(), content, way);
    } else if (endpoint instanceof Endpoint.Reader reader) {
      feed(reader, content);
    }
  }

  /** Empties the files that are opened for writing and get nothing. */
  void touch(Descriptors descriptors) {
    if (descriptors.get(1) instanceof Endpoint.Target target) {
      putFile(target, Content.EMPTY, "");
    }
  }

  private void putFile(Endpoint.Target target, Content content, String way) {
    Content directory = shell.state().directory();
    if (target.begin()) {
      files().append(directory, target.path(), content, way);
    } else if (shell.isConditional()) {
      files().writePerhaps(directory, target.path(), content, way);
    } else {
      files().write(directory, target.path(), content, way);
    }
  }

  private void feed(Endpoint.Reader reader, Content content) {
    shell.inSubshell(
        new Runnable() {
          @Override
          public void run() {
            shell.state().descriptors(reader.descriptors().withInput(content));
            shell.run(reader.script());
          }
        });
  }

  /** Names the script that reads what is written to a path. */
  void register(String path, Script script) {
    readers.put(path, new Endpoint.Reader(script, shell.state().descriptors()));
  }

  /** The descriptors that redirections make of the current ones, opened from left to right. */
  Descriptors redirect(List<Redirection> redirections, Expander expander) {
    Descriptors result = shell.state().descriptors();
    for (Redirection redirection : redirections) {
      result = redirect(result, redirection, expander);
    }
    return result;
  }

  private Descriptors redirect(Descriptors current, Redirection redirection, Expander expander) {
    int descriptor = descriptorOf(redirection, current);
    if (redirection.variable().isPresent()) {
      bind(redirection.variable().get(), descriptor);
    }
    Content target = target(redirection, expander);
    switch (redirection.operator()) {
      case INPUT:
        return current.with(descriptor, new Endpoint.Source(read(target, "<")));
      case READ_WRITE:
        return current.with(descriptor, target(target, true));
      case OUTPUT:
        return current.with(descriptor, target(target, false));
      case APPEND:
        return current.with(descriptor, target(target, true));
      case OUTPUT_BOTH:
        return both(current, target(target, false));
      case APPEND_BOTH:
        return both(current, target(target, true));
      case HERE_DOCUMENT:
        return current.with(descriptor, new Endpoint.Source(target));
      case HERE_STRING:
        return current.with(descriptor, new Endpoint.Source(target.then(Content.text("\n"))));
      default:
        return duplicate(current, descriptor, redirection, target);
    }
  }

  /** Binds the name in {@code {name}>file} to a descriptor's number. */
  private void bind(String name, int descriptor) {
    Content number = Content.text(Integer.toString(descriptor));
    shell.state().variables().put(name, Variable.of(number));
  }

  /** The descriptor that a name is bound to, or -1. */
  int named(String name) {
    Optional<Content> number = variable(name);
    return number.isPresent() ? number(number.get().textOr("")) : -1;
  }

  private static Content target(Redirection redirection, Expander expander) {
    switch (redirection.operator()) {
      case HERE_DOCUMENT:
      case HERE_STRING:
        return expander.value(redirection.target());
      default:
        return expander.target(redirection.target());
    }
  }

  /**
   * {@code &>} takes output and errors to a file; where the shell is only called sh, it may also be
   * {@code &} and {@code >}, which empties the file and leaves the command's output alone.
   */
  private Descriptors both(Descriptors current, Endpoint target) {
    if (!shell.state().isPlain()) {
      return current.with(1, target).with(2, target);
    }
    return current
        .with(1, new Endpoint.Either(target, current.get(1)))
        .with(2, new Endpoint.Either(target, current.get(2)));
  }

  private static int descriptorOf(Redirection redirection, Descriptors current) {
    if (redirection.variable().isPresent()) {
      return current.free();
    }
    if (redirection.descriptor().isPresent()) {
      return redirection.descriptor().get();
    }
    switch (redirection.operator()) {
      case INPUT:
      case READ_WRITE:
      case DUPLICATE_INPUT:
      case HERE_DOCUMENT:
      case HERE_STRING:
        return 0;
      default:
        return 1;
    }
  }

  private Descriptors duplicate(
      Descriptors current, int descriptor, Redirection redirection, Content target) {
    String text = target.textOr("");
    if (text.equals("-")) {
      return current.with(descriptor, Endpoint.DISCARD);
    }
    for (String possible : target.texts()) {
      boolean moves = possible.endsWith("-");
      int from = number(moves ? possible.substring(0, possible.length() - 1) : possible);
      if (from >= 0) {
        return current.with(descriptor, current.get(from));
      }
    }
    boolean input = redirection.operator() == Redirection.Operator.DUPLICATE_INPUT;
    if (target.isSingleText() && !input) {
      Endpoint file = target(target, false);
      return redirection.descriptor().isPresent()
          ? current.with(descriptor, file)
          : both(current, file);
    }
    return current;
  }

  /** The end that a path names for writing. */
  private Endpoint target(Content path, boolean append) {
    if (path.texts().size() == 1 && isNull(path.texts().get(0))) {
      return Endpoint.DISCARD;
    }
    if (path.isSingleText()) {
      String text = path.textOr("");
      int descriptor = descriptor(text);
      if (descriptor >= 0) {
        return shell.state().descriptors().get(descriptor);
      }
      if (isTerminal(text)) {
        return Endpoint.TRANSCRIPT;
      }
      if (text.startsWith("/dev/tcp/") || text.startsWith("/dev/udp/")) {
        return new Endpoint.Network(Content.text(networkHost(text)));
      }
      Endpoint.Reader reader = readers.get(text);
      if (reader != null) {
        return reader;
      }
    } else if (path.textOr("").isEmpty() && path.hasSecrets()) {
      context().sinks().show(path, "a file name");
    }
    return new Endpoint.Target(path, append);
  }

  private static String networkHost(String path) {
    int end = path.indexOf('/', 9);
    return end < 0 ? path.substring(9) : path.substring(9, end);
  }

  private static boolean isNull(String path) {
    return path.equals("/dev/null") || path.equalsIgnoreCase("nul") || path.equals("/dev/zero");
  }

  private static boolean isTerminal(String path) {
    return path.equals("/dev/tty") || path.equals("/dev/console") || path.startsWith("/dev/pts/");
  }

  /** The descriptor that a path stands for, or -1. */
  public int descriptor(String path) {
    switch (path) {
      case "/dev/stdin":
        return 0;
      case "/dev/stdout":
        return 1;
      case "/dev/stderr":
        return 2;
      default:
        break;
    }
    boolean names = path.startsWith("/dev/fd/") || isOfProcess(path);
    if (!names || files().isWritten(path) || readers.containsKey(path)) {
      return -1;
    }
    return number(PathNames.base(path));
  }

  /** {@code /proc/self/fd/3}, or with a process' number: that is the shell's own, as {@code $$}. */
  private static boolean isOfProcess(String path) {
    int process = path.startsWith("/proc/") ? path.indexOf('/', "/proc/".length()) : -1;
    return process > 0 && path.startsWith("/fd/", process);
  }

  private static int number(String text) {
    if (text.isEmpty() || text.length() > 3) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      value = value * 10 + c - '0';
    }
    return value;
  }

  private FlowContext context() {
    return shell.context();
  }

  private dev.keepmum.flow.Files files() {
    return shell.context().files();
  }

  /** The value of a variable, where a program is told its name. */
  public Optional<Content> variable(String name) {
    return shell.variables().value(shell.state(), name);
  }
}
