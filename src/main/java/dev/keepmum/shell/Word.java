package dev.keepmum.shell;

import java.util.List;

/**
 * A word as it was written: parts one after the other, before any expansion.
 *
 * @param parts in order; empty only for the empty word after an assignment ({@code X=})
 * @param start offset of the first character in the source
 * @param end offset after the last character
 */
public record Word(List<WordPart> parts, int start, int end) {}
