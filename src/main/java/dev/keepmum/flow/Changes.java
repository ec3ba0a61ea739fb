package dev.keepmum.flow;

import java.util.ArrayList;
import java.util.List;

/** The changes a call would make to files, for whoever guards particular ones. */
public final class Changes {

  /**
   * One change.
   *
   * @param path absolute, without links that the call itself made
   * @param content what the file becomes or what is added to it; unknown for other kinds
   * @param revision what becomes of its text, for {@link Kind#REVISED}
   * @param source the folder whose files are put in, for {@link Kind#FILLED} and {@link
   *     Kind#MIRRORED}; empty if nobody knows them
   * @param way the tool or program
   */
  public record Change(
      String path, Kind kind, Content content, Revision revision, String source, String way) {}

  /** What happens to a file or folder. */
  public enum Kind {
    /** Its content becomes the given one. */
    WRITTEN,
    /** Content is added behind what it has. */
    APPENDED,
    /** Its text is changed in a way that is known. */
    REVISED,
    /** Its content changes in a way that cannot be known. */
    CHANGED,
    /** It is removed or renamed, with all that is in it. */
    REMOVED,
    /** Its owner may not read it any more. */
    CLOSED,
    /** Its owner may not run it, or look into it, any more. */
    STOPPED,
    /** A folder gets the files of another one, or of an archive. */
    FILLED,
    /** The same, and files that the other one lacks are removed. */
    MIRRORED,
    /** No file: settings that are given to an agent for one run. */
    GIVEN
  }

  private final List<Change> all = new ArrayList<>();

  /** In the order they would happen. */
  public List<Change> all() {
    return all;
  }

  /** A file gets content. */
  public void written(String path, Content content, String way) {
    add(path, Kind.WRITTEN, content, "", way);
  }

  /** A file gets more content. */
  public void appended(String path, Content content, String way) {
    add(path, Kind.APPENDED, content, "", way);
  }

  /** A file changes in a way that is not known. */
  public void changed(String path, String way) {
    add(path, Kind.CHANGED, Content.UNKNOWN, "", way);
  }

  /** A file's text becomes another one. */
  public void revised(String path, Revision revision, String way) {
    all.add(new Change(path, Kind.REVISED, Content.UNKNOWN, revision, "", way));
  }

  /** A file or folder is removed. */
  public void removed(String path, String way) {
    add(path, Kind.REMOVED, Content.UNKNOWN, "", way);
  }

  /** The owner loses the right to read it. */
  public void closed(String path, String way) {
    add(path, Kind.CLOSED, Content.UNKNOWN, "", way);
  }

  /** The owner loses the right to run it. */
  public void stopped(String path, String way) {
    add(path, Kind.STOPPED, Content.UNKNOWN, "", way);
  }

  /** A folder, or a file of that name, gets what cannot be known. */
  public void filled(String folder, String way) {
    add(folder, Kind.FILLED, Content.UNKNOWN, "", way);
  }

  /** A folder gets the files of another one. */
  public void filled(String folder, String source, String way) {
    add(folder, Kind.FILLED, Content.UNKNOWN, source, way);
  }

  /** A folder becomes the same as another one. */
  public void mirrored(String folder, String source, String way) {
    add(folder, Kind.MIRRORED, Content.UNKNOWN, source, way);
  }

  /** An agent is started with settings of its own. */
  public void given(Content settings, String way) {
    add("", Kind.GIVEN, settings, "", way);
  }

  private void add(String path, Kind kind, Content content, String source, String way) {
    all.add(new Change(path, kind, content, Revision.UNKNOWN, source, way));
  }
}
