package dev.keepmum.rule;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Turns the rule book's JSON into Java classes of string switches, at build time.
 *
 * <p>The hook is a fresh JVM on every call. A resource opened through the class loader and parsed
 * costs milliseconds each time; a switch over constants costs nothing but the one entry asked for.
 * What a table holds per rule is a compact text (fields by line, lists by tab) that {@code
 * dev.keepmum.rule.Fields} reads.
 *
 * <p>Run as {@code java RuleTables.java RULES SOURCES OUT}: the folder of JSON files, the folder of
 * the package's sources (for the words of its enums) and the folder to generate into. A mistake in
 * the rules ends it with exit code 1 and a line per mistake: file, rule, what is wrong.
 */
public final class RuleTables {

  /** More entries than this in one switch come near the 64 KiB that a method may have. */
  private static final int SHARD = 300;

  private static final Set<String> COMMON =
      Set.of("id", "about", "severity", "suggestion", "provider", "runbook", "catches", "spares");

  private final Path sources;
  private final Set<String> mistakes = new LinkedHashSet<>();
  private final Set<String> ids = new HashSet<>();
  private String where = "";
  private String suggestion = "";

  private final List<String> ruleFiles = new ArrayList<>();
  private final List<String> rules = new ArrayList<>();
  private final Map<String, String> ruleIds = new TreeMap<>();
  private final List<String> commands = new ArrayList<>();
  private final Map<String, String> commandNames = new TreeMap<>();
  private final List<String> forms = new ArrayList<>();
  private final Map<String, String> formPrograms = new TreeMap<>();
  private final FileTables files = new FileTables();
  private final VariableTables variables = new VariableTables();
  private final List<String> tokens = new ArrayList<>();
  private final Map<String, String> keywords = new TreeMap<>();
  private final Map<String, String> hostProviders = new TreeMap<>();
  private final Map<String, String> variableProviders = new TreeMap<>();
  private final List<String> urls = new ArrayList<>();

  private RuleTables(Path sources) {
    this.sources = sources;
  }

  public static void main(String[] args) throws IOException {
    RuleTables tables = new RuleTables(Path.of(args[1]));
    tables.read(Path.of(args[0]));
    if (!tables.mistakes.isEmpty()) {
      tables.mistakes.forEach(System.err::println);
      System.exit(1);
    }
    tables.write(Path.of(args[2]));
  }

  // ---- reading ----

