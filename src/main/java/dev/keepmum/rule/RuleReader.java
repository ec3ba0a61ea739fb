package dev.keepmum.rule;

import dev.keepmum.effect.Language;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes rules of the compact texts of the generated tables, one at a time. */
final class RuleReader {
  private static final Map<String, Role> ROLES = rolesByWord();

  private RuleReader() {}

  static Rule rule(int index) {
    Fields fields = new Fields(RuleTable.text(index));
    String id = fields.next();
    String about = fields.next();
    Layer layer = layer(fields.nextNumber());
    Severity severity = severity(fields.next());
    String suggestion = fields.next();
    String provider = fields.next();
    return new Rule(id, about, layer, severity, suggestion, provider, fields.next());
  }

  /** The name of the content test of a file rule, or empty if its name alone decides. */
  static String contentTest(int index) {
    String text = RuleTable.text(index);
    return text.substring(text.lastIndexOf('\n') + 1);
  }

  static boolean isWorse(int index, int other) {
    return rule(index).severity().compareTo(rule(other).severity()) < 0;
  }

  private static Layer layer(int number) {
    for (Layer layer : Layer.values()) {
      if (layer.number() == number) {
        return layer;
      }
    }
    return Layer.TEXT;
  }

  /** Not {@code valueOf}, which looks the constants up by reflection: slow in a JVM that starts. */
  private static Severity severity(String name) {
    for (Severity severity : Severity.values()) {
      if (severity.name().equals(name)) {
        return severity;
      }
    }
    throw new IllegalStateException("no severity " + name);
  }

  private static Optional<Language> language(String name) {
    if (name.isEmpty()) {
      return Optional.empty();
    }
    for (Language language : Language.values()) {
      if (language.name().equals(name)) {
        return Optional.of(language);
      }
    }
    throw new IllegalStateException("no language " + name);
  }

  static CommandRule command(int index) {
    Fields fields = new Fields(CommandTable.text(index));
    String id = fields.next();
    List<String> names = fields.nextList();
    String about = fields.next();
    CommandRule.Syntax syntax = syntax(fields.next());
    Map<String, Role> options = options(fields.nextList());
    Map<String, Role> flags = options(fields.nextList());
    List<String> optionalValues = spellings(fields.nextList());
    List<Role> operands = roles(fields.nextList());
    int repeated = fields.nextNumber();
    CommandRule.Input input = input(fields.next());
    CommandRule.Output output = output(fields.next());
    String behaviour = fields.next();
    String language = fields.next();
    return new CommandRule(
        id,
        names,
        about,
        syntax,
        options,
        flags,
        optionalValues,
        operands,
        repeated,
        input,
        output,
        behaviour,
        language(language),
        !fields.next().isEmpty(),
        options(fields.nextList()));
  }

  /** Each item is the spellings of one option, then its role. */
  private static Map<String, Role> options(List<String> items) {
    Map<String, Role> options = new HashMap<>();
    for (int i = 0; i < items.size(); i++) {
      List<String> words = Fields.split(items.get(i), ' ');
      Role role = role(words.get(words.size() - 1));
      for (int j = 0; j < words.size() - 1; j++) {
        options.put(words.get(j), role);
      }
    }
    return Collections.unmodifiableMap(options);
  }

  private static List<String> spellings(List<String> items) {
    List<String> spellings = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      spellings.addAll(Fields.split(items.get(i), ' '));
    }
    return Collections.unmodifiableList(spellings);
  }

  private static List<Role> roles(List<String> words) {
    List<Role> roles = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      roles.add(role(words.get(i)));
    }
    return Collections.unmodifiableList(roles);
  }

  private static Role role(String word) {
    Role role = ROLES.get(word);
    if (role == null) {
      throw new IllegalStateException("no role " + word);
    }
    return role;
  }

  private static Map<String, Role> rolesByWord() {
    Map<String, Role> roles = new HashMap<>();
    for (Role role : Role.values()) {
      roles.put(role.word(), role);
    }
    return roles;
  }

  private static CommandRule.Syntax syntax(String word) {
    for (CommandRule.Syntax syntax : CommandRule.Syntax.values()) {
      if (syntax.word().equals(word)) {
        return syntax;
      }
    }
    throw new IllegalStateException("no syntax " + word);
  }

  private static CommandRule.Input input(String word) {
    for (CommandRule.Input input : CommandRule.Input.values()) {
      if (input.word().equals(word)) {
        return input;
      }
    }
    throw new IllegalStateException("no input " + word);
  }

  private static CommandRule.Output output(String word) {
    for (CommandRule.Output output : CommandRule.Output.values()) {
      if (output.word().equals(word)) {
        return output;
      }
    }
    throw new IllegalStateException("no output " + word);
  }

  static FormRule form(int index) {
    Fields fields = new Fields(FormTable.text(index));
    Rule rule = rule(fields.nextNumber());
    List<String> programs = fields.nextList();
    FormRule.Syntax syntax = formSyntax(fields.next());
    List<String> valued = fields.nextList();
    FormParser parser = new FormParser(syntax, valued);
    List<FormRule.Form> prints = parser.parseAll(fields.nextList());
    List<FormRule.Form> keeps = parser.parseAll(fields.nextList());
    List<FormRule.Form> assignments = parser.parseAll(fields.nextList());
    FormRule.Effect effect = effect(fields.next());
    List<String> members = fields.nextList();
    return new FormRule(
        rule, programs, syntax, valued, prints, keeps, assignments, effect, members);
  }

  private static FormRule.Syntax formSyntax(String word) {
    for (FormRule.Syntax syntax : FormRule.Syntax.values()) {
      if (syntax.word().equals(word)) {
        return syntax;
      }
    }
    throw new IllegalStateException("no syntax " + word);
  }

  private static FormRule.Effect effect(String word) {
    for (FormRule.Effect effect : FormRule.Effect.values()) {
      if (effect.word().equals(word)) {
        return effect;
      }
    }
    throw new IllegalStateException("no effect " + word);
  }
}
