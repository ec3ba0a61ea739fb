package dev.keepmum.rule;

import static java.util.regex.Matcher.quoteReplacement;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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

  @Test
  void everyRuleThatFitsIsNamedTheMostSpecialFirst() {
    String key = MadeUp.text("sk-ant-api03-{A-Za-z0-9_-*93}AA");
    assertThat(book.tokens("ANTHROPIC_API_KEY=" + key).stream().map(match -> match.rule().id()))
        .startsWith("tokens/anthropic-api-key")
        .contains("tokens/anthropic-key", "tokens/secret-assignment");
  }

  /** What people write where a secret would be. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "********************************",
        "changeme",
        "${SECRET}",
        "$SECRET",
        "<your-key>",
        "YOUR_KEY_HERE",
        "your-token-goes-here-please-put-it-here",
        "{{ secret }}",
        "..."
      })
  void aPlaceholderIsNoToken(String placeholder) {
    for (RuleCatalog.Entry rule : RuleCatalog.load().entries()) {
      if (rule.kind() == RuleCatalog.Kind.TOKEN) {
        for (String example : rule.catches()) {
          String text = example.replaceAll("\\{[^{}*]+\\*\\d+\\}", quoteReplacement(placeholder));
          boolean isPlaceholder = !text.equals(example);
          assertThat(isPlaceholder && finds(rule.id(), text)).as(text).isFalse();
        }
      }
    }
  }

  private boolean finds(String id, String text) {
    return book.tokens(text).stream().anyMatch(match -> match.rule().id().equals(id));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "commit {0-9a-f*40}",
        "sha256:{0-9a-f*64}",
        "md5 {0-9a-f*32}  archive.tar.gz",
        "id: {0-9a-f*8}-{0-9a-f*4}-4{0-9a-f*3}-a{0-9a-f*3}-{0-9a-f*12}",
        "\"integrity\": \"sha512-{A-Za-z0-9+/*86}==\"",
        "github.com/a/b v1.2.3 h1:{A-Za-z0-9+/*43}=",
        "checksum = \"{0-9a-f*64}\"",
        "src=\"data:image/png;base64,iVBORw0KGgo{A-Za-z0-9+/*800}=\"",
        "//# sourceMappingURL=data:application/json;base64,{A-Za-z0-9+/*800}",
        "!function(e,t){var n=e.token=t.token,r=n.password;return r?n(r):e.secret=t}(this,{a:1});",
        "ssh-rsa AAAAB3NzaC1yc2E{A-Za-z0-9+/*360} me@host",
        "-----BEGIN CERTIFICATE-----\\n{A-Za-z0-9+/*64}\\n-----END CERTIFICATE-----",
        "const token = lexer.nextToken(); token = SyntaxKind.LessThanLessThanToken;",
        "public static final String TOKEN_TYPE = \"urn:ietf:params:oauth:token-type:jwt\";",
        "password = getPassword(user2, key3)",
        "\"NextToken\": \"{A-Za-z0-9+/*80}\"",
        "clientToken: {0-9a-f*8}-{0-9a-f*4}-4{0-9a-f*3}-a{0-9a-f*3}-{0-9a-f*12}"
      })
  void whatLooksAlikeIsNone(String example) {
    assertThat(book.tokens(MadeUp.text(example))).isEmpty();
  }

  @Test
  void shortAndLongTextsAreLookedThroughAlike() {
    Random random = new Random(5);
    List<String> parts = parts();
    for (int i = 0; i < 200; i++) {
      StringBuilder text = new StringBuilder();
      while (text.length() < 3000) {
        String part = parts.get(random.nextInt(parts.size()));
        text.append(part, 0, random.nextInt(part.length() + 1));
        text.append("aE-_ \u00e9\uffff\n".charAt(random.nextInt(8)));
      }
      List<String> walked = new ArrayList<>();
      List<String> stepped = new ArrayList<>();
      TokenGate gate = StandardTokenRules.RULES.gate();
      gate.walk(
          text.toString(), (found, from, to, end) -> walked.add(found.substring(from, to) + end));
      gate.run(
          gate.unfold(),
          text.toString(),
          (found, from, to, end) -> stepped.add(found.substring(from, to) + end));
      assertThat(stepped).isNotEmpty().isEqualTo(walked);
    }
  }

  /** Keywords, and tokens. */
  private static List<String> parts() {
    List<String> parts = new ArrayList<>();
    for (RuleCatalog.Entry rule : RuleCatalog.load().entries()) {
      if (rule.kind() == RuleCatalog.Kind.TOKEN) {
        parts.addAll(rule.strings("keywords"));
        rule.catches().forEach(example -> parts.add(MadeUp.text(example)));
      }
    }
    return parts;
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
        "-----BEGIN ",
        "-----BEGIN PRIVATE KEY-----\n",
        "ghp_ghp_",
        "x://a:b@",
        "T3BlbkFJ",
        "<a>",
        "\u0000",
        "[[",
        "-----BEGIN A ",
        "postgres://user:",
        "password",
        "password=",
        "token=secret_key=api_key=",
        "sk-ant-api03-ghp_xoxb-token=glpat-sk_live_",
        "+ASbACDbAzCa",
        "eyJ.eyJ",
        "discord okta ngrok twilio ",
        "cookie: token=",
        "curl -u a:b "
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
