package dev.keepmum.policy;

import dev.keepmum.event.JsonValue.JsonObject;

/** TEMPORARY: stands in for the judge until it is there. */
public final class Judge {

  /** Judges one call of a tool. */
  public Verdict judge(String toolName, JsonObject toolInput, String cwd) {
    return Verdict.PASS;
  }
}
