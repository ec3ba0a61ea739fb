package dev.keepmum.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepmum.rule.MadeUp;
import dev.keepmum.rule.Rule;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets in texts of any length and encoding, and what is told of them. */
class SecretTextTest {
  private static final String KEY = MadeUp.text("sk-ant-api03-{A-Za-z0-9*95}");
  private static final int MEBIBYTE = 1 << 20;

  @ParameterizedTest
  @CsvSource({
    "'',                    1, 1",
    "'\n\n  ',              3, 3",
    "'a\r\nb = ',           2, 5",
    "'grüße 漢字 \uD83D\uDE00: ', 1, 14"
  })
  void aPlaceIsLineAndColumn(String before, int line, int column) throws ScanFailure {
    assertThat(Scans.places(Scans.text(before + KEY + "\n")))
        .containsExactly("-:" + line + ":" + column);
  }

  @Test
  void aSecretIsFoundWherePiecesMeet() throws ScanFailure {
    for (int at = MEBIBYTE - 200; at <= MEBIBYTE + 8; at += 8) {
      String text = " ".repeat(at - 1) + "\n" + KEY + " ".repeat(100_000) + "\n" + KEY + "\n";
      assertThat(Scans.places(Scans.text(text))).as("at " + at).containsExactly("-:2:1", "-:3:1");
    }
  }

  @Test
  void aSecretIsFoundOnceInEveryPiece() throws ScanFailure {
    String line = "x".repeat(80) + "\n";
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      text.append(line.repeat(3000)).append("key: ").append(KEY).append('\n');
    }
    List<String> expected =
        IntStream.rangeClosed(1, 20).mapToObj(i -> "-:" + 3001 * i + ":6").toList();

