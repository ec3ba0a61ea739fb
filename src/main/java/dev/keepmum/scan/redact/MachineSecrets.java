package dev.keepmum.scan.redact;

import dev.keepmum.event.JsonValue.JsonMember;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.flow.PathNames;
import dev.keepmum.host.FileStatus;
import dev.keepmum.host.Host;
import dev.keepmum.rule.FileMatch;
import dev.keepmum.rule.Rule;
import dev.keepmum.rule.RuleBook;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Gathers the secrets that an output of a tool may hold: those of secret variables, of protected
 * files in the project and in the well-known places of the home, and of files that the call names.
 * Bounded in folders, names, files and bytes; what lies beyond is found by its shape alone.
 */
final class MachineSecrets {
  private static final int MAX_FOLDERS = 150;
  private static final int MAX_NAMES = 3000;
  private static final int MAX_FILES = 100;
  private static final int MAX_BYTES = 4 << 20;
  private static final int MAX_FILE = 1 << 18;
  private static final int MAX_DEPTH = 2;
  private static final int MAX_WORDS = 64;

  /** What others wrote or a program made: large, and no place for one's own secrets. */
  private static final Set<String> OTHERS =
      Set.of(
          "node_modules",
          ".git",
          "vendor",
          "target",
          "dist",
          "build",
          "out",
          "venv",
          ".venv",
          "__pycache__",
          ".next",
          ".cache",
          ".gradle",
          ".idea",
          ".tox",
          "coverage",
          "Pods");

  private final RuleBook rules;
  private final Host host;
  private final Needles needles;
  private final SecretValues values;
  private final Set<String> seen = new HashSet<>();
  private int folders;
  private int names;
  private int files;
  private int bytes;

  private MachineSecrets(RuleBook rules, Host host, Needles needles) {
    this.rules = rules;
    this.host = host;
    this.needles = needles;
    this.values = new SecretValues(rules, needles);
  }

  /**
   * Gathers the secrets that any of the rule books knows, each within the same bounds.
   *
   * @param input what the tool was called with
   * @param directory the folder the call was made in, absolute; empty if nobody knows
   */
  static Needles gather(List<RuleBook> books, Host host, JsonObject input, String directory) {
    Needles needles = new Needles(directory + " " + host.home());
    for (RuleBook rules : books) {
      new MachineSecrets(rules, host, needles).gather(input, directory);
    }
    return needles;
  }

  private void gather(JsonObject input, String directory) {
    addVariables();
    if (!directory.isEmpty()) {
      addNamed(input, directory);
      addProject(directory);
    }
    addProject(host.variable("CLAUDE_PROJECT_DIR").orElse(""));
    addHome();
  }

  private void addVariables() {
    for (String name : sorted(host.variableNames())) {
      Optional<Rule> rule = rules.variable(name);
      if (rule.isPresent()) {
        values.addVariable(host.variable(name).orElse(""), rule.get());
      }
    }
  }

  /** Files that the call names, in an input of their own or as words of a command. */
  private void addNamed(JsonObject input, String directory) {
    for (JsonMember member : input.members().values()) {
      String text = member.value().text().orElse("");
      int words = 0;
      int start = 0;
      for (int i = 0; i <= text.length() && words < MAX_WORDS; i++) {
        if (i == text.length() || isBetweenWords(text.charAt(i))) {
          if (i > start) {
            words++;
            addFile(PathNames.resolve(directory, text.substring(start, i), host.home()));
          }
          start = i + 1;
        }
      }
    }
  }

  private static boolean isBetweenWords(char c) {
    return c <= ' ' || "\"'`=<>|;&(){},".indexOf(c) >= 0;
  }

  /** The folder and those below it, nearest first. */
  private void addProject(String top) {
    if (!top.startsWith("/") || top.equals("/") || top.equals(host.home())) {
      return;
    }
    Deque<String> pending = new ArrayDeque<>();
    pending.add(top);
    int depth = 0;
    int left = 1;
    while (!pending.isEmpty()) {
      addFolder(pending.remove(), depth < MAX_DEPTH ? pending : new ArrayDeque<>());
      left--;
      if (left == 0) {
        depth++;
        left = pending.size();
      }
    }
  }

  /** The files in a folder; adds the folders in it to others that are still to be looked into. */
  private void addFolder(String folder, Deque<String> below) {
    if (folders >= MAX_FOLDERS || names >= MAX_NAMES || !seen.add(folder)) {
      return;
    }
    folders++;
    List<String> inside = sorted(host.list(folder, MAX_NAMES - names));
    names += inside.size();
    for (String name : inside) {
      String path = folder.equals("/") ? "/" + name : folder + "/" + name;
      if (!addFile(path) && mayBeFolder(name)) {
        below.add(path);
      }
    }
  }

  private static boolean mayBeFolder(String name) {
    return name.indexOf('.', 1) < 0 && !OTHERS.contains(name);
  }

  private void addHome() {
    String home = host.home();
    if (home.isEmpty()) {
      return;
    }
    Set<String> inHome = new HashSet<>(host.list(home, MAX_NAMES));
    for (String folder : rules.homeFolders()) {
      int slash = folder.indexOf('/');
      if (folder.isEmpty()) {
        addFolder(home, new ArrayDeque<>());
      } else if (inHome.contains(slash < 0 ? folder : folder.substring(0, slash))) {
        addFolder(home + "/" + folder, new ArrayDeque<>());
      }
    }
  }

  /** Adds what a file holds, if it is protected; tells whether its name is one that may be. */
  private boolean addFile(String path) {
    FileMatch match = rules.file(path, host.home());
    if (match.kind() != FileMatch.Kind.PROTECTED && match.kind() != FileMatch.Kind.BY_CONTENT) {
      return false;
    }
    if (files >= MAX_FILES || bytes >= MAX_BYTES || !seen.add(path)) {
      return true;
    }
    FileStatus status = host.status(path);
    if (!status.isRegular()) {
      return !status.isDirectory();
    }
    Optional<byte[]> content = host.readPrefix(path, MAX_FILE);
    if (content.isEmpty()) {
      return true;
    }
    files++;
    bytes += content.get().length;
    Rule rule = match.rule().get();
    if (match.kind() == FileMatch.Kind.PROTECTED || rules.holdsSecret(rule, content.get())) {
      values.addFile(new String(content.get(), StandardCharsets.UTF_8), rule);
    }
    return true;
  }

  private static List<String> sorted(List<String> unsorted) {
    List<String> sorted = new ArrayList<>(unsorted);
    Collections.sort(sorted);
    return sorted;
  }
}
