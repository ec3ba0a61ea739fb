package dev.keepmum.scan;

/**
 * One thing to look into.
 *
 * @param path how it is named to people
 * @param location where it lies on this machine, or would lie if it were checked out; absolute, so
 *     that it can be named relative to a baseline
 * @param commit the commit that has it, empty for what is in no commit
 * @param isTaken whether git takes it into commits, so that a protected file is a finding by itself
 */
record Document(String path, String location, String commit, boolean isTaken) {

  /** What lies in this one: an entry of an archive. */
  Document entry(String name) {
    return new Document(path + "!/" + name, location + "!/" + name, commit, false);
  }
}
