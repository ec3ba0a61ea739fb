package dev.keepmum.scan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/**
 * What a scan has found, in the order of the documents, and how much it has looked at.
 *
 * @param findings in the order of documents, lines and columns
 * @param unread what could not be looked at, and why
 * @param files documents that were looked into
 * @param bytes of their content
 * @param binaries documents that hold no text
 * @param ignored findings that a mark in the text accepts, with its reason
 * @param omitted findings beyond the limits, which are counted only
 */
public record ScanReport(
    List<ScanFinding> findings,
    List<Unread> unread,
    long files,
    long bytes,
    long binaries,
    long ignored,
    long omitted) {

  /** Something that could not be looked at. */
  public record Unread(String path, String why) {}

  /** The same report without what a baseline has. */
  public ScanReport without(Baseline baseline) {
    return new ScanReport(
        baseline.remaining(findings), unread, files, bytes, binaries, ignored, omitted);
  }

  /** Collects from many threads. */
  static final class Builder {
    private static final int MOST_FINDINGS = 100_000;
    private static final int MOST_UNREAD = 10_000;

    private record Found(long sequence, List<ScanFinding> findings) {}

    private final List<Found> found = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();
    private final ScanProgress progress;
    private final LongAdder binaries = new LongAdder();
    private final LongAdder ignored = new LongAdder();
    private final LongAdder omitted = new LongAdder();
    private int count;

    Builder(ScanProgress progress) {
      this.progress = progress;
    }

    synchronized void found(long sequence, List<ScanFinding> findings) {
      int room = Math.min(findings.size(), MOST_FINDINGS - count);
      count += room;
      omitted.add(findings.size() - room);
      if (room > 0) {
        found.add(new Found(sequence, List.copyOf(findings.subList(0, room))));
      }
    }

    synchronized void unread(String path, String why) {
      if (unread.size() < MOST_UNREAD) {
        unread.add(new Unread(path, why));
      }
    }

    void binary() {
      binaries.increment();
    }

    void ignored() {
      ignored.increment();
    }

    void omitted(long count) {
      omitted.add(count);
    }

    ScanProgress progress() {
      return progress;
    }

    synchronized ScanReport build() {
      found.sort(Comparator.comparingLong(Found::sequence));
      unread.sort(Comparator.comparing(Unread::path));
      List<ScanFinding> findings = new ArrayList<>();
      for (Found one : found) {
        findings.addAll(one.findings());
      }
      return new ScanReport(
          List.copyOf(findings),
          List.copyOf(unread),
          progress.files(),
          progress.bytes(),
          binaries.sum(),
          ignored.sum(),
          omitted.sum());
    }
  }
}
