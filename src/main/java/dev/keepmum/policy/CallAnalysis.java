package dev.keepmum.policy;

import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.flow.Finding;
import dev.keepmum.flow.Findings;
import dev.keepmum.flow.FlowContext;
import dev.keepmum.flow.Trace;
import dev.keepmum.flow.Trail;
import dev.keepmum.host.Host;
import dev.keepmum.rule.OwnRules;
import dev.keepmum.rule.RuleBook;
import java.util.ArrayList;
import java.util.List;

/**
 * Works out what calls do by several rule books, each by itself. Where no rule of a user knows
 * anything of a call, the last book says what all of them would, and once is enough.
 *
 * @param books at least one; the last has the rules of all
 * @param own the rules that are in one of them and not in another
 * @param directory the folder that calls are made in, absolute
 */
record CallAnalysis(Host host, List<RuleBook> books, List<OwnRules> own, String directory) {

  /**
   * What was found in a call.
   *
   * @param all every finding once, in the order of the books
   * @param isFull whether there may have been more than are kept
   */
  record Found(List<Finding> all, boolean isFull) {}

  /** Whether findings know the commands that they happen in. */
  enum Trails {
    KEPT,
    NONE
  }

  /**
   * What a call does.
   *
   * @param trace hears of it as the last of the books has it
   */
  Found of(String tool, JsonObject input, Trace trace, Trails trails) {
    int answers = answers();
    Findings whole = findings(books.get(books.size() - 1), tool, input, trace, trails);
    List<Finding> all = new ArrayList<>();
    boolean isFull = whole.isFull();
    if (answers() > answers) {
      for (RuleBook book : books.subList(0, books.size() - 1)) {
        Findings findings = findings(book, tool, input, Trace.NONE, trails);
        isFull |= findings.isFull();
        addOnce(all, findings.all());
      }
    }
    addOnce(all, whole.all());
    return new Found(all, isFull);
  }

  private int answers() {
    int answers = 0;
    for (OwnRules rules : own) {
      answers += rules.answers();
    }
    return answers;
  }

  private Findings findings(
      RuleBook book, String tool, JsonObject input, Trace trace, Trails trails) {
    Trail trail = trails == Trails.KEPT ? Trail.kept() : Trail.none();
    FlowContext context = new FlowContext(host, book, directory, trace, trail);
    Judge.analyse(context, tool, input);
    return context.findings();
  }

  private static void addOnce(List<Finding> all, List<Finding> more) {
    for (Finding finding : more) {
      addOnce(all, finding);
    }
  }

  private static void addOnce(List<Finding> all, Finding finding) {
    for (Finding known : all) {
      if (known.isSame(finding) && known.source().equals(finding.source())) {
        return;
      }
    }
    all.add(finding);
  }
}
