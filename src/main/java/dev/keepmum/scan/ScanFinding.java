package dev.keepmum.scan;

import dev.keepmum.rule.Fingerprint;
import dev.keepmum.rule.Rule;
import java.util.List;
import java.util.Optional;

/**
 * One secret at one place.
 *
 * @param rules all that know it, the most specific first; never empty
 * @param name what the value is assigned to where it stands, empty if nothing tells
 * @param fingerprint tells the value from others without telling it; a whole file has none
 * @param check 16 bits of the value under the baseline's salt, for values that cannot be guessed;
 *     else empty
 * @param note what has to be said of it besides
 */
public record ScanFinding(
    List<Rule> rules,
    Place place,
    String name,
    Optional<Fingerprint> fingerprint,
    String check,
    Note note) {

  /** Why a finding stands although somebody meant to have it accepted. */
  public enum Note {
    NONE,
    /** It is marked to be ignored, but the mark gives no reason. */
    NO_REASON,
    /** The baseline has it, with another value. */
    OTHER_VALUE
  }

  /** The most specific rule. */
  public Rule rule() {
    return rules.get(0);
  }

  /**
   * What stands there, without the value: {@code API_KEY = ghp_… (40 characters)}; empty for a
   * whole file.
   */
  public String preview() {
    if (fingerprint.isEmpty()) {
      return "";
    }
    String value = fingerprint.get().prefix() + "… (" + fingerprint.get().length() + " characters)";
    return name.isEmpty() ? value : name + " = " + value;
  }

  ScanFinding with(Note other) {
    return new ScanFinding(rules, place, name, fingerprint, check, other);
  }
}
