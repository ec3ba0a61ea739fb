package dev.keepmum.cli;

import dev.keepmum.event.HookEvent;
import dev.keepmum.event.HookReply;
import dev.keepmum.event.HookReply.OnPass;
import dev.keepmum.event.JsonValue;
import dev.keepmum.event.JsonValue.JsonString;
import dev.keepmum.event.Position;
import dev.keepmum.event.UpdatedOutput;
import dev.keepmum.host.Host;
import dev.keepmum.policy.Decision;
import dev.keepmum.policy.Judge;
import dev.keepmum.policy.Verdict;
import dev.keepmum.rule.RuleBook;
import dev.keepmum.scan.redact.Redaction;
import dev.keepmum.scan.redact.Redactor;
import java.util.List;

/** Answers the events around tool calls. None of this is loaded for a call itself. */
final class EventAnswers {
  private static final String RULES_OF_WORK =
      "keepmum keeps secrets out of this conversation. Work with their names: `cut -d= -f1 .env`"
          + " lists those of a file, programs read the values themselves."
          + " \u2039keepmum:\u2026\u203a in an output stands for a value that was taken out.";

  private final Judge judge;
  private final Host host;

  EventAnswers(RuleBook rules, Host host) {
    this.judge = new Judge(rules, host);
    this.host = host;
  }

  /** The answer to one event; no opinion where nothing can be done. */
  EventAnswer answer(HookEvent event) {
    switch (event.name()) {
      case HookEvent.USER_PROMPT_SUBMIT:
      case HookEvent.USER_PROMPT_EXPANSION:
        return prompt(event);
      case HookEvent.CONFIG_CHANGE:
        return refusable(event, judge.judgeSettings(event.filePath(), event.cwd()));
      case HookEvent.POST_TOOL_USE:
        return event.toolResponse().isPresent() && !judge.isOnlyObserving(event.cwd())
            ? output(event, event.toolResponse().get())
            : silence();
      case HookEvent.POST_TOOL_USE_FAILURE:
        return failure(event);
      case HookEvent.SESSION_START:
        return start(event);
      default:
        return silence();
    }
  }

  private EventAnswer prompt(HookEvent event) {
    Verdict verdict = judge.judgePrompt(event.prompt(), event.cwd());
    if (verdict.decision() == Decision.PASS && !judge.isOnlyObserving(event.cwd())) {
      verdict = OutputText.promptVerdict(redact(event, string(event.prompt())));
    }
    HookReply reply =
        verdict.decision() == Decision.DENY
            ? HookReply.denyUnquoted(event.name(), verdict.reason())
            : HookReply.pass(event.name(), OnPass.NOTHING);
    return new EventAnswer(reply, verdict);
  }

  private EventAnswer output(HookEvent event, JsonValue output) {
    Redaction redaction = redact(event, output);
    String context = OutputText.context(redaction);
    if (!redaction.replaced().isEmpty()) {
      return new EventAnswer(
          HookReply.update(new UpdatedOutput(output, redaction.patches(), context)),
          OutputText.verdict(redaction),
          redaction.replaced());
    }
    return context.isEmpty()
        ? silence()
        : new EventAnswer(HookReply.context(event.name(), context), OutputText.verdict(redaction));
  }

  /** What a failed call has said reaches the model as it is. */
  private EventAnswer failure(HookEvent event) {
    Redaction found = redact(event, string(event.error()));
    if (found.replaced().isEmpty()) {
      return silence();
    }
    Redaction shown = new Redaction(found.patches(), List.of(), found.replaced(), true);
    return new EventAnswer(
        HookReply.context(event.name(), OutputText.context(shown)), OutputText.verdict(shown));
  }

  private static JsonString string(String text) {
    return new JsonString(text, new Position(1, 1));
  }

  private Redaction redact(HookEvent event, JsonValue output) {
    return new Redactor(judge.books(event.cwd()), host)
        .redact(output, event.toolInput(), event.cwd());
  }

  /** Once where a conversation begins, or begins without its beginning. */
  private static EventAnswer start(HookEvent event) {
    switch (event.source()) {
      case "startup":
      case "clear":
      case "compact":
        return new EventAnswer(HookReply.context(event.name(), RULES_OF_WORK), Verdict.PASS);
      default:
        return silence();
    }
  }

  private static EventAnswer silence() {
    return new EventAnswer(HookReply.pass("", OnPass.NOTHING), Verdict.PASS);
  }

  private static EventAnswer refusable(HookEvent event, Verdict verdict) {
    HookReply reply =
        verdict.decision() == Decision.DENY
            ? HookReply.deny(event.name(), verdict.reason())
            : HookReply.pass(event.name(), OnPass.NOTHING);
    return new EventAnswer(reply, verdict);
  }
}
