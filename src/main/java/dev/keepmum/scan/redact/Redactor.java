package dev.keepmum.scan.redact;

import dev.keepmum.event.JsonValue;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.host.Host;
import dev.keepmum.rule.RuleBook;
import java.util.List;

/** Takes the secrets out of what tools answer. */
public final class Redactor {
  private final List<RuleBook> books;
  private final Host host;

  /** Knows secrets by a rule book, and by what a machine keeps. */
  public Redactor(RuleBook rules, Host host) {
    this(List.of(rules), host);
  }

  /**
   * @param books what knows secrets of this machine, each within limits of its own; the last has
   *     the rules of all
   */
  public Redactor(List<RuleBook> books, Host host) {
    this.books = books;
    this.host = host;
  }

  /**
   * Replaces the secrets in an output. What does not fit in its limits is passed over and said so.
   *
   * @param output what a tool answered, of any shape
   * @param input what it was called with
   * @param directory the folder it was called in, absolute; empty if nobody knows
   */
  public Redaction redact(JsonValue output, JsonObject input, String directory) {
    return new OutputSearch(this, input, directory).redaction(output);
  }

  Needles needles(JsonObject input, String directory) {
    return MachineSecrets.gather(books, host, input, directory);
  }

  TextSearch search(Needles needles) {
    return new TextSearch(books.get(books.size() - 1), needles);
  }
}
