package dev.keepmum.rule;

import java.util.Optional;

/**
 * What the rule book says about a path by its name. It knows names of files only: whether a folder
 * stands there ({@code credentials/}) is the caller's to see first.
 *
 * @param kind how sure the name makes it
 * @param rule the rule, unless the kind is {@link Kind#OPEN}
 */
public record FileMatch(Kind kind, Optional<Rule> rule) {

  /** How sure a name makes it that a file holds a secret. */
  public enum Kind {
    /** No rule knows the name. */
    OPEN,
    /** A name like that of a protected file, known to hold no secret: {@code .env.example}. */
    LOOKALIKE,
    /** Protected whatever stands in it. */
    PROTECTED,
    /**
     * Protected if its content holds a secret, or cannot be read: {@code .npmrc}, {@code x.pem}.
     */
    BY_CONTENT
  }

  /** No rule knows the name. */
  public static final FileMatch OPEN = new FileMatch(Kind.OPEN, Optional.empty());

  /**
   * Whether the file counts as secret where its content cannot be seen: it lacks, lies on another
   * machine, or may not be read. A name that only might hold a secret then passes.
   */
  public boolean isSecretUnseen() {
    if (kind == Kind.BY_CONTENT) {
      Severity severity = rule.get().severity();
      return severity == Severity.CRITICAL || severity == Severity.HIGH;
    }
    return kind == Kind.PROTECTED;
  }
}
