package dev.keepmum.settings;

/**
 * Whose settings a file holds. Later ones win over earlier ones (observed with Claude Code 2.1.330
 * for {@code env} and {@code model}); lists add up.
 */
public enum Scope {
  /** Not known, so that the worst is assumed. */
  ANY,
  /** {@code ~/.claude/settings.json}: what the person at the machine wants. */
  USER,
  /** {@code .claude/settings.json} and all else that comes with a repository. */
  PROJECT,
  /** {@code .claude/settings.local.json}: lies in the repository's folder, so may come with it. */
  LOCAL,
  /** {@code --settings}, and a file that is looked at by its name. */
  COMMAND_LINE,
  /** What the machine's owner laid down; the client starts its hooks without a project's env. */
  MANAGED;

  /** Whether somebody who wrote a repository may have written it. */
  public boolean isRepository() {
    return this == PROJECT || this == LOCAL || this == ANY;
  }
}
