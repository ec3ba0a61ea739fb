package dev.keepmum.rule.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Files by their paths: globs, each under the one key by which a path is looked up. */
final class FileRules implements RuleKind {
  private final Set<String> contents;
  private final CommonFields common;
  private final List<String> patterns = new ArrayList<>();
  private final Map<String, String> names = new TreeMap<>();
  private final Map<String, String> endings = new TreeMap<>();
  private final Map<String, String> beginnings = new TreeMap<>();
  private final Map<String, String> folders = new TreeMap<>();
  private final Map<String, String> infixes = new TreeMap<>();

  FileRules(SourceWords words, CommonFields common) {
    contents = words.ofSwitches("FileContents");
    this.common = common;
  }

  @Override
  public List<String> marks() {
    return List.of("paths", "lookalikes");
  }

  @Override
  public void read(RuleEntry rule) {
    rule.allow("paths", "lookalikes", "content");
    String content = rule.text("content");
    if (!content.isEmpty() && !contents.contains(content)) {
      rule.mistake("there is no content test " + content);
    }
    int index = common.add(rule);
    globs(rule, "paths", index, 'P');
    globs(rule, "lookalikes", index, rule.list("paths").isEmpty() ? 'N' : 'L');
  }

  private void globs(RuleEntry rule, String key, int index, char kind) {
    Set<String> seen = new HashSet<>();
    for (String path : rule.list(key)) {
      for (String glob : braces(path)) {
        if (!seen.add(glob.toLowerCase(Locale.ROOT))) {
          rule.mistake(key + " holds a path twice: " + glob);
        }
        add(index, kind, glob);
      }
    }
  }

  /** Expands the braces of a glob as bash would: {@code a.{b,c}} is {@code a.b} and {@code a.c}. */
  private static List<String> braces(String glob) {
    int open = glob.indexOf('{');
    int close = glob.indexOf('}', open);
    if (open < 0 || close < 0) {
      return List.of(glob);
    }
    List<String> all = new ArrayList<>();
    for (String part : glob.substring(open + 1, close).split(",", -1)) {
      all.addAll(braces(glob.substring(0, open) + part + glob.substring(close + 1)));
    }
    return all;
  }

  private void add(int rule, char kind, String glob) {
    String pattern = glob.toLowerCase(Locale.ROOT);
    String id = TableClass.index(patterns.size());
    patterns.add(TableClass.index(rule) + kind + pattern);
    String base = pattern.substring(pattern.lastIndexOf('/') + 1);
    int first = firstWildcard(base);
    int last = lastWildcard(base);
    if (first < 0) {
      names.merge(base, id, String::concat);
    } else if (first >= 3) {
      beginnings.merge(base.substring(0, 3), id, String::concat);
    } else if (base.lastIndexOf('.') > last) {
      endings.merge(base.substring(base.lastIndexOf('.') + 1), id, String::concat);
    } else if (base.length() - 1 - last >= 4) {
      endings.merge(base.substring(base.length() - 4), id, String::concat);
    } else if (!folder(pattern).isEmpty()) {
      folders.merge(folder(pattern), id, String::concat);
    } else {
      infixes.merge(longest(base), id, String::concat);
    }
  }

  /** The last folder that the pattern names without a wildcard, empty if there is none. */
  private static String folder(String pattern) {
    String found = "";
    int start = 0;
    for (int slash = pattern.indexOf('/'); slash >= 0; slash = pattern.indexOf('/', start)) {
      String segment = pattern.substring(start, slash);
      if (!segment.isEmpty() && !segment.equals("~") && firstWildcard(segment) < 0) {
        found = segment;
      }
      start = slash + 1;
    }
    return found;
  }

  private static String longest(String base) {
    String longest = "";
    for (String part : base.split("[*?]|\\[[^\\]]*\\]")) {
      if (part.length() > longest.length()) {
        longest = part;
      }
    }
    return longest;
  }

  private static int firstWildcard(String text) {
    for (int i = 0; i < text.length(); i++) {
      if ("*?[".indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  private static int lastWildcard(String text) {
    for (int i = text.length() - 1; i >= 0; i--) {
      if ("*?]".indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public void write(Path folder) throws IOException {
    new TableClass("FileTable", "Globs of files: the rule, the kind, the glob.")
        .texts("pattern", patterns)
        .write(folder);
    new TableClass("FileKeyTable", "The keys by which a path finds its globs.")
        .find("named", names)
        .find("ending", endings)
        .find("beginning", beginnings)
        .find("inFolder", folders)
        .all("infix", infixes)
        .write(folder);
  }
}
