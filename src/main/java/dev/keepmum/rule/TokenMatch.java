package dev.keepmum.rule;

/**
 * A secret found in a text.
 *
 * @param rule which kind it is
 * @param start offset of its first character
 * @param end offset after its last character
 */
public record TokenMatch(Rule rule, int start, int end) {}
