package dev.keepmum.cli;

import dev.keepmum.event.HookEvent;
import dev.keepmum.event.HookReply;
import dev.keepmum.event.HookReply.OnPass;
import dev.keepmum.host.Host;
import dev.keepmum.policy.Decision;
import dev.keepmum.policy.Judge;
import dev.keepmum.policy.Verdict;
import dev.keepmum.rule.RuleBook;

/** Answers the events around tool calls. None of this is loaded for a call itself. */
final class EventAnswers {
  private final RuleBook rules;
  private final Host host;

  EventAnswers(RuleBook rules, Host host) {
    this.rules = rules;
    this.host = host;
  }

  /** The answer to one event; no opinion where nothing can be done. */
  EventAnswer answer(HookEvent event) {
    switch (event.name()) {
      case HookEvent.USER_PROMPT_SUBMIT:
      case HookEvent.USER_PROMPT_EXPANSION:
        return prompt(event);
      case HookEvent.CONFIG_CHANGE:
        return refusable(event, judge().judgeSettings(event.filePath(), event.cwd()));
      default:
        return refusable(event, Verdict.PASS);
    }
  }

  private Judge judge() {
    return new Judge(rules, host);
  }

  private EventAnswer prompt(HookEvent event) {
    Verdict verdict = judge().judgePrompt(event.prompt(), event.cwd());
    HookReply reply =
        verdict.decision() == Decision.DENY
            ? HookReply.denyUnquoted(event.name(), verdict.reason())
            : HookReply.pass(event.name(), OnPass.NOTHING);
    return new EventAnswer(reply, verdict);
  }

  private static EventAnswer refusable(HookEvent event, Verdict verdict) {
    HookReply reply =
        verdict.decision() == Decision.DENY
            ? HookReply.deny(event.name(), verdict.reason())
            : HookReply.pass(event.name(), OnPass.NOTHING);
    return new EventAnswer(reply, verdict);
  }
}
