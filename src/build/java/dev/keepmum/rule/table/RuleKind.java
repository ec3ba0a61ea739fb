package dev.keepmum.rule.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A kind of rule: what such a rule may say, and the tables that it goes into. */
interface RuleKind {

  /** The keys that tell a rule of this kind from those of the kinds asked after it. */
  List<String> marks();

  /** Takes a rule into the tables, and notes what is wrong with it. */
  void read(RuleEntry rule);

  /** Writes the tables as Java classes into the folder of their package. */
  void write(Path folder) throws IOException;
}
