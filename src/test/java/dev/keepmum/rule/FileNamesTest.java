package dev.keepmum.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {
  private static final String HOME = "/home/dev";
  private final RuleBook book = RuleBooks.standard();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/home/dev/app/.env",
        ".env",
        "./.env",
        "src/../.env",
        ".env.local",
        ".env.production",
        ".env.test",
        ".env.bak",
        ".dev.vars",
        ".ENV",
        "C:\\Users\\dev\\app\\.env::$DATA",
        ".env.",
        ".e\u200cnv",
        "\ufeff.env",
        "C:\\Users\\dev\\.aws.\\credentials",
        "/home/dev/.aws/credentials",
        "~/.aws/credentials",
        "/root/.aws/credentials",
        "/home/dev/.ssh/id_ed25519",
        "/home/dev/.ssh/id_rsa",
        "/srv/app/.ssh/id_rsa",
        "/home/dev/app/config/master.key",
        "/home/dev/app/terraform.tfstate",
        "prod.auto.tfvars",
        "/proc/self/environ",
        "/proc/123/environ",
        "/run/secrets/db",
        "/home/dev/.bash_history",
        "/home/dev/.claude/projects/app/session.jsonl",
        "/home/dev/.claude/.credentials.json",
        "/home/dev/.codex/auth.json",
        "/home/dev/.cargo/credentials.toml",
        "heap.hprof",
        "/home/dev/.config/gcloud/application_default_credentials.json",
        "core.4242",
        "/home/dev/.config/gh/hosts.yml",
        "/home/dev/.config/rclone/rclone.conf",
        "/etc/shadow",
        "/home/dev/.git-credentials",
        "/home/dev/.gnupg/private-keys-v1.d/0A.key",
        "/home/dev/.kube/config",
        "/home/dev/.netrc",
        "/home/dev/.pgpass",
        "/home/dev/.pypirc",
        "/home/dev/.terraform.d/credentials.tfrc.json",
        "/home/dev/.vault-token",
        "/home/dev/.mozilla/firefox/abc.default/logins.json",
        "/srv/x/terraform.tfstate.backup",
        "C:\\Users\\dev\\AppData\\Roaming\\gcloud\\credentials.db"
      })
  void isProtectedByName(String path) {
    assertThat(book.file(path, HOME).kind()).isEqualTo(FileMatch.Kind.PROTECTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "README.md",
        "src/app.ts",
        "src/env.ts",
        "src/environment.ts",
        "src/tokenizer.ts",
        "docs/secret-rotation.md",
        "src/credentials.service.ts",
        "test/fixtures/token.test.ts",
        "package.json",
        "package-lock.json",
        "tokenizer.json",
        "secret_test.go",
        "env/.gitkeep",
        ".environment.d/readme",
        "My .environment notes.md",
        "venv/bin/activate",
        "run.sh",
        "concatenate_tokens.md",
        "credentials/index.ts",
        "/home/dev/.ssh/known_hosts/x/y",
        "C:\\Users\\dev\\app\\src\\App.java",
        "",
        "/",
        ".",
        "..",
        "~",
        "core/index.ts",
        "Makefile",
        "go.sum",
        "src/secrets/index.ts",
        "docs/api-tokens.html",
        "/etc/passwd",
        "core.ts",
        "src/main/resources/messages.properties",
        "/proc/cpuinfo",
        "yarn.lock"
      })
  void isOpen(String path) {
    assertThat(book.file(path, HOME).kind()).isEqualTo(FileMatch.Kind.OPEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".env.example",
        ".env.sample",
        ".env.template",
        ".env.dist",
        ".env.schema",
        ".envrc.example",
        ".env.local.example",
        "/home/dev/.ssh/id_ed25519.pub",
        "~/.ssh/known_hosts",
        "~/.ssh/config",
        ".dev.vars.example",
        "cert.pem",
        "public.key",
        "example.tfvars",
        ".env.d.ts",
        "credentials.example.json"
      })
  void looksAlike(String path) {
    assertThat(book.file(path, HOME).kind()).isEqualTo(FileMatch.Kind.LOOKALIKE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ~/.npmrc           | //registry.example.com/:_authToken=CNRYFILE7f3a | true
          ~/.npmrc           | registry=https://registry.example.com           | false
          .npmrc             | //r.example.com/:_authToken=${NPM_TOKEN}        | false
          .git/config        | url = https://x:CNRYFILE7f3a@github.com/a/b     | true
          .git/config        | url = https://github.com/a/b                    | false
          server.key         | CNRYFILE7f3a                                    | true
          server.key         | -----BEGIN CERTIFICATE-----                     | false
          tls.pem            | CERT                                            | false
          tls.pem            | -----BEGIN EC PRIVATE KEY-----                  | true
          ~/.m2/settings.xml | <password>CNRYFILE7f3a</password>               | true
          ~/.m2/settings.xml | <password>${env.MAVEN_PASSWORD}</password>      | false
          ~/.m2/settings.xml | secret=CNRYFILE7f3a                             | true
          ~/.docker/config.json | {"auths":{"r.io":{"auth":"CNRYFILE7f3a"}}}   | true
          ~/.docker/config.json | {"credsStore":"desktop"}                     | false
          ~/.docker/config.json | secret=CNRYFILE7f3a                          | true
          ~/.aws/config      | region = us-east-1                              | false
          ~/.bashrc          | export GITHUB_TOKEN=CNRYENV7f3a                 | true
          ~/.bashrc          | export EDITOR=vim                               | false
          settings.py        | SECRET_KEY = os.environ["SECRET_KEY"]           | false
          settings.py        | SECRET_KEY = "CNRYFILE7f3a"                     | true
          .mcp.json          | {"env":{"API_KEY":"${API_KEY}"}}                | false
          .mcp.json          | {"headers":{"Authorization":"Bearer CNRY7f3a"}} | true
          secrets.yml        | db: CNRYFILE7f3a                                | true
          secrets.yml        | db: <%= ENV["DB"] %>                            | false
          secrets.yml        | kind: SealedSecret                              | false
          secret.yaml        | 'v: 1\nkind: Secret\ndata:\n  A: {{ .x | b64enc }}\n' | false
          secret.yaml        | 'v: 1\nkind: Secret\ndata:\n  A: CNRYFILE7f3a\n'   | true
          secret.yaml        | 'v: 1\nkind: Secret\ndata:\n  A: <set me>\ntype: Opaque\n' | false
          secret.yaml        | 'v: 1\nkind: Secret\nstringData:\n  A: ""\ndata:\n  B: CNRYFILE7f3a\n' | true
          secret.yaml        | 'v: 1\nkind: Secret\ndata:\n  A: ""\n---\npassword: CNRYFILE7f3a\n' | true
          token.json         | {"token":"test-token"}                          | false
          token.json         | {"token":"test-CNRY7f3a"}                       | true
          credentials.json   | {"installed":{"client_secret":"CNRYFILE7f3a"}}  | true
          service-account.json | {"private_key":"-----BEGIN PRIVATE KEY-----"} | true
          application.yml    | server.port: 8080                               | false
          application.yml    | spring.datasource.password: CNRYFILE7f3a        | true
          .envrc             | use flake                                       | false
          .envrc             | export STRIPE_KEY=CNRYFILE7f3a                  | true
          """)
  void contentDecides(String path, String content, boolean secret) {
    FileMatch match = book.file(path, HOME);
    assertThat(match.kind()).isEqualTo(FileMatch.Kind.BY_CONTENT);
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    assertThat(book.holdsSecret(match.rule().orElseThrow(), bytes)).isEqualTo(secret);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".en?",
        ".[e]nv",
        ".e*",
        ".env*",
        "*.tfstate",
        "id_r*",
        "/home/dev/.ssh/id_*",
        ".??v",
        "config/mas*.key",
        "~/.aws/cred*",
        ".[!a]nv",
        "*.env"
      })
  void aGlobMayNameAProtectedFile(String glob) {
    assertThat(book.fileGlob(glob, HOME)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "*.json",
        "*.md",
        "src/*",
        "src/*.ts",
        "s*.json",
        "*.y?ml",
        "test*",
        "README*",
        "",
        "[",
        "**/*.ts",
        "a\\*b",
        ".eslintrc*",
        "docker-compose*.yml"
      })
  void aGlobIsAboutSomethingElse(String glob) {
    assertThat(book.fileGlob(glob, HOME)).isEmpty();
  }
}
