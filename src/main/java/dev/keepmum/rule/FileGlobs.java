package dev.keepmum.rule;

import java.util.Optional;

/**
 * Whether a shell's glob could name a protected file that nobody has seen.
 *
 * <p>Answers yes only where the glob is about such a name: {@code .en?}, {@code id_r*}, {@code
 * *.tfstate}. A glob that takes everything ({@code *}, {@code *.json}) is judged by the files that
 * are there, not here.
 */
final class FileGlobs {
  private static final int LONGEST = 1024;

  /** A glob with a star must spell out so many characters before it to be about a name. */
  private static final int SPELLED = 3;

  private static final int SPELLED_AFTER_DOT = 2;

  private FileGlobs() {}

  static Optional<Rule> match(FileRules rules, String glob, String home) {
    if (glob.isEmpty() || glob.length() > LONGEST) {
      return Optional.empty();
    }
    FileMatch instance = rules.match(instance(glob), home);
    if (instance.kind() == FileMatch.Kind.PROTECTED) {
      return instance.rule();
    }
    if (instance.kind() == FileMatch.Kind.LOOKALIKE || !isAboutName(glob)) {
      return Optional.empty();
    }
    return sample(rules, glob, home);
  }

  /** Looks for a name of the rules, or one that their globs stand for, that fits. */
  private static Optional<Rule> sample(FileRules rules, String glob, String home) {
    String base = AsciiCase.lower(glob.substring(glob.lastIndexOf('/') + 1));
    String folder = glob.substring(0, glob.lastIndexOf('/') + 1);
    for (int i = 0; i < rules.count(); i++) {
      String pattern = rules.glob(i);
      String name = pattern.substring(pattern.lastIndexOf('/') + 1);
      if (name.equals("*") || name.equals("**") || !ShellGlob.matches(base, instance(name))) {
        continue;
      }
      FileMatch match = rules.match(folder.concat(instance(name)), home);
      if (match.kind() == FileMatch.Kind.PROTECTED) {
        return match.rule();
      }
    }
    return Optional.empty();
  }

  private static boolean isAboutName(String glob) {
    String base = glob.substring(glob.lastIndexOf('/') + 1);
    int star = base.indexOf('*');
    if (star < 0) {
      return true;
    }
    return star >= (base.startsWith(".") ? SPELLED_AFTER_DOT : SPELLED);
  }

  /** One name that the glob stands for, with an x for what is open. */
  private static String instance(String glob) {
    StringBuilder name = new StringBuilder(glob.length());
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      if (c == '\\' && i + 1 < glob.length()) {
        i++;
        name.append(glob.charAt(i));
      } else if (c == '[' && glob.indexOf(']', i + 2) > 0) {
        name.append(ShellGlob.member(glob, i));
        i = glob.indexOf(']', i + 2);
      } else {
        name.append(c == '*' || c == '?' ? 'x' : c);
      }
    }
    return name.toString();
  }
}
