package dev.keepmum.policy;

/** Who speaks in a configuration file, from the one whose word binds the others. */
public enum ConfigurationLayer {
  /** Who runs the machine. */
  MANAGED("managed"),
  /** Whose account it is. */
  USER("user"),
  /** Who wrote the repository; what loosens needs the user's trust. */
  PROJECT("project");

  private final String word;

  ConfigurationLayer(String word) {
    this.word = word;
  }

  /** The layer as people read it. */
  public String word() {
    return word;
  }
}
