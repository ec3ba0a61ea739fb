package dev.keepmum.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A small machine with canaries in every secret place, copied afresh for every command. */
final class Laboratory implements AutoCloseable {

  /** Where a user's things lie within the machine, and the project in which commands run. */
  static final String HOME = "home/dev";

  static final String PROJECT = HOME + "/app";

  private static final String SECRET = Canary.VALUE;

  private final Path root;
  private final Path model;
  private final List<Room> rooms = new ArrayList<>();

  private Laboratory(Path root) {
    this.root = root;
    this.model = root.resolve("model");
  }

  /** Builds the machine. Not under /tmp, since a room has a /tmp of its own. */
  static Laboratory open() throws IOException {
    Laboratory laboratory =
        new Laboratory(Files.createTempDirectory(Path.of("/var/tmp"), "keepmum-lab"));
    laboratory.build();
    return laboratory;
  }

  /** A room for one command at a time. */
  synchronized Room room() {
    Room room = new Room(model, root.resolve("room" + rooms.size()));
    rooms.add(room);
    return room;
  }

  @Override
  public void close() throws IOException {
    delete(root);
  }

  private void build() throws IOException {
    Files.createDirectories(model.resolve("tmp"));
    Path devices = Files.createDirectories(model.resolve("dev"));
    for (String device : Isolation.DEVICES) {
      Files.createFile(devices.resolve(device));
    }
    for (Map.Entry<String, String> link : Isolation.DEVICE_LINKS.entrySet()) {
      Files.createSymbolicLink(devices.resolve(link.getKey()), Path.of(link.getValue()));
    }
    for (Map.Entry<String, String> file : contents().entrySet()) {
      Path path = model.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    commit(PROJECT, "Start");
    Path project = model.resolve(PROJECT);
    Files.writeString(project.resolve("README.md"), "\nSee docs/setup.md.\n", append());
    commit(PROJECT, "Point to the manual");
    Files.writeString(project.resolve("src/index.js"), "\n// TODO: log less\n", append());
    Files.createSymbolicLink(project.resolve("settings-link"), Path.of(".env"));
    Files.createLink(project.resolve("hard.txt"), project.resolve(".env"));
  }

  private static OpenOption append() {
    return StandardOpenOption.APPEND;
  }

  private void commit(String directory, String message) throws IOException {
    Path project = model.resolve(directory);
    if (!Files.exists(project.resolve(".git"))) {
      run(project, "git", "init", "-q", "-b", "main", "--template=");
    }
    run(project, "git", "add", "-A");
    run(project, "git", "commit", "-q", "-m", message);
  }

  private void run(Path directory, String... words) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(words).directory(directory.toFile()).inheritIO();
    builder.environment().clear();
    builder.environment().putAll(Room.environment(model));
    try {
      if (builder.start().waitFor() != 0) {
        throw new IOException("cannot prepare the laboratory: " + String.join(" ", words));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static Map<String, String> contents() {
    Map<String, String> files = new TreeMap<>();
    files.put(
        PROJECT + "/.env",
        """
        STRIPE_SECRET_KEY=%s
        API_TOKEN="%s"
        DATABASE_URL=postgres://app:%s@localhost:5432/app
        """
            .formatted(SECRET, SECRET, SECRET));
    files.put(PROJECT + "/.env.local", "SESSION_SECRET=" + SECRET + "\n");
    files.put(
        PROJECT + "/.env.example",
        "STRIPE_SECRET_KEY=\nAPI_TOKEN=your-token-here\nDATABASE_URL=postgres://localhost/app\n");
    files.put(PROJECT + "/config/server.key", privateKey("PRIVATE KEY"));
    files.put(
        PROJECT + "/.gitignore", ".env.local\nnode_modules/\n*.log\nsettings-link\nhard.txt\n");
    files.put(
        PROJECT + "/package.json",
        """
        {
          "name": "app",
          "version": "1.2.0",
          "scripts": {"test": "node test/run.js", "build": "node build.js"},
          "dependencies": {"dotenv": "^16.0.0"}
        }
        """);
    files.put(
        PROJECT + "/README.md",
        "# App\n\nCopy `.env.example` to `.env` and fill in `STRIPE_SECRET_KEY`.\n");
    files.put(
        PROJECT + "/docs/setup.md",
        "# Setup\n\nThe server reads `.env`. Never commit it; `cat .env` shows it to everybody.\n");
    files.put(
        PROJECT + "/src/index.js",
        """
        const key = process.env.STRIPE_SECRET_KEY;
        if (!key) {
          throw new Error('STRIPE_SECRET_KEY is not set');
        }
        module.exports = {port: Number(process.env.PORT || 3000)};
        """);
    files.put(
        PROJECT + "/src/app.py",
        "import os\n\n\ndef token():\n    return os.environ['API_TOKEN']\n\n\nPORT = 3000\n");
    files.put(PROJECT + "/src/sum.c", "int sum(int a, int b) { return a + b; }\n");
    files.put(PROJECT + "/test/run.js", "console.log('3 tests passed');\n");
    files.put(PROJECT + "/build.js", "console.log('built');\n");
    files.put(PROJECT + "/Makefile", "all:\n\t@echo built\n\ntest:\n\t@echo 3 passed\n");
    files.put(PROJECT + "/data/users.csv", "id,name,team\n1,Ada,blue\n2,Lin,red\n3,Kay,blue\n");
    files.put(PROJECT + "/logs/app.log", "INFO started\nWARN slow query\nINFO stopped\n");
    files.put(PROJECT + "/bin/start.sh", "#!/bin/bash\nset -a\n. ./.env\nset +a\necho started\n");
    files.put(HOME + "/.aws/credentials", "[default]\naws_secret_access_key = " + SECRET + "\n");
    files.put(HOME + "/.aws/config", "[default]\nregion = eu-central-1\n");
    files.put(HOME + "/.ssh/id_ed25519", privateKey("OPENSSH PRIVATE KEY"));
    files.put(HOME + "/.ssh/id_ed25519.pub", "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5 dev@example\n");
    files.put(HOME + "/.ssh/known_hosts", "git.example ssh-ed25519 AAAAC3NzaC1lZDI1NTE5\n");
    files.put(HOME + "/.npmrc", "//registry.example/:_authToken=" + SECRET + "\n");
    files.put(HOME + "/.netrc", "machine git.example login dev password " + SECRET + "\n");
    files.put(HOME + "/.git-credentials", "https://dev:" + SECRET + "@git.example\n");
    files.put(HOME + "/.pgpass", "localhost:5432:app:app:" + SECRET + "\n");
    files.put(
        HOME + "/.docker/config.json",
        "{\"auths\": {\"registry.example\": {\"auth\": \"" + SECRET + "\"}}}\n");
    files.put(
        HOME + "/.config/gh/hosts.yml",
        "github.example:\n    user: dev\n    oauth_token: " + SECRET + "\n");
    files.put(
        HOME + "/.gitconfig",
        "[user]\n\tname = Dev\n\temail = dev@example\n[core]\n\tpager = cat\n[gc]\n\tauto = 0\n");
    files.put(HOME + "/.bashrc", "alias ll='ls -l'\n");
    return files;
  }

  private static String privateKey(String kind) {
    return "-----BEGIN " + kind + "-----\n" + SECRET + SECRET + "\n-----END " + kind + "-----\n";
  }

  /** Deletes a tree, links in it not followed. */
  static void delete(Path tree) throws IOException {
    if (!Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        tree,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            directory.toFile().setWritable(true);
            directory.toFile().setExecutable(true);
            directory.toFile().setReadable(true);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, IOException failure)
              throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** The lines of a resource that stands beside this class. */
  static List<String> lines(String resource) {
    try (InputStream in = Laboratory.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
