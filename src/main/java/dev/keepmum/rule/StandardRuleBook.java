package dev.keepmum.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The rule book that comes with the program, answered from tables that the build generates.
 *
 * <p>It reads only the entries that a question touches, and those of programs once. It may be asked
 * by many threads.
 */
public final class StandardRuleBook implements RuleBook {

  /** What was read of the tables: a long pipeline asks for the same few programs all the time. */
  private final Map<Integer, CommandRule> commands = new ConcurrentHashMap<>();

  private final Map<Integer, FormRule> forms = new ConcurrentHashMap<>();

  @Override
  public Optional<Rule> variable(String name) {
    return VariableNames.secret(name);
  }

  @Override
  public FileMatch file(String path, String home) {
    return StandardFileRules.RULES.match(path, home);
  }

  @Override
  public Optional<Rule> fileGlob(String glob, String home) {
    return FileGlobs.match(StandardFileRules.RULES, glob, home);
  }

  @Override
  public boolean holdsSecret(Rule rule, byte[] content) {
    String index = RuleTable.index(rule.id());
    return !index.isEmpty()
        && FileContents.holdsSecret(RuleReader.contentTest(index.charAt(0)), content);
  }

  @Override
  public List<TokenMatch> tokens(String text) {
    return Tokens.find(text);
  }

  @Override
  public List<NamedValue> assigned(String text) {
    List<NamedValue> found = new ArrayList<>();
    Assignments assignments = new Assignments(text);
    while (assignments.next()) {
      if (assignments.isReal()) {
        found.add(assignments.assigned());
      }
    }
    return found;
  }

  @Override
  public List<String> homeFolders() {
    return HomeFolders.of(StandardFileRules.RULES);
  }

  @Override
  public Optional<Rule> url(String url) {
    return Urls.secret(url);
  }

  @Override
  public boolean belongsTo(Rule rule, String variable, String host) {
    return Hosts.belongsTo(rule.provider(), variable, host);
  }

  @Override
  public List<String> secretVariables() {
    return Fields.split(VariableTable.secrets(0), '\t');
  }

  @Override
  public boolean isAddress(String variable) {
    return Hosts.isAddress(variable);
  }

  @Override
  public Optional<CommandRule> command(String name) {
    String index = CommandTable.index(name);
    return index.isEmpty() ? Optional.empty() : Optional.of(command(index.charAt(0)));
  }

  private CommandRule command(int index) {
    CommandRule rule = commands.get(index);
    if (rule == null) {
      rule = RuleReader.command(index);
      commands.put(index, rule);
    }
    return rule;
  }

  @Override
  public List<FormRule> forms(String program) {
    List<FormRule> found = new ArrayList<>();
    String indexes = FormTable.indexes(program);
    for (int i = 0; i < indexes.length(); i++) {
      found.add(form(indexes.charAt(i)));
    }
    String lower = AsciiCase.lower(program);
    if (!lower.equals(program)) {
      addCaseless(FormTable.indexes(lower), found);
    }
    return found;
  }

  /** Windows' programs answer to their name in any case. */
  private void addCaseless(String indexes, List<FormRule> found) {
    for (int i = 0; i < indexes.length(); i++) {
      FormRule form = form(indexes.charAt(i));
      if (form.syntax() == FormRule.Syntax.CASELESS) {
        found.add(form);
      }
    }
  }

  private FormRule form(int index) {
    FormRule form = forms.get(index);
    if (form == null) {
      form = RuleReader.form(index);
      forms.put(index, form);
    }
    return form;
  }

  /**
   * A rule by its id.
   *
   * @throws IllegalArgumentException if there is none, which is a mistake in the program
   */
  @Override
  public boolean hasRule(String id) {
    return !RuleTable.index(id).isEmpty();
  }

  @Override
  public Rule rule(String id) {
    String index = RuleTable.index(id);
    if (index.isEmpty()) {
      throw new IllegalArgumentException("no rule " + id);
    }
    return RuleReader.rule(index.charAt(0));
  }
}
