package dev.keepmum.scan;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Starts git in a repository that may be hostile: with a list of arguments, never a shell; without
 * the variables that make it run or load something else; and with those settings off that start
 * programs (git-config(1): core.fsmonitor, hooks, transports for missing objects). Only commands
 * are started that read objects and the index, and neither filter nor convert.
 */
final class Git {
  /** The variables that say which repository and which index is meant; `git commit` sets them. */
  private static final Set<String> LOCATIONS =
      Set.of(
          "GIT_DIR",
          "GIT_WORK_TREE",
          "GIT_COMMON_DIR",
          "GIT_INDEX_FILE",
          "GIT_OBJECT_DIRECTORY",
          "GIT_ALTERNATE_OBJECT_DIRECTORIES",
          "GIT_CEILING_DIRECTORIES");

  private static final List<String> SAFE =
      List.of(
          "git",
          "--no-pager",
          "-c",
          "core.fsmonitor=false",
          "-c",
          "core.untrackedCache=false",
          "-c",
          "core.hooksPath=/dev/null");

  private static final int LONGEST_MESSAGE = 300;

  private final Path folder;
  private final Set<String> kept;

  private Git(Path folder, Set<String> kept) {
    this.folder = folder;
    this.kept = kept;
  }

  /** Git as whoever started this process has set it up: in the repository of a hook, its index. */
  static Git inherited(Path folder) {
    return new Git(folder, LOCATIONS);
  }

  /** Git in the repository that a folder lies in, whatever the environment says. */
  static Git in(Path folder) {
    return new Git(folder, Set.of());
  }

  /** A command to start, its output and messages not yet led anywhere. */
  ProcessBuilder command(String... words) {
    List<String> command = new ArrayList<>(SAFE);
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("GIT_") && !kept.contains(name));
    environment.put("GIT_OPTIONAL_LOCKS", "0");
    environment.put("GIT_NO_REPLACE_OBJECTS", "1");
    environment.put("GIT_NO_LAZY_FETCH", "1");
    environment.put("GIT_ALLOW_PROTOCOL", "");
    environment.put("GIT_TERMINAL_PROMPT", "0");
    return builder;
  }

  /** An answer of git. */
  record Answer(int status, String text) {
    boolean isFine() {
      return status == 0;
    }

    /** The text without its line break. */
    String line() {
      return text.strip();
    }
  }

  /**
   * Asks git something short.
   *
   * @throws ScanFailure if git cannot be started; what it thinks of the question is in the answer
   */
  Answer ask(String... words) throws ScanFailure {
    return ask(command(words).redirectError(ProcessBuilder.Redirect.DISCARD));
  }

  private static Answer ask(ProcessBuilder question) throws ScanFailure {
    try {
      Process process = question.start();
      process.getOutputStream().close();
      byte[] out = process.getInputStream().readAllBytes();
      return new Answer(process.waitFor(), new String(out, StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ScanFailure("interrupted");
    } catch (IOException e) {
      throw new ScanFailure("git cannot be started; install it, or scan paths instead");
    }
  }

  /** The answer to a question that git has to have an answer to. */
  String demand(String... words) throws ScanFailure {
    Answer answer = ask(words);
    if (!answer.isFine()) {
      Answer complaint = ask(command(words).redirectErrorStream(true));
      throw new ScanFailure("git says: " + shortened(complaint.line()));
    }
    return answer.line();
  }

  /**
   * Reads what a pipeline of git's commands prints, field by field.
   *
   * @throws ScanFailure if one of them fails
   */
  void fields(List<ProcessBuilder> pipeline, FieldReader reader) throws ScanFailure {
    try {
      for (ProcessBuilder builder : pipeline) {
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
      }
      List<Process> processes = ProcessBuilder.startPipeline(pipeline);
      processes.get(0).getOutputStream().close();
      Process last = processes.get(processes.size() - 1);
      try (InputStream out = last.getInputStream()) {
        reader.read(new Fields(out));
      }
      for (Process process : processes) {
        if (process.waitFor() != 0) {
          throw new ScanFailure("git could not list what has changed; see: git fsck");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ScanFailure("interrupted");
    } catch (ScanFailure e) {
      throw e;
    } catch (IOException e) {
      throw new ScanFailure("git cannot be started, or stopped too early");
    }
  }

  /** Takes the fields that git prints. */
  interface FieldReader {
    void read(Fields fields) throws IOException;
  }

  /** What git prints with {@code -z}: fields with a NUL after each. */
  static final class Fields {
    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int length;
    private int at;

    Fields(InputStream in) {
      this.in = in;
    }

    /** Whether another field follows. */
    boolean hasNext() throws IOException {
      if (at == length) {
        length = Math.max(0, in.read(buffer));
        at = 0;
      }
      return at < length;
    }

    String next() throws IOException {
      ByteArrayOutputStream field = new ByteArrayOutputStream();
      while (hasNext()) {
        byte b = buffer[at++];
        if (b == 0) {
          return field.toString(StandardCharsets.UTF_8);
        }
        field.write(b);
      }
      throw new ScanFailure("git stopped in the middle of an answer");
    }
  }

  private static String shortened(String message) {
    String line = message.replaceAll("\\p{Cntrl}+", " ");
    return line.length() <= LONGEST_MESSAGE ? line : line.substring(0, LONGEST_MESSAGE);
  }
}
