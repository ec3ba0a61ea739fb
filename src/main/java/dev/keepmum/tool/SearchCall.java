package dev.keepmum.tool;

import dev.keepmum.effect.Effect;
import dev.keepmum.effect.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A search for lines, as ripgrep makes it for the Grep tool. */
final class SearchCall {

  /** The client leaves the folders of version control out. */
  private static final List<String> VERSION_CONTROL =
      List.of("**/.git/**", "**/.svn/**", "**/.hg/**", "**/.jj/**", "**/.sl/**");

  private SearchCall() {}

  /** Only the mode "content" shows lines; the others, and the default, tell names and counts. */
  static void search(ToolInput in, String cwd) {
    String pattern = in.take("pattern");
    String path = in.take("path");
    String glob = in.take("glob");
    String type = in.take("type");
    boolean ignoresCase = in.takeTruth("-i");
    if (!in.take("output_mode").equals("content")) {
      return;
    }
    List<String> include = new ArrayList<>(FileTypes.globs(type));
    List<String> exclude = new ArrayList<>(VERSION_CONTROL);
    for (String one : globs(glob)) {
      if (one.startsWith("!")) {
        exclude.add(one.substring(1));
      } else {
        include.add(one);
      }
    }
    in.add(
        new Effect.Print(
            new Value.ReadTree(
                new Value.Text(path.isEmpty() ? cwd : path),
                include,
                exclude,
                pattern.isEmpty()
                    ? Optional.empty()
                    : Optional.of(ignoresCase ? "(?i)" + pattern : pattern))));
  }

  /** Several globs stand side by side, with spaces or, outside of braces, with commas between. */
  private static List<String> globs(String text) {
    List<String> globs = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i == text.length() ? ' ' : text.charAt(i);
      if (c == '{') {
        depth++;
      } else if (c == '}') {
        depth--;
      } else if (c == ' ' || c == ',' && depth <= 0) {
        if (i > start) {
          globs.add(text.substring(start, i));
        }
        start = i + 1;
      }
    }
    return globs;
  }
}
