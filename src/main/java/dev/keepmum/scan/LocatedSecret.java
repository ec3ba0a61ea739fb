package dev.keepmum.scan;

import dev.keepmum.rule.Rule;
import java.util.List;
import java.util.Optional;

/** A secret in a text, with its value: never printed, and let go once it has its fingerprint. */
final class LocatedSecret {
  private final List<Rule> rules;
  private final String value;
  private final String name;
  private final Optional<IgnoreMark> mark;
  private final int line;
  private final int column;

  LocatedSecret(
      List<Rule> rules,
      String value,
      String name,
      Optional<IgnoreMark> mark,
      int line,
      int column) {
    this.rules = rules;
    this.value = value;
    this.name = name;
    this.mark = mark;
    this.line = line;
    this.column = column;
  }

  List<Rule> rules() {
    return rules;
  }

  String value() {
    return value;
  }

  String name() {
    return name;
  }

  Optional<IgnoreMark> mark() {
    return mark;
  }

  Place place(Document document) {
    int lastBreak = value.lastIndexOf('\n');
    int breaks = (int) value.chars().filter(c -> c == '\n').count();
    return new Place(
        document.path(),
        document.location(),
        document.commit(),
        line,
        column,
        line + breaks,
        lastBreak < 0 ? column + value.length() : value.length() - lastBreak);
  }
}
