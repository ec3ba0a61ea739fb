package dev.keepmum.scan;

/**
 * Where a finding stands. Lines and columns count from 1, columns in UTF-16 code units; they are 0
 * where the finding is the whole file.
 *
 * @param path how the file is named to people
 * @param location where it lies on this machine, absolute
 * @param commit the commit that has it, empty for what is in no commit
 * @param endColumn the column after the last character
 */
public record Place(
    String path, String location, String commit, int line, int column, int endLine, int endColumn) {

  static Place wholeFile(Document document) {
    return new Place(document.path(), document.location(), document.commit(), 0, 0, 0, 0);
  }

  /** Whether the finding is the file itself, by its name. */
  public boolean isWholeFile() {
    return line == 0;
  }
}
