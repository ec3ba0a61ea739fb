package dev.keepmum.shell;

import java.util.ArrayList;
import java.util.List;

/** The parts of a word as they are found; text that belongs together becomes one literal. */
final class PartList {
  private final List<WordPart> parts = new ArrayList<>(1);
  private final StringBuilder text = new StringBuilder();
  private final boolean inQuotes;
  private boolean textQuoted;
  private boolean textPresent;

  /** Text that is not said to be quoted is so by where it stands, if {@code inQuotes}. */
  PartList(boolean inQuotes) {
    this.inQuotes = inQuotes;
  }

  void character(char c) {
    expect(inQuotes);
    text.append(c);
  }

  void text(String unquoted) {
    expect(inQuotes);
    text.append(unquoted);
  }

  void quoted(char c) {
    expect(true);
    text.append(c);
  }

  void quoted(String quoted) {
    expect(true);
    text.append(quoted);
  }

  void add(WordPart part) {
    flush();
    parts.add(part);
  }

  void addAll(List<WordPart> added) {
    flush();
    parts.addAll(added);
  }

  List<WordPart> finished() {
    flush();
    return List.copyOf(parts);
  }

  private void expect(boolean quoted) {
    if (textPresent && textQuoted != quoted) {
      flush();
    }
    textQuoted = quoted;
    textPresent = true;
  }

  private void flush() {
    if (textPresent) {
      parts.add(new WordPart.Literal(text.toString(), textQuoted));
      text.setLength(0);
      textPresent = false;
    }
  }
}
