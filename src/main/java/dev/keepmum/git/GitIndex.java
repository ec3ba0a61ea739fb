package dev.keepmum.git;

import dev.keepmum.host.Host;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The files that git tracks in a working tree, from its index (gitformat-index(5)): what {@code git
 * ls-files} lists and {@code git grep} searches. Immutable.
 */
public final class GitIndex {

  /** How much of an index is read: some ten thousand entries. */
  private static final int LONGEST = 1 << 20;

  private static final int SIGNATURE = 0x44495243; // "DIRC"
  private static final int HEADER = 12;

  /** Times, device, inode, mode, owner, group and size of a file stand before its id. */
  private static final int STAT = 40;

  private static final int ID = 20;
  private static final int EXTENDED = 0x4000;

  /** The version in which a path is told by what it shares with the one before. */
  private static final int WITH_SHARED_PREFIXES = 4;

  private static final String HEX = "0123456789abcdef";

  /**
   * A tracked file.
   *
   * @param path absolute
   * @param id of its content, in hexadecimal digits
   */
  public record Entry(String path, String id) {}

  private final List<Entry> entries;

  private GitIndex(List<Entry> entries) {
    this.entries = entries;
  }

  /**
   * The index of the working tree that a folder lies in; empty where there is none that can be
   * read. Of one with very many entries, or with ids of another length, the first are known.
   *
   * @param folder absolute, without dots
   */
  public static Optional<GitIndex> of(Host host, String folder) {
    Optional<GitFolder> repository = GitFolder.around(host, folder);
    if (repository.isEmpty()) {
      return Optional.empty();
    }
    Optional<byte[]> bytes = host.readPrefix(repository.get().index(), LONGEST);
    return bytes.isEmpty() ? Optional.empty() : read(repository.get().top(), bytes.get());
  }

  /** The tracked files, in the order of their names. */
  public List<Entry> entries() {
    return entries;
  }

  private static Optional<GitIndex> read(String top, byte[] bytes) {
    if (bytes.length < HEADER || number(bytes, 0, 4) != SIGNATURE) {
      return Optional.empty();
    }
    int version = number(bytes, 4, 4);
    int count = number(bytes, 8, 4);
    List<Entry> entries = new ArrayList<>();
    byte[] name = new byte[0];
    int at = HEADER;
    while (entries.size() < count && at + STAT + ID + 2 < bytes.length) {
      int flagsAt = at + STAT + ID;
      int flags = number(bytes, flagsAt, 2);
      int nameAt = flagsAt + ((flags & EXTENDED) != 0 && version > 2 ? 4 : 2);
      int kept = 0;
      if (version == WITH_SHARED_PREFIXES) {
        int removed = bytes[nameAt++] & 0xff;
        int value = removed & 0x7f;
        while ((removed & 0x80) != 0 && nameAt < bytes.length) {
          removed = bytes[nameAt++] & 0xff;
          value = (value + 1 << 7) + (removed & 0x7f);
        }
        kept = name.length - value;
      }
      int end = nameAt;
      while (end < bytes.length && bytes[end] != 0) {
        end++;
      }
      if (kept < 0 || kept > name.length || end >= bytes.length) {
        break; // Cut off by the limit, or broken.
      }
      name = joined(name, kept, bytes, nameAt, end);
      String path = new String(name, StandardCharsets.UTF_8);
      entries.add(new Entry(GitFolder.child(top, path), hex(bytes, at + STAT)));
      int length = end - at;
      at = version == WITH_SHARED_PREFIXES ? end + 1 : at + (length / 8 + 1) * 8;
    }
    return Optional.of(new GitIndex(List.copyOf(entries)));
  }

  private static byte[] joined(byte[] before, int kept, byte[] bytes, int start, int end) {
    byte[] name = new byte[kept + end - start];
    System.arraycopy(before, 0, name, 0, kept);
    System.arraycopy(bytes, start, name, kept, end - start);
    return name;
  }

  private static int number(byte[] bytes, int at, int length) {
    int number = 0;
    for (int i = at; i < at + length; i++) {
      number = number << 8 | bytes[i] & 0xff;
    }
    return number;
  }

  private static String hex(byte[] bytes, int at) {
    StringBuilder digits = new StringBuilder(2 * ID);
    for (int i = at; i < at + ID; i++) {
      digits.append(HEX.charAt(bytes[i] >> 4 & 15)).append(HEX.charAt(bytes[i] & 15));
    }
    return digits.toString();
  }
}