  private void read(Path folder) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    mapper.enable(JsonParser.Feature.ALLOW_COMMENTS);
    List<Path> paths;
    try (Stream<Path> list = Files.list(folder)) {
      paths = list.filter(p -> p.toString().endsWith(".json")).sorted().toList();
    }
    for (Path path : paths) {
      where = path.getFileName().toString();
      ruleFiles.add(where);
      JsonNode root;
      try {
        root = mapper.readTree(path.toFile());
      } catch (IOException e) {
        mistake(e.getMessage());
        continue;
      }
      suggestion = root.path("suggestion").asText("");
      for (JsonNode rule : root.path("rules")) {
        where = path.getFileName() + ": " + rule.path("id").asText("(no id)");
        rule(rule);
      }
    }
  }

  private void rule(JsonNode rule) {
    String id = rule.path("id").asText("");
    if (id.isEmpty()) {
      mistake("no id");
    } else if (!ids.add(id)) {
      mistake("the id stands twice");
    }
    if (rule.path("about").asText("").isEmpty() && !rule.has("hosts")) {
      mistake("no about");
    }
    if (rule.has("names")) {
      command(rule);
    } else if (rule.has("programs")) {
      form(rule);
    } else if (rule.has("paths") || rule.has("lookalikes")) {
      file(rule);
    } else if (rule.has("pattern")) {
      token(rule);
    } else if (rule.has("hosts")) {
      host(rule);
    } else if (rule.has("urls")) {
      url(rule);
    } else if (rule.has("variables")
        || rule.has("words")
        || rule.has("suffixes")
        || rule.has("harmless")) {
      variable(rule);
    } else if (rule.has("finding")) {
      keys(rule, "finding", "layer");
      base(rule, "");
    } else {
      mistake("no kind of rule has such keys");
    }
  }

  private void command(JsonNode rule) {
    keys(
        rule,
        "asks",
        "names",
        "syntax",
        "options",
        "flags",
        "optionalValues",
        "operands",
        "input",
        "output",
        "behaviour",
        "language",
        "subcommands",
        "project");
    StringBuilder text = new StringBuilder();
    List<String> names = list(rule, "names");
    field(text, rule.path("id").asText());
    field(text, String.join("\t", names));
    field(text, rule.path("about").asText());
    field(text, word(rule, "syntax", "CommandRule", "Syntax", "gnu"));
    field(text, roles(rule.path("options")));
    field(text, roles(rule.path("flags")));
    field(text, String.join("\t", list(rule, "optionalValues")));
    List<String> operands = list(rule, "operands");
    int repeated = -1;
    for (int i = 0; i < operands.size(); i++) {
      String operand = operands.get(i);
      if (operand.endsWith("*")) {
        if (repeated >= 0) {
          mistake("two operands take as many as there are");
        }
        repeated = i;
        operand = operand.substring(0, operand.length() - 1);
        operands.set(i, operand);
      }
      role(operand);
    }
    field(text, String.join("\t", operands));
    field(text, Integer.toString(repeated));
    field(text, word(rule, "input", "CommandRule", "Input", "never"));
    field(text, word(rule, "output", "CommandRule", "Output", "harmless"));
    field(text, rule.path("behaviour").asText(""));
    field(text, language(rule.path("language").asText("")));
    field(text, rule.path("subcommands").asBoolean(false) ? "subcommands" : "");
    field(text, roles(rule.path("project")));
    for (String name : names) {
      if (commandNames.put(name, String.valueOf((char) commands.size())) != null) {
        mistake("another rule has the name " + name);
      }
    }
    commands.add(text.toString());
  }

  private String roles(JsonNode options) {
    List<String> entries = new ArrayList<>();
    for (Map.Entry<String, JsonNode> option : options.properties()) {
      role(option.getValue().asText());
      entries.add(option.getKey().trim() + " " + option.getValue().asText());
    }
    return String.join("\t", entries);
  }

  private void role(String word) {
    if (!words("Role", "Role").contains(word)) {
      mistake("there is no role " + word);
    }
  }

  private String language(String word) {
    if (!word.isEmpty()
        && !constants("../effect/Language").contains(word.toUpperCase(Locale.ROOT))) {
      mistake("there is no language " + word);
    }
    return word.toUpperCase(Locale.ROOT);
  }

  private void form(JsonNode rule) {
    keys(rule, "programs", "syntax", "valued", "prints", "keeps", "assignments", "effect");
    int index = base(rule, "");
    String syntax = word(rule, "syntax", "FormRule", "Syntax", "gnu");
    String effect = word(rule, "effect", "FormRule", "Effect", "prints");
    if (list(rule, "prints").isEmpty()) {
      mistake("no form that prints");
    }
    StringBuilder text = new StringBuilder();
    field(text, Integer.toString(index));
    field(text, String.join("\t", list(rule, "programs")));
    field(text, syntax);
    field(text, String.join("\t", list(rule, "valued")));
    field(text, String.join("\t", list(rule, "prints")));
    field(text, String.join("\t", list(rule, "keeps")));
    field(text, String.join("\t", list(rule, "assignments")));
    field(text, effect);
    for (String program : list(rule, "programs")) {
      String name = syntax.equals("caseless") ? program.toLowerCase(Locale.ROOT) : program;
      formPrograms.merge(name, String.valueOf((char) forms.size()), String::concat);
    }
    forms.add(text.toString());
  }

  private void file(JsonNode rule) {
    keys(rule, "paths", "lookalikes", "content");
    String content = rule.path("content").asText("");
    if (!content.isEmpty() && !cases("FileContents").contains(content)) {
      mistake("there is no content test " + content);
    }
    int index = base(rule, content);
    globs(rule, "paths", index, 'P');
    globs(rule, "lookalikes", index, list(rule, "paths").isEmpty() ? 'N' : 'L');
  }

  private void globs(JsonNode rule, String key, int index, char kind) {
    Set<String> seen = new HashSet<>();
    for (String path : list(rule, key)) {
      for (String glob : braces(path)) {
        if (!seen.add(glob.toLowerCase(Locale.ROOT))) {
          mistake(key + " holds a path twice: " + glob);
        }
        files.add(index, kind, glob);
      }
    }
  }

  private void variable(JsonNode rule) {
    keys(rule, "variables", "words", "suffixes", "harmless");
    int index = base(rule, "");
    for (String name : list(rule, "variables")) {
      variables.add(index, name, false);
    }
    for (String name : list(rule, "harmless")) {
      variables.add(index, name, true);
    }
    for (String suffix : list(rule, "suffixes")) {
      variables.add(index, "*" + suffix, false);
    }
    for (String word : list(rule, "words")) {
      variables.words.put(word, String.valueOf((char) index));
    }
  }

  private void token(JsonNode rule) {
    keys(
        rule,
        "keywords",
        "pattern",
        "minLength",
        "maxLength",
        "alphabet",
        "entropy",
        "checksum",
        "fakes",
        "window",
        "mixed",
        "secretName",
        "nameHolds",
        "rotation");
    int index = base(rule, "");
    try {
      Pattern.compile(rule.path("pattern").asText());
    } catch (java.util.regex.PatternSyntaxException e) {
      mistake("the pattern is none: " + e.getMessage());
    }
    StringBuilder text = new StringBuilder();
    field(text, Integer.toString(index));
    field(text, rule.path("pattern").asText());
    field(text, Integer.toString(rule.path("minLength").asInt(1)));
    field(text, Integer.toString(rule.path("maxLength").asInt(Integer.MAX_VALUE)));
    field(text, rule.path("alphabet").asText(""));
    field(text, rule.path("entropy").asText("0"));
    field(text, rule.path("checksum").asText(""));
    String window = rule.path("window").asText("word");
    field(text, window);
    field(text, rule.path("mixed").asBoolean(false) ? "mixed" : "");
    field(text, rule.path("secretName").asBoolean(false) ? "secretName" : "");
    field(text, String.join("\t", list(rule, "nameHolds")));
    field(text, String.join("\t", list(rule, "fakes")));
    alphabet(rule.path("alphabet").asText(""));
    known(rule, "checksum", "Checksums");
    known(rule, "window", "TokenWindow");
    if (list(rule, "keywords").isEmpty()) {
      mistake("no keywords");
    }
    for (String keyword : list(rule, "keywords")) {
      int shortest = window.endsWith("word") ? 2 : 3;
      if (keyword.length() < shortest) {
        mistake("a keyword needs " + shortest + " characters: " + keyword);
      }
      keywords.merge(
          keyword.toLowerCase(Locale.ROOT), String.valueOf((char) tokens.size()), String::concat);
    }
    tokens.add(text.toString());
  }

  private void alphabet(String alphabet) {
    try {
      Pattern.compile("[ " + alphabet + "]");
    } catch (java.util.regex.PatternSyntaxException e) {
      mistake("the alphabet is none, a - goes last: " + alphabet);
    }
  }

  private void host(JsonNode rule) {
    keys(rule, "hosts", "variables");
    String provider = rule.path("provider").asText("");
    if (provider.isEmpty()) {
      mistake("no provider");
    }
    for (String host : list(rule, "hosts")) {
      if (host.indexOf('*') > 0 || (host.startsWith("*") && !host.startsWith("*."))) {
        mistake("a host is a name, or *. and a name: " + host);
      }
      append(hostProviders, host.toLowerCase(Locale.ROOT), provider);
    }
    for (String name : list(rule, "variables")) {
      if (name.indexOf('*') >= 0 && !name.endsWith("_*")) {
        mistake("a provider's variables are a name, or a prefix and _*: " + name);
      }
      append(
          variableProviders,
          name.endsWith("*") ? name.substring(0, name.length() - 1) : name,
          provider);
    }
  }

  private static void append(Map<String, String> map, String key, String provider) {
    map.merge(key, provider, (a, b) -> a + "\t" + b);
  }

  private void url(JsonNode rule) {
    keys(rule, "urls", "layer");
    int index = base(rule, "");
    for (String url : list(rule, "urls")) {
      urls.add(index + " " + url.toLowerCase(Locale.ROOT));
    }
  }

  /** Adds what all rules have in common, and gives the index. */
  private int base(JsonNode rule, String content) {
    String id = rule.path("id").asText();
    StringBuilder text = new StringBuilder();
    field(text, id);
    field(text, rule.path("about").asText());
    field(text, layer(rule));
    String severity = rule.path("severity").asText("high");
    if (!Set.of("critical", "high", "medium", "low").contains(severity)) {
      mistake("there is no severity " + severity);
    }
    field(text, severity.toUpperCase(Locale.ROOT));
    field(text, rule.path("suggestion").asText(suggestion));
    field(text, rule.path("provider").asText(""));
    field(text, rule.path("runbook").asText(""));
    field(text, content);
    ruleIds.put(id, String.valueOf((char) rules.size()));
    rules.add(text.toString());
    return rules.size() - 1;
  }

  private String layer(JsonNode rule) {
    if (rule.has("layer")) {
      return rule.path("layer").asText();
    }
    String id = rule.path("id").asText();
    if (id.startsWith("layer") && id.length() > 5 && Character.isDigit(id.charAt(5))) {
      return id.substring(5, 6);
    }
    return "0";
  }

  private void keys(JsonNode rule, String... allowed) {
    Set<String> known = new HashSet<>(COMMON);
    known.addAll(List.of(allowed));
    rule.fieldNames()
        .forEachRemaining(
            key -> {
              if (!known.contains(key)) {
                mistake("unknown key " + key);
              }
            });
  }

  private List<String> list(JsonNode rule, String key) {
    List<String> items = new ArrayList<>();
    JsonNode node = rule.path(key);
    if (!node.isMissingNode() && !node.isArray()) {
      mistake(key + " is no list");
    }
    Set<String> seen = new HashSet<>();
    for (JsonNode item : node) {
      String text = item.asText();
      if (text.isEmpty() || text.indexOf('\n') >= 0 || text.indexOf('\t') >= 0) {
        mistake("an item of " + key + " is empty or holds a line break or a tab");
      }
      if (!seen.add(text) && !key.equals("operands")) {
        mistake(key + " holds an item twice: " + text);
      }
      items.add(text);
    }
    return items;
  }

  private String word(JsonNode rule, String key, String file, String enumName, String otherwise) {
    String word = rule.path(key).asText(otherwise);
    if (!words(file, enumName).contains(word)) {
      mistake("there is no " + key + " " + word);
    }
    return word;
  }

  private void field(StringBuilder text, String value) {
    if (value.indexOf('\n') >= 0) {
      mistake("a line break in: " + value);
    }
    if (text.length() > 0) {
      text.append('\n');
    }
    text.append(value);
  }

  private void mistake(String what) {
    mistakes.add(where + ": " + what);
  }

  private final Map<String, Set<String>> enumWords = new LinkedHashMap<>();

  /** The words in parentheses of an enum's constants, read from its source. */
  private Set<String> words(String file, String enumName) {
    return enumWords.computeIfAbsent(
        file + "#" + enumName,
        key -> {
          String source = source(file);
          int start = source.indexOf("enum " + enumName + " ");
          int end = source.indexOf("private final", start);
          Set<String> words = new TreeSet<>();
          Matcher constant =
              Pattern.compile("[A-Z_]+\\(\"([a-z-]+)\"\\)").matcher(source.substring(start, end));
          while (constant.find()) {
            words.add(constant.group(1));
          }
          return words;
        });
  }

  private void known(JsonNode rule, String key, String file) {
    String word = rule.path(key).asText("");
    if (!word.isEmpty() && !cases(file).contains(word)) {
      mistake("there is no " + key + " " + word);
    }
  }

  /** The words that the switches of a source know. */
  private Set<String> cases(String file) {
    return enumWords.computeIfAbsent(
        file + "#case",
        key -> {
          Set<String> words = new TreeSet<>();
          Matcher word = Pattern.compile("case \"([a-z0-9-]+)\":").matcher(source(file));
          while (word.find()) {
            words.add(word.group(1));
          }
          return words;
        });
  }

  private Set<String> constants(String file) {
    return enumWords.computeIfAbsent(
        file,
        key -> {
          Set<String> names = new TreeSet<>();
          Matcher constant = Pattern.compile("(?m)^  ([A-Z]+),?$").matcher(source(file));
          while (constant.find()) {
            names.add(constant.group(1));
          }
          return names;
        });
  }

  private String source(String file) {
    try {
      return Files.readString(sources.resolve(file + ".java"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Expands the braces of a glob as bash would: {@code a.{b,c}} is {@code a.b} and {@code a.c}. */
  static List<String> braces(String glob) {
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

  /** The globs of files, each under the one key by which a path is looked up. */
  private static final class FileTables {
    final List<String> patterns = new ArrayList<>();
    final Map<String, String> names = new TreeMap<>();
    final Map<String, String> endings = new TreeMap<>();
    final Map<String, String> beginnings = new TreeMap<>();
    final Map<String, String> folders = new TreeMap<>();
    final Map<String, String> infixes = new TreeMap<>();

    void add(int rule, char kind, String glob) {
      String pattern = glob.toLowerCase(Locale.ROOT);
      String id = String.valueOf((char) patterns.size());
      patterns.add(String.valueOf((char) rule) + kind + pattern);
      String base = pattern.substring(pattern.lastIndexOf('/') + 1);
      int first = wildcard(base);
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

    private static String folder(String pattern) {
      String found = "";
      int start = 0;
      for (int slash = pattern.indexOf('/'); slash >= 0; slash = pattern.indexOf('/', start)) {
        String segment = pattern.substring(start, slash);
        if (!segment.isEmpty() && !segment.equals("~") && wildcard(segment) < 0) {
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

    private static int wildcard(String text) {
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
  }

  /** The names of variables, by where their wildcard is. */
  private static final class VariableTables {
    final Map<String, String> names = new TreeMap<>();
    final Map<String, String> suffixes = new TreeMap<>();
    final Map<String, String> prefixes = new TreeMap<>();
    final Map<String, String> words = new TreeMap<>();
    final List<String> patterns = new ArrayList<>();
    final Map<String, String> firstWords = new TreeMap<>();

    void add(int rule, String name, boolean harmless) {
      String value = String.valueOf((char) rule) + (harmless ? "-" : "+");
      String upper = name.toUpperCase(Locale.ROOT);
      int star = upper.indexOf('*');
      if (star < 0) {
        names.putIfAbsent(upper, value);
      } else if (upper.startsWith("*_") && upper.indexOf('*', 1) < 0) {
        suffixes.putIfAbsent(upper.substring(1), value);
      } else if (upper.endsWith("_*") && star == upper.length() - 1) {
        prefixes.putIfAbsent(upper.substring(0, star), value);
      } else {
        firstWords.merge(
            upper.substring(0, upper.indexOf('_') + 1),
            String.valueOf((char) patterns.size()),
            String::concat);
        patterns.add(value + upper);
      }
    }
  }

  // ---- writing ----

  private void write(Path out) throws IOException {
    Path folder = out.resolve("dev/keepmum/rule");
    Files.createDirectories(folder);
    table(folder, "RuleTable", "What rules have in common.")
        .texts("text", rules)
        .find("index", ruleIds)
        .texts("file", ruleFiles)
        .close();
    table(folder, "CommandTable", "Programs and what they do.")
        .find("index", commandNames)
        .texts("text", commands)
        .close();
    table(folder, "FormTable", "Command lines that print secrets.")
        .find("indexes", formPrograms)
        .texts("text", forms)
        .close();
    table(folder, "FileTable", "Globs of files: the rule, the kind, the glob.")
        .texts("pattern", files.patterns)
        .close();
    table(folder, "FileKeyTable", "The keys by which a path finds its globs.")
        .find("named", files.names)
        .find("ending", files.endings)
        .find("beginning", files.beginnings)
        .find("inFolder", files.folders)
        .all("infix", files.infixes)
        .close();
    table(folder, "VariableTable", "Names of variables.")
        .find("named", variables.names)
        .find("suffix", variables.suffixes)
        .find("prefix", variables.prefixes)
        .find("word", variables.words)
        .find("firstWord", variables.firstWords)
        .texts("pattern", variables.patterns)
        .close();
    Trie trie = new Trie(keywords);
    table(folder, "TokenTable", "Shapes of tokens.").texts("text", tokens).close();
    table(folder, "TokenTrie", "The keywords of the shapes of tokens.")
        .number("shapes", tokens.size())
        .number("keywords", keywords.size())
        .text("characters", trie.characters)
        .text("firstChildren", trie.firstChild)
        .text("fallbacks", trie.fallback)
        .text("found", trie.found)
        .text("foundFrom", trie.foundFrom)
        .close();
    table(folder, "HostTable", "Which host, and which variable, belongs to whom.")
        .find("host", hostProviders)
        .find("variable", variableProviders)
        .close();
    table(folder, "UrlTable", "URLs that hand out secrets.").texts("text", urls).close();
  }

  private static Table table(Path folder, String name, String about) {
    return new Table(folder.resolve(name + ".java"), name, about);
  }

  /**
   * The keywords as a trie with fallback links (Aho and Corasick, 1975), nodes in breadth-first
   * order, so that a node's children stand next to each other.
   */
  private static final class Trie {
    final String characters;
    final String firstChild;
    final String fallback;
    final String found;
    final String foundFrom;

    Trie(Map<String, String> keywords) {
      List<TreeMap<Character, Integer>> children = new ArrayList<>();
      List<String> outputs = new ArrayList<>();
      children.add(new TreeMap<>());
      outputs.add("");
      keywords.forEach(
          (word, rules) -> {
            int node = 0;
            for (char c : word.toCharArray()) {
              Integer next = children.get(node).get(c);
              if (next == null) {
                next = children.size();
                children.get(node).put(c, next);
                children.add(new TreeMap<>());
                outputs.add("");
              }
              node = next;
            }
            outputs.set(node, rules);
          });
      int size = children.size();
      int[] order = new int[size];
      int[] parent = new int[size];
      int[] level = new int[size];
      int[] number = new int[size];
      char[] by = new char[size];
      char[] firsts = new char[size + 1];
      int filled = 1;
      for (int i = 0; i < size; i++) {
        firsts[i] = (char) filled;
        for (Map.Entry<Character, Integer> child : children.get(order[i]).entrySet()) {
          parent[filled] = i;
          by[filled] = child.getKey();
          level[filled] = level[i] + 1;
          number[child.getValue()] = filled;
          order[filled++] = child.getValue();
        }
      }
      firsts[size] = (char) filled;
      char[] falls = new char[size];
      for (int i = 1; i < size; i++) {
        int fall = parent[i];
        do {
          fall = fall == 0 ? -1 : falls[fall];
          if (fall >= 0) {
            Integer next = children.get(order[fall]).get(by[i]);
            if (next != null) {
              falls[i] = (char) number[next];
              break;
            }
          }
        } while (fall >= 0);
      }
      // What a node finds is what it ends, and what its fallbacks end, with their lengths.
      String[] finds = new String[size];
      for (int i = 0; i < size; i++) {
        StringBuilder all = new StringBuilder();
        for (char rule : outputs.get(order[i]).toCharArray()) {
          all.append(rule).append((char) level[i]);
        }
        finds[i] = i == 0 ? "" : all + finds[falls[i]];
      }
      characters = new String(by);
      firstChild = new String(firsts);
      fallback = new String(falls);
      found = String.join("", finds);
      StringBuilder from = new StringBuilder();
      int position = 0;
      for (int i = 0; i <= size; i++) {
        from.append((char) position);
        position += i < size ? finds[i].length() : 0;
      }
      foundFrom = from.toString();
    }
  }

  /** One generated class. */
  private static final class Table {
    private final Path file;
    private final StringBuilder java = new StringBuilder();

    Table(Path file, String name, String about) {
      this.file = file;
      java.append("package dev.keepmum.rule;\n\n/** ").append(about);
      java.append(" Generated from the rule book; do not edit. */\nfinal class ").append(name);
      java.append(" {\n  private ").append(name).append("() {}\n");
    }

    Table number(String method, int value) {
      java.append("\n  static int ").append(method).append("() {\n    return ").append(value);
      java.append(";\n  }\n");
      return this;
    }

    Table text(String method, String value) {
      java.append("\n  static String ").append(method).append("() {\n    return ");
      java.append(literal(value)).append(";\n  }\n");
      return this;
    }

    /** A method from index to text, {@code ""} where there is none, and how many there are. */
    Table texts(String method, List<String> texts) {
      java.append("\n  static int ").append(method).append("Count() {\n    return ");
      java.append(texts.size()).append(";\n  }\n");
      java.append("\n  static String ").append(method).append("(int index) {\n");
      java.append("    switch (index) {\n");
      for (int i = 0; i < texts.size(); i++) {
        if (!texts.get(i).isEmpty()) {
          java.append("      case ").append(i).append(":\n        return ");
          java.append(literal(texts.get(i))).append(";\n");
        }
      }
      java.append("      default:\n        return \"\";\n    }\n  }\n");
      return this;
    }

    /** A method from key to value, {@code ""} where there is none. */
    Table find(String method, Map<String, String> entries) {
      int shards = 1;
      while (entries.size() / shards > SHARD) {
        shards *= 2;
      }
      List<Map<String, String>> parts = new ArrayList<>();
      for (int i = 0; i < shards; i++) {
        parts.add(new TreeMap<>());
      }
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        parts.get(entry.getKey().hashCode() & (shards - 1)).put(entry.getKey(), entry.getValue());
      }
      java.append("\n  static String ").append(method).append("(String key) {\n");
      if (shards == 1) {
        cases(parts.get(0));
      } else {
        java.append("    switch (key.hashCode() & ").append(shards - 1).append(") {\n");
        for (int i = 0; i < shards; i++) {
          java.append("      case ").append(i).append(":\n        return ").append(method);
          java.append(i).append("(key);\n");
        }
        java.append("      default:\n        return \"\";\n    }\n");
      }
      java.append("  }\n");
      for (int i = 0; shards > 1 && i < shards; i++) {
        java.append("\n  private static String ").append(method).append(i);
        java.append("(String key) {\n");
        cases(parts.get(i));
        java.append("  }\n");
      }
      return this;
    }

    private void cases(Map<String, String> entries) {
      java.append("    switch (key) {\n");
      entries.forEach(
          (key, value) ->
              java.append("      case ")
                  .append(literal(key))
                  .append(":\n        return ")
                  .append(literal(value))
                  .append(";\n"));
      java.append("      default:\n        return \"\";\n    }\n");
    }

    /** The keys and their values by index: for what has to look at all of them. */
    Table all(String method, Map<String, String> entries) {
      return texts(method + "Key", List.copyOf(entries.keySet()))
          .texts(method, List.copyOf(entries.values()));
    }

    void close() throws IOException {
      java.append("}\n");
      String text = java.toString();
      if (!Files.exists(file) || !Files.readString(file).equals(text)) {
        Files.writeString(file, text);
      }
    }

    private static String literal(String text) {
      StringBuilder literal = new StringBuilder("\"");
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c == '"' || c == '\\') {
          literal.append('\\').append(c);
        } else if (c == '\n') {
          literal.append("\\n");
        } else if (c == '\t') {
          literal.append("\\t");
        } else if (c < 0x20) {
          literal.append('\\').append(String.format("%03o", (int) c));
        } else if (c < 0x7f) {
          literal.append(c);
        } else {
          literal.append(String.format("\\u%04x", (int) c));
        }
      }
      return literal.append('"').toString();
    }
  }
}
