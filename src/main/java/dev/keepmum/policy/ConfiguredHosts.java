package dev.keepmum.policy;

import dev.keepmum.rule.CommandRule;
import dev.keepmum.rule.FileMatch;
import dev.keepmum.rule.FormRule;
import dev.keepmum.rule.NamedValue;
import dev.keepmum.rule.Rule;
import dev.keepmum.rule.RuleBook;
import dev.keepmum.rule.TokenMatch;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A rule book with hosts that the configuration says secrets belong to. */
record ConfiguredHosts(RuleBook rules, Map<String, List<String>> hosts) implements RuleBook {

  /** Whether a text is a host's name, or {@code *.} and a domain of at least two labels. */
  static boolean isHost(String text) {
    String name = text.startsWith("*.") ? text.substring(2) : text;
    boolean isWild = name.length() < text.length();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean isInName = c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '.';
      if (!isInName) {
        return false;
      }
    }
    return !name.isEmpty()
        && !name.startsWith(".")
        && !name.endsWith(".")
        && !name.contains("..")
        && (!isWild || name.indexOf('.') > 0);
  }

  @Override
  public boolean belongsTo(Rule rule, String variable, String host) {
    if (rules.belongsTo(rule, variable, host)) {
      return true;
    }
    String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    for (Map.Entry<String, List<String>> entry : hosts.entrySet()) {
      String owner = entry.getKey();
      boolean isHost =
          owner.startsWith("*.") ? name.endsWith(owner.substring(1)) : name.equals(owner);
      if (isHost && isNamed(rule, variable, entry.getValue())) {
        return true;
      }
    }
    return false;
  }

  @Override
  public List<String> secretVariables() {
    return rules.secretVariables();
  }

  @Override
  public boolean isAddress(String variable) {
    return rules.isAddress(variable);
  }

  private static boolean isNamed(Rule rule, String variable, List<String> secrets) {
    return secrets.contains(rule.id())
        || rule.hasProvider() && secrets.contains(rule.provider())
        || !variable.isEmpty() && secrets.contains(variable);
  }

  @Override
  public Optional<Rule> variable(String name) {
    return rules.variable(name);
  }

  @Override
  public FileMatch file(String path, String home) {
    return rules.file(path, home);
  }

  @Override
  public Optional<Rule> fileGlob(String glob, String home) {
    return rules.fileGlob(glob, home);
  }

  @Override
  public boolean holdsSecret(Rule rule, byte[] content) {
    return rules.holdsSecret(rule, content);
  }

  @Override
  public List<TokenMatch> tokens(String text) {
    return rules.tokens(text);
  }

  @Override
  public List<NamedValue> assigned(String text) {
    return rules.assigned(text);
  }

  @Override
  public List<String> homeFolders() {
    return rules.homeFolders();
  }

  @Override
  public Optional<Rule> url(String url) {
    return rules.url(url);
  }

  @Override
  public Optional<CommandRule> command(String name) {
    return rules.command(name);
  }

  @Override
  public List<FormRule> forms(String program) {
    return rules.forms(program);
  }

  @Override
  public Rule rule(String id) {
    return rules.rule(id);
  }

  @Override
  public boolean hasRule(String id) {
    return rules.hasRule(id);
  }
}
