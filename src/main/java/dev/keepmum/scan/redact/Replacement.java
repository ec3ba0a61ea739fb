package dev.keepmum.scan.redact;

import dev.keepmum.rule.Rule;

/**
 * A secret in an output, without its value.
 *
 * @param place where it stands: {@code stdout:2:14} is the second line of {@code stdout}, from its
 *     fourteenth character on
 * @param standIn what is written in its place
 */
public record Replacement(Rule rule, String place, String standIn) {}
