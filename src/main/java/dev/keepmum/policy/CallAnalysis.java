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
 * Works out what calls do by several rule books, each by itself.
 *
 * @param books at least one
 * @param directory the folder that calls are made in, absolute
 */
record CallAnalysis(Host host, List<RuleBook> books, String directory) {

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
    return new Found(all, isFull);
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
