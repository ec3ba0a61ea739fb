package dev.keepmum.scan;

import java.util.List;

/**
 * A document with its content.
 *
 * @param earlier the versions that it replaces: a secret that stands in one of them is not new
 * @param isRepeated whether the same bytes were handed out before, so that only its name is new
 */
record Item(Document document, Content content, List<Content> earlier, boolean isRepeated) {
  Item(Document document, Content content) {
    this(document, content, List.of(), false);
  }
}
