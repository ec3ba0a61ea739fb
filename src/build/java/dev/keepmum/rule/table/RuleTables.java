package dev.keepmum.rule.table;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Turns the rule book's JSON into Java classes of string switches, at build time.
 *
 * <p>The hook is a fresh JVM on every call. A resource opened through the class loader and parsed
 * costs milliseconds each time; a switch over constants costs nothing but the one entry asked for.
 *
 * <p>Run as {@code RuleTables RULES SOURCES OUT}: the folder of JSON files, the folder of the
 * package's sources (for the words of its enums) and the folder to generate into. A mistake in the
 * rules ends it with an exception, after a line per mistake: file, rule, what is wrong.
 */
public final class RuleTables {
  private final Set<String> mistakes = new LinkedHashSet<>();
  private final Set<String> ids = new HashSet<>();
  private final CommonFields common = new CommonFields();
  private final List<RuleKind> kinds;

  private RuleTables(SourceWords words) {
    kinds =
        List.of(
            new CommandRules(words),
            new FormRules(words, common),
            new FileRules(words, common),
            new TokenRules(words, common),
            new HostRules(),
            new AddressRules(),
            new UrlRules(common),
            new VariableRules(common),
            common);
  }

  public static void main(String[] args) throws IOException {
    RuleTables tables = new RuleTables(new SourceWords(Path.of(args[1])));
    tables.read(Path.of(args[0]));
    if (!tables.mistakes.isEmpty()) {
      tables.mistakes.forEach(System.err::println);
      throw new IllegalStateException("mistakes in the rule book: " + tables.mistakes.size());
    }
    Path folder = Path.of(args[2]).resolve("dev/keepmum/rule");
    Files.createDirectories(folder);
    for (RuleKind kind : tables.kinds) {
      kind.write(folder);
    }
  }

  private void read(Path folder) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    mapper.enable(JsonParser.Feature.ALLOW_COMMENTS);
    List<Path> paths;
    try (Stream<Path> list = Files.list(folder)) {
      paths = list.filter(p -> p.toString().endsWith(".json")).sorted().toList();
    }
    for (Path path : paths) {
      String file = path.getFileName().toString();
      common.addFile(file);
      JsonNode root;
      try {
        root = mapper.readTree(path.toFile());
      } catch (IOException e) {
        mistakes.add(file + ": " + e.getMessage());
        continue;
      }
      for (JsonNode rule : root.path("rules")) {
        read(new RuleEntry(file, rule, root.path("suggestion").asText(""), mistakes));
      }
    }
  }

  private void read(RuleEntry rule) {
    if (rule.id().isEmpty()) {
      rule.mistake("no id");
    } else if (!ids.add(rule.id())) {
      rule.mistake("the id stands twice");
    }
    for (RuleKind kind : kinds) {
      if (kind.marks().stream().anyMatch(rule::has)) {
        kind.read(rule);
        return;
      }
    }
    rule.mistake("no kind of rule has such keys");
  }
}
