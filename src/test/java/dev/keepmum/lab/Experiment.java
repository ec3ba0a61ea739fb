package dev.keepmum.lab;

import dev.keepmum.event.JsonValue.JsonMember;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.event.JsonValue.JsonString;
import dev.keepmum.event.Position;
import dev.keepmum.policy.Decision;
import dev.keepmum.policy.Judge;
import dev.keepmum.policy.Verdict;
import dev.keepmum.rule.RuleBooks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs and judges samples, each in a fresh room, a few at a time. */
final class Experiment {
  private static final int WORKERS = 2;
  private static final Position NOWHERE = new Position(1, 1);

  private Experiment() {}

  /** What came of each sample, in their order; those that may not be run here are left out. */
  static List<Trial> of(List<Sample> samples) throws IOException, InterruptedException {
    List<Sample> admitted = new ArrayList<>();
    for (Sample sample : samples) {
      if (Isolation.best().admits(sample.command())) {
        admitted.add(sample);
      }
    }
    Trial[] trials = new Trial[admitted.size()];
    AtomicInteger next = new AtomicInteger();
    ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
    try (Laboratory laboratory = Laboratory.open()) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < WORKERS; i++) {
        Room room = laboratory.room();
        running.add(
            workers.submit(
                () -> {
                  for (int n = next.getAndIncrement(); n < trials.length; ) {
                    trials[n] = tried(room, admitted.get(n));
                    n = next.getAndIncrement();
                  }
                  return null;
                }));
      }
      for (Future<?> worker : running) {
        worker.get();
      }
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } finally {
      workers.shutdownNow();
    }
    return List.of(trials);
  }

  private static Trial tried(Room room, Sample sample) throws IOException, InterruptedException {
    room.tidy();
    Verdict verdict = verdict(room, sample.command());
    boolean isOriginStopped = verdict(room, sample.origin()).decision() != Decision.PASS;
    Room.Observation observation = room.run(sample.command());
    return new Trial(
        sample.kind(),
        sample.origin(),
        sample.command(),
        sample.intended(),
        observation.truth(),
        verdict,
        isOriginStopped,
        observation.output());
  }

  private static Verdict verdict(Room room, String command) {
    Judge judge = new Judge(RuleBooks.standard(), new LaboratoryHost(room.environment()));
    JsonString text = new JsonString(command, NOWHERE);
    JsonObject input =
        new JsonObject(Map.of("command", new JsonMember("command", NOWHERE, text)), NOWHERE);
    return judge.judge("Bash", input, room.directory().toString());
  }
}
