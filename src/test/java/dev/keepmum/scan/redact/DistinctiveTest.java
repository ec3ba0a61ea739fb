package dev.keepmum.scan.redact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistinctiveTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "canary-7f3a",
        "CNRYFILE7f3a",
        "Zx9kQ2mmT",
        "correct-horse-battery-staple",
        "p@ss!word",
        "hunter2hunter2",
        "0123456789abcdefa",
        "f47ac10b-58cc-4372-a567-0e02b2c3d479"
      })
  void aNamedSecretThatStandsForItself(String value) {
    assertThat(Distinctive.isNamed(value)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "true",
        "3000",
        "localhost",
        "postgres",
        "development",
        "postgres14",
        "password",
        "changeit",
        "administrator",
        "password1234",
        "keycloak_admin",
        "postgres-password",
        "12345678",
        "aaaaaaaaaaaa",
        "/run/secrets/db",
        "~/.ssh/id_ed25519",
        "./secrets/token",
        "https://vault.example.com/v1",
        "dev@example.com",
        "db.example.com",
        "2026-11-25"
      })
  void aNamedSecretThatStandsAnywhere(String value) {
    assertThat(Distinctive.isNamed(value)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"CNRYFILE7f3a", "a81bc81b-dead-4e5d-abff-90865d1e13b1", "Zx9kQ2mmTp4wY"})
  void anUnnamedValueThatLooksRandom(String value) {
    assertThat(Distinctive.isUnnamed(value)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "us-east-1",
        "eu-central-1",
        "node:18-alpine3.18",
        "my-app-production",
        "My Application!",
        "America/New_York",
        "application_user1",
        "utf8mb4_unicode_ci",
        "info,my_crate=debug",
        "1,2,3,4,5,6,7",
        "*/5 * * * *",
        "/usr/local/bin:/usr/bin",
        "smtp.example.com"
      })
  void anUnnamedValueOfAnyKind(String value) {
    assertThat(Distinctive.isUnnamed(value)).isFalse();
  }
}
