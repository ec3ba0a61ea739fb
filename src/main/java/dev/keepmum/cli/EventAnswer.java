package dev.keepmum.cli;

import dev.keepmum.event.HookReply;
import dev.keepmum.policy.Verdict;

/**
 * What is said to an event that is no tool call.
 *
 * @param reply to the client
 * @param verdict to people who ask by hand
 */
record EventAnswer(HookReply reply, Verdict verdict) {}
