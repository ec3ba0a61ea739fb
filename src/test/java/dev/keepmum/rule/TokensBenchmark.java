package dev.keepmum.rule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How fast texts are looked through on one core; run it with bench/tokens. A text has a mebibyte,
 * so the score is MiB/s.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class TokensBenchmark {
  private static final int MEBIBYTE = 1 << 20;

  /** Words, sources, a lock file, and texts that are made to be slow. */
  @Param({
    "words",
    "source",
    "lock-file",
    "sk-ant-api03-",
    "=",
    "x",
    "://",
    "-----BEGIN ",
    "-----BEGIN PRIVATE KEY-----",
    "eyJ.eyJ.",
    "password=",
    "sk-ant-api03-ghp_xoxb-token=glpat-sk_live_"
  })
  private String text;

  private String mebibyte;

  @Setup
  public void prepare() {
    mebibyte = filled(part());
  }

  @Benchmark
  public List<TokenMatch> tokens() {
    return Tokens.find(mebibyte);
  }

  private String part() {
    return switch (text) {
      case "words" -> words();
      case "source" -> source();
      case "lock-file" -> lockFile();
      default -> text;
    };
  }

  private static String filled(String part) {
    return part.repeat(MEBIBYTE / part.length() + 1).substring(0, MEBIBYTE);
  }

  private static String words() {
    return MadeUp.text(
        "{abdefghilmnoruvw*7} {bdfghlmnruvw*5} {abdefghilmnoruvw*9}\\n".repeat(4096));
  }

  private static String source() {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      StringBuilder source = new StringBuilder();
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
        source.append(Files.readString(file));
      }
      return source.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String lockFile() {
    StringBuilder lock = new StringBuilder();
    Random random = new Random(1);
    for (int i = 0; i < 2000; i++) {
      String name = MadeUp.text("{a-z*8}", random.nextInt());
      lock.append("    \"node_modules/").append(name).append("\": {\n      \"version\": \"1.2.");
      lock.append(i).append("\",\n      \"resolved\": \"https://registry.npmjs.org/").append(name);
      lock.append("/-/").append(name).append("-1.2.3.tgz\",\n      \"integrity\": \"sha512-");
      lock.append(MadeUp.text("{A-Za-z0-9+/*86}", i)).append("==\"\n    },\n");
    }
    return lock.toString();
  }
}
