package dev.keepmum.flow;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The names that a call itself puts into folders, so that no machine lists them yet. */
final class MadeNames {

  /** What a kernel takes as one path, in bytes (Linux, {@code PATH_MAX}). */
  private static final int MAX_PATH = 4096;

  private final Map<String, Set<String>> byFolder = new HashMap<>();

  /** Takes note of a file or link, and of the folders that it needs. */
  void add(String path) {
    if (path.length() > MAX_PATH) {
      return;
    }
    String made = path;
    while (made.length() > 1 && in(PathNames.parent(made)).add(PathNames.base(made))) {
      made = PathNames.parent(made);
    }
  }

  /** Forgets a file or link; the folders around it stay. */
  void remove(String path) {
    if (isFolder(PathNames.parent(path))) {
      in(PathNames.parent(path)).remove(PathNames.base(path));
    }
  }

  boolean isFolder(String path) {
    return byFolder.containsKey(path);
  }

  /** The names in a folder, in the order in which they were made. */
  Set<String> of(String folder) {
    return byFolder.getOrDefault(folder, Set.of());
  }

  private Set<String> in(String folder) {
    Set<String> names = byFolder.get(folder);
    if (names == null) {
      names = new LinkedHashSet<>();
      byFolder.put(folder, names);
    }
    return names;
  }
}