    assertThat(Scans.places(Scans.text(text.toString()))).isEqualTo(expected);
  }

  @Test
  void aLineMayBeLongerThanAPiece() throws ScanFailure {
    String text = "é".repeat(3 * MEBIBYTE) + " " + KEY + " " + "é".repeat(MEBIBYTE) + "\n" + KEY;

    assertThat(Scans.places(Scans.text(text)))
        .containsExactly("-:1:" + (3 * MEBIBYTE + 2), "-:2:1");
  }

  @Test
  void aPrivateKeyEndsOnAnotherLine() throws ScanFailure {
    String body = MadeUp.text("{A-Za-z0-9+/*64}");
    String key = "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----";

    Place place = Scans.text("x\n  " + key + "\n").findings().get(0).place();

    assertThat(place.line()).isEqualTo(2);
    assertThat(place.column()).isEqualTo(3);
    assertThat(place.endLine()).isEqualTo(4);
    assertThat(place.endColumn()).isEqualTo(26);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE"})
  void aTextWithAMarkIsReadInItsEncoding(String encoding) throws ScanFailure {
    byte[] content = ("\ufeffline\nkey=" + KEY).getBytes(Charset.forName(encoding));

    assertThat(Scans.places(Scans.bytes(content))).containsExactly("-:2:5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void aWideTextWithoutAMarkIsReadAllTheSame(String encoding) throws ScanFailure {
    byte[] content = ("line\r\nkey=" + KEY).getBytes(Charset.forName(encoding));

    assertThat(Scans.places(Scans.bytes(content))).containsExactly("-:2:5");
  }

  @Test
  void bytesThatAreNotInItsEncodingAreReadOver() throws ScanFailure {
    byte[] latin = ("gr\u00fc\u00dfe key=" + KEY).getBytes(StandardCharsets.ISO_8859_1);

    assertThat(Scans.places(Scans.bytes(latin))).containsExactly("-:1:11");
  }

  @Test
  void whatIsBinaryToGitIsSkipped() throws ScanFailure {
    ScanReport early = Scans.text("PNG\0" + KEY);
    ScanReport late = Scans.text(" ".repeat(TextEncoding.SNIFFED) + "\0" + KEY);

    assertThat(early.findings()).isEmpty();
    assertThat(early.binaries()).isEqualTo(1);
    assertThat(late.findings()).hasSize(1);
  }

  @Test
  void aPlaceThatSeveralRulesKnowIsOneFindingWithTheMostSpecificFirst() throws ScanFailure {
    ScanReport report = Scans.text("secret_key = \"" + KEY + "\"\n");

    assertThat(report.findings()).hasSize(1);
    assertThat(report.findings().get(0).rules())
        .extracting(Rule::id)
        .startsWith("tokens/anthropic-api-key", "tokens/anthropic-key");
  }

  @Test
  void moreThanAThousandSecretsOfOneTextAreCounted() throws ScanFailure {
    ScanReport report = Scans.text((KEY + "\n").repeat(1200));

    assertThat(report.findings()).hasSize(1000);
    assertThat(report.omitted()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "API_KEY=\"§\"          | API_KEY = sk-a… (108 characters)",
        "\"apiKey\": \"§\",     | apiKey = sk-a… (108 characters)",
        "key := '§'             | key = sk-a… (108 characters)",
        "config.key => §        | config.key = sk-a… (108 characters)",
        "curl -H §              | sk-a… (108 characters)",
        "see §                  | sk-a… (108 characters)",
        "a1b2c3d4e5f6=§         | sk-a… (108 characters)",
        "https://user:§@host/   | sk-a… (108 characters)",
        "{\"a\": \"x\\nKEY=§\"}    | KEY = sk-a… (108 characters)",
      })
  void aPreviewTellsTheNameAndNeverTheValue(String line, String preview) throws ScanFailure {
    ScanFinding finding = Scans.text(line.replace("§", KEY)).findings().get(0);

    assertThat(finding.preview()).isEqualTo(preview);
    assertThat(finding.toString()).doesNotContain(KEY, KEY.substring(13));
  }

  @Test
  void aFingerprintTellsValuesApartAndNothingElse() throws ScanFailure {
    String other = MadeUp.text("sk-ant-api03-{a-z0-9*95}");
    ScanReport report = Scans.text(KEY + "\n" + other + "\n" + KEY + "\n");
    List<String> prints =
        report.findings().stream().map(finding -> finding.fingerprint().get().toString()).toList();

    assertThat(prints.get(0)).matches("anthropic:sk-a:108:[0-9a-f]{16}").isEqualTo(prints.get(2));
    assertThat(prints.get(1)).isNotEqualTo(prints.get(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x=§ # keepmum:ignore made up for a test           | ignored",
        "x=§ // keepmum:ignore: made up                    | ignored",
        "/* keepmum:ignore made up */ x=§                  | ignored",
        "<!-- keepmum:ignore made up -->;<a x=§>           | ignored",
        "# keepmum:ignore made up;x=§                      | ignored",
        "  -- keepmum:ignore(tokens/anthropic-api-key): a fake;x=§ | ignored",
        "x=§ # keepmum:ignore(tokens/a, tokens/anthropic-api-key) a fake | ignored",
        "x=§ # keepmum:ignore(tokens/github-token) a fake  | found",
        "x=§ # keepmum:ignore(tokens/anthropic-key) a fake | found",
        "x=§ # keepmum:ignore                              | without reason",
        "x=§ # keepmum:ignore ?!                           | without reason",
        "/* keepmum:ignore */ x=§                          | without reason",
        "# keepmum:ignore §                                | without reason",
        "x=§ # keepmum:ignored made up                     | found",
        "y = 1 # keepmum:ignore made up;x=§                | found",
        "# keepmum:ignore made up;;x=§                     | found",
        "x=§;# keepmum:ignore made up                      | found",
      })
  void aMarkCountsWithItsReason(String lines, String outcome) throws ScanFailure {
    ScanReport report = Scans.text(lines.replace("§", KEY).replace(';', '\n') + "\n");

    assertThat(report.ignored()).isEqualTo(outcome.equals("ignored") ? 1 : 0);
    assertThat(report.findings()).hasSize(outcome.equals("ignored") ? 0 : 1);
    assertThat(report.findings())
        .allMatch(
            finding ->
                finding.note()
                    == (outcome.equals("found")
                        ? ScanFinding.Note.NONE
                        : ScanFinding.Note.NO_REASON));
  }
}
