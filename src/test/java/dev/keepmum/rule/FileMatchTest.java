package dev.keepmum.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileMatchTest {

  @ParameterizedTest
  @CsvSource({
    ".env, true",
    "server.key, true",
    "service-account.json, true",
    ".npmrc, true",
    "application.yml, false",
    "my-secret.yaml, false",
    ".env.example, false",
    "README.md, false"
  })
  void whatCannotBeSeenCountsBySeverity(String path, boolean secret) {
    assertThat(RuleBooks.standard().file(path, "/home/dev").isSecretUnseen()).isEqualTo(secret);
  }
}
