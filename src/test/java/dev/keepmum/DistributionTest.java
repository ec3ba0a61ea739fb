package dev.keepmum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dev.keepmum.settings.Registration;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The plugin, and a release made of stand-ins for its native programs, installed each way. */
@DisabledOnOs(OS.WINDOWS)
class DistributionTest {
  private static final String VERSION = "9.8.7";
  private static final List<String> PLATFORMS =
      List.of("linux-x64", "linux-arm64", "macos-x64", "macos-arm64", "windows-x64");

  @TempDir Path temporary;

  private Path archives;

  @BeforeEach
  void makeRelease() throws Exception {
    archives = Files.createDirectories(temporary.resolve("archives"));
    StringBuilder sums = new StringBuilder();
    for (String platform : PLATFORMS) {
      Path program = temporary.resolve(platform);
      Files.writeString(program, "#!/bin/sh\necho keepmum " + VERSION + " of " + platform + "\n");
      Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
      succeed("packaging/archive", VERSION, platform, program.toString(), archives.toString());
      String name = "keepmum-" + VERSION + "-" + platform + ".tar.gz";
      sums.append(sum(archives.resolve(name))).append("  ").append(name).append('\n');
    }
    Files.writeString(archives.resolve("SHA256SUMS"), sums);
  }

  @Test
  void thePluginRegistersTheHookAsItHasToBe() throws IOException {
    JsonNode events = json(Path.of("hooks/hooks.json")).path("hooks");

    assertThat(events.fieldNames()).toIterable().containsExactlyElementsOf(Registration.EVENTS);
    for (Map.Entry<String, JsonNode> event : events.properties()) {
      assertThat(event.getValue()).hasSize(1);
      JsonNode group = event.getValue().get(0);
      JsonNode hook = group.path("hooks").get(0);
      assertThat(group.path("matcher").asText()).isEqualTo("*");
      assertThat(hook.path("command").asText()).isEqualTo("${CLAUDE_PLUGIN_ROOT}/hooks/keepmum");
      assertThat(hook.path("args")).hasToString("[\"hook\"]");
      assertThat(hook.path("onFailure").asText())
          .as("a failure after a call must not end in a loop")
          .isEqualTo(event.getKey().startsWith("PostToolUse") ? "" : "block");
    }
    assertThat(Files.isExecutable(Path.of("hooks/keepmum"))).isTrue();
  }

  @Test
  void thePluginHasTheProgramsVersion() throws IOException {
    assertThat(Files.readString(Path.of("pom.xml")))
        .contains(
            "<version>"
                + json(Path.of(".claude-plugin/plugin.json")).path("version").asText()
                + "</version>");
    assertThat(json(Path.of(".claude-plugin/marketplace.json")).at("/plugins/0/source").asText())
        .isEqualTo("./");
  }

  @Test
  void anArchiveIsAPluginWithItsProgram() {
    String unix = succeed("tar", "-tzf", archive("macos-arm64"));
    String windows = succeed("tar", "-tzf", archive("windows-x64"));

    assertThat(unix.lines().filter(line -> !line.endsWith("/")))
        .map(line -> line.substring(line.indexOf('/') + 1))
        .containsExactlyInAnyOrder(
            ".claude-plugin/marketplace.json",
            ".claude-plugin/plugin.json",
            "LICENSE",
            "README.md",
            "hooks/hooks.json",
            "hooks/keepmum",
            "hooks/keepmum-native");
    assertThat(windows).contains("hooks/keepmum-native.exe", "hooks/keepmum.cmd");
    assertThat(succeed("tar", "-xzOf", archive("windows-x64"), "--wildcards", "*/hooks.json"))
        .contains("/hooks/keepmum-native.exe\"")
        .doesNotContain("/hooks/keepmum\"");
    assertThat(succeed("tar", "-xzOf", archive("linux-x64"), "--wildcards", "*/plugin.json"))
        .contains("\"version\": \"" + VERSION + "\"");
  }

  @Test
  void theFormulaAndThePackageNameEachArchivesChecksum() throws Exception {
    Path out = temporary.resolve("generated");
    succeed(
        "packaging/generate",
        VERSION,
        "https://example.com/v",
        archives.toString(),
        out.toString());

    String formula = Files.readString(out.resolve("keepmum.rb"));
    String installer = Files.readString(out.resolve("npm/install.js"));
    for (String platform : PLATFORMS) {
      String sum = sum(Path.of(archive(platform)));
      assertThat(installer).contains("'" + sum + "'");
      if (!platform.startsWith("windows")) {
        assertThat(formula)
            .containsPattern(
                "url \"https://example.com/v/keepmum-9.8.7-"
                    + platform
                    + "\\.tar\\.gz\"\\s+sha256 \""
                    + sum
                    + "\"");
      }
    }
    assertThat(formula + installer).doesNotContain("@VERSION@", "@URL@", "_X64@", "_ARM64@");
    assertThat(json(out.resolve("npm/package.json")).path("version").asText()).isEqualTo(VERSION);
  }

