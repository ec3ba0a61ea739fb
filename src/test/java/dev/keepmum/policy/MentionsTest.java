package dev.keepmum.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MentionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "look at @.env | .env",
        "@.env | .env",
        "why is @.env? and @.env! and @.env, | .env",
        "@src/app.ts#L1-5 | src/app.ts",
        "@.env#L3 | .env",
        "@\"a file/.env\" please | a file/.env",
        "x @./config/.env.production y | ./config/.env.production",
        "@~/.aws/credentials | ~/.aws/credentials",
        "one\t@a.txt @b.txt | a.txt;b.txt",
        "see\u3002@.env | .env",
        "@secrets/ | secrets",
        "mail dev@example.com | ^^",
        "a@.env | ^^",
        "(@.env) | ^^",
        "@ .env | ^^",
        "@\"no end | \"no",
        "nothing here | ^^",
      })
  void areReadAsTheClientReadsThem(String prompt, String paths) {
    assertThat(String.join(";", Mentions.in(prompt))).isEqualTo(paths);
  }
}
