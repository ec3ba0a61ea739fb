package dev.keepmum.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {
  private static final int MEBIBYTE = 1 << 20;

  private final RuleBook book = RuleBooks.standard();

  @Test
  void aMatchIsTheValueAndNothingBeside() {
    String text = "curl -H 'Authorization: token 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' x";
    assertThat(book.tokens(text))
        .isNotEmpty()
        .allSatisfy(
            match ->
                assertThat(text.substring(match.start(), match.end()))
                    .isEqualTo("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"));
  }

  @Test
  void allSecretsOfATextAreFound() {
    String key = MadeUp.text("AKIA{A-Z2-7*16}");
    String other = MadeUp.text("sk_live_{A-Za-z0-9*24}");
    assertThat(book.tokens(key + "\n" + other + "\n" + key).stream().map(TokenMatch::start))
        .containsOnly(0, 21, 54);
  }

  @Test
  void aPrivateKeyIsFoundToItsEnd() {
    String key =
        MadeUp.text("-----BEGIN PRIVATE KEY-----\\n{A-Za-z0-9*64}\\n-----END PRIVATE KEY-----");
    TokenMatch match = book.tokens("x\n" + key + "\ny").get(0);
    assertThat(match.start()).isEqualTo(2);
    assertThat(match.end()).isEqualTo(2 + key.length());
  }

  @Test
  void aLongTokenIsFoundToItsEnd() {
    String token = MadeUp.text("ghs_{A-Za-z0-9*520}");
    assertThat(book.tokens(token))
        .singleElement()
        .satisfies(match -> assertThat(match.end()).isEqualTo(token.length()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "git status",
        "npm run build -- --token-file x",
        "",
        "sk-",
        "cat src/tokenizer.ts",
        "echo $GITHUB_TOKEN",
        "https://github.com/a/b",
        "postgres://localhost/db"
      })
  void nothingSecretStandsIn(String text) {
    assertThat(book.tokens(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=",
        "a=",
        "token=",
        "sk-ant-api03-",
        "eyJ.eyJ.",
        "://:",
        "secret_access_key=",
        "AKIA ",
        "-----BEGIN PRIVATE KEY-----\n",
        "ghp_ghp_",
        "x://a:b@",
        "T3BlbkFJ",
        "<a>",
        "\u0000",
        "[[",
        "-----BEGIN A ",
        "postgres://user:"
      })
  void aHostileTextTakesLinearTime(String part) {
    String text = part.repeat(MEBIBYTE / part.length());
    Rule rule = book.rule("layer3/npm");
    byte[] content = text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    Assertions.assertTimeout(Duration.ofSeconds(10), () -> book.tokens(text));
    Assertions.assertTimeout(Duration.ofSeconds(15), () -> book.holdsSecret(rule, content));
    Assertions.assertTimeout(Duration.ofSeconds(1), () -> book.file(text, "/home/dev"));
    Assertions.assertTimeout(Duration.ofSeconds(1), () -> book.variable(text));
    Assertions.assertTimeout(Duration.ofSeconds(1), () -> book.url(text));
    Assertions.assertTimeout(Duration.ofSeconds(1), () -> book.fileGlob(text, "/home/dev"));
  }
}
