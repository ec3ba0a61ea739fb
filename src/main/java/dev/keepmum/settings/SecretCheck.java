package dev.keepmum.settings;

import dev.keepmum.event.JsonValue;
import dev.keepmum.event.JsonValue.JsonArray;
import dev.keepmum.event.JsonValue.JsonMember;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.event.Position;
import dev.keepmum.rule.Placeholders;
import dev.keepmum.rule.Rule;
import dev.keepmum.rule.RuleBook;
import dev.keepmum.rule.TokenMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Secrets that stand in settings as they are: tokens anywhere, and values of members whose names
 * are a secret's. Finds each once and keeps the values to itself, so that they can be left out of
 * whatever is shown of the file.
 */
final class SecretCheck implements SettingsCheck {
  private static final int SHORTEST = 8;

  private final RuleBook rules;
  private final SourceText source;
  private final boolean mayHoldTokens;
  private final List<String> values = new ArrayList<>();

  SecretCheck(RuleBook rules, SourceText source) {
    this.rules = rules;
    this.source = source;
    this.mayHoldTokens = mayHoldTokens(rules, source.text());
  }

  /**
   * Whether a string of a text may hold a token: one look at all of it costs as much as one at each
   * string. Behind a backslash a character may be written in another way.
   */
  static boolean mayHoldTokens(RuleBook rules, String text) {
    return text.indexOf('\\') >= 0 || !rules.tokens(text).isEmpty();
  }

  /** Whether any of the file's strings may hold a token. */
  boolean mayHoldTokens() {
    return mayHoldTokens;
  }

  /** The secrets that were found, for leaving them out. */
  List<String> values() {
    return values;
  }

  @Override
  public void inspect(SettingsDocument settings, Report report) {
    inspect(settings.root(), "", "", report);
  }

  private void inspect(JsonValue value, String name, String path, Report report) {
    if (value instanceof JsonObject object) {
      for (JsonMember member : object.members().values()) {
        inspect(
            member.value(),
            member.name(),
            path.isEmpty() ? member.name() : path + '.' + member.name(),
            report);
      }
      for (JsonMember member : object.overridden()) {
        inspect(member.value(), member.name(), path + '.' + member.name(), report);
      }
    } else if (value instanceof JsonArray array) {
      for (int i = 0; i < array.elements().size(); i++) {
        inspect(array.elements().get(i), "", path + '[' + i + ']', report);
      }
    } else if (value.text().isPresent()) {
      text(value, value.text().get(), name, path, report);
    }
  }

  private void text(JsonValue value, String text, String name, String path, Report report) {
    int end = 0;
    for (TokenMatch token : mayHoldTokens ? rules.tokens(text) : List.<TokenMatch>of()) {
      if (token.start() >= end) {
        end = token.end();
        found(value, text.substring(token.start(), token.end()), token.rule(), path, report);
      }
    }
    Optional<Rule> variable = name.isEmpty() ? Optional.empty() : rules.variable(name);
    if (end == 0 && variable.isPresent() && isSecret(text)) {
      found(value, text, variable.get(), path, report);
    }
  }

  /** A value of its own, not where one is to be found. */
  private static boolean isSecret(String text) {
    return text.length() >= SHORTEST
        && text.indexOf(' ') < 0
        && !text.startsWith("/")
        && !text.startsWith("~")
        && !text.startsWith("./")
        && text.indexOf('$') < 0
        && !text.contains("://")
        && !Placeholders.isPlaceholder(text);
  }

  private void found(JsonValue value, String secret, Rule rule, String path, Report report) {
    values.add(secret);
    report.error(
        "secrets/literal",
        place(value, secret),
        path + " holds a secret: " + about(rule) + "; " + instead(path),
        path + secret);
  }

  private static String about(Rule rule) {
    String about = rule.about();
    String sentence = about.endsWith(".") ? about.substring(0, about.length() - 1) : about;
    return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
  }

  /** The way that keeps the secret in a vault until the client starts. */
  private static String instead(String path) {
    String name = path.substring(path.lastIndexOf('.') + 1);
    boolean isVariable = path.contains("env.") && name.indexOf('[') < 0;
    if (isVariable && path.startsWith("mcpServers")) {
      return "write \"${"
          + name
          + "}\" and start with keepmum run --env "
          + name
          + "=REFERENCE -- claude";
    }
    return isVariable
        ? "take it out and start with keepmum run --env " + name + "=REFERENCE -- claude"
        : "write \"${NAME}\" and start with keepmum run --env NAME=REFERENCE -- claude";
  }

  /** The secret's own place, where it is written as it is. */
  private Position place(JsonValue value, String secret) {
    int start = source.offset(value.position());
    int at = source.text().indexOf(secret, start);
    boolean isInside = at >= 0 && at < source.endOfValue(start);
    return isInside ? source.position(at) : value.position();
  }
}
