package dev.keepmum.flow.expand;

import dev.keepmum.flow.Content;

/** A field as it grows: its text, and the same as a pattern in which quoted parts are escaped. */
final class FieldBuilder {

  private Content text = Content.EMPTY;
  private Content pattern = Content.EMPTY;
  private boolean present;
  private boolean globbing;

  void unquoted(Content added) {
    text = text.then(added);
    pattern = pattern.then(added);
    present |= !added.isEmptyText();
    for (String candidate : added.texts()) {
      globbing |= GlobPattern.isPattern(candidate);
    }
  }

  void quoted(Content added) {
    text = text.then(added);
    pattern = pattern.then(escaped(added));
    present = true;
  }

  /** Whether it makes a word: something unquoted that is empty does not. */
  boolean isPresent() {
    return present;
  }

  boolean isGlobbing() {
    return globbing;
  }

  Content text() {
    return text;
  }

  Content pattern() {
    return pattern;
  }

  static Content escaped(Content content) {
    if (content.texts().isEmpty()) {
      return content;
    }
    java.util.List<String> escaped = new java.util.ArrayList<>(content.texts().size());
    for (String candidate : content.texts()) {
      escaped.add(GlobPattern.escape(candidate));
    }
    return content.withTexts(escaped);
  }
}
