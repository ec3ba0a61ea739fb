package dev.keepmum.rule;

final class FileContents {
  private FileContents() {}

  static boolean holdsSecret(String test, byte[] content) {
    return !test.isEmpty() && content.length > 0;
  }
}
