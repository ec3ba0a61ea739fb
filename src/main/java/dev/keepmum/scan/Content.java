package dev.keepmum.scan;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of a document, opened when they are needed. */
interface Content {

  /**
   * Opens the bytes; the caller closes.
   *
   * @throws ScanFailure if the scan cannot be trusted without them
   * @throws IOException if this one document cannot be read
   */
  InputStream open() throws IOException;
}
