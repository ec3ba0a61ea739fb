package dev.keepmum.policy;

import dev.keepmum.flow.PathNames;
import dev.keepmum.host.FileStatus;
import dev.keepmum.host.Host;
import java.util.Optional;

/**
 * Where keepmum's configuration lies. No variable tells but the one by which the client names the
 * project, for a repository may set variables: a file elsewhere would be a configuration of its
 * choice.
 */
public final class ConfigurationFiles {

  private static final String MANAGED = "/etc/keepmum/config.json";
  private static final String PROJECT = "/.keepmum.json";

  private final Host host;
  private final String directory;

  /**
   * The files for one call.
   *
   * @param directory the folder of the call, absolute: the project where no client names one
   */
  public ConfigurationFiles(Host host, String directory) {
    this.host = host;
    this.directory = directory;
  }

  /** Whether there is any configuration: one look at each place, which is all that most pay. */
  boolean exist() {
    return exists(MANAGED) || exists(user()) || exists(project());
  }

  /** The absolute path of a layer's file; empty where nobody knows the account's home. */
  public String path(ConfigurationLayer layer) {
    switch (layer) {
      case MANAGED:
        return MANAGED;
      case USER:
        return user();
      default:
        return project();
    }
  }

  private String user() {
    String home = host.accountHome();
    return home.isEmpty() ? "" : home.concat("/.config/keepmum/config.json");
  }

  private String project() {
    String project = host.variable("CLAUDE_PROJECT_DIR").orElse("");
    return (isAbsolute(project) ? project : directory).concat(PROJECT);
  }

  /**
   * Where a file stands without links on the way; empty if it is a link itself, which may lead to
   * what was meant for another place.
   */
  static Optional<String> place(Host host, String path) {
    Optional<String> folder = host.realPath(PathNames.parent(path));
    Optional<String> real = host.realPath(path);
    if (folder.isEmpty() || real.isEmpty()) {
      return Optional.empty();
    }
    String parent = folder.get().equals("/") ? "" : folder.get();
    String place = parent.concat("/").concat(PathNames.base(path));
    return place.equals(real.get()) ? real : Optional.empty();
  }

  private static boolean isAbsolute(String path) {
    return path.startsWith("/") || path.length() > 2 && path.charAt(1) == ':';
  }

  /** What cannot be looked at may be there, and is then found out to be unreadable. */
  boolean exists(String path) {
    return !path.isEmpty() && host.status(path) != FileStatus.MISSING;
  }
}
