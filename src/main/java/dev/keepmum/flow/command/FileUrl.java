package dev.keepmum.flow.command;

import dev.keepmum.code.DataUrl;
import dev.keepmum.flow.Content;
import java.util.ArrayList;
import java.util.List;

/** {@code file:} URLs. */
final class FileUrl {
  private FileUrl() {}

  /** A path, which may be written as a {@code file:} URL. */
  static Content asPath(Content place) {
    List<String> paths = new ArrayList<>();
    for (String text : place.texts()) {
      paths.add(text.startsWith("file:") ? path(text) : text);
    }
    return place.withTexts(paths);
  }

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
