package dev.keepmum.cli;

import dev.keepmum.scan.ScanProgress;
import java.io.PrintWriter;
import picocli.CommandLine.Help.Ansi;

/** A line that tells how far a scan has come; on a terminal only, and never with NO_COLOR. */
final class ProgressLine implements AutoCloseable {
  private static final long PAUSE_MS = 200;
  private static final String ERASE = "\r\u001b[K";

  private final PrintWriter to;
  private final ScanProgress progress;
  private final Thread thread = new Thread(this::tell, "progress");

  private ProgressLine(PrintWriter to, ScanProgress progress) {
    this.to = to;
    this.progress = progress;
    thread.setDaemon(true);
  }

  static ProgressLine on(PrintWriter to, ScanProgress progress) {
    return new ProgressLine(to, progress);
  }

  /** Begins to tell, if there is a terminal. */
  void start() {
    if (Ansi.AUTO.enabled()) {
      thread.start();
    }
  }

  private void tell() {
    try {
      while (true) {
        Thread.sleep(PAUSE_MS);
        to.print(ERASE + progress.files() + " files, " + (progress.bytes() >> 20) + " MiB");
        to.flush();
      }
    } catch (InterruptedException e) {
      to.print(ERASE);
      to.flush();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
