package dev.keepmum.flow.command;

import dev.keepmum.code.JqEvaluation;
import dev.keepmum.event.JsonReader;
import dev.keepmum.event.JsonText;
import dev.keepmum.event.JsonValue;
import dev.keepmum.event.JsonValue.JsonString;
import dev.keepmum.event.MalformedJson;
import dev.keepmum.event.Position;
import dev.keepmum.flow.Content;
import dev.keepmum.rule.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What jq and yq make of a document where both that and their filter are known. */
final class QueryResult {

  /** Options of one letter that leave the document what it is. */
  private static final String HARMLESS_LETTERS = "ScMaren";

  private QueryResult() {}

  /**
   * The document that yq makes of a JSON file, if its options say that it stays one; unknown where
   * that cannot be worked out.
   */
  static Content ofYq(Invocation call, String filter) {
    Arguments arguments = call.arguments();
    List<Content> files = arguments.values(Role.READ);
    String format = arguments.option("-o").then(arguments.option("--output-format")).textOr("");
    boolean json = format.equals("json") || format.equals("=json") || format.equals("j");
    boolean other = arguments.hasOption("-n") || arguments.hasOption("--null-input");
    return json && !other && files.size() == 1
        ? result(filter, call.files().known(call.read(files.get(0))), Map.of())
        : Content.UNKNOWN;
  }

  /** The document that jq prints; unknown where that cannot be worked out. */
  static Content ofJq(Invocation call, String filter) {
    Map<String, JsonValue> variables = new LinkedHashMap<>();
    List<Content> files = call.arguments().values(Role.READ);
    Content text =
        files.size() > 1
            ? Content.UNKNOWN
            : call.files().known(files.isEmpty() ? call.input() : call.read(files.get(0)));
    boolean fromNothing =
        call.arguments().hasOption("-n") || call.arguments().hasOption("--null-input");
    if (!readOptions(call.words(), variables)) {
      return Content.UNKNOWN;
    }
    Content document = fromNothing ? Content.text("null") : text;
    boolean raw = call.arguments().hasOption("-r") || call.arguments().hasOption("--raw-output");
    return raw ? rawText(filter, document, variables) : result(filter, document, variables);
  }

  /** {@code jq -r}: a text is printed without its quotes. */
  private static Content rawText(
      String filter, Content document, Map<String, JsonValue> variables) {
    Optional<JsonValue> value = value(filter, document, variables);
    if (value.isPresent() && value.get().text().isPresent()) {
      return Content.text(value.get().text().get().concat("\n"));
    }
    return result(filter, document, variables);
  }

  private static Content result(String filter, Content document, Map<String, JsonValue> variables) {
    Optional<JsonValue> value = value(filter, document, variables);
    return value.isPresent() && value.get().text().isEmpty()
        ? Content.text(JsonText.of(value.get()).concat("\n"))
        : Content.UNKNOWN;
  }

  private static Optional<JsonValue> value(
      String filter, Content document, Map<String, JsonValue> variables) {
    if (!document.isSingleText() || document.hasSecrets()) {
      return Optional.empty();
    }
    try {
      JsonValue input = JsonReader.read(document.textOr(""));
      return JqEvaluation.result(filter, input, variables);
    } catch (MalformedJson noDocument) {
      return Optional.empty();
    }
  }

  /** Takes the variables that options set; false if another option changes what is printed. */
  private static boolean readOptions(List<Content> words, Map<String, JsonValue> variables) {
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i).textOr("");
      switch (word) {
        case "--arg":
        case "--argjson":
          if (i + 2 >= words.size()
              || !words.get(i + 2).isSingleText()
              || !set(word, words.get(i + 1).textOr(""), words.get(i + 2).textOr(""), variables)) {
            return false;
          }
          i += 2;
          break;
        case "--indent":
          i++;
          break;
        case "--tab":
        case "--sort-keys":
        case "--compact-output":
        case "--monochrome-output":
        case "--ascii-output":
        case "--raw-output":
        case "--exit-status":
        case "--null-input":
          break;
        default:
          if (word.startsWith("-") && !isHarmless(word)) {
            return false;
          }
      }
    }
    return true;
  }

  private static boolean set(
      String option, String name, String text, Map<String, JsonValue> variables) {
    try {
      variables.put(
          name,
          option.equals("--arg")
              ? new JsonString(text, new Position(1, 1))
              : JsonReader.read(text));
      return true;
    } catch (MalformedJson noValue) {
      return false;
    }
  }

  private static boolean isHarmless(String letters) {
    for (int i = 1; i < letters.length(); i++) {
      if (HARMLESS_LETTERS.indexOf(letters.charAt(i)) < 0) {
        return false;
      }
    }
    return letters.length() > 1;
  }
}
