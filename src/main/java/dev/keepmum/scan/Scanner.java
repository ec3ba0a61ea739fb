package dev.keepmum.scan;

import dev.keepmum.rule.RuleBook;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Looks into documents with all cores. What it holds at a time depends on the number of cores and
 * of findings, not on the number or the size of the documents.
 */
public final class Scanner {
  /** Heap that one thread may take: its piece of text, twice, and what the matching needs. */
  private static final long HEAP_A_THREAD = 16L << 20;

  private static final int WAITING = 256;

  /**
   * What is looked for, and how.
   *
   * @param home the folder that {@code ~} stands for in rules
   * @param opensArchives whether archives are looked into
   */
  record Settings(RuleBook rules, String home, Fingerprints fingerprints, boolean opensArchives) {}

  private final Settings settings;

  private Scanner(Settings settings) {
    this.settings = settings;
  }

  /**
   * A scanner that skips archives.
   *
   * @param home the folder that {@code ~} stands for in rules
   * @param installKey what values are named by on this machine
   * @param salt what a baseline checks values by
   */
  public static Scanner of(RuleBook rules, String home, byte[] installKey, String salt) {
    return new Scanner(new Settings(rules, home, new Fingerprints(installKey, salt), false));
  }

  /** The same scanner, but it looks into archives, within limits. */
  public Scanner openingArchives() {
    return new Scanner(
        new Settings(settings.rules(), settings.home(), settings.fingerprints(), true));
  }

  /**
   * Looks into all documents of a source.
   *
   * @param progress is kept up to date meanwhile
   * @throws ScanFailure if the source cannot be read, or not to its end
   */
  public ScanReport scan(Source source, ScanProgress progress) throws ScanFailure {
    ScanReport.Builder report = new ScanReport.Builder(progress);
    Run run = new Run(report);
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            threads(),
            threads(),
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            new ThreadPoolExecutor.CallerRunsPolicy());
    try {
      source.items(item -> run.add(item, pool), report);
    } finally {
      pool.shutdown();
      awaitEnd(pool);
      source.close();
    }
    run.rethrow();
    return report.build();
  }

  private static int threads() {
    long affordable = Runtime.getRuntime().maxMemory() / 2 / HEAP_A_THREAD;
    int cores = Runtime.getRuntime().availableProcessors();
    return (int) Math.max(1, Math.min(cores, affordable));
  }

  private static void awaitEnd(ThreadPoolExecutor pool) throws ScanFailure {
    try {
      pool.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ScanFailure("interrupted");
    }
  }

  /** One scan: the documents are numbered as they come, and threads lend each other their tools. */
  private final class Run {
    private final ScanReport.Builder report;
    private final ConcurrentLinkedQueue<DocumentScan> idle = new ConcurrentLinkedQueue<>();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private long sequence;

    Run(ScanReport.Builder report) {
      this.report = report;
    }

    void add(Item item, ThreadPoolExecutor pool) {
      long number = sequence++;
      if (failure.get() == null) {
        pool.execute(() -> scan(number, item));
      }
    }

    private void scan(long number, Item item) {
      DocumentScan scan = idle.poll();
      if (scan == null) {
        scan = new DocumentScan(settings, report);
      }
      try {
        scan.scan(number, item);
      } catch (ScanFailure | RuntimeException | Error e) {
        failure.compareAndSet(null, e);
      } finally {
        idle.add(scan);
      }
    }

    void rethrow() throws ScanFailure {
      Throwable first = failure.get();
      if (first instanceof ScanFailure known) {
        throw known;
      }
      if (first != null) {
        throw new IllegalStateException(first.getClass().getName(), first);
      }
    }
  }
}
