package dev.keepmum.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The rules of a user, ready to be asked. May be asked by many threads. */
public final class OwnRules {
  private final Map<String, Rule> rules = new HashMap<>();
  private final OwnFileRules files;
  private final OwnVariableRules variables;
  private final OwnTokenRules tokens;
  private final Map<String, List<FormRule>> forms = new HashMap<>();
  private final List<OwnRule.Urls> urls;
  private final AtomicInteger answers = new AtomicInteger();

  private OwnRules(List<OwnRule> all) {
    Kinds kinds = new Kinds();
    for (int i = 0; i < all.size(); i++) {
      rules.put(all.get(i).rule().id(), all.get(i).rule());
      all.get(i).accept(kinds);
    }
    files = new OwnFileRules(kinds.files);
    variables = new OwnVariableRules(kinds.variables);
    tokens = OwnTokenRules.of(kinds.tokens);
    urls = kinds.urls;
  }

  /**
   * Rules in the order in which they are to be named.
   *
   * @param all what {@link OwnRuleLimits} has found nothing wrong with
   */
  public static OwnRules of(List<OwnRule> all) {
    return new OwnRules(all);
  }

  /** Parts rules by kind. */
  private final class Kinds implements OwnRule.Visitor<Void> {
    private final List<OwnRule.Files> files = new ArrayList<>();
    private final List<OwnRule.Variables> variables = new ArrayList<>();
    private final List<OwnRule.Token> tokens = new ArrayList<>();
    private final List<OwnRule.Urls> urls = new ArrayList<>();

    @Override
    public Void files(OwnRule.Files rule) {
      files.add(rule);
      return null;
    }

    @Override
    public Void variables(OwnRule.Variables rule) {
      variables.add(rule);
      return null;
    }

    @Override
    public Void token(OwnRule.Token rule) {
      tokens.add(rule);
      return null;
    }

    @Override
    public Void command(OwnRule.Command rule) {
      FormRule form = rule.forms();
      boolean isCaseless = form.syntax() == FormRule.Syntax.CASELESS;
      for (String program : form.programs()) {
        String name = isCaseless ? AsciiCase.lower(program) : program;
        List<FormRule> known = forms.get(name);
        if (known == null) {
          known = new ArrayList<>();
          forms.put(name, known);
        }
        known.add(form);
      }
      return null;
    }

    @Override
    public Void urls(OwnRule.Urls rule) {
      urls.add(rule);
      return null;
    }
  }

  /**
   * A book with these rules before its own. Whoever judges by it has to judge by the book alone as
   * well, lest a rule hides what another one finds.
   */
  public RuleBook before(RuleBook book) {
    return new ExtendedRuleBook(book, this);
  }

  /**
   * Whether they find an example: the name of a file or a variable, a text that holds a token, a
   * URL. Of command lines they know only together with what a whole call does.
   */
  public boolean find(String example) {
    return file(example, "").kind() == FileMatch.Kind.PROTECTED
        || variable(example).isPresent()
        || !tokens(example).isEmpty()
        || url(example).isPresent();
  }

  /** How often they have known something so far: without that they have changed no judgement. */
  public int answers() {
    return answers.get();
  }

  private <T> T told(boolean isKnown, T answer) {
    if (isKnown) {
      answers.incrementAndGet();
    }
    return answer;
  }

  private Optional<Rule> told(Optional<Rule> rule) {
    return told(rule.isPresent(), rule);
  }

  Optional<Rule> rule(String id) {
    return Optional.ofNullable(rules.get(id));
  }

  FileMatch file(String path, String home) {
    FileMatch match = files.count() == 0 ? FileMatch.OPEN : files.match(path, home);
    return told(match.kind() != FileMatch.Kind.OPEN, match);
  }

  Optional<Rule> fileGlob(String glob, String home) {
    return files.count() == 0 ? Optional.empty() : told(FileGlobs.match(files, glob, home));
  }

  List<String> homeFolders() {
    return HomeFolders.of(files);
  }

  Optional<Rule> variable(String name) {
    return told(variables.secret(name));
  }

  boolean haveTokens() {
    return tokens.count() > 0;
  }

  /** The tokens in a text, by where they begin. */
  List<TokenMatch> tokens(String text) {
    List<TokenMatch> found = haveTokens() ? Tokens.find(tokens, text) : List.of();
    return told(!found.isEmpty(), found);
  }

  List<FormRule> forms(String program) {
    List<FormRule> found = new ArrayList<>();
    List<FormRule> named = forms.get(program);
    if (named != null) {
      found.addAll(named);
    }
    String lower = AsciiCase.lower(program);
    List<FormRule> caseless = lower.equals(program) ? null : forms.get(lower);
    for (int i = 0; caseless != null && i < caseless.size(); i++) {
      if (caseless.get(i).syntax() == FormRule.Syntax.CASELESS) {
        found.add(caseless.get(i));
      }
    }
    return told(!found.isEmpty(), found);
  }

  /** All rules that know a URL, as one. */
  Optional<Rule> url(String url) {
    Rule found = null;
    for (int i = 0; i < urls.size(); i++) {
      if (fits(urls.get(i).urls(), url)) {
        found = found == null ? urls.get(i).rule() : found.with(urls.get(i).rule());
      }
    }
    return told(Optional.ofNullable(found));
  }

  private static boolean fits(List<String> patterns, String url) {
    for (int i = 0; i < patterns.size(); i++) {
      if (Urls.fits(AsciiCase.lower(patterns.get(i)), url)) {
        return true;
      }
    }
    return false;
  }
}
