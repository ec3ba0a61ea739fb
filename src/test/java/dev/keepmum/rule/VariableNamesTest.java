package dev.keepmum.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VariableNamesTest {
  private final RuleBook book = RuleBooks.standard();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GITHUB_TOKEN",
        "AWS_SECRET_ACCESS_KEY",
        "OPENAI_API_KEY",
        "NPM_TOKEN",
        "STRIPE_SECRET_KEY",
        "STRIPE_KEY",
        "DOCKER_PASSWORD",
        "DATABASE_URL",
        "LLM_API_KEY",
        "PASSWORD",
        "API_KEY",
        "dbPassword",
        "accessToken",
        "openaiAPIKey",
        "clientSecret",
        "token",
        "password",
        "secret",
        "db-password",
        "TF_VAR_db_password",
        "OP_SESSION_my",
        "npm_config__auth",
        "ORG_GRADLE_PROJECT_signingPassword",
        "SLACK_WEBHOOK_URL",
        "SECRET_KEY_BASE",
        "DOTENV_PRIVATE_KEY_PRODUCTION",
        "RCLONE_CONFIG_S3_PASS"
      })
  void isSecret(String name) {
    assertThat(book.variable(name)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PATH",
        "HOME",
        "MAX_TOKENS",
        "OAUTH_TOKEN_URL",
        "AWS_PROFILE",
        "KC_HOSTNAME",
        "MONKEY",
        "KEYBOARD_LAYOUT",
        "KEY",
        "key",
        "PORT",
        "TOKENIZERS_PARALLELISM",
        "NEXT_PUBLIC_API_KEY",
        "SSH_AUTH_SOCK",
        "DB_PASSWORD_FILE",
        "SESSION_ID",
        "SECRETARY",
        "compass",
        "AWS_SECRET_NAME",
        "CLAUDE_CODE_MAX_OUTPUT_TOKENS",
        "VAPID_PUBLIC_KEY",
        "",
        "_",
        "__",
        "1"
      })
  void isHarmless(String name) {
    assertThat(book.variable(name)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "dbPassword, DB_PASSWORD",
    "openaiAPIKey, OPENAI_API_KEY",
    "APIKey, API_KEY",
    "oauth2Token, OAUTH2_TOKEN",
    "DB_PASSWORD, DB_PASSWORD",
    "db.password, DB_PASSWORD",
    "npm_config_x_authToken, NPM_CONFIG_X_AUTH_TOKEN"
  })
  void aNameIsTakenApartIntoWords(String name, String words) {
    assertThat(VariableNames.words(name)).isEqualTo(words);
  }
}
