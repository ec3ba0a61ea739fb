package dev.keepmum.scan;

import java.util.concurrent.atomic.LongAdder;

/** How far a scan has come; to be read while it runs. */
public final class ScanProgress {
  private final LongAdder files = new LongAdder();
  private final LongAdder bytes = new LongAdder();

  /** Documents that have been looked into. */
  public long files() {
    return files.sum();
  }

  /** Bytes of their content. */
  public long bytes() {
    return bytes.sum();
  }

  void file() {
    files.increment();
  }

  void bytes(long count) {
    bytes.add(count);
  }
}
