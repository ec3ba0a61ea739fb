package dev.keepmum.rule;

import java.util.Optional;

/**
 * Whether a URL hands out secrets by being asked.
 *
 * <p>A pattern is compared with the URL without its scheme, user and query, in small letters and
 * with {@code *} for anything; its host is a name, or {@code *} where any host will do.
 */
final class Urls {
  private static final int LONGEST = 4096;

  private Urls() {}

  static Optional<Rule> secret(String url) {
    if (url.length() > LONGEST) {
      return Optional.empty();
    }
    String address = address(url);
    for (int i = 0; i < UrlTable.textCount(); i++) {
      String entry = UrlTable.text(i);
      int space = entry.indexOf(' ');
      if (Glob.starsMatch(entry, space + 1, address)) {
        return Optional.of(RuleReader.rule(Integer.parseInt(entry.substring(0, space))));
      }
    }
    return Optional.empty();
  }

  /** Whether a URL is one that a pattern of small letters stands for. */
  static boolean fits(String pattern, String url) {
    return url.length() <= LONGEST && Glob.starsMatch(pattern, 0, address(url));
  }

  /** Host, port and path: {@code http://u:p@H:80//a/./b?c#d} is {@code h:80/a/b}. */
  private static String address(String url) {
    String lower = AsciiCase.lower(url);
    int start = lower.indexOf("://");
    String rest = start < 0 ? lower : lower.substring(start + 3);
    int end = rest.length();
    for (int i = 0; i < end; i++) {
      char c = rest.charAt(i);
      if (c == '?' || c == '#') {
        end = i;
      }
    }
    rest = rest.substring(0, end);
    int slash = rest.indexOf('/');
    int at = rest.lastIndexOf('@', slash < 0 ? rest.length() : slash);
    rest = rest.substring(at + 1);
    StringBuilder address = new StringBuilder(rest.length());
    for (int i = 0; i < rest.length(); i++) {
      char c = rest.charAt(i);
      if (c == '/' && rest.startsWith("/./", i)) {
        i++;
      } else if (c != '/' || address.length() == 0 || address.charAt(address.length() - 1) != '/') {
        address.append(c);
      }
    }
    return address.toString();
  }
}
