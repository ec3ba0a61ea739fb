package dev.keepmum.rule;

import java.util.ArrayList;
import java.util.List;

/**
 * A path as the rule book compares it: small letters, slashes, without dots, and a home folder
 * written {@code ~}.
 *
 * <p>Windows' ways of writing the same name are undone: backslashes, {@code \\?\}, a stream's name
 * ({@code .env::$DATA}), dots and spaces at the end; and the marks that macOS takes for nothing.
 * Any account's home counts as one, for a container's {@code /root/.aws} holds the same as ours.
 */
final class PathName {
  private static final String[] HOMES = {
    "/home/", "/users/", "c:/users/", "c:/documents and settings/"
  };

  private PathName() {}

  /**
   * The path to compare.
   *
   * @param home what {@code ~} stands for; may be empty
   * @return begins with {@code /}, {@code ~/} or a drive; a relative path counts as below the home
   *     folder, since it may be
   */
  static String canonical(String path, String home) {
    String name = resolved(AsciiCase.lower(withSlashes(path)));
    String folder = resolved(AsciiCase.lower(withSlashes(home)));
    if (!folder.isEmpty() && !folder.equals("/")) {
      if (name.equals(folder)) {
        return "~";
      }
      if (name.startsWith(folder) && name.charAt(folder.length()) == '/') {
        return "~".concat(name.substring(folder.length()));
      }
    }
    if (name.startsWith("/root/")) {
      return "~".concat(name.substring(5));
    }
    for (int i = 0; i < HOMES.length; i++) {
      if (name.startsWith(HOMES[i])) {
        int account = name.indexOf('/', HOMES[i].length());
        return account < 0 ? name : "~".concat(name.substring(account));
      }
    }
    return isAbsolute(name) ? name : "~/".concat(name);
  }

  private static boolean isAbsolute(String name) {
    return name.startsWith("/")
        || name.equals("~")
        || name.startsWith("~/")
        || (name.length() > 1 && name.charAt(1) == ':');
  }

  private static String withSlashes(String path) {
    String slashes = withoutIgnored(path).replace('\\', '/');
    if (slashes.startsWith("//?/")) {
      slashes = slashes.substring(4);
    }
    return slashes;
  }

  /** Without the marks that HFS+ takes for nothing in a name (Apple's TN1150, as git has them). */
  private static String withoutIgnored(String path) {
    StringBuilder kept = null;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (isIgnored(c) && kept == null) {
        kept = new StringBuilder(path.length()).append(path, 0, i);
      } else if (!isIgnored(c) && kept != null) {
        kept.append(c);
      }
    }
    return kept == null ? path : kept.toString();
  }

  private static boolean isIgnored(char c) {
    return c >= '\u200c'
        && (c <= '\u200f'
            || c >= '\u202a' && c <= '\u202e'
            || c >= '\u206a' && c <= '\u206f'
            || c == '\ufeff');
  }

  /** Without empty parts and dots, each name without what Windows ignores at its end. */
  private static String resolved(String path) {
    if (path.isEmpty()) {
      return path;
    }
    List<String> names = Fields.split(path, '/');
    List<String> kept = new ArrayList<>();
    boolean absolute = path.charAt(0) == '/';
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (name.equals("..")) {
        if (!kept.isEmpty()) {
          kept.remove(kept.size() - 1);
        }
      } else if (!name.equals(".")) {
        kept.add(plain(name));
      }
    }
    StringBuilder text = new StringBuilder(path.length());
    for (int i = 0; i < kept.size(); i++) {
      if (absolute || i > 0) {
        text.append('/');
      }
      text.append(kept.get(i));
    }
    return absolute && kept.isEmpty() ? "/" : text.toString();
  }

  private static String plain(String name) {
    int colon = name.indexOf(':', 2);
    int end = colon > 0 && name.endsWith("$data") ? colon : name.length();
    while (end > 1 && (name.charAt(end - 1) == '.' || name.charAt(end - 1) == ' ')) {
      end--;
    }
    return name.substring(0, end);
  }
}
