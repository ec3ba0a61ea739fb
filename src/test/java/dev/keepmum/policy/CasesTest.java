package dev.keepmum.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The case files: one call of a tool a line, with the decision that is right and why. Lines about
 * other events than tool calls are left out.
 */
class CasesTest {

  private static final Path FOLDER = Path.of("src/test/resources/dev/keepmum/cases");

  static Stream<Arguments> cases() throws IOException {
    return cases(FOLDER);
  }

  static Stream<Arguments> projectCases() throws IOException {
    return cases(FOLDER.resolve("project"));
  }

  static Stream<Arguments> sessionCases() throws IOException {
    return cases(FOLDER.resolve("sessions"));
  }

  private static Stream<Arguments> cases(Path folder) throws IOException {
    List<Arguments> cases = new ArrayList<>();
    ObjectMapper json = new ObjectMapper();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList()) {
        for (String line : Files.readAllLines(file)) {
          JsonNode one = json.readTree(line);
          if (!one.has("event")) {
            cases.add(Arguments.of(one.get("id").asText(), one));
          }
        }
      }
    }
    return cases.stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void isDecidedAsItsLineSays(String id, JsonNode one) throws Exception {
    assertDecided(one, World.CANARIES);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("projectCases")
  void isDecidedAsItsLineSaysInAnOrdinaryProject(String id, JsonNode one) throws Exception {
    assertDecided(one, World.PROJECT);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sessionCases")
  void isDecidedAsItsLineSaysInSessionsOfAllKinds(String id, JsonNode one) throws Exception {
    assertDecided(one, World.SESSIONS);
  }

  private static void assertDecided(JsonNode one, World world) throws Exception {
    List<String> right = new ArrayList<>(List.of(one.get("expect").asText()));
    one.path("accept").forEach(answer -> right.add(answer.asText()));

    Verdict verdict = world.verdict(one.get("tool").asText(), one.get("input").toString());

    assertThat(verdict.decision().word())
        .as(one.get("why").asText() + ": " + verdict.reason())
        .isIn(right);
    assertThat(verdict.reason()).doesNotContain("CNRY").hasSizeLessThan(400);
  }
}
