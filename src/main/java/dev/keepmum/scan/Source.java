package dev.keepmum.scan;

import java.util.function.Consumer;

/** Where documents come from. */
public abstract class Source {
  Source() {}

  /**
   * Hands out all documents, in an order that depends on nothing but them.
   *
   * @param report is told what cannot be read
   */
  abstract void items(Consumer<Item> to, ScanReport.Builder report) throws ScanFailure;

  /** Lets go what the documents were read from; called once all are read. */
  void close() {}
}
