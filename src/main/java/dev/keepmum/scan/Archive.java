package dev.keepmum.scan;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * What a file holds that is an archive: zip and its kin (jar, whl, docx), tar, gzip, and archives
 * within, as a stream. Bounded against archives that are made to be endless: in all, 1 GiB, 100,000
 * entries and 4 archives deep are looked at.
 */
final class Archive {
  private static final long MOST_BYTES = 1L << 30;
  private static final int MOST_ENTRIES = 100_000;
  private static final int DEEPEST = 4;
  private static final int HEAD = 512;
  private static final int TAR_MAGIC = 257;

  /** Takes an entry and its content. */
  interface EntryReader {
    void read(String name, InputStream content) throws IOException;
  }

  private enum Kind {
    ZIP,
    GZIP,
    TAR
  }

  private final Kind kind;
  private long bytes;
  private int entries;

  private Archive(Kind kind) {
    this.kind = kind;
  }

  /** What a content is by its first bytes; they are read again afterwards. */
  static Optional<Archive> of(BufferedInputStream in) throws IOException {
    return kind(in).map(Archive::new);
  }

  private static Optional<Kind> kind(BufferedInputStream in) throws IOException {
    in.mark(HEAD);
    byte[] head = in.readNBytes(HEAD);
    in.reset();
    String text = new String(head, StandardCharsets.ISO_8859_1);
    if (text.startsWith("PK\u0003\u0004")) {
      return Optional.of(Kind.ZIP);
    }
    if (text.startsWith("\u001f\u008b\b")) {
      return Optional.of(Kind.GZIP);
    }
    return text.startsWith("ustar", TAR_MAGIC) ? Optional.of(Kind.TAR) : Optional.empty();
  }

  /**
   * Hands out the entries of the archive, and those of archives within.
   *
   * @throws LimitExceeded if it holds more than is looked at
   */
  void entries(InputStream in, EntryReader reader) throws IOException {
    entries(kind, in, "", 1, reader);
  }

  private void entries(Kind archive, InputStream in, String path, int depth, EntryReader reader)
      throws IOException {
    switch (archive) {
      case ZIP -> {
        ZipInputStream zip = new ZipInputStream(in);
        ZipEntry entry = zip.getNextEntry();
        if (entry == null) {
          throw new ZipException("begins like an archive, and is none");
        }
        for (; entry != null; entry = zip.getNextEntry()) {
          if (!entry.isDirectory()) {
            InputStream content = entry(path + entry.getName(), zip, depth, reader);
            content.transferTo(OutputStream.nullOutputStream()); // Counts what is left of it.
          }
        }
      }
      case GZIP -> entry(path + "content", new GZIPInputStream(in), depth, reader);
      case TAR -> {
        TarReader tar = new TarReader(in);
        while (tar.next()) {
          entry(path + tar.name(), tar.content(), depth, reader);
        }
      }
    }
  }

  /** Hands out an entry, or what is in it if it is an archive; returns what was not read of it. */
  private InputStream entry(String name, InputStream content, int depth, EntryReader reader)
      throws IOException {
    if (++entries > MOST_ENTRIES) {
      throw new LimitExceeded("more than " + MOST_ENTRIES + " entries");
    }
    BufferedInputStream counted = new BufferedInputStream(new Counted(content));
    Optional<Kind> within = kind(counted);
    if (within.isEmpty()) {
      reader.read(name, counted);
    } else if (depth < DEEPEST) {
      entries(within.get(), counted, name + "!/", depth + 1, reader);
    } else {
      throw new LimitExceeded("archives within archives, more than " + DEEPEST + " deep");
    }
    return counted;
  }

  /** Counts against the limit, and leaves the archive open when an entry is closed. */
  private final class Counted extends FilterInputStream {
    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = in.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = in.read(target, offset, length);
      count(Math.max(0, read));
      return read;
    }

    private void count(int read) throws LimitExceeded {
      bytes += read;
      if (bytes > MOST_BYTES) {
        throw new LimitExceeded("more than 1 GiB unpacked");
      }
    }

    @Override
    public void close() {}
  }
}
