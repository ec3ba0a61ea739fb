package dev.keepmum.tool;

import java.nio.charset.StandardCharsets;

/** Addresses of local files (RFC 8089). */
final class FileUrl {
  private static final String SCHEME = "file:";
  private static final String VIEW_SOURCE = "view-source:";

  private FileUrl() {}

  /** The path a file URL names, decoded; empty if the text is no file URL. */
  static String path(String text) {
    String url = startsWith(text, VIEW_SOURCE) ? text.substring(VIEW_SOURCE.length()) : text;
    if (!startsWith(url, SCHEME)) {
      return "";
    }
    String path = decoded(withoutQuery(url.substring(SCHEME.length())));
    if (path.startsWith("//")) {
      int end = path.indexOf('/', 2);
      path = end < 0 ? "" : path.substring(end);
    }
    boolean hasDrive = path.length() > 2 && path.charAt(0) == '/' && path.charAt(2) == ':';
    return hasDrive ? path.substring(1) : path;
  }

  private static boolean startsWith(String text, String prefix) {
    return text.regionMatches(true, 0, prefix, 0, prefix.length());
  }

  private static String withoutQuery(String url) {
    for (int i = 0; i < url.length(); i++) {
      if (url.charAt(i) == '?' || url.charAt(i) == '#') {
        return url.substring(0, i);
      }
    }
    return url;
  }

  private static String decoded(String url) {
    if (url.indexOf('%') < 0) {
      return url;
    }
    byte[] bytes = url.getBytes(StandardCharsets.UTF_8);
    int length = 0;
    for (int i = 0; i < bytes.length; i++) {
      int high = i + 2 < bytes.length && bytes[i] == '%' ? Character.digit(bytes[i + 1], 16) : -1;
      int low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
      if (low < 0) {
        bytes[length++] = bytes[i];
      } else {
        bytes[length++] = (byte) (high << 4 | low);
        i += 2;
      }
    }
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }
}
