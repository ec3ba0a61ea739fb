package dev.keepmum.flow;

import dev.keepmum.effect.Effect;
import java.util.ArrayList;
import java.util.List;

/** The changes a call would make to files, for whoever guards particular ones. */
public final class Changes {

  /**
   * One change.
   *
   * @param path absolute
   * @param kind what happens to the file
   * @param content what it becomes; unknown unless it is written as a whole
   * @param replacements the passages replaced, for {@link Kind#EDITED}
   * @param way the tool or program
   */
  public record Change(
      String path, Kind kind, Content content, List<Effect.Replacement> replacements, String way) {}

  /** What happens to a file. */
  public enum Kind {
    /** Its content becomes the given one. */
    WRITTEN,
    /** Passages of it are replaced. */
    EDITED,
    /** Its content changes in a way that cannot be known. */
    CHANGED,
    /** It is removed, renamed, or its permissions are taken. */
    REMOVED
  }

  private final List<Change> all = new ArrayList<>();

  /** In the order they would happen. */
  public List<Change> all() {
    return all;
  }

  /** A file gets content. */
  public void written(String path, Content content, String way) {
    all.add(new Change(path, Kind.WRITTEN, content, List.of(), way));
  }

  /** A file changes in a way that is not known. */
  public void changed(String path, String way) {
    all.add(new Change(path, Kind.CHANGED, Content.UNKNOWN, List.of(), way));
  }

  /** Passages of a file are replaced. */
  public void edited(String path, List<Effect.Replacement> replacements, String way) {
    all.add(new Change(path, Kind.EDITED, Content.UNKNOWN, replacements, way));
  }

  /** A file is removed, or somebody loses the right to it. */
  public void removed(String path, String way) {
    all.add(new Change(path, Kind.REMOVED, Content.UNKNOWN, List.of(), way));
  }
}
