package dev.keepmum.cli;

import dev.keepmum.flow.Trace;
import java.io.PrintWriter;

/** Prints what the analysis understood as a tree: commands, and inside them what they do. */
final class ExplanationTree implements Trace {

  private static final int MAX_LINES = 200;

  private final PrintWriter out;
  private int depth;
  private int lines;

  ExplanationTree(PrintWriter out) {
    this.out = out;
  }

  @Override
  public boolean isListening() {
    return lines <= MAX_LINES;
  }

  @Override
  public void command(String words) {
    print("$ " + words);
  }

  @Override
  public void note(String text) {
    print(text);
  }

  @Override
  public void enter() {
    depth++;
  }

  @Override
  public void leave() {
    depth--;
  }

  private void print(String text) {
    lines++;
    out.println("  ".repeat(depth) + (lines > MAX_LINES ? "…" : text));
  }
}
