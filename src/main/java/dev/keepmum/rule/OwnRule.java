package dev.keepmum.rule;

import java.util.List;

/** A rule of a user: what it says of the secret, and how that is found. */
public sealed interface OwnRule {

  /** What it says of the secret. */
  Rule rule();

  <R> R accept(Visitor<R> visitor);

  /** Answers for each kind of rule. */
  interface Visitor<R> {
    R files(Files files);

    R variables(Variables variables);

    R token(Token token);

    R command(Command command);

    R urls(Urls urls);
  }

  /**
   * Files are secret by their names.
   *
   * @param paths globs, as {@link OwnRuleLimits#glob} wants them
   * @param lookalikes globs of files that are none of them
   */
  record Files(Rule rule, List<String> paths, List<String> lookalikes) implements OwnRule {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.files(this);
    }
  }

  /**
   * Variables are secret by their names.
   *
   * @param names with {@code *} for anything
   * @param harmless names that are none of them
   */
  record Variables(Rule rule, List<String> names, List<String> harmless) implements OwnRule {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.variables(this);
    }
  }

  /** Texts are secret by their shape. */
  record Token(Rule rule, TokenDefinition definition) implements OwnRule {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.token(this);
    }
  }

  /** Command lines print a secret, or are a leak by themselves. */
  record Command(FormRule forms) implements OwnRule {
    @Override
    public Rule rule() {
      return forms.rule();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.command(this);
    }
  }

  /**
   * Addresses give out a secret to whoever asks.
   *
   * @param urls without a scheme, with {@code *} for anything
   */
  record Urls(Rule rule, List<String> urls) implements OwnRule {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.urls(this);
    }
  }
}
