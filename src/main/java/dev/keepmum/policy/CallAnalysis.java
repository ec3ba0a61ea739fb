package dev.keepmum.policy;

import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.flow.Finding;
import dev.keepmum.flow.FlowContext;
import dev.keepmum.flow.Trace;
import dev.keepmum.flow.Trail;
import dev.keepmum.host.Host;
import dev.keepmum.rule.RuleBook;
import java.util.ArrayList;
import java.util.List;

/**
 * What is found in a call by several rule books, each by itself.
 *
 * @param all every finding once, in the order of the books
 * @param isFull whether there may have been more than are kept
 */
record CallAnalysis(List<Finding> all, boolean isFull) {

  /** Whether findings know the commands that they happen in. */
  enum Trails {
    KEPT,
    NONE
  }

  /**
   * Works out what a call does.
   *
   * @param books at least one
   * @param trace hears of the last of them
   */
  static CallAnalysis of(
      Host host,
      List<RuleBook> books,
      String directory,
      String tool,
      JsonObject input,
      Trace trace,
      Trails trails) {
    List<Finding> all = new ArrayList<>();
    boolean isFull = false;
    for (int i = 0; i < books.size(); i++) {
      Trace heard = i == books.size() - 1 ? trace : Trace.NONE;
      Trail trail = trails == Trails.KEPT ? Trail.kept() : Trail.none();
      FlowContext context = new FlowContext(host, books.get(i), directory, heard, trail);
      Judge.analyse(context, tool, input);
      isFull |= context.findings().isFull();
      for (Finding finding : context.findings().all()) {
        addOnce(all, finding);
      }
    }
    return new CallAnalysis(all, isFull);
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
