package dev.keepmum.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.keepmum.rule.FormRule.Effect;
import dev.keepmum.rule.FormRule.Syntax;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The form rules that are shipped, with their examples, read plainly for the tests of this package.
 */
final class FormBook {
  private static final List<String> FILES =
      List.of("layer1.json", "layer2-forms.json", "layer4.json");

  private static final List<Entry> ENTRIES = readAll();

  private FormBook() {}

  /** A rule, its forms as they are spelled, and its examples. */
  record Entry(
      FormRule rule,
      List<String> prints,
      List<String> keeps,
      List<String> catches,
      List<String> spares) {
    @Override
    public String toString() {
      return rule.rule().id();
    }

    boolean matches(List<String> arguments) {
      return FormMatcher.matches(rule, arguments);
    }

    boolean isAbout(String program) {
      return rule.programs().contains(program)
          || rule.syntax() == Syntax.CASELESS
              && rule.programs().contains(program.toLowerCase(Locale.ROOT));
    }
  }

  static List<Entry> entries() {
    return ENTRIES;
  }

  private static List<Entry> readAll() {
    List<Entry> entries = new ArrayList<>();
    for (String file : FILES) {
      for (JsonNode node : read(file).get("rules")) {
        entries.add(entry(node));
      }
    }
    return entries;
  }

  /** The rules that a command line breaks. */
  static List<String> matching(String commandLine) {
    List<String> words = CommandLine.words(commandLine);
    String program = words.get(0).substring(words.get(0).lastIndexOf('/') + 1);
    return ENTRIES.stream()
        .filter(entry -> entry.isAbout(program))
        .filter(entry -> entry.matches(words.subList(1, words.size())))
        .map(Entry::toString)
        .toList();
  }

  private static JsonNode read(String file) {
    try (InputStream in = FormBook.class.getResourceAsStream("/dev/keepmum/rules/" + file)) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Entry entry(JsonNode node) {
    List<String> prints = strings(node, "prints");
    List<String> keeps = strings(node, "keeps");
    List<String> valued = strings(node, "valued");
    Syntax syntax = Syntax.valueOf(node.path("syntax").asText("gnu").toUpperCase(Locale.ROOT));
    FormParser parser = new FormParser(syntax, valued);
    String id = node.get("id").asText();
    Rule rule =
        new Rule(
            id,
            node.get("about").asText(),
            Layer.values()[id.charAt("layer".length()) - '1'],
            Severity.valueOf(node.get("severity").asText().toUpperCase(Locale.ROOT)),
            node.get("suggestion").asText(),
            node.path("provider").asText(""));
    String effect = node.path("effect").asText("prints").replace('-', '_').toUpperCase(Locale.ROOT);
    return new Entry(
        new FormRule(
            rule,
            strings(node, "programs"),
            syntax,
            valued,
            parser.parseAll(prints),
            parser.parseAll(keeps),
            parser.parseAll(strings(node, "assignments")),
            Effect.valueOf(effect),
            strings(node, "members")),
        prints,
        keeps,
        strings(node, "catches"),
        strings(node, "spares"));
  }

  private static List<String> strings(JsonNode node, String key) {
    List<String> texts = new ArrayList<>();
    for (JsonNode text : node.path(key)) {
      texts.add(text.asText());
    }
    return texts;
  }
}
