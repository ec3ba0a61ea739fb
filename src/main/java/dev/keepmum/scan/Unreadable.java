package dev.keepmum.scan;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.zip.ZipException;

/** Why something could not be read, in words that hold nothing of it. */
final class Unreadable {
  private Unreadable() {}

  static String reason(IOException fault) {
    if (fault instanceof LimitExceeded) {
      return fault.getMessage();
    }
    if (fault instanceof ZipException || fault instanceof java.io.EOFException) {
      return "is a broken archive";
    }
    if (fault instanceof NoSuchFileException) {
      return "is gone";
    }
    boolean isDenied =
        fault instanceof AccessDeniedException
            || fault.getMessage() != null && fault.getMessage().contains("Permission denied");
    return isDenied ? "may not be read" : "cannot be read";
  }
}
