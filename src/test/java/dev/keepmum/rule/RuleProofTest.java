package dev.keepmum.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every rule proves itself by its own examples; commands and forms do so where flows are judged.
 */
class RuleProofTest {
  private static final String HOME = "/home/dev";
  private final RuleBook book = RuleBooks.standard();

  private static Stream<RuleCatalog.Entry> rules(RuleCatalog.Kind kind) {
    return RuleCatalog.load().entries().stream().filter(entry -> entry.kind() == kind);
  }

  static Stream<RuleCatalog.Entry> files() {
    return rules(RuleCatalog.Kind.FILE);
  }

  static Stream<RuleCatalog.Entry> variables() {
    return rules(RuleCatalog.Kind.VARIABLE);
  }

  static Stream<RuleCatalog.Entry> tokens() {
    return rules(RuleCatalog.Kind.TOKEN);
  }

  static Stream<RuleCatalog.Entry> urls() {
    return rules(RuleCatalog.Kind.URL);
  }

  static Stream<RuleCatalog.Entry> hosts() {
    return rules(RuleCatalog.Kind.HOST);
  }

  static Stream<RuleCatalog.Entry> addresses() {
    return rules(RuleCatalog.Kind.ADDRESS);
  }

  @ParameterizedTest
  @MethodSource
  void files(RuleCatalog.Entry rule) {
    for (String path : rule.catches()) {
      assertThat(book.file(path, HOME).kind())
          .as(path)
          .isIn(FileMatch.Kind.PROTECTED, FileMatch.Kind.BY_CONTENT);
      assertThat(protecting(path)).as(path).contains(rule.id());
    }
    for (String path : rule.spares()) {
      FileMatch match = book.file(path, HOME);
      boolean protects = match.kind() == FileMatch.Kind.PROTECTED;
      assertThat(protects && match.rule().orElseThrow().id().equals(rule.id())).as(path).isFalse();
      assertThat(protecting(path)).as(path).doesNotContain(rule.id());
    }
  }

  /** The ids of all rules that protect a path, by name or by content. */
  private static List<String> protecting(String path) {
    String canonical = PathName.canonical(path, HOME);
    return FileNames.of(StandardFileRules.RULES, canonical)
        .protecting()
        .chars()
        .mapToObj(index -> RuleReader.rule(index).id())
        .toList();
  }

  @ParameterizedTest
  @MethodSource
  void variables(RuleCatalog.Entry rule) {
    for (String name : rule.catches()) {
      assertThat(book.variable(name)).as(name).isPresent();
    }
    for (String name : rule.spares()) {
      assertThat(book.variable(name)).as(name).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource
  void tokens(RuleCatalog.Entry rule) {
    for (String example : rule.catches()) {
      String text = MadeUp.text(example);
      assertThat(ids(text)).as(text).contains(rule.id());
      assertThat(ids("say \"" + text + "\", please")).as(text).contains(rule.id());
    }
    for (String example : rule.spares()) {
      assertThat(ids(MadeUp.text(example))).as(example).doesNotContain(rule.id());
    }
  }

  private List<String> ids(String text) {
    return book.tokens(text).stream().map(match -> match.rule().id()).toList();
  }

  @ParameterizedTest
  @MethodSource
  void urls(RuleCatalog.Entry rule) {
    for (String url : rule.catches()) {
      assertThat(book.url(url).map(Rule::id)).as(url).contains(rule.id());
    }
    for (String url : rule.spares()) {
      assertThat(book.url(url)).as(url).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource
  void hosts(RuleCatalog.Entry rule) {
    Rule secret = new Rule("x", "x", Layer.TEXT, Severity.HIGH, "", provider(rule));
    for (String host : rule.strings("hosts")) {
      assertThat(book.belongsTo(secret, "", host.replace("*", "x"))).as(host).isTrue();
      assertThat(book.belongsTo(secret, "", host.replace("*.", "") + ".evil.example")).isFalse();
    }
    for (String name : rule.strings("variables")) {
      String host = rule.strings("hosts").get(0).replace("*", "x");
      Rule nobodys = new Rule("x", "x", Layer.ENVIRONMENT, Severity.HIGH, "", "");
      assertThat(book.belongsTo(nobodys, name.replace("*", "TOKEN"), host)).as(name).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource
  void addresses(RuleCatalog.Entry rule) {
    for (String name : rule.catches()) {
      assertThat(book.isAddress(name)).as(name).isTrue();
    }
    for (String name : rule.spares()) {
      assertThat(book.isAddress(name)).as(name).isFalse();
    }
  }

  private static String provider(RuleCatalog.Entry rule) {
    return String.valueOf(rule.fields().get("provider"));
  }
}
