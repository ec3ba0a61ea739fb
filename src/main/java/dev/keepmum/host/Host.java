package dev.keepmum.host;

import java.util.List;
import java.util.Optional;

/**
 * The one door to the machine: files, environment and clock. Everything that judges reaches the
 * outside through it and nothing else, so that a judgement can be replayed and tested without a
 * machine.
 *
 * <p>No method throws for what a path or a machine may be like, none opens anything but a regular
 * file, and none follows more than what the operating system follows.
 */
public interface Host {

  /** What stands at an absolute path, links followed. */
  FileStatus status(String path);

  /** Whether this process may run a regular file; true where the system has no such permission. */
  default boolean isExecutable(String path) {
    return status(path).isRegular();
  }

  /** The absolute path without links and dots, or empty where it cannot be told. */
  Optional<String> realPath(String path);

  /**
   * The first bytes of a regular file.
   *
   * @param limit at most so many bytes, 1 MiB at the highest
   * @return empty where there is no regular file or it cannot be read
   */
  Optional<byte[]> readPrefix(String path, int limit);

  /**
   * The names in a folder, without {@code .} and {@code ..}, in no order.
   *
   * @param limit at most so many names
   * @return empty where there is no folder or it cannot be read
   */
  List<String> list(String path, int limit);

  /** The value of an environment variable of this process, which the judged call would inherit. */
  Optional<String> variable(String name);

  /** The names of all environment variables. */
  List<String> variableNames();

  /** The folder in which the user's own secrets lie, absolute; empty where nobody knows it. */
  String home();

  /**
   * The home folder of the account this process runs under, whatever the environment says; empty
   * where nobody knows it. keepmum's own files are found from here alone.
   */
  String accountHome();

  /** Milliseconds since the epoch. */
  long now();
}
