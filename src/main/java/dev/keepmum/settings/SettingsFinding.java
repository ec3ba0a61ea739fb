package dev.keepmum.settings;

/**
 * Something in a settings file that weakens the guard or hands control to somebody else.
 *
 * @param id the check that found it ({@code env/injects})
 * @param severity how bad it is
 * @param line where it stands, from 1
 * @param column where it stands in the line, from 1
 * @param message what is wrong and what follows from it; names keys, never values
 */
public record SettingsFinding(String id, Severity severity, int line, int column, String message) {

  /** How bad a finding is. */
  public enum Severity {
    /** The guard is off or can be passed by, or somebody else's code runs unasked. */
    ERROR,
    /** Worth a look. */
    WARNING,
    /** Good to know. */
    NOTE
  }
}
