package dev.keepmum.rule;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;

/**
 * A pattern of tokens in RE2's syntax, compiled, of a size that makes no text slow.
 *
 * @param text as it was written
 * @param program what it was compiled to
 */
public record OwnPattern(String text, Pattern program) {
  private static final int LONGEST = 500;

  /** The dearest of the rule book's own take about as many. */
  private static final int MOST_INSTRUCTIONS = 300;

  /** How often a part of it may be counted: RE2J writes it out so often. */
  static final int MOST_COUNTED = 32;

  /** A pattern that is none, or too large; the message says why. */
  public static final class Fault extends Exception {
    private static final long serialVersionUID = 1L;

    Fault(String message) {
      super(message, null, false, false);
    }
  }

  /** Compiles a pattern. */
  public static OwnPattern of(String text) throws Fault {
    if (text.length() > LONGEST) {
      throw new Fault("a pattern may have at most 500 characters");
    }
    Optional<String> fault = CountedParts.fault(text);
    if (fault.isPresent()) {
      throw new Fault(fault.get());
    }
    OwnPattern pattern;
    try {
      pattern = new OwnPattern(text, Pattern.compile(text));
    } catch (PatternSyntaxException e) {
      throw new Fault("the pattern is none: ".concat(e.getDescription()));
    }
    if (pattern.instructions() > MOST_INSTRUCTIONS) {
      throw new Fault(
          "the pattern is too large: "
              + pattern.instructions()
              + " instructions of at most "
              + MOST_INSTRUCTIONS);
    }
    return pattern;
  }

  /** How large it is, in instructions of RE2J. */
  public int instructions() {
    return program.programSize();
  }
}
