package dev.keepmum.rule;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A rule book and the rules of a user beside it, which are asked first. What they make of a call is
 * no reason to forget what the book alone makes of it: a file that they protect is a place to keep
 * secrets in as well, and what stands in it is not looked at any more.
 */
record ExtendedRuleBook(RuleBook book, OwnRules own) implements RuleBook {

  @Override
  public Optional<Rule> variable(String name) {
    Optional<Rule> rule = own.variable(name);
    return rule.isPresent() ? rule : book.variable(name);
  }

  @Override
  public FileMatch file(String path, String home) {
    FileMatch match = own.file(path, home);
    return match.kind() == FileMatch.Kind.OPEN ? book.file(path, home) : match;
  }

  @Override
  public Optional<Rule> fileGlob(String glob, String home) {
    Optional<Rule> rule = own.fileGlob(glob, home);
    return rule.isPresent() ? rule : book.fileGlob(glob, home);
  }

  @Override
  public boolean holdsSecret(Rule rule, byte[] content) {
    return book.holdsSecret(rule, content)
        || own.haveTokens()
            && !own.tokens(new String(content, StandardCharsets.ISO_8859_1)).isEmpty();
  }

  @Override
  public List<TokenMatch> tokens(String text) {
    return Tokens.merged(book.tokens(text), own.tokens(text));
  }

  @Override
  public List<NamedValue> assigned(String text) {
    List<NamedValue> values = new ArrayList<>();
    for (NamedValue value : book.assigned(text)) {
      boolean isSecret = value.isNamedSecret() || own.variable(value.name()).isPresent();
      values.add(new NamedValue(value.name(), value.value(), isSecret));
    }
    return values;
  }

  @Override
  public List<String> homeFolders() {
    List<String> folders = new ArrayList<>(book.homeFolders());
    for (String folder : own.homeFolders()) {
      if (!folders.contains(folder)) {
        folders.add(folder);
      }
    }
    return folders;
  }

  @Override
  public Optional<Rule> url(String url) {
    Optional<Rule> rule = own.url(url);
    return rule.isPresent() ? rule : book.url(url);
  }

  @Override
  public boolean belongsTo(Rule rule, String variable, String host) {
    return book.belongsTo(rule, variable, host);
  }

  @Override
  public List<String> secretVariables() {
    return book.secretVariables();
  }

  @Override
  public boolean isAddress(String variable) {
    return book.isAddress(variable);
  }

  @Override
  public Optional<CommandRule> command(String name) {
    return book.command(name);
  }

  @Override
  public List<FormRule> forms(String program) {
    List<FormRule> forms = own.forms(program);
    if (forms.isEmpty()) {
      return book.forms(program);
    }
    List<FormRule> all = new ArrayList<>(book.forms(program));
    all.addAll(forms);
    return all;
  }

  @Override
  public Rule rule(String id) {
    Optional<Rule> rule = own.rule(id);
    return rule.isPresent() ? rule.get() : book.rule(id);
  }

  @Override
  public boolean hasRule(String id) {
    return own.rule(id).isPresent() || book.hasRule(id);
  }
}
