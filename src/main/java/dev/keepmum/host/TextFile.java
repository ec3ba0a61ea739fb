package dev.keepmum.host;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/**
 * A small UTF-8 file that is replaced as a whole: one writer at a time, and a reader sees the old
 * text or the new one, never a part. A symbolic link stays one; what it leads to is replaced.
 */
public final class TextFile {
  private static final int MAX_BYTES = 16 << 20;
  private static final FileAttribute<?>[] OWNER = {
    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
  };

  private final Path path;
  private final FileAttribute<?>[] attributes;

  /** What a change makes of a text. */
  public interface Change {
    /**
     * The new text.
     *
     * @param text the text so far; empty where there is no file
     * @return empty to have no file
     * @throws IOException if the text cannot be changed; it stays as it is
     */
    Optional<String> apply(Optional<String> text) throws IOException;
  }

  private TextFile(Path path, FileAttribute<?>[] attributes) {
    this.path = path;
    this.attributes = attributes;
  }

  /** The file at a path, which need not exist. */
  public static TextFile at(Path path) {
    return new TextFile(followed(path), new FileAttribute<?>[0]);
  }

  /** The same; if it has to be made, nobody but the account can read it. */
  public static TextFile ownAt(Path path) {
    boolean isPosix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return isPosix ? new TextFile(followed(path), OWNER) : at(path);
  }

  private static Path followed(Path path) {
    Path absolute = path.toAbsolutePath();
    try {
      return Files.exists(absolute) ? absolute.toRealPath() : absolute;
    } catch (IOException e) {
      return absolute;
    }
  }

  /**
   * The text; empty where there is no file.
   *
   * @throws IOException if it cannot be read, is no regular file, is larger than 16 MiB or is not
   *     UTF-8; the message says which
   */
  public Optional<String> read() throws IOException {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    refuseOthers();
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      return Optional.of(read(channel));
    }
  }

  /** Opening a pipe would wait, and opening a device may act. */
  private void refuseOthers() throws IOException {
    if (!Files.isRegularFile(path)) {
      throw new IOException("it is no regular file");
    }
  }

  private static String read(FileChannel channel) throws IOException {
    if (channel.size() > MAX_BYTES) {
      throw new IOException("it is larger than 16 MiB");
    }
    ByteBuffer bytes = ByteBuffer.allocate((int) channel.size());
    while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
    } catch (CharacterCodingException e) {
      throw new IOException("it is not UTF-8");
    }
  }

  /**
   * Changes the text while no other writer does. Folders that lack are made.
   *
   * @throws IOException if it cannot be read or written; the old text is still there then
   */
  public void change(Change change) throws IOException {
    Files.createDirectories(path.getParent());
    boolean isOurs = create();
    // Read through the channel that holds the lock: POSIX gives a process's locks on a file up as
    // soon as it closes any other descriptor of that file.
    try (FileChannel channel = lock()) {
      boolean isNew = isOurs && channel.size() == 0;
      Optional<String> before = isNew ? Optional.empty() : Optional.of(read(channel));
      Optional<String> after = changed(change, before, isNew);
      if (after.isEmpty()) {
        Files.deleteIfExists(path);
      } else if (!after.equals(before)) {
        replace(after.get());
      }
    }
  }

  private Optional<String> changed(Change change, Optional<String> before, boolean isNew)
      throws IOException {
    try {
      return change.apply(before);
    } catch (IOException e) {
      if (isNew) {
        Files.deleteIfExists(path);
      }
      throw e;
    }
  }

  /** Makes the file where there is none, so that there is something to lock. */
  private boolean create() throws IOException {
    try {
      Files.createFile(path, attributes);
      return true;
    } catch (FileAlreadyExistsException e) {
      refuseOthers();
      return false;
    }
  }

  /** Locks the file that is there once the lock is had: another writer may have replaced it. */
  private FileChannel lock() throws IOException {
    while (true) {
      String before = identity();
      FileChannel channel =
          FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
      boolean isOpened = before.equals(identity());
      FileLock lock = channel.lock();
      if (isOpened && lock.isValid() && before.equals(identity())) {
        return channel;
      }
      channel.close();
      create();
    }
  }

  /** What tells the file at the path from one that has taken its place; empty without a file. */
  private String identity() throws IOException {
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      return attributes.fileKey() + " " + attributes.lastModifiedTime();
    } catch (NoSuchFileException e) {
      return "";
    }
  }

  private void replace(String text) throws IOException {
    Path fresh = Files.createTempFile(path.getParent(), "." + path.getFileName(), ".new");
    try {
      try (FileChannel out = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
        out.force(true);
      }
      copyPermissions(fresh);
      Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private void copyPermissions(Path fresh) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
    if (view != null) {
      Set<PosixFilePermission> permissions = view.readAttributes().permissions();
      Files.setPosixFilePermissions(fresh, permissions);
    }
  }
}
