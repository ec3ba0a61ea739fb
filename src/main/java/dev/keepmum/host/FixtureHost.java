package dev.keepmum.host;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A described machine, for tests and for the tests of a policy: files with their content, folders
 * and symbolic links, an environment, a home and a working directory. Its clock stands still.
 */
public final class FixtureHost implements Host {

  /** How many links the kernel follows in one path (Linux, path_resolution(7)). */
  private static final int MAX_LINKS = 40;

  private static final long NOW = 1_800_000_000_000L;

  private final String home;
  private final String accountHome;
  private final String cwd;
  private final Map<String, String> environment;
  private final Node root = Node.folder();

  FixtureHost(String home, String accountHome, String cwd, Map<String, String> environment) {
    this.home = home;
    this.accountHome = accountHome;
    this.cwd = cwd;
    this.environment = environment;
    root.folderAt(home);
    root.folderAt(cwd);
  }

  /**
   * Reads a described machine: a JSON object with {@code home}, {@code account} (the account's
   * home, if that is another), {@code cwd}, {@code env} (names to values) and {@code files}
   * (absolute paths to contents). A path that ends in {@code /} is an empty folder, {@code {"link":
   * "target"}} a symbolic link; the folders above a path exist.
   *
   * @throws IOException if it cannot be read or is something else
   */
  public static FixtureHost read(InputStream json) throws IOException {
    return FixtureReader.read(json);
  }

  /** The folder in which calls are made. */
  public String cwd() {
    return cwd;
  }

  void addFile(String path, String content) {
    root.parentOf(path).children.put(name(path), Node.file(content));
  }

  void addFolder(String path) {
    root.folderAt(path);
  }

  void addLink(String path, String target) {
    root.parentOf(path).children.put(name(path), Node.link(target));
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  @Override
  public FileStatus status(String path) {
    Resolution found = resolve(path);
    if (found.node == null) {
      return found.isLost ? FileStatus.UNREADABLE : FileStatus.MISSING;
    }
    return new FileStatus(
        found.node.isFolder() ? FileStatus.Kind.DIRECTORY : FileStatus.Kind.REGULAR,
        found.node.content.length,
        NOW,
        found.path,
        1);
  }

  @Override
  public Optional<String> realPath(String path) {
    Resolution found = resolve(path);
    return found.node == null ? Optional.empty() : Optional.of(found.path);
  }

  @Override
  public Optional<byte[]> readPrefix(String path, int limit) {
    Resolution found = resolve(path);
    if (found.node == null || found.node.isFolder()) {
      return Optional.empty();
    }
    byte[] content = found.node.content;
    return Optional.of(Arrays.copyOf(content, Math.max(0, Math.min(limit, content.length))));
  }

  @Override
  public List<String> list(String path, int limit) {
    Resolution found = resolve(path);
    List<String> names = new ArrayList<>();
    if (found.node != null && found.node.isFolder()) {
      for (String name : found.node.children.keySet()) {
        if (names.size() < limit) {
          names.add(name);
        }
      }
    }
    return names;
  }

  @Override
  public Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name));
  }

  @Override
  public List<String> variableNames() {
    return List.copyOf(environment.keySet());
  }

  @Override
  public String home() {
    return home;
  }

  @Override
  public String accountHome() {
    return accountHome;
  }

  @Override
  public long now() {
    return NOW;
  }

  /** Walks a path as a kernel does, name by name from the root. */
  private Resolution resolve(String path) {
    if (!path.startsWith("/") || path.indexOf('\0') >= 0) {
      return Resolution.LOST;
    }
    Deque<String> pending = new ArrayDeque<>(names(path));
    Deque<Node> folders = new ArrayDeque<>();
    Deque<String> walked = new ArrayDeque<>();
    folders.push(root);
    Node node = root;
    int links = 0;
    while (!pending.isEmpty()) {
      if (!node.isFolder()) {
        return Resolution.LOST;
      }
      String name = pending.pop();
      if (name.equals("..")) {
        if (!walked.isEmpty()) {
          folders.pop();
          walked.removeLast();
        }
        node = folders.peek();
        continue;
      }
      Node next = node.children.get(name);
      if (next == null) {
        return Resolution.MISSING;
      }
      if (next.target.isEmpty()) {
        node = next;
        folders.push(node);
        walked.addLast(name);
        continue;
      }
      links++;
      if (links > MAX_LINKS) {
        return Resolution.LOST;
      }
      if (next.target.startsWith("/")) {
        folders.clear();
        folders.push(root);
        walked.clear();
        node = root;
      }
      List<String> target = names(next.target);
      for (int i = target.size() - 1; i >= 0; i--) {
        pending.push(target.get(i));
      }
    }
    return new Resolution(node, "/" + String.join("/", walked), false);
  }

  /** The names in a path, without empty ones and those that mean "here". */
  private static List<String> names(String path) {
    List<String> names = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= path.length(); i++) {
      if (i == path.length() || path.charAt(i) == '/') {
        if (i > start && !path.substring(start, i).equals(".")) {
          names.add(path.substring(start, i));
        }
        start = i + 1;
      }
    }
    return names;
  }

  /** What a walk came to: a node, nothing, or (lost) no answer. */
  private record Resolution(Node node, String path, boolean isLost) {
    static final Resolution MISSING = new Resolution(null, "", false);
    static final Resolution LOST = new Resolution(null, "", true);
  }

  /** A folder (with children), a link (with a target) or a file (with content). */
  private static final class Node {
    private static final byte[] NOTHING = {};

    final Map<String, Node> children;
    final String target;
    final byte[] content;

    private Node(Map<String, Node> children, String target, byte[] content) {
      this.children = children;
      this.target = target;
      this.content = content;
    }

    static Node folder() {
      return new Node(new TreeMap<>(), "", NOTHING);
    }

    static Node link(String target) {
      return new Node(null, target, NOTHING);
    }

    static Node file(String content) {
      return new Node(null, "", content.getBytes(StandardCharsets.UTF_8));
    }

    boolean isFolder() {
      return children != null;
    }

    Node folderAt(String path) {
      Node folder = this;
      for (String name : names(path)) {
        Node next = folder.children.get(name);
        if (next == null || !next.isFolder()) {
          next = folder();
          folder.children.put(name, next);
        }
        folder = next;
      }
      return folder;
    }

    Node parentOf(String path) {
      return folderAt(path.substring(0, path.lastIndexOf('/')));
    }
  }
}
