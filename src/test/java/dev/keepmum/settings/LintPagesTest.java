package dev.keepmum.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepmum.host.FixtureHost;
import dev.keepmum.rule.MadeUp;
import dev.keepmum.rule.RuleBooks;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages of {@code lint --explain} hold what they say: their examples are tried. */
class LintPagesTest {

  private static final Pattern EXAMPLE =
      Pattern.compile(
          "(Found|Not found|Before) in (\\S+?)(?: at (\\d+:\\d+))?:\n\n((?: {4}.*\n|\n)+)");

  private static final String HOME = "/home/dev";
  private static final String PROJECT = "/home/dev/app";

  /** One example of a page, with the state before it where a change is asked about. */
  record Example(
      String check,
      boolean found,
      String path,
      String place,
      String text,
      Optional<String> before) {

    @Override
    public String toString() {
      return check + (found ? " found in " : " not found in ") + path + ' ' + place;
    }

    String absolutePath() {
      if (path.startsWith("~/")) {
        return HOME + path.substring(1);
      }
      return path.startsWith("/") ? path : PROJECT + '/' + path;
    }
  }

  static Stream<Example> examples() {
    return LintCatalog.checks().stream().flatMap(check -> examples(check).stream());
  }

  private static List<Example> examples(LintCatalog.Check check) {
    List<Example> examples = new ArrayList<>();
    Optional<String> before = Optional.empty();
    Matcher example = EXAMPLE.matcher(LintCatalog.page(check) + "\n");
    while (example.find()) {
      String text = filledIn(example.group(4).replaceAll("(?m)^ {4}", "").stripTrailing() + "\n");
      if (example.group(1).equals("Before")) {
        before = Optional.of(text);
      } else {
        examples.add(
            new Example(
                check.id(),
                example.group(1).equals("Found"),
                example.group(2),
                example.group(3) == null ? "" : example.group(3),
                text,
                before));
      }
    }
    return examples;
  }

  /** No page holds anything that looks like a secret. */
  private static String filledIn(String text) {
    return text.replace("MADE-UP", MadeUp.text("{A-Za-z0-9*24}"))
        .replace("GITHUB-TOKEN", MadeUp.text("ghp_{crc32-base62*30}"));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleHolds(Example example) {
    String expected = example.found() ? example.place() : "";

    assertThat(String.join(" ", places(example))).isEqualTo(expected);
  }

  @Test
  void everyCheckHasAPageWithBothKindsOfExamples() {
    for (LintCatalog.Check check : LintCatalog.checks()) {
      assertThat(examples(check)).as(check.id()).extracting(Example::found).contains(true, false);
      assertThat(LintCatalog.page(check).length()).as(check.id()).isGreaterThan(300);
    }
  }

  /** What the examples of one check show of others are checks of the catalogue as well. */
  @Test
  void everyFindingIsOfACheckThatHasAPage() {
    TreeSet<String> ids = new TreeSet<>();
    examples().forEach(example -> findings(example).forEach(one -> ids.add(one.id())));

    assertThat(LintCatalog.checks()).extracting(LintCatalog.Check::id).containsAll(ids);
  }

  private static List<String> places(Example example) {
    List<String> places = new ArrayList<>();
    for (SettingsFinding finding : findings(example)) {
      if (finding.id().equals(example.check())) {
        places.add(finding.line() + ":" + finding.column());
      }
    }
    return places;
  }

  private static List<SettingsFinding> findings(Example example) {
    FixtureHost host = host();
    if (example.before().isPresent()) {
      SettingsKind kind =
          SettingsFiles.kind(example.absolutePath(), HOME).orElse(SettingsKind.CLAUDE_SETTINGS);
      return SettingsChecks.loosened(example.before(), example.text(), kind);
    }
    SettingsSearch.Found found =
        new SettingsSearch(host).named(example.absolutePath(), example.text());
    SettingsFile file = new SettingsFile(found.path(), found.kind(), found.scope(), example.text());
    List<SettingsFinding> findings = new ArrayList<>();
    for (LintFinding finding :
        new SettingsLint(RuleBooks.standard(), new Machine(host), PROJECT).lint(file)) {
      findings.add(finding.finding());
    }
    for (LintFinding finding : SettingsLint.lintTogether(List.of(file), found.path())) {
      findings.add(finding.finding());
    }
    return findings;
  }

  private static FixtureHost host() {
    String fixture =
        """
        {
          "home": "/home/dev",
          "cwd": "/home/dev/app",
          "env": {"PATH": "/usr/bin"},
          "files": {
            "/opt/keepmum/hooks/keepmum": "",
            "/opt/x": "",
            "/opt/other": "",
            "/usr/bin/prettier": "",
            "/home/dev/app/tools/keepmum": "",
            "/home/dev/app/plain.sh": "",
            "/home/dev/app/check.sh": "exit 2",
            "/home/dev/app/deny-with-one.sh": "grep -q secret && { echo no; exit 1; }",
            "/home/dev/app/deny-with-two.sh": "grep -q secret && exit 2; test -f x || exit 1"
          }
        }
        """;
    try {
      return FixtureHost.read(new ByteArrayInputStream(fixture.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
