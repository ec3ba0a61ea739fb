package dev.keepmum.rule;

import java.util.ArrayList;
import java.util.List;

/** Which globs of a rule book fit a path: of those that its names lead to, the ones that fit. */
final class FileNames {
  /** With more globs than this to try, the automaton says first whether any of them fits. */
  private static final int FEW = 4;

  private static final char SPARES_EVERYWHERE = 'N';

  private final FileRules rules;
  private final String path;
  private final StringBuilder open = new StringBuilder();

  /** The globs that fit: the rule's index, the kind, the glob. */
  private final List<String> fitting = new ArrayList<>();

  private FileNames(FileRules rules, String path) {
    this.rules = rules;
    this.path = path;
  }

  /** Looks a canonical path up. */
  static FileNames of(FileRules rules, String path) {
    FileNames names = new FileNames(rules, path);
    rules.lookUp(path, names);
    names.decide();
    return names;
  }

  /** All globs that fit, as {@link FileRules#glob} has them, each once. */
  List<String> fitting() {
    return fitting;
  }

  /** The indexes of all rules that protect the path, by name or by content. */
  String protecting() {
    StringBuilder indexes = new StringBuilder();
    for (int i = 0; i < fitting.size(); i++) {
      char rule = fitting.get(i).charAt(0);
      if (isProtecting(fitting.get(i)) && indexes.indexOf(String.valueOf(rule)) < 0) {
        indexes.append(rule);
      }
    }
    return indexes.toString();
  }

  /** Takes what their literal parts decide, and notes the globs that need a pattern. */
  void consider(CharSequence globs) {
    for (int i = 0; i < globs.length(); i++) {
      char id = globs.charAt(i);
      String glob = rules.glob(id);
      Glob.Answer answer = Glob.literally(glob.substring(2), path);
      if (answer == Glob.Answer.YES) {
        accept(glob);
      } else if (answer == Glob.Answer.OPEN) {
        open.append(id);
      }
    }
  }

  private void decide() {
    if (open.length() > FEW && !rules.open().matches(Automaton.PATH.concat(path))) {
      return;
    }
    for (int i = 0; i < open.length(); i++) {
      String glob = rules.glob(open.charAt(i));
      if (rules.fits(open.charAt(i), path)) {
        accept(glob);
      }
    }
  }

  /** A path may lead to the same glob by two of its keys. */
  private void accept(String glob) {
    if (!fitting.contains(glob)) {
      fitting.add(glob);
    }
  }

  /** Whether neither a look-alike of the same rule nor one of all rules fits as well. */
  private boolean isProtecting(String glob) {
    if (glob.charAt(1) != FileRules.PROTECTS) {
      return false;
    }
    for (int i = 0; i < fitting.size(); i++) {
      String other = fitting.get(i);
      char kind = other.charAt(1);
      if (kind == SPARES_EVERYWHERE
          || (kind != FileRules.PROTECTS && other.charAt(0) == glob.charAt(0))) {
        return false;
      }
    }
    return true;
  }
}
