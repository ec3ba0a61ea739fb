package dev.keepmum.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FixtureHostTest {
  private static final String WORLD =
      """
      {
       "home": "/home/dev",
       "cwd": "/home/dev/app",
       "env": {"GITHUB_TOKEN": "CNRY"},
       "later": {"unknown": [1]},
       "files": {
        "/home/dev/app/.env": "PORT=3000\\n",
        "/home/dev/app/notes.txt": {"link": ".env"},
        "/home/dev/app/far": {"link": "/home/dev/deep/folder"},
        "/home/dev/deep/folder/up": {"link": "../../app/notes.txt"},
        "/home/dev/deep/folder/é.txt": "é",
        "/home/dev/app/empty/": "",
        "/home/dev/app/dangling": {"link": "nowhere"},
        "/home/dev/app/loop": {"link": "pool"},
        "/home/dev/app/pool": {"link": "loop"}
       }
      }
      """;

  @ParameterizedTest
  @CsvSource({
    "/home/dev/app/.env, REGULAR, /home/dev/app/.env",
    "/home/dev/app/notes.txt, REGULAR, /home/dev/app/.env",
    "/home/dev//app/./empty/../.env, REGULAR, /home/dev/app/.env",
    "/home/dev/app/far/up, REGULAR, /home/dev/app/.env",
    "/home/dev/app/far/../app, MISSING, ",
    "/home/dev/app/far/../../app, DIRECTORY, /home/dev/app",
    "/home/dev/app/far/é.txt, REGULAR, /home/dev/deep/folder/é.txt",
    "/home/dev/app/empty, DIRECTORY, /home/dev/app/empty",
    "/home/dev/app/empty/, DIRECTORY, /home/dev/app/empty",
    "/, DIRECTORY, /",
    "/../.., DIRECTORY, /",
    "/home/dev/app/none, MISSING, ",
    "/home/dev/app/dangling, MISSING, ",
    "/home/dev/app/loop, UNREADABLE, ",
    "/home/dev/app/.env/x, UNREADABLE, ",
    "app/.env, UNREADABLE, ",
  })
  void resolvesPathsAsAKernelDoes(String path, FileStatus.Kind kind, String realPath)
      throws IOException {
    FixtureHost host = world(WORLD);

    assertThat(host.status(path).kind()).isEqualTo(kind);
    assertThat(host.realPath(path).orElse(null)).isEqualTo(realPath);
  }

  @Test
  void knowsAFileWhateverPathItIsReachedBy() throws IOException {
    FixtureHost host = world(WORLD);

    assertThat(host.status("/home/dev/app/far/up"))
        .isEqualTo(host.status("/home/dev/app/.env"))
        .extracting(FileStatus::size)
        .isEqualTo(10L);
  }

  @Test
  void readsPrefixesOfFilesOnly() throws IOException {
    FixtureHost host = world(WORLD);

    assertThat(host.readPrefix("/home/dev/app/notes.txt", 4)).contains("PORT".getBytes("UTF-8"));
    assertThat(host.readPrefix("/home/dev/deep/folder/é.txt", 99)).contains("é".getBytes("UTF-8"));
    assertThat(host.readPrefix("/home/dev/app", 4)).isEmpty();
    assertThat(host.readPrefix("/home/dev/app/none", 4)).isEmpty();
  }

  @Test
  void listsFolders() throws IOException {
    FixtureHost host = world(WORLD);

    assertThat(host.list("/home/dev", 9)).containsExactlyInAnyOrder("app", "deep");
    assertThat(host.list("/home/dev", 1)).hasSize(1);
    assertThat(host.list("/home/dev/app/empty", 9)).isEmpty();
    assertThat(host.list("/home/dev/app/.env", 9)).isEmpty();
  }

  @Test
  void knowsItsSurroundings() throws IOException {
    FixtureHost host = world(WORLD);

    assertThat(host.home()).isEqualTo("/home/dev");
    assertThat(host.cwd()).isEqualTo("/home/dev/app");
    assertThat(host.variable("GITHUB_TOKEN")).contains("CNRY");
    assertThat(host.variable("HOME")).isEmpty();
    assertThat(host.variableNames()).containsExactly("GITHUB_TOKEN");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{\"home\": 7}",
        "{\"home\": \"dev\"}",
        "{\"files\": []}",
        "{\"files\": {\"a.txt\": \"\"}}",
        "{\"files\": {\"/a\": 7}}",
        "{\"files\": {\"/a\": {\"target\": \"b\"}}}",
        "{\"files\": {\"/a\": {\"link\": \"b\", \"c\": 1}}}",
      })
  void saysWhereADescriptionIsWrong(String text) {
    assertThatThrownBy(() -> world(text))
        .isInstanceOf(IOException.class)
        .hasMessageMatching("line 1, column \\d+: expected .*");
  }

  private static FixtureHost world(String text) throws IOException {
    return FixtureHost.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
