package dev.keepmum.flow;

import java.util.HashMap;
import java.util.Map;

/** The links that a call itself makes, so that no machine knows them yet. Paths are absolute. */
final class Links {

  /** How many links a kernel follows in one path (Linux, path_resolution(7)). */
  private static final int MAX_LINKS = 40;

  private final Map<String, String> targets = new HashMap<>();

  void add(String link, String target) {
    if (!link.equals(target)) {
      targets.put(link, target);
    }
  }

  void remove(String link) {
    targets.remove(link);
  }

  /** The file that a path leads to. */
  String followed(String path) {
    return targets.isEmpty() ? path : resolved(path, path.length());
  }

  /** The place of a path: links are followed up to its last name, which may be one itself. */
  String located(String path) {
    return targets.isEmpty() ? path : resolved(path, Math.max(0, path.lastIndexOf('/')));
  }

  /** Replaces the longest link that ends within so many characters, again and again. */
  private String resolved(String path, int within) {
    String resolved = path;
    int rest = path.length() - within;
    for (int i = 0; i < MAX_LINKS; i++) {
      int end = resolved.length() - rest;
      while (end > 0 && !targets.containsKey(resolved.substring(0, end))) {
        end = resolved.lastIndexOf('/', end - 1);
      }
      if (end <= 0) {
        return resolved;
      }
      resolved = targets.get(resolved.substring(0, end)).concat(resolved.substring(end));
    }
    return resolved;
  }
}
