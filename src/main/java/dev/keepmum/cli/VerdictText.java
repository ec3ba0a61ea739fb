package dev.keepmum.cli;

import dev.keepmum.event.JsonText;
import dev.keepmum.policy.Decision;
import dev.keepmum.policy.Verdict;
import java.io.PrintWriter;
import picocli.CommandLine.Help.Ansi;

/** How a verdict is told: to people, and as JSON. */
final class VerdictText {
  private VerdictText() {}

  /**
   * One JSON object on one line. Its keys are stable: {@code decision} (deny, ask, pass, redact),
   * {@code rule}, {@code layer} (1 to 4, 0 for none), {@code reason}, {@code flow}.
   */
  static String json(Verdict verdict) {
    return json(verdict, "");
  }

  /** The same for an event; of an output with what was {@code redacted}. */
  static String json(EventAnswer answer) {
    return json(
        answer.verdict(), answer.replaced().isEmpty() ? "" : OutputText.json(answer.replaced()));
  }

  private static String json(Verdict verdict, String more) {
    return "{\"decision\":"
        + JsonText.quoted(verdict.decision().word())
        + ",\"rule\":"
        + JsonText.quoted(verdict.rule())
        + ",\"layer\":"
        + verdict.layer()
        + ",\"reason\":"
        + JsonText.quoted(verdict.reason())
        + ",\"flow\":"
        + JsonText.quoted(verdict.flow())
        + more
        + "}";
  }

  /** The decision and its reason. */
  static void print(Verdict verdict, PrintWriter out) {
    out.println(headline(verdict));
    if (!verdict.reason().isEmpty()) {
      out.println("  " + verdict.reason());
    }
  }

  /** The same, with the way of the secret and the layer it comes from. */
  static void explain(Verdict verdict, PrintWriter out) {
    print(verdict, out);
    if (verdict.decision() == Decision.PASS) {
      if (verdict.rule().isEmpty()) {
        out.println("  No secret would reach anybody who must not see it.");
      }
      return;
    }
    if (!verdict.flow().isEmpty()) {
      out.println("  flow:  " + verdict.flow());
    }
    out.println("  layer: " + layer(verdict.layer()));
  }

  private static String headline(Verdict verdict) {
    String word = coloured(verdict.decision());
    return verdict.rule().isEmpty() ? word : word + "  " + verdict.rule();
  }

  /** Colours only where a terminal shows them and NO_COLOR is not set. */
  private static String coloured(Decision decision) {
    return switch (decision) {
      case DENY -> Ansi.AUTO.string("@|bold,red deny|@");
      case ASK -> Ansi.AUTO.string("@|bold,yellow ask|@");
      case PASS -> Ansi.AUTO.string("@|green pass|@");
      case REDACT -> Ansi.AUTO.string("@|bold,yellow redact|@");
    };
  }

  private static String layer(int number) {
    return switch (number) {
      case 1 -> "1 vault: where the one true copy belongs";
      case 2 -> "2 environment: variables of a process";
      case 3 -> "3 file: a copy on disk";
      case 4 -> "4 memory: a running program's values";
      default -> "none: it stands in the text of the call";
    };
  }
}