  @Test
  void nothingIsGeneratedWithoutAllChecksums() throws IOException {
    Path sums = archives.resolve("SHA256SUMS");
    Files.writeString(sums, Files.readString(sums).replace("macos-x64", "macos-x32"));

    Outcome outcome =
        run(Map.of(), "packaging/generate", VERSION, "u", archives.toString(), temporary + "/out");

    assertThat(outcome.status).isNotZero();
    assertThat(outcome.text).contains("no checksum of macos-x64");
    assertThat(temporary.resolve("out")).doesNotExist();
  }

  @Test
  void installsFromAFolderAndAgain() {
    install(archives.toString());
    Outcome second = install(archives.toString());

    assertThat(second.status).as(second.text).isZero();
    assertThat(succeed(temporary + "/home/bin/keepmum")).startsWith("keepmum " + VERSION);
    assertThat(temporary.resolve("home/share").toFile().list()).containsExactly("keepmum");
  }

  @Test
  void installsFromAServer() throws IOException {
    assumeTrue(
        run(Map.of(), "sh", "-c", "command -v curl wget").status == 0, "nothing to fetch with");
    served(
        url -> {
          Outcome outcome = install(url);

          assertThat(outcome.status).as(outcome.text).isZero();
          assertThat(succeed(temporary + "/home/bin/keepmum")).startsWith("keepmum " + VERSION);
          assertThat(install(url + "/nowhere").text).contains("cannot be fetched");
        });
  }

  @Test
  void installsNothingThatIsNotWhatWasPublished() throws IOException {
    install(archives.toString());
    for (String platform : PLATFORMS) {
      Files.write(Path.of(archive(platform)), new byte[] {0}, StandardOpenOption.APPEND);
    }
    Outcome outcome = install(archives.toString());

    assertThat(outcome.status).isEqualTo(1);
    assertThat(outcome.text).contains("is not what SHA256SUMS says; nothing was installed");
    assertThat(succeed(temporary + "/home/bin/keepmum")).startsWith("keepmum " + VERSION);
    assertThat(temporary.resolve("home/share").toFile().list()).containsExactly("keepmum");
  }

  @Test
  void installsFromNowhereUnsafe() {
    Outcome outcome = install("http://example.com/release");

    assertThat(outcome.status).isEqualTo(1);
    assertThat(outcome.text).contains("is not fetched safely");
  }

  @Test
  void theNpmPackageTakesTheProgramOnlyByItsChecksum() throws IOException {
    assumeTrue(run(Map.of(), "sh", "-c", "command -v node").status == 0, "no Node.js here");
    Path out = temporary.resolve("generated");
    succeed("packaging/generate", VERSION, "https://invalid", archives.toString(), out.toString());
    String installer = out.resolve("npm/install.js").toString();
    served(
        url -> {
          Map<String, String> there = Map.of("npm_config_keepmum_url", url);
          Outcome outcome = run(there, "node", installer);
          assertThat(outcome.status).as(outcome.text).isZero();
          assertThat(succeed("node", out + "/npm/keepmum.js", "--version"))
              .startsWith("keepmum " + VERSION);

          Path script = Path.of(installer);
          Files.writeString(script, Files.readString(script).replaceAll("'[0-9a-f]{64}'", "'0'"));
          Outcome refused = run(there, "node", installer);
          assertThat(refused.status).isEqualTo(1);
          assertThat(refused.text).contains("its checksum differs");
        });
  }

  @Test
  void everyActionIsPinnedByItsCommit() throws IOException {
    Pattern pinned = Pattern.compile("\\s*(- )?uses: [\\w./-]+@[0-9a-f]{40} # v[0-9.]+");
    try (Stream<Path> workflows = Files.list(Path.of(".github/workflows"))) {
      for (Path workflow : workflows.toList()) {
        assertThat(Files.readAllLines(workflow).stream().filter(line -> line.contains("uses:")))
            .as(workflow.toString())
            .isNotEmpty()
            .allMatch(line -> pinned.matcher(line).matches());
      }
    }
  }

  private interface WithUrl {
    void run(String url) throws IOException;
  }

  private void served(WithUrl action) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          Path file = archives.resolve(exchange.getRequestURI().getPath().substring(1));
          byte[] bytes = Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
          exchange.sendResponseHeaders(bytes.length == 0 ? 404 : 200, bytes.length);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
          }
        });
    server.start();
    try {
      action.run("http://127.0.0.1:" + server.getAddress().getPort());
    } finally {
      server.stop(0);
    }
  }

  private Outcome install(String from) {
    return run(
        Map.of(),
        "sh",
        "packaging/install.sh",
        "--version",
        VERSION,
        "--from",
        from,
        "--to",
        temporary + "/home");
  }

  private String archive(String platform) {
    return archives.resolve("keepmum-" + VERSION + "-" + platform + ".tar.gz").toString();
  }

  private static String sum(Path file) throws IOException, NoSuchAlgorithmException {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
  }

  private static JsonNode json(Path file) throws IOException {
    return new ObjectMapper().readTree(file.toFile());
  }

  private String succeed(String... command) {
    Outcome outcome = run(Map.of(), command);
    assertThat(outcome.status).as(outcome.text).isZero();
    return outcome.text;
  }

  private Outcome run(Map<String, String> environment, String... command) {
    Path out = temporary.resolve("out.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile());
    builder.environment().putAll(new TreeMap<>(environment));
    try {
      Process process = builder.start();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      return new Outcome(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8));
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private record Outcome(int status, String text) {}
}
