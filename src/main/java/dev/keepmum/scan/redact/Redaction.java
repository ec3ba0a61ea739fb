package dev.keepmum.scan.redact;

import dev.keepmum.event.JsonValue.JsonString;
import dev.keepmum.event.TextPatches;
import java.util.List;
import java.util.Map;

/**
 * What an output loses so that it holds no secret.
 *
 * @param patches what is written in other words, for each string of the output; by identity
 * @param replaced what was replaced, in order; of very many the first ones
 * @param kept what was found and could not be replaced: in the name of a member, in a picture
 * @param isComplete whether all of it was looked through
 */
public record Redaction(
    Map<JsonString, TextPatches> patches,
    List<Replacement> replaced,
    List<Replacement> kept,
    boolean isComplete) {}
