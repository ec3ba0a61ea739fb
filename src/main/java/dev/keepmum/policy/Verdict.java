package dev.keepmum.policy;

/**
 * The answer to a call.
 *
 * @param decision what it comes to
 * @param rule the id of the rule that decided; empty on a pass, unless something was found that the
 *     configuration lets pass
 * @param layer the number of the trust layer, 0 if none
 * @param reason what would be shown, and the safe way; at most 300 characters or so, never a value;
 *     on a pass why it is one, if something was found
 * @param flow the way of the secret in a few words ({@code .env -> cat -> transcript}); empty on a
 *     pass
 */
public record Verdict(Decision decision, String rule, int layer, String reason, String flow) {

  /** Nothing against it. */
  public static final Verdict PASS = new Verdict(Decision.PASS, "", 0, "", "");

  /** The same, for another reason. */
  Verdict because(String other) {
    return new Verdict(decision, rule, layer, other, flow);
  }
}
