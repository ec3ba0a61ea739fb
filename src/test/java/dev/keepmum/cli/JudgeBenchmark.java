package dev.keepmum.cli;

import dev.keepmum.event.JsonReader;
import dev.keepmum.event.JsonText;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.event.MalformedJson;
import dev.keepmum.policy.Judge;
import dev.keepmum.policy.Verdict;
import java.util.concurrent.TimeUnit;
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

/** What a judgement costs once everything is loaded and compiled; run it with bench/judge. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class JudgeBenchmark {

  @Param({
    "git status",
    "cat .env",
    "for f in src/*.java; do grep -n TODO \"$f\" | head -n 3; done",
    "python3 -c 'import os; print(len(os.environ))'"
  })
  private String command;

  private Judge judge;
  private JsonObject input;

  @Setup
  public void prepare() throws MalformedJson {
    judge = Machines.empty();
    input = (JsonObject) JsonReader.read("{\"command\":" + JsonText.quoted(command) + "}");
  }

  @Benchmark
  public Verdict judgement() {
    return judge.judge("Bash", input, "/home/dev/app");
  }
}
