package dev.keepmum.scan;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Reads git's objects as they are stored, by {@code git cat-file --batch}: as many processes as
 * objects are open at a time, each asked for one object after the other.
 */
final class GitObjects {
  private static final int BUFFER = 1 << 16;
  private static final int LONGEST_HEADER = 200;

  /** With more than this left unread, another process costs less than reading it. */
  private static final long WORTH_READING = 4 << 20;

  private final Git git;
  private final ConcurrentLinkedQueue<Reader> idle = new ConcurrentLinkedQueue<>();

  GitObjects(Git git) {
    this.git = git;
  }

  /** The content of a blob. */
  Content blob(String id) {
    return () -> open(id, "blob");
  }

  /** The message of a commit, without what stands before it. */
  Content message(String commit) {
    return () -> {
      InputStream in = open(commit, "commit");
      int previous = 0;
      for (int c = in.read(); c >= 0 && (c != '\n' || previous != '\n'); c = in.read()) {
        previous = c;
      }
      return in;
    };
  }

  private InputStream open(String id, String type) throws ScanFailure {
    Reader reader = idle.poll();
    try {
      return (reader == null ? new Reader() : reader).open(id, type);
    } catch (ScanFailure e) {
      throw e;
    } catch (IOException e) {
      throw new ScanFailure("git stopped while it read object " + id);
    }
  }

  /** Ends the processes that are idle. */
  void close() {
    for (Reader reader = idle.poll(); reader != null; reader = idle.poll()) {
      reader.process.destroy();
    }
  }

  private final class Reader {
    private final Process process;
    private final InputStream answers;

    Reader() throws IOException {
      process =
          git.command("cat-file", "--batch").redirectError(ProcessBuilder.Redirect.DISCARD).start();
      answers = new BufferedInputStream(process.getInputStream(), BUFFER);
    }

    InputStream open(String id, String type) throws IOException {
      process.getOutputStream().write((id + "\n").getBytes(StandardCharsets.US_ASCII));
      process.getOutputStream().flush();
      String[] header = header().split(" ");
      if (header.length != 3 || !header[1].equals(type)) {
        process.destroy();
        throw new ScanFailure("git has no " + type + " " + id + "; see: git fsck");
      }
      return new Body(this, id, Long.parseLong(header[2]));
    }

    private String header() throws IOException {
      StringBuilder line = new StringBuilder();
      for (int c = answers.read(); c != '\n'; c = answers.read()) {
        if (c < 0 || line.length() > LONGEST_HEADER) {
          throw new IOException("no header");
        }
        line.append((char) c);
      }
      return line.toString();
    }
  }

  /** One object's bytes; closing it gives the process back. */
  private final class Body extends LimitedStream {
    private final Reader reader;
    private final String id;
    private boolean isOpen = true;

    Body(Reader reader, String id, long size) {
      super(reader.answers, size);
      this.reader = reader;
      this.id = id;
    }

    @Override
    IOException cutOff() {
      return new ScanFailure("git stopped while it read object " + id);
    }

    @Override
    public void close() throws IOException {
      if (!isOpen) {
        return;
      }
      isOpen = false;
      if (left() > WORTH_READING) {
        reader.process.destroy();
        return;
      }
      reader.answers.skipNBytes(left() + 1);
      idle.add(reader);
    }
  }
}
