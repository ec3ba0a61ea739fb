package dev.keepmum.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The folders in which programs keep their secrets, as the globs of rules name them. */
final class HomeFolders {
  private static final String HOME = "~/";

  private HomeFolders() {}

  static List<String> of(FileRules rules) {
    Set<String> folders = new TreeSet<>();
    for (int i = 0; i < rules.count(); i++) {
      String pattern = rules.glob(i);
      if (pattern.charAt(1) == FileRules.PROTECTS && pattern.startsWith(HOME, 2)) {
        folders.add(folder(pattern.substring(2 + HOME.length())));
      }
    }
    return new ArrayList<>(folders);
  }

  /** The part before the last slash that no wildcard comes before. */
  private static String folder(String glob) {
    int end = 0;
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      if (c == '*' || c == '?' || c == '[') {
        break;
      }
      if (c == '/') {
        end = i;
      }
    }
    return glob.substring(0, end);
  }
}
