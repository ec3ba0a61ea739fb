package dev.keepmum.flow;

/** What one judgement may use up: steps, depth and text. */
public final class Budget {

  private static final int MAX_STEPS = 10_000;
  private static final int MAX_DEPTH = 32;
  private static final int MAX_TEXT = 1 << 20;

  private int steps;
  private int depth;
  private int text;

  /** Counts one interpreted command or effect. */
  public void step() {
    if (++steps > MAX_STEPS) {
      throw new LimitReached("steps");
    }
  }

  /** Goes one level down; every call is paired with {@link #leave()}. */
  public void enter() {
    if (++depth > MAX_DEPTH) {
      depth = 0;
      throw new LimitReached("nesting");
    }
  }

  /** Comes up again from {@link #enter()}. */
  public void leave() {
    depth--;
  }

  /** The exception for a bound that somebody else found reached. */
  public LimitReached limit(String which) {
    return new LimitReached(which);
  }

  /** Counts text that was made or read. */
  public void text(int characters) {
    text += characters;
    if (text > MAX_TEXT) {
      throw new LimitReached("text");
    }
  }
}
