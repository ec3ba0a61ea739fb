package dev.keepmum.rule;

/** Where rule books come from. */
public final class RuleBooks {
  private RuleBooks() {}

  /**
   * The rule book that comes with the program. Making it costs nothing: it reads an entry when it
   * is asked for one.
   */
  public static RuleBook standard() {
    return new StandardRuleBook();
  }
}
