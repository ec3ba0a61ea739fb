package dev.keepmum.host;

/**
 * What is known of a path without opening it, links followed.
 *
 * @param kind what stands there
 * @param size bytes, 0 where {@code kind} is not {@link Kind#REGULAR}
 * @param modified milliseconds since the epoch of the last change of the content
 * @param fileKey names the file whatever path it was reached by (device and inode); empty where the
 *     system has none
 * @param links how many names the file has; 1 where that is not known
 */
public record FileStatus(Kind kind, long size, long modified, String fileKey, int links) {

  /** What stands at a path. */
  public enum Kind {
    REGULAR,
    DIRECTORY,
    /** A device, socket or pipe: never opened. */
    SPECIAL,
    MISSING,
    /** It cannot be told: permission denied, a loop of links, an invalid name. */
    UNREADABLE
  }

  /** Nothing stands there. */
  public static final FileStatus MISSING = new FileStatus(Kind.MISSING, 0, 0, "", 0);

  /** Something may stand there, but the system does not say. */
  public static final FileStatus UNREADABLE = new FileStatus(Kind.UNREADABLE, 0, 0, "", 0);

  /** Whether something stands there for sure. */
  public boolean exists() {
    return kind != Kind.MISSING && kind != Kind.UNREADABLE;
  }

  /** Whether it is a plain file. */
  public boolean isRegular() {
    return kind == Kind.REGULAR;
  }

  /** Whether it is a folder. */
  public boolean isDirectory() {
    return kind == Kind.DIRECTORY;
  }
}
