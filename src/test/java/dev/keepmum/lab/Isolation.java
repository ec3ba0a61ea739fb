package dev.keepmum.lab;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How commands are kept from the rest of the machine.
 *
 * <p>Namespaces of their own give them no network, no processes but theirs, a file system that is
 * read-only outside their room, and devices that do nothing. Where the kernel grants none (in many
 * containers), they have a clean environment only, and what writes outside the room is not run.
 */
enum Isolation {
  NAMESPACES,
  CLEAN_ENVIRONMENT;

  private static final String SECONDS = "3";

  /** What a command finds in {@code /dev}: files that a device is mounted on, and links. */
  static final List<String> DEVICES = List.of("null", "zero", "full", "random", "urandom");

  static final Map<String, String> DEVICE_LINKS =
      Map.of("fd", "/proc/self/fd", "stdin", "fd/0", "stdout", "fd/1", "stderr", "fd/2");

  /** Makes the inside of the room the only place to write, then runs the command there. */
  private static final String ENTRANCE =
      """
      set -e
      room=$1 directory=$2 command=$3
      printf '%s\\n' "$room $room none bind
      /dev/null $room/dev/null none bind
      /dev/zero $room/dev/zero none bind
      /dev/full $room/dev/full none bind
      /dev/random $room/dev/random none bind
      /dev/urandom $room/dev/urandom none bind
      none /sys tmpfs
      $room/dev /dev none rbind
      $room/tmp /tmp none bind" > "$room.mounts"
      mount -a -T "$room.mounts"
      mount -o remount,bind,ro /
      cd "$directory"
      exec timeout -k 1 3 bash -c "$command"
      """;

  private static Isolation best;

  /** The best that this machine grants. */
  static synchronized Isolation best() {
    if (best == null) {
      best = hasNamespaces() ? NAMESPACES : CLEAN_ENVIRONMENT;
    }
    return best;
  }

  private static boolean hasNamespaces() {
    try {
      Process trial =
          new ProcessBuilder(
                  "unshare", "-rmnpfiu", "--mount-proc", "mount", "-t", "tmpfs", "none", "/sys")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return trial.waitFor(10, TimeUnit.SECONDS) && trial.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** The words that start a command in a room. */
  List<String> start(Path room, Path directory, String command) {
    if (this == NAMESPACES) {
      return List.of(
          "unshare",
          "-rmnpfiu",
          "--kill-child",
          "--mount-proc",
          "bash",
          "-c",
          ENTRANCE,
          "entrance",
          room.toString(),
          directory.toString(),
          command);
    }
    return List.of("timeout", "-k", "1", SECONDS, "bash", "-c", command);
  }

  /** Whether a command may be run at all: without namespaces none that reaches out of its room. */
  boolean admits(String command) {
    return this == NAMESPACES
        || !command.contains("/tmp") && !command.contains("/dev/shm") && !command.contains("curl");
  }
}
