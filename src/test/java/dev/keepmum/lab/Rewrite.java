package dev.keepmum.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;

/**
 * A way to write a command differently so that it mostly still means the same. What it then means
 * really, its own run tells.
 *
 * <p>A template is either a text around the whole command, which stands in it in one of the forms
 * of {@link Form} ({@code bash -c {quoted}}), or, with an arrow in it, a text before the command
 * and what stands in the place of one word ({@code w={as-is}; => $w}).
 *
 * @param kind what is done, for the report; {@code program} or {@code file} in brackets at its end
 *     says which words it is for
 * @param template the text
 */
record Rewrite(String kind, String template) {
  private static final String ARROW = "=> ";

  /** The rewrites of the laboratory. */
  static List<Rewrite> all() {
    List<Rewrite> rewrites = new ArrayList<>();
    for (Row row : Row.read("rewrites.txt")) {
      rewrites.add(new Rewrite(row.group(), row.command()));
    }
    return rewrites;
  }

  /** The command written differently; empty where this way does not fit it. */
  Optional<String> of(String command, Random random) {
    int arrow = template.lastIndexOf(ARROW);
    if (arrow < 0) {
      return Form.fill(template, command);
    }
    List<PlainWord> words = new ArrayList<>(PlainWord.in(command));
    words.removeIf(word().negate());
    if (words.isEmpty()) {
      return Optional.empty();
    }
    PlainWord word = words.get(random.nextInt(words.size()));
    Optional<String> before = Form.fill(template.substring(0, arrow), word.text());
    Optional<String> standIn = Form.fill(template.substring(arrow + ARROW.length()), word.text());
    return before.isEmpty() || standIn.isEmpty()
        ? Optional.empty()
        : Optional.of(before.get() + word.replaced(standIn.get()));
  }

  private Predicate<PlainWord> word() {
    if (kind.endsWith("(program)")) {
      return PlainWord::isProgram;
    }
    return kind.endsWith("(file)") ? PlainWord::isFile : word -> true;
  }
}
