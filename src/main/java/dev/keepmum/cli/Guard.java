package dev.keepmum.cli;

import dev.keepmum.event.HookEvent;
import dev.keepmum.event.HookReply;
import dev.keepmum.event.HookReply.OnPass;
import dev.keepmum.event.MalformedEvent;
import dev.keepmum.policy.Judge;
import dev.keepmum.policy.Verdict;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Stands at the hook: one event in, one answer out. Whatever keeps it from a judgement (an event
 * that cannot be read, an error, the deadline) is a refusal that says so and holds nothing of the
 * event.
 */
public final class Guard {
  private static final int DEADLINE_MILLISECONDS = 2000;

  /**
   * An output of 32 MiB takes longer than a call, and an answer too late lets its secrets through.
   */
  private static final int OUTPUT_FACTOR = 4;

  private static final String UNSEEN =
      "; nobody looked through its output for secrets, so do not pass on what looks like one";

  private final OnPass onPass;
  private final int deadline;
  private final Exit exit;
  private final Judges judges;

  /** The event that is answered, as far as it is known: the deadline asks from its own thread. */
  private volatile String event = "";

  /** Ends the program, whatever its other threads hang in. */
  interface Exit {
    void halt(int status);
  }

  /** A guard that halts this process where the deadline passes. */
  public Guard(OnPass onPass) {
    this(onPass, new Judges.OfThisMachine(), DEADLINE_MILLISECONDS, new Halt());
  }

  /**
   * @param deadline milliseconds from the start of {@link #answer}
   */
  Guard(OnPass onPass, Judges judges, int deadline, Exit exit) {
    this.onPass = onPass;
    this.judges = judges;
    this.deadline = deadline;
    this.exit = exit;
  }

  /**
   * Answers the one event that {@code in} holds.
   *
   * @return the exit code, by which the client knows a refusal as well as by the answer
   */
  public int answer(InputStream in, OutputStream out, OutputStream err) {
    SoleReply sole = new SoleReply(out, err);
    Deadline waiting = new Deadline(sole);
    HookReply reply;
    try {
      waiting.start();
      reply = judge(in, waiting);
    } catch (Throwable failure) {
      reply = refusal(fault(failure));
    }
    if (sole.give(reply)) {
      return reply.exitCode();
    }
    return waiting.exitCode();
  }

  private HookReply judge(InputStream in, Deadline waiting) {
    HookEvent call;
    try {
      call = HookEvent.read(in);
    } catch (MalformedEvent e) {
      event = e.event();
      return e.isLimit() ? refusal(e.getMessage()) : HookReply.deny(event, words(e.getMessage()));
    }
    event = call.name();
    if (!event.equals(HookEvent.PRE_TOOL_USE)) {
      return judges.events().answer(call).reply();
    }
    Judge judge = judges.judge();
    waiting.move(judge.deadline(call.cwd(), deadline));
    Verdict verdict = judge.judge(call.toolName(), call.toolInput(), call.cwd());
    return switch (verdict.decision()) {
      case DENY -> HookReply.deny(event, verdict.reason());
      case ASK -> HookReply.ask(event, verdict.reason());
      case PASS, REDACT -> HookReply.pass(event, onPass);
    };
  }

  /** Refuses for want of a judgement; of what has already happened it says so. */
  private HookReply refusal(String reason) {
    return isOutput()
        ? HookReply.context(event, words(reason) + UNSEEN)
        : HookReply.deny(event, words(reason));
  }

  private boolean isOutput() {
    return event.equals(HookEvent.POST_TOOL_USE) || event.equals(HookEvent.POST_TOOL_USE_FAILURE);
  }

  private static String words(String reason) {
    return "keepmum: " + reason;
  }

  private static String fault(Throwable failure) {
    if (failure instanceof StackOverflowError) {
      return "the call is nested too deeply to be judged";
    }
    if (failure instanceof OutOfMemoryError) {
      return "the call is too large to be judged";
    }
    return "the call could not be judged (" + failure.getClass().getName() + ")";
  }

  /**
   * Refuses when the time is up. A thread of its own that ends the process: neither a match nor a
   * read that hangs can be interrupted.
   */
  private final class Deadline extends Thread {
    private final SoleReply sole;
    private final long start = System.nanoTime();
    private int milliseconds = deadline;
    private volatile int status;

    Deadline(SoleReply sole) {
      super("deadline");
      this.sole = sole;
      setDaemon(true);
    }

    /** The time is up later, or earlier, than was thought. */
    synchronized void move(int afterMilliseconds) {
      if (milliseconds != afterMilliseconds) {
        milliseconds = afterMilliseconds;
        notifyAll();
      }
    }

    @Override
    public void run() {
      if (!sleep(1) || isOutput() && !sleep(1 + OUTPUT_FACTOR)) {
        return;
      }
      HookReply late = refusal("the call could not be judged in time");
      if (sole.give(late)) {
        status = late.exitCode();
        exit.halt(status);
      }
    }

    /** Not {@link Thread#sleep}, with which newer JVMs load classes that no archive holds. */
    private synchronized boolean sleep(int times) {
      try {
        for (long left = left(times); left > 0; left = left(times)) {
          wait(left);
        }
        return true;
      } catch (InterruptedException e) {
        return false;
      }
    }

    private long left(int times) {
      return (long) times * milliseconds - (System.nanoTime() - start) / 1_000_000L;
    }

    /** The exit code of the refusal, once it has been written. */
    int exitCode() {
      try {
        join();
      } catch (InterruptedException e) {
        interrupt();
      }
      return status;
    }
  }

  private static final class Halt implements Exit {
    @Override
    public void halt(int status) {
      Runtime.getRuntime().halt(status);
    }
  }
}
