package dev.keepmum.host;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The real machine. */
public final class SystemHost implements Host {
  private static final int MAX_PREFIX = 1 << 20;

  private final Map<String, String> environment;
  private final String accountHome;

  /** This process's environment and account. */
  public SystemHost() {
    this(System.getenv(), System.getProperty("user.home", ""));
  }

  /**
   * This machine, seen with another environment.
   *
   * @param accountHome the account's home folder
   */
  public SystemHost(Map<String, String> environment, String accountHome) {
    this.environment = environment;
    this.accountHome = accountHome;
  }

  @Override
  public FileStatus status(String path) {
    Optional<Path> absolute = absolute(path);
    return absolute.isEmpty() ? FileStatus.UNREADABLE : status(absolute.get());
  }

  private static FileStatus status(Path path) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      FileStatus.Kind kind = kind(attributes);
      boolean regular = kind == FileStatus.Kind.REGULAR;
      Object key = attributes.fileKey();
      return new FileStatus(
          kind,
          regular ? attributes.size() : 0,
          attributes.lastModifiedTime().toMillis(),
          key == null ? "" : key.toString(),
          regular ? links(path) : 1);
    } catch (NoSuchFileException e) {
      return FileStatus.MISSING;
    } catch (IOException e) {
      return FileStatus.UNREADABLE;
    }
  }

  private static FileStatus.Kind kind(BasicFileAttributes attributes) {
    if (attributes.isRegularFile()) {
      return FileStatus.Kind.REGULAR;
    }
    return attributes.isDirectory() ? FileStatus.Kind.DIRECTORY : FileStatus.Kind.SPECIAL;
  }

  private static int links(Path path) {
    try {
      return Files.getAttribute(path, "unix:nlink") instanceof Integer links ? links : 1;
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return 1;
    }
  }

  @Override
  public boolean isExecutable(String path) {
    Optional<Path> absolute = absolute(path);
    return absolute.isPresent() && Files.isExecutable(absolute.get());
  }

  @Override
  public Optional<String> realPath(String path) {
    Optional<Path> absolute = absolute(path);
    if (absolute.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(absolute.get().toRealPath().toString());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * {@inheritDoc}
   *
   * <p>What stands there is looked at before opening, since opening a pipe waits and opening a
   * device may act, and again afterwards, since it may have been exchanged in between. A file of
   * size 0 is read all the same: those of the kernel (/proc) tell no size.
   */
  @Override
  public Optional<byte[]> readPrefix(String path, int limit) {
    FileStatus before = status(path);
    if (!before.isRegular()) {
      return Optional.empty();
    }
    try (InputStream in = new FileInputStream(path)) {
      if (!isSameFile(before, status(path))) {
        return Optional.empty();
      }
      return Optional.of(in.readNBytes(Math.max(0, Math.min(limit, MAX_PREFIX))));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static boolean isSameFile(FileStatus before, FileStatus after) {
    return after.isRegular()
        && before.fileKey().equals(after.fileKey())
        && (!before.fileKey().isEmpty() || before.size() == after.size());
  }

  @Override
  public List<String> list(String path, int limit) {
    Optional<Path> absolute = absolute(path);
    if (absolute.isEmpty()) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(absolute.get())) {
      for (Path entry : entries) {
        if (names.size() >= limit) {
          break;
        }
        names.add(entry.getFileName().toString());
      }
    } catch (IOException | DirectoryIteratorException e) {
      return List.of();
    }
    return names;
  }

  @Override
  public Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name));
  }

  @Override
  public List<String> variableNames() {
    return List.copyOf(environment.keySet());
  }

  /**
   * {@inheritDoc}
   *
   * <p>That is where programs look: {@code HOME} if it is set and absolute, else the account's.
   */
  @Override
  public String home() {
    String home = environment.getOrDefault("HOME", "");
    if (absolute(home).isPresent()) {
      return home;
    }
    return accountHome();
  }

  @Override
  public String accountHome() {
    return absolute(accountHome).isPresent() ? accountHome : "";
  }

  @Override
  public long now() {
    return System.currentTimeMillis();
  }

  private static Optional<Path> absolute(String path) {
    try {
      Path parsed = Path.of(path);
      return parsed.isAbsolute() ? Optional.of(parsed) : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
