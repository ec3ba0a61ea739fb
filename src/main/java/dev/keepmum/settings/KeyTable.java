package dev.keepmum.settings;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What Claude Code expects under which key: {@code keys.txt}, which says how it is written, as a
 * tree. Read only where a settings file is looked at.
 */
final class KeyTable {

  /** What becomes of a value of the wrong type. */
  enum Effect {
    FILE_SKIPPED,
    VALUE_IGNORED,
    MANAGED_ONLY
  }

  /** A place in a settings file and what belongs there. */
  static final class Key {
    private String type = "any";
    private Effect effect = Effect.FILE_SKIPPED;
    private double above = Double.NEGATIVE_INFINITY;
    private double least = Double.NEGATIVE_INFINITY;
    private double most = Double.POSITIVE_INFINITY;
    private boolean isRequired;
    private final Map<String, Key> members = new HashMap<>();
    private final Map<String, Key> variants = new HashMap<>();
    private final List<String> discriminators = new ArrayList<>();
    private Key anyMember;
    private Key element;

    /** {@code string}, {@code boolean|object}, {@code =on,off}. */
    String type() {
      return type;
    }

    Effect effect() {
      return effect;
    }

    boolean isRequired() {
      return isRequired;
    }

    boolean admits(double number) {
      return number > above && number >= least && number <= most;
    }

    /** What belongs under a name; {@link #ANYTHING} where nobody minds. */
    Key member(String name) {
      Key member = members.get(name);
      if (member != null) {
        return member;
      }
      return anyMember == null ? ANYTHING : anyMember;
    }

    /** Whether only certain names belong there. */
    boolean isClosed() {
      return anyMember == null && !members.isEmpty();
    }

    Map<String, Key> members() {
      return members;
    }

    Key element() {
      return element == null ? ANYTHING : element;
    }

    /** The names of members that decide which others belong there. */
    List<String> discriminators() {
      return discriminators;
    }

    /** What also belongs there where a member has a value; {@link #ANYTHING} if nothing. */
    Key variant(String name, String value) {
      return variants.getOrDefault(name + '=' + value, ANYTHING);
    }
  }

  /** A place where everything is right. */
  static final Key ANYTHING = new Key();

  private final Key root = new Key();

  private KeyTable() {}

  private static final class Loaded {
    static final KeyTable TABLE = read();
  }

  /** What belongs under a key at the top of a settings file. */
  static Key top(String name) {
    return isTopKey(name) ? Loaded.TABLE.root.member(name) : ANYTHING;
  }

  /** The names of the keys at the top of a settings file. */
  static Set<String> topKeys() {
    Set<String> names = new HashSet<>(Loaded.TABLE.root.members.keySet());
    names.remove("hook");
    names.remove("mcp");
    return names;
  }

  /** What a hook's entry is made of. */
  static Key hook() {
    return Loaded.TABLE.root.members.get("hook");
  }

  /** What an MCP server's entry is made of. */
  static Key server() {
    return Loaded.TABLE.root.members.get("mcp");
  }

  /** Whether a key stands at the top of a settings file. */
  static boolean isTopKey(String name) {
    return !name.equals("hook")
        && !name.equals("mcp")
        && Loaded.TABLE.root.members.containsKey(name);
  }

  private static KeyTable read() {
    KeyTable table = new KeyTable();
    try (InputStream in = KeyTable.class.getResourceAsStream("keys.txt");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && line.charAt(0) != '#') {
          table.add(line);
        }
      }
      return table;
    } catch (IOException e) {
      throw new UncheckedIOException("keys.txt", e);
    }
  }

  private void add(String line) {
    List<String> words = words(line.substring(1));
    Key key = at(words.get(0));
    key.type = words.get(1);
    key.effect =
        switch (line.charAt(0)) {
          case '~' -> Effect.VALUE_IGNORED;
          case 'm' -> Effect.MANAGED_ONLY;
          default -> Effect.FILE_SKIPPED;
        };
    for (String word : words.subList(2, words.size())) {
      if (word.equals("required")) {
        key.isRequired = true;
      } else if (word.startsWith(">=")) {
        key.least = Double.parseDouble(word.substring(2));
      } else if (word.startsWith("<=")) {
        key.most = Double.parseDouble(word.substring(2));
      } else {
        key.above = Double.parseDouble(word.substring(1));
      }
    }
  }

  /** The key at a path, made where it lacks. */
  private Key at(String path) {
    Key key = root;
    int i = 0;
    while (i < path.length()) {
      char c = path.charAt(i);
      if (c == '[') {
        key.element = key.element == null ? new Key() : key.element;
        key = key.element;
        i += 2;
      } else if (c == '{') {
        int end = path.indexOf('}', i);
        String condition = path.substring(i + 1, end);
        String name = condition.substring(0, condition.indexOf('='));
        if (!key.discriminators.contains(name)) {
          key.discriminators.add(name);
        }
        key = inside(key.variants, condition);
        i = end + 1;
      } else if (c == '.') {
        i++;
      } else {
        int end = i;
        while (end < path.length() && ".[{".indexOf(path.charAt(end)) < 0) {
          end++;
        }
        String name = path.substring(i, end);
        if (name.equals("*")) {
          key.anyMember = key.anyMember == null ? new Key() : key.anyMember;
          key = key.anyMember;
        } else {
          key = inside(key.members, name);
        }
        i = end;
      }
    }
    return key;
  }

  private static Key inside(Map<String, Key> keys, String name) {
    Key key = keys.get(name);
    if (key == null) {
      key = new Key();
      keys.put(name, key);
    }
    return key;
  }

  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= line.length(); i++) {
      if (i == line.length() || line.charAt(i) == ' ') {
        if (i > start) {
          words.add(line.substring(start, i));
        }
        start = i + 1;
      }
    }
    return words;
  }
}
