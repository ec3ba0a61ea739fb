package dev.keepmum.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a rule of a user may be like, and that nothing it may be like is slow. */
class OwnRuleLimitsTest {
  private static final int MEBIBYTE = 1 << 20;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "acme_[A-Za-z0-9]+",
        "(?i:acme)-[0-9a-f]{8}-[0-9a-f]{4}",
        "ac{2}me\\{99\\}",
        "a{,99}c",
        "[{99}]cd",
        "[\\]({99}]x",
        "[]{99}]x",
        "(?:ab{2}|cd)+e{3}",
      })
  void aPatternMayBeLikeThis(String pattern) {
    assertThatCode(() -> OwnPattern.of(pattern)).doesNotThrowAnyException();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '!',
      value = {
        "a{33}                    ! a pattern counts to at most 32; for more there is minLength",
        "a{2,33}                  ! a pattern counts to at most 32; for more there is minLength",
        "a{99999999999999}        ! a pattern counts to at most 32; for more there is minLength",
        "(a{9}){9}                ! a pattern cannot count what counts itself",
        "(?:(?:a{9}b)+c){9}       ! a pattern cannot count what counts itself",
        "((((a{32}){32}){32}){32} ! a pattern cannot count what counts itself",
        "\\Q[\\E((a{32}){32})     ! a pattern takes no \\Q; write a \\ before each character",
        "[[:alpha:][]((a{32}){32}) ! a class in a pattern ends with ], and a [ in it is written"
            + " \\[",
        "[abc                     ! a class in a pattern ends with ], and a [ in it is written \\[",
        "abc)                     ! a ) in a pattern needs a (, or is written \\)",
        "a**                      ! the pattern is none: invalid nested repetition operator",
        "(?=a)                    ! the pattern is none: invalid or unsupported Perl syntax",
      })
  void aPatternIsRefusedForThis(String pattern, String fault) {
    assertThatThrownBy(() -> OwnPattern.of(pattern)).hasMessage(fault);
  }

  @Test
  void aPatternHasAnEnd() {
    assertThatThrownBy(() -> OwnPattern.of("a".repeat(501)))
        .hasMessage("a pattern may have at most 500 characters");
    assertThatThrownBy(() -> OwnPattern.of("(".repeat(250) + ")".repeat(250)))
        .isInstanceOf(OwnPattern.Fault.class);
    assertThatCode(() -> OwnPattern.of("abc".repeat(99))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "**/acme.lic",
        "~/.acme/**",
        "/etc/acme/*.key",
        "**/a.{b,c}",
        "**/x[0-9a-f]?.key",
        "**/[^a]bc",
      })
  void aGlobMayBeLikeThis(String glob) {
    assertThat(OwnRuleLimits.glob(glob)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "acme.lic",
        "**",
        "**/**",
        "~/*",
        "/**/?",
        "**/a/",
        "**/{a,b",
        "**/a}b",
        "**/a[]b",
        "**/a[z-a]b",
        "**/a[Z-a]b/c",
        "**/a[[:alpha:]]b",
        "**/a[b\\]c",
        "**/{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}xy",
        "**/{{{{{{{{{{{{{{{{{{{{",
      })
  void aGlobIsRefusedForThis(String glob) {
    assertThat(OwnRuleLimits.glob(glob)).isPresent();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {"a.{b,c} | a.b a.c", "{a,b}{c,d} | ac ad bc bd", "a{}b | ab", "a | a"})
  void bracesAreExpandedAsBashDoes(String glob, String choices) {
    assertThat(OwnRuleLimits.choices(glob)).containsExactlyInAnyOrder(choices.split(" "));
  }

  @Test
  void theTrieOfAUsersKeywordsIsTheOneThatTheBuildMakes() {
    KeywordTrieBuilder trie = new KeywordTrieBuilder();
    List<RuleCatalog.Entry> tokens =
        RuleCatalog.load().entries().stream()
            .filter(entry -> entry.kind() == RuleCatalog.Kind.TOKEN)
            .toList();
    for (int i = 0; i < tokens.size(); i++) {
      trie.add(tokens.get(i).strings("keywords"), i);
    }

    assertThat(trie.build()).isEqualTo(KeywordTrie.standard());
  }

  /** Keywords that lie in each other, and as many as there may be in one trie. */
  @Test
  void whatIsFoundInATrieFitsIntoIt() {
    KeywordTrieBuilder trie = new KeywordTrieBuilder();
    int nested = OwnRuleLimits.MOST_KEYWORDS / 2;
    for (int i = 0; i < nested; i++) {
      trie.add(List.of("a".repeat(i + 3), (char) ('A' + i) + "a".repeat(31)), i);
    }

    String from = trie.build().foundFrom();
    assertThat(from.chars().boxed().toList()).isSorted();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "acme_",
        "acme_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa ",
        "acme_a1b2C3d4E5f6",
        "acme_acme_acme_ ",
        "acme_ acme_=acme_:",
      })
  void aDearPatternTakesAHostileTextInTime(String part) throws Exception {
    OwnRules own =
        OwnRules.of(List.of(token("word"), token("around"), token("line"), token("assigned")));
    String text = part.repeat(4 * MEBIBYTE / part.length());
    RuleBook book = own.before(RuleBooks.standard());

    Assertions.assertTimeout(Duration.ofSeconds(10), () -> book.tokens(text));
  }

  /** About as dear as a pattern may be. */
  private static OwnRule token(String window) throws OwnPattern.Fault {
    OwnPattern pattern =
        OwnPattern.of("acme_(?:[a-z0-9_ ]|[a-f0-9_ :=]|(?:ac|[^x])+){20}[0-9a-f_ acme]{32}!");
    Rule rule = new Rule("a/" + window, "x", Layer.TEXT, Severity.HIGH, "", "");
    return new OwnRule.Token(
        rule,
        new TokenDefinition(
            List.of("acme_"),
            window,
            pattern,
            "A-Za-z0-9_",
            1,
            Integer.MAX_VALUE,
            0,
            false,
            false,
            List.of(),
            List.of()));
  }
}
