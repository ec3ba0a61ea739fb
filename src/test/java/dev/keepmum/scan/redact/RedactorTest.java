package dev.keepmum.scan.redact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepmum.event.JsonReader;
import dev.keepmum.event.JsonText;
import dev.keepmum.event.JsonValue;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.event.MalformedJson;
import dev.keepmum.event.UpdatedOutput;
import dev.keepmum.host.FixtureHost;
import dev.keepmum.rule.RuleBooks;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {
  private static final String ENV_CANARY = "CNRYENV7f3a";
  private static final String PASSWORD = "p@ss/w0rd\"q\\Zk";
  private static final String TOKEN = "AKIA" + "Q3EGRZT7XKPL5MNB";
  private static final String KEY_LINE = randomBase64(64);
  private static final String KEY =
      "-----BEGIN OPENSSH PRIVATE KEY-----\n"
          + KEY_LINE
          + "\n"
          + randomBase64(40)
          + "\n-----END OPENSSH PRIVATE KEY-----\n";

  private static final FixtureHost HOST =
      host(
          Map.of(
              "/home/dev/app/.env",
              "PORT=3000\nHOST=localhost\nNODE_ENV=development\nSECRET=canary-7f3a\nDB_PASSWORD='"
                  + PASSWORD
                  + "'\nDATABASE_URL=postgres://postgres:Zx9kQ2mmT@db.example.com/app\n"
                  + "DB_USER=application_user1\nAPI_URL=https://api.example.com/v1\n",
              "/home/dev/app/services/api/.env",
              "OTHER_SECRET=CNRYNESTED7f3a\n",
              "/home/dev/app/terraform.tfstate",
              "{\"id\":\"vpc-0abc123def456789\",\"password\":\"CNRYSTATE7f3a\"}",
              "/home/dev/.npmrc",
              "//registry.example.com/:_authToken=CNRYNPM7f3a\n",
              "/home/dev/.netrc",
              "machine api.example.com login developer password CNRYNETRC7f3a\n",
              "/home/dev/.ssh/id_ed25519",
              KEY));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "canary-7f3a",
        PASSWORD,
        "Zx9kQ2mmT",
        "CNRYNESTED7f3a",
        "CNRYSTATE7f3a",
        "CNRYNPM7f3a",
        "CNRYNETRC7f3a",
        ENV_CANARY
      })
  void takesOutWhatThisMachineKeepsSecret(String secret) {
    assertThat(redacted("before " + secret + " after"))
        .matches("before ‹keepmum:[a-z0-9-]+:\\d+› after");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PORT=3000 HOST=localhost NODE_ENV=development postgres",
        "drwxr-xr-x 2 application_user1 developer 4096 /home/dev/app/services/api",
        "https://api.example.com/v1 db.example.com registry.example.com",
        "vpc-0abc123def456789 true false null",
        "AKIAIOSFODNN7EXAMPLE",
        "canary password SECRET .env",
        "f47ac10b-58cc-4372-a567-0e02b2c3d479 1.2.3-beta.4 2026-11-25T18:00:00Z"
      })
  void leavesEverythingElse(String text) {
    Redaction redaction = redact(JsonText.quoted(text));

    assertThat(redaction.replaced()).isEmpty();
    assertThat(redaction.patches()).isEmpty();
  }

  static Map<String, String> encodings() throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String secret : new String[] {"canary-7f3a", PASSWORD, "key=" + TOKEN}) {
      for (String before : new String[] {"", "x", "xy", "xyz"}) {
        texts.put("base64 " + before + secret, base64(before + secret + "\n"));
      }
      texts.put("base64 for URLs " + secret, forUrls("~~~???" + secret + "~~~???"));
      texts.put("base64 twice " + secret, base64(base64("a long line with " + secret)));
      texts.put("lines " + secret, Base64.getMimeEncoder().encodeToString(within(secret)));
      texts.put("hex " + secret, HexFormat.of().formatHex(bytes(secret)));
      texts.put("HEX " + secret, HexFormat.of().withUpperCase().formatHex(bytes(secret)));
      String padded = secret + "-".repeat(4 * (40 - secret.length() / 4) - secret.length() % 4);
      texts.put("a word behind hex " + secret, HexFormat.of().formatHex(bytes(padded)) + "\nok");
      texts.put("URL " + secret, "?q=" + URLEncoder.encode(secret, StandardCharsets.UTF_8));
      texts.put("every byte %", HexFormat.of().withPrefix("%").formatHex(bytes(secret)));
      texts.put("JSON " + secret, JsonText.quoted(secret));
      texts.put("JSON in JSON " + secret, JsonText.quoted(JsonText.quoted(secret)));
      texts.put("codes " + secret, HexFormat.of().withPrefix("\\u00").formatHex(bytes(secret)));
      texts.put("bytes " + secret, HexFormat.of().withPrefix("\\x").formatHex(bytes(secret)));
      texts.put("gzip " + secret, Base64.getEncoder().encodeToString(gzip(secret)));
      texts.put("reversed " + secret, new StringBuilder(secret).reverse().toString());
      texts.put(
          "colours " + secret,
          secret.substring(0, 6) + "\u001b[01;31m" + secret.substring(6) + "\u001b[m");
    }
    return texts;
  }

  static Iterable<String> encodingNames() throws IOException {
    return encodings().keySet();
  }

  @ParameterizedTest
  @MethodSource("encodingNames")
  void takesOutWhatIsEncoded(String name) throws Exception {
    String encoded = encodings().get(name);

    String redacted = redacted("first line\nx: " + encoded + "\nlast line\n");

    assertThat(redacted).startsWith("first line\nx: ").endsWith("\nlast line\n");
    assertThat(redacted).contains("‹keepmum:").doesNotContain(encoded);
  }

  @Test
  void takesOutKeysHoweverTheyAreLaidOut() {
    assertThat(redacted(KEY)).matches("‹keepmum:private-key:1›\n?");
    assertThat(redacted("key: |\n  " + KEY.replace("\n", "\n  "))).doesNotContain(KEY_LINE);
    assertThat(redacted("12: " + KEY_LINE)).startsWith("12: ‹keepmum:ssh-key:");
    assertThat(redacted(JsonText.quoted(KEY))).doesNotContain(KEY_LINE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // xxd; hexdump -C; hexdump; od -An -tx1; od -c
        "00000000: 5345 4352 4554 3d63 616e 6172 792d 3766  SECRET=canary-7f\n"
            + "00000010: 3361 0a                                  3a.\n",
        "00000000  53 45 43 52 45 54 3d 63  61 6e 61 72 79 2d 37 66  |SECRET=canary-7f|\n"
            + "00000010  33 61 0a                                          |3a.|\n",
        "0000000 4553 5243 5445 633d 6e61 7261 2d79 6637\n0000010 6133 000a\n",
        " 53 45 43 52 45 54 3d 63 61 6e 61 72 79 2d 37 66\n 33 61 0a\n",
        "0000000   S   E   C   R   E   T   =   c   a   n   a   r   y   -   7   f\n"
            + "0000020   3   a  \\n\n"
      })
  void takesOutWhatIsDumped(String dump) {
    String redacted = redacted("$ dump\n" + dump + "done 1\n");

    assertThat(redacted).startsWith("$ dump\n\u2039keepmum:dotenv:").endsWith("\u203a\ndone 1\n");
  }

  @Test
  void theSameSecretHasTheSameStandInWhereverItStands() throws Exception {
    Answer answer =
        answer(
            "{\"a\":\"canary-7f3a x "
                + TOKEN
                + "\",\"b\":[\"y canary-7f3a\",\""
                + base64("canary-7f3a\n")
                + "\"]}");

    String secret = answer.redaction.replaced().get(0).standIn();
    String token = answer.redaction.replaced().get(1).standIn();
    assertThat(answer.json)
        .isEqualTo(
            "{\"a\":\""
                + secret
                + " x "
                + token
                + "\",\"b\":[\"y "
                + secret
                + "\",\""
                + secret
                + "\"]}");
    assertThat(redact("\"canary-7f3a alone\"").replaced().get(0).standIn()).isEqualTo(secret);
    assertThat(token).isEqualTo("‹keepmum:aws-access-key:1›");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "{\"stdout\":\"# canary-7f3a\",\"stderr\":\"\",\"interrupted\":false,\"isImage\":false} |"
            + " stdout:1:3",
        "{\"type\":\"text\",\"file\":{\"filePath\":\"/a\",\"content\":\"a\\n"
            + "canary-7f3a\",\"numLines\":2}} | file.content:2:1",
        "[{\"type\":\"text\",\"text\":\"canary-7f3a\"}] | [0].text:1:1",
        "\"canary-7f3a\" | 1:1",
        "{\"mode\":\"content\",\"numLines\":1.50,\"filenames\":[],\"x\":null,\"content\":\".env:4:canary-7f3a\"}"
            + " | content:1:8",
      })
  void keepsTheShape(String output, String place) {
    Answer answer = answer(output);
    Redaction redaction = answer.redaction;

    assertThat(answer.json)
        .isEqualTo(output.replace("canary-7f3a", redaction.replaced().get(0).standIn()));
    assertThat(redaction.replaced()).extracting(Replacement::place).containsExactly(place);
    assertThat(redaction.isComplete()).isTrue();
  }

  @Test
  void tellsWhatItCannotReplace() {
    String image = "iVBORw0KGgo" + base64("A" + "canary-7f3a");

    Redaction redaction = redact("{\"canary-7f3a\":1,\"data\":\"" + image + "\"}");

    assertThat(redaction.replaced()).isEmpty();
    assertThat(redaction.kept()).extracting(Replacement::place).containsExactly("a name", "data");
    assertThat(redaction.patches()).isEmpty();
  }

  @Test
  void readsTheFilesThatTheCallNames() {
    FixtureHost host =
        host(Map.of("/srv/deep/down/below/all/prod.env", "SECRET=CNRYELSEWHERE7f3a\n"));
    Redactor redactor = new Redactor(RuleBooks.standard(), host);
    JsonObject input =
        (JsonObject) json("{\"command\":\"tail -n1 '/srv/deep/down/below/all/prod.env'\"}");

    assertThat(redactor.redact(json("\"CNRYELSEWHERE7f3a\""), input, "/home/dev/app").replaced())
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=",
        "A",
        "41",
        "\\\\",
        "%41",
        "\u001b[1m",
        "sk-ant-api03-",
        "password=",
        "eyJ",
        "-----BEGIN ",
        "QUtJ"
      })
  @Timeout(20)
  void takesTimeInProportionToHostileOutputs(String pattern) {
    String text = pattern.repeat((1 << 20) / pattern.length());

    assertThat(redact(JsonText.quoted(text))).isNotNull();
  }

  @Test
  void findsSecretsWhereverAPieceOfALargeTextEnds() {
    StringBuilder text = new StringBuilder();
    int count = 0;
    while (text.length() < 5 << 20) {
      text.append(text.length() % 7 == 0 ? '\n' : ' ').append("x".repeat(text.length() % 911));
      text.append(" canary-7f3a");
      count++;
    }

    String redacted = redacted(text.toString());

    assertThat(redacted).doesNotContain("canary");
    assertThat(redacted.length() - redacted.replace("‹", "").length()).isEqualTo(count);
  }

  @Test
  void aPasswordThatIsTheProjectsNameIsNone() {
    FixtureHost host =
        host(Map.of("/home/dev/big-blue-boat-7x2k/.env", "SECRET=big-blue-boat-7x2k\n"));

    assertThat(
            new Redactor(RuleBooks.standard(), host)
                .redact(
                    json("\"/home/dev/big-blue-boat-7x2k/src\""),
                    (JsonObject) json("{}"),
                    "/home/dev/big-blue-boat-7x2k")
                .replaced())
        .isEmpty();
  }

  @Test
  @Timeout(20)
  void findsTheOneSecretAmongManyStrings() {
    StringBuilder output = new StringBuilder("[\"/src/first.txt\"");
    for (int i = 0; i < 100_000; i++) {
      output.append(",\"/src/some/folder/file").append(i).append(".txt\"");
    }
    output.append(",\"x canary-7f3a\",\"/src/last.txt\"]");

    assertThat(redact(output.toString()).replaced())
        .extracting(Replacement::place)
        .containsExactly("[100001]:1:3");
  }

  @Test
  void unpacksNoMoreThanItHasTo() throws Exception {
    String bomb = Base64.getEncoder().encodeToString(gzip("a".repeat(100 << 20)));

    assertThat(redact(JsonText.quoted(bomb)).replaced()).isEmpty();
  }

  /** An output as it would be written, and what was done to it. */
  private record Answer(String json, Redaction redaction) {}

  private static Answer answer(String output) {
    JsonValue parsed = json(output);
    Redaction redaction =
        new Redactor(RuleBooks.standard(), HOST)
            .redact(parsed, (JsonObject) json("{}"), "/home/dev/app");
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    try {
      new UpdatedOutput(parsed, redaction.patches(), "").writeOutput(written);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Answer(written.toString(StandardCharsets.UTF_8), redaction);
  }

  private static Redaction redact(String output) {
    return answer(output).redaction;
  }

  private static String redacted(String text) {
    return json(answer(JsonText.quoted(text)).json).text().orElseThrow();
  }

  private static JsonValue json(String text) {
    try {
      return JsonReader.read(text);
    } catch (MalformedJson e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static FixtureHost host(Map<String, String> files) {
    StringBuilder machine =
        new StringBuilder("{\"home\":\"/home/dev\",\"cwd\":\"/home/dev/app\",\"env\":{");
    machine.append("\"GITHUB_TOKEN\":\"").append(ENV_CANARY).append("\"},\"files\":{");
    String separator = "";
    for (Map.Entry<String, String> file : files.entrySet()) {
      machine.append(separator).append(JsonText.quoted(file.getKey())).append(':');
      machine.append(JsonText.quoted(file.getValue()));
      separator = ",";
    }
    try {
      return FixtureHost.read(new ByteArrayInputStream(bytes(machine.append("}}").toString())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(bytes(text));
  }

  private static String forUrls(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(text));
  }

  private static byte[] within(String secret) {
    return bytes(
        "a line before it that is long enough\n".repeat(4) + secret + "\nand more\n".repeat(9));
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes("name: " + text + "\n"));
    }
    return packed.toByteArray();
  }

  private static String randomBase64(int length) {
    byte[] bytes = new byte[length * 3 / 4];
    new Random(length).nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
