package dev.keepmum.scan.redact;

import dev.keepmum.event.JsonValue;
import java.util.List;

/**
 * An output without its secrets.
 *
 * @param output the output in the same shape; the very same value if nothing was replaced
 * @param replaced what was replaced, in order; of very many the first ones
 * @param kept what was found and could not be replaced: in the name of a member, in an image
 * @param isComplete whether all of it was looked through
 */
public record Redaction(
    JsonValue output, List<Replacement> replaced, List<Replacement> kept, boolean isComplete) {}
