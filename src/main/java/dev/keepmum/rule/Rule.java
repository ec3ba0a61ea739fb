package dev.keepmum.rule;

/**
 * What a rule says about the secret it knows: everything a verdict needs, without the patterns.
 *
 * @param id {@code layer3/dotenv}
 * @param about what it protects, in one sentence
 * @param layer where such a secret lives
 * @param severity how bad a leak is
 * @param suggestion the safe way to get on with the work: a command that itself passes, or a
 *     sentence; may hold {@code {path}} and {@code {name}}
 * @param provider whose secret it is, as the host table names it; empty if nobody's in particular
 */
public record Rule(
    String id, String about, Layer layer, Severity severity, String suggestion, String provider) {}
