package dev.keepmum.policy;

import dev.keepmum.flow.Finding;
import java.util.List;

/** What findings come to. */
interface Ruling {

  /** The ruling where nothing is configured. */
  Ruling STANDARD =
      new Ruling() {
        @Override
        public Verdict verdict(List<Finding> findings) {
          return Verdicts.of(findings);
        }
      };

  /** The verdict on findings; a pass if none speaks against. */
  Verdict verdict(List<Finding> findings);
}
