package dev.keepmum.flow;

import java.util.ArrayList;
import java.util.List;

/** Path names as text: nothing here looks at the machine. */
public final class PathNames {
  private PathNames() {}

  /**
   * The absolute, normalised form of a path.
   *
   * @param directory absolute; what a relative path is relative to
   * @param home what a leading {@code ~/} stands for
   */
  public static String resolve(String directory, String path, String home) {
    if (path.equals("~") || path.startsWith("~/")) {
      return normalise(home.concat(path.substring(1)));
    }
    if (path.startsWith("/") || isWindowsAbsolute(path)) {
      return normalise(path);
    }
    if (!path.isEmpty() && path.charAt(0) == Content.UNKNOWN_PART) {
      return normalise("/".concat(path));
    }
    return normalise(directory.concat("/").concat(path));
  }

  /** The last name of a path. */
  public static String base(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? path : path.substring(slash + 1);
  }

  /** The folder of an absolute path. */
  public static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash <= 0 ? "/" : path.substring(0, slash);
  }

  private static boolean isWindowsAbsolute(String path) {
    return path.length() > 2
        && path.charAt(1) == ':'
        && (path.charAt(2) == '\\' || path.charAt(2) == '/')
        && Character.isLetter(path.charAt(0));
  }

  private static String normalise(String path) {
    if (isNormal(path)) {
      return path;
    }
    List<String> names = new ArrayList<>();
    int start = 0;
    while (start <= path.length()) {
      int slash = path.indexOf('/', start);
      int end = slash < 0 ? path.length() : slash;
      String name = path.substring(start, end);
      if (name.equals("..")) {
        if (!names.isEmpty()) {
          names.remove(names.size() - 1);
        }
      } else if (!name.isEmpty() && !name.equals(".")) {
        names.add(name);
      }
      start = end + 1;
    }
    StringBuilder joined = new StringBuilder(path.length());
    for (String name : names) {
      if (path.startsWith("/") || joined.length() > 0) {
        joined.append('/');
      }
      joined.append(name);
    }
    return joined.length() == 0 ? "/" : joined.toString();
  }

  private static boolean isNormal(String path) {
    return !path.contains("//")
        && !path.contains("/./")
        && !path.contains("/../")
        && !path.endsWith("/.")
        && !path.endsWith("/..")
        && (!path.endsWith("/") || path.length() == 1);
  }
}
