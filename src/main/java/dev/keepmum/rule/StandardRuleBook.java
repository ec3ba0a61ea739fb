package dev.keepmum.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rule book that comes with the program, answered from tables that the build generates.
 *
 * <p>It holds no state and reads only the entries that a question touches. It may be asked by many
 * threads.
 */
public final class StandardRuleBook implements RuleBook {

  @Override
  public Optional<Rule> variable(String name) {
    return VariableNames.secret(name);
  }

  @Override
  public FileMatch file(String path, String home) {
    return FileNames.match(path, home);
  }

  @Override
  public Optional<Rule> fileGlob(String glob, String home) {
    return FileGlobs.match(glob, home);
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
  public Optional<Rule> url(String url) {
    return Urls.secret(url);
  }

  @Override
  public boolean belongsTo(Rule rule, String variable, String host) {
    return Hosts.belongsTo(rule.provider(), variable, host);
  }

  @Override
  public Optional<CommandRule> command(String name) {
    String index = CommandTable.index(name);
    return index.isEmpty() ? Optional.empty() : Optional.of(RuleReader.command(index.charAt(0)));
  }

  @Override
  public List<FormRule> forms(String program) {
    List<FormRule> forms = new ArrayList<>();
    String indexes = FormTable.indexes(program);
    for (int i = 0; i < indexes.length(); i++) {
      forms.add(RuleReader.form(indexes.charAt(i)));
    }
    String lower = AsciiCase.lower(program);
    if (!lower.equals(program)) {
      addCaseless(FormTable.indexes(lower), forms);
    }
    return forms;
  }

  /** Windows' programs answer to their name in any case. */
  private static void addCaseless(String indexes, List<FormRule> forms) {
    for (int i = 0; i < indexes.length(); i++) {
      FormRule form = RuleReader.form(indexes.charAt(i));
      if (form.syntax() == FormRule.Syntax.CASELESS) {
        forms.add(form);
      }
    }
  }

  /**
   * A rule by its id.
   *
   * @throws IllegalArgumentException if there is none, which is a mistake in the program
   */
  @Override
  public Rule rule(String id) {
    String index = RuleTable.index(id);
    if (index.isEmpty()) {
      throw new IllegalArgumentException("no rule " + id);
    }
    return RuleReader.rule(index.charAt(0));
  }
}
