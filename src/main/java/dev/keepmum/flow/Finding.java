package dev.keepmum.flow;

import dev.keepmum.rule.Rule;

/**
 * A flow that should not be, or an act that a person should see.
 *
 * @param kind what happens to the secret
 * @param rule the rule that knows the secret or the act
 * @param source where the secret comes from, as {@link Secret#label()}
 * @param way the program or step it went through; may be empty
 * @param sink where it arrives: {@code the transcript}, a path, a host
 * @param resource what it is taken from, told from all others of the name: the absolute path of a
 *     file, else the source
 * @param literal the value, where it stands in the call
 * @param trail the commands it happens in, as {@link Trail} has them; empty if nobody asks
 */
public record Finding(
    Kind kind,
    Rule rule,
    String source,
    String way,
    String sink,
    String resource,
    Literal literal,
    String trail) {

  /** A finding that no exception can be held against. */
  public Finding(Kind kind, Rule rule, String source, String way, String sink) {
    this(kind, rule, source, way, sink, source, Literal.NONE, "");
  }

  /** The same finding as another rule has it. */
  Finding by(Rule other) {
    return new Finding(kind, other, source, way, sink, resource, literal, trail);
  }

  /** Whether it is the same flow by the same commands. */
  public boolean isSame(Finding other) {
    return kind == other.kind
        && rule.id().equals(other.rule.id())
        && way.equals(other.way)
        && sink.equals(other.sink)
        && resource.equals(other.resource)
        && literal.isSame(other.literal)
        && trail.equals(other.trail);
  }

  /** What happens. */
  public enum Kind {
    /** It is shown: stdout, stderr, a tool's result, a prompt. */
    SHOWN,
    /** It is written to a file that is not protected. */
    WRITTEN,
    /** It is written to another protected name. */
    COPIED_UNDER_PROTECTION,
    /** It leaves for a host or service it does not belong to. */
    SENT,
    /** It goes into a commit, an issue, an image: a place that is kept and read by others. */
    PUBLISHED,
    /** It is written to a file, and only its name or place says that it is a secret. */
    MAY_WRITE,
    /** It leaves for a host, and only its name or place says that it is a secret. */
    MAY_SEND,
    /** It goes to the clipboard or the screen. */
    CLIPBOARD,
    /** The act itself is the leak: a memory dump, a debugger. */
    ACT,
    /** The output may hold a secret. */
    MAY_SHOW,
    /**
     * It may become part of a commit or an image: a tree holds a protected file, a build argument.
     */
    MAY_PUBLISH,
    /** A protected file is an operand of a program nobody knows. */
    UNKNOWN_PROGRAM,
    /** A text that was hidden on purpose is run. */
    HIDDEN_CODE,
    /** A protected file is changed by a tool. */
    EDITED,
    /** The guard itself would be weakened. */
    GUARD,
    /** The call is larger or deeper than the analysis goes. */
    LIMIT;

    /** What it is where nobody knows whether there is a secret at all: a person may look. */
    Kind possible() {
      switch (this) {
        case SHOWN:
        case CLIPBOARD:
          return MAY_SHOW;
        case WRITTEN:
          return MAY_WRITE;
        case SENT:
          return MAY_SEND;
        case PUBLISHED:
          return MAY_PUBLISH;
        default:
          return this;
      }
    }
  }
}
