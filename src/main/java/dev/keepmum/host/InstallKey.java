package dev.keepmum.host;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/**
 * The key under which this installation names values without telling them. It is made when it is
 * first asked for, lies in the account's own folder, readable for the account alone, and is never
 * sent anywhere.
 */
public final class InstallKey {
  /** In bytes. */
  public static final int LENGTH = 32;

  private InstallKey() {}

  /**
   * The key of this installation. Where it cannot be kept, one that holds for this process only:
   * what is named by it cannot be compared with what other processes named.
   */
  public static byte[] read() {
    return read(Path.of(System.getProperty("user.home", ""), ".local", "state", "keepmum"));
  }

  /** The key of an account, made if there is none yet. */
  public static byte[] read(Host host) {
    return read(Path.of(path(host)).getParent());
  }

  /** Where an account's key lies. */
  public static String path(Host host) {
    return host.accountHome().concat("/.local/state/keepmum/fingerprint.key");
  }

  static byte[] read(Path folder) {
    Path file = folder.resolve("fingerprint.key");
    try {
      return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? kept(file) : make(folder, file);
    } catch (IOException | UnsupportedOperationException e) {
      return random();
    }
  }

  private static byte[] kept(Path file) throws IOException {
    byte[] key = Files.readAllBytes(file);
    if (key.length != LENGTH) {
      throw new IOException("not a key");
    }
    return key;
  }

  /** Two processes may make it at once; the first name counts. */
  private static byte[] make(Path folder, Path file) throws IOException {
    byte[] key = random();
    Files.createDirectories(folder, forOwner("rwx------"));
    Path fresh = Files.createTempFile(folder, "fingerprint", ".new", forOwner("rw-------"));
    try {
      Files.write(fresh, key);
      Files.createLink(file, fresh);
      return key;
    } catch (FileAlreadyExistsException e) {
      return kept(file);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static FileAttribute<?>[] forOwner(String permissions) {
    boolean isPosix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return isPosix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private static byte[] random() {
    byte[] key = new byte[LENGTH];
    new SecureRandom().nextBytes(key);
    return key;
  }
}
