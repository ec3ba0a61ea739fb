package dev.keepmum.policy;

import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.host.Host;

/** TEMPORARY: stands in for the judge until it is there. */
public final class Judge {

  public Judge(Host host) {}

  /** Judges one call of a tool. */
  public Verdict judge(String toolName, JsonObject toolInput, String cwd) {
    return Verdict.PASS;
  }
}
