package dev.keepmum.flow.state;

import dev.keepmum.flow.Content;
import java.util.Arrays;

/** The open file descriptors of a shell. Immutable. */
public final class Descriptors {

  /** Standard input without a known source, output and errors in the transcript. */
  public static final Descriptors INITIAL =
      new Descriptors(
          new Endpoint[] {
            new Endpoint.Source(Content.UNKNOWN), Endpoint.TRANSCRIPT, Endpoint.TRANSCRIPT
          });

  private static final int MAX = 256;

  private final Endpoint[] endpoints;
  private final boolean kept;

  private Descriptors(Endpoint[] endpoints) {
    this(endpoints, false);
  }

  private Descriptors(Endpoint[] endpoints, boolean kept) {
    this.endpoints = endpoints;
    this.kept = kept;
  }

  /** Where a descriptor leads; closed ones lead nowhere. */
  public Endpoint get(int descriptor) {
    return descriptor >= 0 && descriptor < endpoints.length && endpoints[descriptor] != null
        ? endpoints[descriptor]
        : Endpoint.DISCARD;
  }

  /** The same with one descriptor leading elsewhere. */
  public Descriptors with(int descriptor, Endpoint endpoint) {
    if (descriptor < 0 || descriptor >= MAX) {
      return this;
    }
    Endpoint[] changed = Arrays.copyOf(endpoints, Math.max(endpoints.length, descriptor + 1));
    changed[descriptor] = endpoint;
    return new Descriptors(changed);
  }

  /** The same with something to read on standard input. */
  public Descriptors withInput(Content content) {
    return with(0, new Endpoint.Source(content));
  }

  /** The same, not to be given back behind the command that is run with them: {@code exec}. */
  public Descriptors kept() {
    return new Descriptors(endpoints, true);
  }

  /**
   * What is left behind a command with redirections: those that they changed lead where they did
   * before, unless the command keeps them.
   *
   * @param redirected as the command began
   * @param outer as they were before that
   */
  public Descriptors restored(Descriptors redirected, Descriptors outer) {
    if (kept) {
      return new Descriptors(endpoints);
    }
    if (this == redirected) {
      return outer;
    }
    Descriptors restored = this;
    for (int i = 0; i < redirected.endpoints.length; i++) {
      if (redirected.get(i) != outer.get(i)) {
        restored = restored.with(i, outer.get(i));
      }
    }
    return restored;
  }

  /** The lowest number from 10 on that is free, as {@code {name}>file} takes it. */
  public int free() {
    int number = 10;
    while (number < endpoints.length && endpoints[number] != null) {
      number++;
    }
    return number;
  }
}
