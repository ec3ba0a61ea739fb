package dev.keepmum.cli;

import dev.keepmum.event.HookReply;
import dev.keepmum.policy.Verdict;
import dev.keepmum.scan.redact.Replacement;
import java.util.List;

/**
 * What is said to an event that is no tool call.
 *
 * @param reply to the client
 * @param verdict to people who ask by hand
 * @param replaced the secrets that were replaced in a tool's output
 */
record EventAnswer(HookReply reply, Verdict verdict, List<Replacement> replaced) {
  EventAnswer(HookReply reply, Verdict verdict) {
    this(reply, verdict, List.of());
  }
}
