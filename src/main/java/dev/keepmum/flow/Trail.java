package dev.keepmum.flow;

import java.util.List;

/**
 * The commands that something happens in, from the tool down to the innermost, each with its words
 * as they were understood; in a pipeline what came before belongs to it. An exception for one
 * command is held against it, so a word that is not exactly known, but for the secrets in it, makes
 * it a trail that no other equals. Costs next to nothing where nobody asks.
 */
public final class Trail {

  private static final char WORD = '\0';
  private static final char INSIDE = '\1';
  private static final char THEN = '\2';
  private static final String UNSURE = "\3";
  private static final char SECRET = '\4';

  private final boolean isKept;
  private final StringBuilder commands = new StringBuilder();
  private int depth;

  /** How deep the commands of the innermost pipeline stand; they stay until it ends. */
  private int pipelineDepth = -1;

  private Trail(boolean isKept) {
    this.isKept = isKept;
  }

  /** A trail that is asked for. */
  public static Trail kept() {
    return new Trail(true);
  }

  /** A trail that nobody asks for: it is empty, always. */
  public static Trail none() {
    return new Trail(false);
  }

  /** Whether anybody asks. */
  boolean isKept() {
    return isKept;
  }

  /**
   * A command begins.
   *
   * @return where it begins, for {@link #leave}
   */
  public int enter(String program, List<Content> arguments) {
    int start = commands.length();
    depth++;
    if (isKept) {
      commands.append(INSIDE).append(sure(program));
      for (Content argument : arguments) {
        commands.append(WORD).append(word(argument));
      }
    }
    return start;
  }

  /** A word: what it says, or which secrets it is made of. */
  private static String word(Content argument) {
    if (!argument.hasSecrets()) {
      return sure(argument.textOr(UNSURE));
    }
    StringBuilder secrets = new StringBuilder();
    for (Secret secret : argument.secrets()) {
      String source = secret.file().isEmpty() ? secret.label() : secret.file();
      secrets.append(SECRET).append(sure(source));
    }
    for (String text : argument.texts()) {
      secrets.append(SECRET).append(sure(text));
    }
    return secrets.toString();
  }

  /** A text; one that holds what is a mark here might make one trail look like another. */
  private static String sure(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) <= SECRET) {
        return UNSURE;
      }
    }
    return text;
  }

  /** The command that began at a place ends. */
  public void leave(int start) {
    depth--;
    if (depth != pipelineDepth) {
      commands.setLength(start);
    } else if (isKept) {
      commands.append(THEN);
    }
  }

  /**
   * A pipeline begins.
   *
   * @return for {@link #leavePipeline}
   */
  public Mark enterPipeline() {
    Mark mark = new Mark(commands.length(), pipelineDepth);
    pipelineDepth = depth;
    return mark;
  }

  /** The pipeline ends. */
  public void leavePipeline(Mark mark) {
    pipelineDepth = mark.depth;
    commands.setLength(mark.start);
  }

  /** The commands so far. */
  @Override
  public String toString() {
    return isKept ? commands.toString() : "";
  }

  /** Whether a trail tells exactly what was called, so that it may be compared. */
  public static boolean isExact(String trail) {
    return !trail.isEmpty() && !trail.contains(UNSURE);
  }

  /** Whether it ends in a tool itself, which runs no commands. */
  public static boolean isOfTool(String trail, String tool) {
    return trail.length() == tool.length() + 1 && trail.endsWith(tool);
  }

  /** Where a pipeline began. */
  public static final class Mark {
    private final int start;
    private final int depth;

    private Mark(int start, int depth) {
      this.start = start;
      this.depth = depth;
    }
  }
}
