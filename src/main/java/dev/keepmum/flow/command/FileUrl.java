package dev.keepmum.flow.command;

import dev.keepmum.code.DataUrl;

/** {@code file:} URLs. */
final class FileUrl {
  private FileUrl() {}

  /** The path of a {@code file:} URL, percent-decoding done. */
  static String path(String url) {
    String rest = url.substring("file:".length());
    if (rest.startsWith("//")) {
      int slash = rest.indexOf('/', 2);
      rest = slash < 0 ? "/" : rest.substring(slash);
    }
    return DataUrl.decoded(rest);
  }
}
