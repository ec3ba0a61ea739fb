package dev.keepmum.lab;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A copy of the laboratory's machine in which one command at a time is run and looked at. */
final class Room {
  private static final int MAX_OUTPUT = 1 << 20;
  private static final int MAX_FILE = 1 << 22;

  /** How much of an output is kept for the report, in bytes. */
  private static final int MAX_SHOWN = 1 << 12;

  private static final int SECONDS = 6;

  private static final Pattern PROTECTED =
      Pattern.compile(
          ".*/(\\.env(\\.[^/]*)?|credentials|id_ed25519|\\.npmrc|\\.netrc|\\.pgpass"
              + "|\\.git-credentials|hosts\\.yml|server\\.key|[^/]*\\.(pem|key|env))(~|\\.bak)?");

  private static final Pattern TEMPLATE = Pattern.compile(".*/\\.env\\.(example|sample|template)");

  private static final Pattern ARCHIVE =
      Pattern.compile(".*\\.(tar|tgz|tbz|txz|tar\\.[a-z0-9]+|zip|7z|bundle)");

  private final Path model;
  private final Path place;

  /** What every file was like when the room was last tidied. */
  private Map<Path, Map<String, Object>> tidied = Map.of();

  Room(Path model, Path place) {
    this.model = model;
    this.place = place;
  }

  /** The folder in which commands are run. */
  Path directory() {
    return place.resolve(Laboratory.PROJECT);
  }

  /** The environment of commands here. */
  Map<String, String> environment() {
    return environment(place);
  }

  static Map<String, String> environment(Path machine) {
    Map<String, String> environment = new TreeMap<>();
    environment.put("PATH", "/usr/local/bin:/usr/bin:/bin");
    environment.put("HOME", machine.resolve(Laboratory.HOME).toString());
    environment.put("PWD", machine.resolve(Laboratory.PROJECT).toString());
    environment.put("USER", "dev");
    environment.put("LANG", "C.UTF-8");
    environment.put("TERM", "dumb");
    environment.put("EDITOR", "true");
    environment.put("NODE_ENV", "test");
    environment.put("GIT_CEILING_DIRECTORIES", machine.toString());
    environment.put("GIT_AUTHOR_DATE", "2026-01-01T00:00:00Z");
    environment.put("GIT_COMMITTER_DATE", "2026-01-01T00:00:00Z");
    environment.put("GITHUB_TOKEN", Canary.VALUE);
    environment.put("NPM_TOKEN", Canary.VALUE);
    environment.put("OPENAI_API_KEY", Canary.VALUE);
    environment.put("STRIPE_SECRET_KEY", Canary.VALUE);
    environment.put("AWS_SECRET_ACCESS_KEY", Canary.VALUE);
    environment.put("DB_PASSWORD", Canary.VALUE);
    return environment;
  }

  /** Puts everything back as it was, where anything is different. */
  void tidy() throws IOException, InterruptedException {
    if (!tidied.isEmpty() && files().equals(tidied)) {
      return;
    }
    Laboratory.delete(place);
    Process copy = new ProcessBuilder("cp", "-a", model.toString(), place.toString()).start();
    if (copy.waitFor() != 0) {
      throw new IOException("cannot copy the laboratory");
    }
    tidied = files();
  }

  /** Runs a command and tells what became of the canary. */
  Observation run(String command) throws IOException, InterruptedException {
    byte[] output = output(command);
    Truth truth = Canary.isIn(output) ? Truth.LEAK : truthOfFiles();
    int shown = Math.min(output.length, MAX_SHOWN);
    return new Observation(truth, new String(output, 0, shown, StandardCharsets.UTF_8));
  }

  private byte[] output(String command) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(Isolation.best().start(place, directory(), command))
            .directory(directory().toFile())
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    builder.environment().clear();
    builder.environment().putAll(environment());
    Process process = builder.start();
    Thread watch = new Thread(() -> endLate(process));
    watch.setDaemon(true);
    watch.start();
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    try (InputStream in = process.getInputStream()) {
      byte[] buffer = new byte[8192];
      for (int n = in.read(buffer); n > 0 && output.size() < MAX_OUTPUT; n = in.read(buffer)) {
        output.write(buffer, 0, n);
      }
    } catch (IOException closed) {
      // The process was ended while it wrote.
    }
    process.destroyForcibly();
    process.waitFor();
    watch.interrupt();
    return output.toByteArray();
  }

  private static void endLate(Process process) {
    try {
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private Truth truthOfFiles() throws IOException {
    Truth truth = Truth.HARMLESS;
    for (Map.Entry<Path, Map<String, Object>> entry : files().entrySet()) {
      Path file = entry.getKey();
      if (isChanged(file, entry.getValue()) && Canary.isIn(read(file))) {
        String name = "/" + place.relativize(file);
        if (isProtected(name) || ARCHIVE.matcher(name).matches()) {
          truth = Truth.OPEN;
        } else {
          return Truth.LEAK;
        }
      }
    }
    return truth;
  }

  private static boolean isProtected(String name) {
    return PROTECTED.matcher(name).matches() && !TEMPLATE.matcher(name).matches();
  }

  /** Everything in the room with its attributes, of which any change of a file alters one. */
  private Map<Path, Map<String, Object>> files() throws IOException {
    Map<Path, Map<String, Object>> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(place)) {
      for (Path path : (Iterable<Path>) all::iterator) {
        files.put(
            path,
            Files.readAttributes(path, "unix:ino,mode,size,ctime", LinkOption.NOFOLLOW_LINKS));
      }
    } catch (UncheckedIOException unreadable) {
      return files;
    }
    return files;
  }

  private boolean isChanged(Path file, Map<String, Object> attributes) {
    Path before = model.resolve(place.relativize(file));
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && !attributes.equals(tidied.get(file))
        && !(Files.isRegularFile(before, LinkOption.NOFOLLOW_LINKS)
            && Arrays.equals(read(before), read(file)));
  }

  private static byte[] read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(MAX_FILE);
    } catch (IOException unreadable) {
      return new byte[0];
    }
  }

  /**
   * What a run showed.
   *
   * @param output the beginning of both streams, for the report
   */
  record Observation(Truth truth, String output) {}
}
