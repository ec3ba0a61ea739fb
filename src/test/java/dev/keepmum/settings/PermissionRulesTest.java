package dev.keepmum.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepmum.event.JsonReader;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.settings.PermissionRule.Kind;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the client's rules match, as it was observed with its deny list. */
class PermissionRulesTest {

  private static final PermissionRules.Roots PROJECT =
      new PermissionRules.Roots("/home/dev/app", "/home/dev", "/home/dev/app");
  private static final PermissionRules.Roots USER =
      new PermissionRules.Roots("/home/dev/app", "/home/dev", "/home/dev/.claude");

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      value = {
        // .env at any depth, by every tool that reads files
        "Read(./.env)       ! Read ! file_path=/home/dev/app/.env                ! true",
        "Read(.env)         ! Read ! file_path=/home/dev/app/sub/.env            ! true",
        "Read(**/.env)      ! Read ! file_path=/home/dev/app/.env                ! true",
        "Read(//**/.env)    ! Read ! file_path=/srv/x/.env                       ! true",
        "Read(./.env)       ! Edit ! file_path=/home/dev/app/.env                ! true",
        "Read(./.env)       ! Grep ! path=.env                                   ! true",
        "Read(./.env)       ! Bash ! command=cat .env                            ! true",
        "Read(./.env)       ! Bash ! command=cd /x && head -3 ./.env | wc        ! true",
        "Read(./.env)       ! Monitor ! command=cat .env                         ! true",
        "Read(./.env)       ! Bash ! command=python3 -c 'open(\".env\")'         ! false",
        "Read(./.env)       ! mcp__fs__read ! path=/home/dev/app/.env            ! false",
        "Read(./.env)       ! Read ! file_path=/home/dev/app/.env.example        ! false",
        "Read(.env)         ! Read ! file_path=/srv/x/.env                       ! false",
        // roots
        "Read(/.env)        ! Read ! file_path=/home/dev/app/.env                ! true",
        "Read(/.env)        ! Read ! file_path=/home/dev/app/sub/.env            ! false",
        "Read(//etc/hosts)  ! Read ! file_path=/etc/hosts                        ! true",
        "Read(~/.ssh/**)    ! Read ! file_path=/home/dev/.ssh/id_rsa             ! true",
        "Read(/etc/hosts)   ! Read ! file_path=/etc/hosts                        ! false",
        // folders
        "Read(./secrets)    ! Read ! file_path=/home/dev/app/secrets/a/b         ! true",
        "Read(secrets/)     ! Read ! file_path=/home/dev/app/secrets/a           ! true",
        "Read(./secrets/*)  ! Read ! file_path=/home/dev/app/secrets/a/b         ! true",
        "Read(./secrets/**) ! Read ! file_path=/home/dev/app/secrets/a           ! true",
        "Read(./secrets)    ! Read ! file_path=/home/dev/app/secrets.txt         ! false",
        "Read(./.ENV)       ! Read ! file_path=/home/dev/app/.env                ! true",
        // what matches nothing
        "Read(./{.env,x})   ! Read ! file_path=/home/dev/app/.env                ! false",
        "Read( .env)        ! Read ! file_path=/home/dev/app/.env                ! false",
        "read(.env)         ! Read ! file_path=/home/dev/app/.env                ! false",
        // whole tools
        "Read               ! Read ! file_path=/home/dev/app/x                   ! true",
        "Read(*)            ! Read ! file_path=/home/dev/app/x                   ! true",
        "Read               ! Edit ! file_path=/home/dev/app/x                   ! true",
        "Read               ! Bash ! command=cat .env                            ! false",
        "Read(*)            ! Bash ! command=cat .env                            ! false",
        // writing
        "Edit(x.txt)        ! Write ! file_path=/home/dev/app/x.txt              ! true",
        "Edit(x.txt)        ! Edit ! file_path=/home/dev/app/x.txt               ! true",
        "Edit(x.txt)        ! NotebookEdit ! notebook_path=/home/dev/app/x.txt   ! true",
        "Edit(x.txt)        ! Bash ! command=echo a > x.txt                      ! true",
        "Edit(x.txt)        ! Bash ! command=cp a x.txt                          ! true",
        "Edit(x.txt)        ! Bash ! command=echo a | tee x.txt                  ! true",
        "Edit(x.txt)        ! Bash ! command=sed -i s/a/b/ x.txt                 ! true",
        "Edit(x.txt)        ! Bash ! command=cat x.txt                           ! false",
        "Write(x.txt)       ! Write ! file_path=/home/dev/app/x.txt              ! false",
        "Write              ! Write ! file_path=/home/dev/app/x.txt              ! true",
        "Edit               ! Edit ! file_path=/home/dev/app/x.txt               ! true",
        "Edit               ! Write ! file_path=/home/dev/app/x.txt              ! false",
        // commands
        "Bash(npm run:*)    ! Bash ! command=npm run build                       ! true",
        "Bash(npm run *)    ! Bash ! command=npm run build                       ! true",
        "Bash(npm run*)     ! Bash ! command=npm run build                       ! true",
        "Bash(npm run:*)    ! Bash ! command=ls && npm run build                 ! true",
        "Bash(npm run:*)    ! Bash ! command=echo $(npm run build)               ! true",
        "Bash(npm run:*)    ! Bash ! command=env A=1 npm run build               ! true",
        "Bash(npm run:*)    ! Bash ! command=timeout 5 npm run build             ! true",
        "Bash(npm run:*)    ! Bash ! command=nohup npm run build                 ! true",
        "Bash(npm run:*)    ! Bash ! command=echo a | xargs npm run build        ! true",
        "Bash(npm run:*)    ! Bash ! command=sudo npm run build                  ! true",
        "Bash(npm run:*)    ! Bash ! command=VAR=1 npm run build                 ! true",
        "Bash(npm run:*)    ! Bash ! command=/usr/bin/npm run build              ! true",
        "Bash(npm run:*)    ! Bash ! command='npm' \"run\" build                 ! true",
        "Bash(npm run:*)    ! Bash ! command=bash -c 'npm run build'             ! false",
        "Bash(npm run:*)    ! Bash ! command=eval 'npm run build'                ! false",
        "Bash(npm run:*)    ! Bash ! command=npm install                         ! false",
        "Bash(npm run build)! Bash ! command=npm run build                       ! true",
        "Bash(npm run build)! Bash ! command=npm run build2                      ! false",
        "Bash(npm * build)  ! Bash ! command=npm run build                       ! true",
        "Bash(* build)      ! Bash ! command=npm run build                       ! true",
        "Bash(npm:* build)  ! Bash ! command=npm run build                       ! false",
        // which programs are asked about
        "Read(./.env) ! Bash ! command=tail .env ! true",
        "Read(./.env) ! Bash ! command=grep x .env ! true",
        "Read(./.env) ! Bash ! command=sed -n p .env ! true",
        "Read(./.env) ! Bash ! command=nl .env ! true",
        "Read(./.env) ! Bash ! command=wc -l < .env ! true",
        "Read(./.env) ! Bash ! command=cp .env b ! true",
        "Read(./.env) ! Bash ! command=mv .env b ! true",
        "Read(./.env) ! Bash ! command=sort .env ! true",
        "Read(./.env) ! Bash ! command=awk 1 .env ! true",
        "Read(./.env) ! Bash ! command=jq . .env ! true",
        "Read(./.env) ! Bash ! command=git diff .env ! true",
        "Read(./.env) ! Bash ! command=ls .env ! true",
        "Read(./.env) ! Bash ! command=base64 .env ! true",
        "Read(./.env) ! Bash ! command=tr a b < .env ! true",
        "Read(./.env) ! Bash ! command=less .env ! false",
        "Read(./.env) ! Bash ! command=more .env ! false",
        "Read(./.env) ! Bash ! command=xxd .env ! false",
        "Read(./.env) ! Bash ! command=bat .env ! false",
        "Read(./.env) ! Bash ! command=source ./.env ! false",
        "Read(./.env) ! Bash ! command=dd if=.env ! false",
        "Read(./.env) ! Bash ! command=tar cf - .env ! false",
        "Edit(x.txt) ! Bash ! command=mv b x.txt ! true",
        "Edit(x.txt) ! Bash ! command=mv x.txt b ! true",
        "Edit(x.txt) ! Bash ! command=touch x.txt ! true",
        "Edit(x.txt) ! Bash ! command=rm x.txt ! true",
        "Edit(x.txt) ! Bash ! command=mkdir x.txt ! true",
        "Edit(x.txt) ! Bash ! command=echo a >> x.txt ! true",
        "Edit(x.txt) ! Bash ! command=echo a &> x.txt ! true",
        "Edit(x.txt) ! Bash ! command=truncate -s 0 x.txt ! false",
        "Edit(x.txt) ! Bash ! command=ln -sf b x.txt ! false",
        "Edit(x.txt) ! Bash ! command=chmod 600 x.txt ! false",
        "Edit(x.txt) ! Bash ! command=dd of=x.txt ! false",
        "Edit(x.txt) ! Bash ! command=install b x.txt ! false",
        "Edit(x.txt) ! Bash ! command=sort -o x.txt b ! false",
        "Edit(x.txt) ! Bash ! command=rsync b x.txt ! false",
        "Bash(npm run:*) ! Bash ! command=nice npm run x ! true",
        "Bash(npm run:*) ! Bash ! command=command npm run x ! true",
        "Bash(npm run:*) ! Bash ! command=time npm run x ! true",
        "Bash(npm run:*) ! Bash ! command=npm runx ! false",
        "Bash(npm run *) ! Bash ! command=npm run ! true",
        "Bash(npm run *) ! Bash ! command=npm runx ! false",
        "Bash(npm run*) ! Bash ! command=npm runx ! true",
        "Ba* ! Bash ! command=ls ! true",
        // parameters
        "Bash(run_in_background:true) ! Bash ! command=ls;run_in_background=true ! true",
        "Bash(run_in_background:true) ! Bash ! command=ls                        ! false",
        "Agent(Explore)     ! Agent ! subagent_type=Explore                      ! true",
        "Agent(Explore)     ! Agent ! subagent_type=Plan                         ! false",
        "Task               ! Agent ! subagent_type=Explore                      ! true",
        // hosts
        "WebFetch(domain:example.com) ! WebFetch ! url=https://u:p@EXAMPLE.com.:8443/x ! true",
        "WebFetch(domain:example.com) ! WebFetch ! url=https://sub.example.com/  ! false",
        "WebFetch(domain:*.example.com) ! WebFetch ! url=https://a.b.example.com ! true",
        "WebFetch(domain:*.example.com) ! WebFetch ! url=https://example.com     ! false",
        "WebFetch(https://example.com) ! WebFetch ! url=https://example.com      ! false",
        // MCP
        "mcp__s             ! mcp__s__t ! a=b                                    ! true",
        "mcp__s__*          ! mcp__s__t ! a=b                                    ! true",
        "mcp__s__t          ! mcp__s__t ! a=b                                    ! true",
        "mcp__s__re*        ! mcp__s__read ! a=b                                 ! true",
        "mcp__*             ! mcp__s__t ! a=b                                    ! true",
        "mcp__s__t(arg)     ! mcp__s__t ! a=arg                                  ! false",
        "mcp__s             ! mcp__st__t ! a=b                                   ! false",
        "*                  ! mcp__s__t ! a=b                                    ! false",
        "*                  ! Bash ! command=ls                                  ! false",
      })
  void matchesWhatTheClientMatches(String rule, String tool, String input, boolean matches)
      throws Exception {
    assertThat(rules(rule, Kind.DENY, PROJECT).matching(tool, input(input)).isPresent())
        .isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "Read(/.env) ! /home/dev/app/.env     ! false",
        "Read(/.env) ! /home/dev/.claude/.env ! true",
        "Read(.env)  ! /home/dev/app/.env     ! true",
      })
  void beginsASingleSlashAtTheSettingsFile(String rule, String path, boolean matches)
      throws Exception {
    assertThat(
            rules(rule, Kind.DENY, USER).matching("Read", input("file_path=" + path)).isPresent())
        .isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "npm run build             ! true",
        "npm run build && npm run x! true",
        "npm run build; cat .env   ! false",
        "echo $(cat .env)          ! false",
        "npm run $(cat x)          ! false",
        "npm run x > out           ! false",
        "npm run x < in            ! true",
        "A=1 npm run x             ! false",
        "env A=1 npm run x         ! false",
        "/usr/bin/npm run x        ! false",
        "timeout 5 npm run x       ! true",
        "nohup npm run x           ! true",
        "xargs npm run x           ! true",
        "npm 'run' x | npm run y   ! true",
        "bash -c 'npm run x'       ! false",
      })
  void allowsACommandOnlyWithAllItsParts(String command, boolean allowed) throws Exception {
    assertThat(
            rules("Bash(npm run:*)", Kind.ALLOW, PROJECT)
                .matching("Bash", input("command=" + command))
                .isPresent())
        .isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``               | DENY  | a rule cannot be empty                                | ``",
        "Bash(            | DENY  | it must have the form Tool or Tool(content)           | ``",
        "Bash(ls          | ALLOW | it must have the form Tool or Tool(content)           | ``",
        "Bash(ls) x       | DENY  | it must have the form Tool or Tool(content)           | ``",
        "Read)x(          | DENY  | it must have the form Tool or Tool(content)           | ``",
        "Bash(a\\)      | DENY  | it must have the form Tool or Tool(content)           | ``",
        "Bash()           | DENY  | its parentheses are empty                             | Bash",
        "bash             | DENY  | a tool's name begins with a capital                   | Bash",
        "read(./x)        | DENY  | a tool's name begins with a capital                   |"
            + " Read(./x)",
        "mcp__a__b(c)     | DENY  | rules for MCP tools take no parentheses               |"
            + " mcp__a__b",
        "Bash(:*)         | ALLOW | a command must stand before :*                        | Bash",
        "WebFetch(x.com)  | DENY  | WebFetch wants domain:HOST                            |"
            + " WebFetch(domain:x.com)",
        "WebFetch(https://x.com/a) | DENY | WebFetch takes a host, not a URL              |"
            + " WebFetch(domain:x.com)",
        "mcp__*           | ALLOW | an allow rule cannot have a wildcard for its tool     | ``",
        "Ba*              | ALLOW | an allow rule cannot have a wildcard for its tool     | ``",
      })
  void knowsWhatTheClientDrops(String rule, Kind kind, String message, String instead) {
    PermissionRule.Fault fault = PermissionRule.of(rule).dropped(kind).orElseThrow();

    assertThat(fault.message()).isEqualTo(message);
    assertThat(fault.instead().orElse("")).isEqualTo(instead);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Write(./x)       | DENY  | Edit(./x)",
        "NotebookEdit(x)  | ALLOW | Edit(x)",
        "Glob(x)          | DENY  | Read(x)",
        "Read(/etc/passwd)| DENY  | Read(//etc/passwd)",
        "Edit(/home/a/**) | ALLOW | Edit(//home/a/**)",
        "Read({a,b})      | DENY  | ``",
        "Read(!x)         | DENY  | ``",
        "Read( x )        | DENY  | Read(x)",
        "Read(file_path:/x) | DENY | Read(/x)",
        "Bash(npm:* build)| DENY  | Bash(npm * build)",
        "LS               | DENY  | ``",
        "Raed(x)          | DENY  | Read(x)",
        "` Bash(ls)`      | DENY  | Bash(ls)",
        "*                | DENY  | ``",
      })
  void knowsWhatMatchesNothing(String rule, Kind kind, String instead) {
    PermissionRule permission = PermissionRule.of(rule);

    assertThat(permission.dropped(kind)).isEmpty();
    assertThat(permission.withoutEffect(kind, Scope.PROJECT).orElseThrow().instead().orElse(""))
        .isEqualTo(instead);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Read(./.env)", "Read(/.env)", "Read(//etc/passwd)", "Bash(ls)", "Bash(a(b)c)",
            "Bash(ls:*)",
        "Bash(*)", "mcp__s", "mcp__s__re*", "WebFetch(domain:x.com)", "WebFetch(*)",
            "Agent(Explore)",
        "Bash(run_in_background:true)", "Edit(src/**)", "Write", "Task", "KillShell"
      })
  void takesWhatTheClientTakes(String rule) {
    for (Kind kind : Kind.values()) {
      PermissionRule permission = PermissionRule.of(rule);

      assertThat(permission.dropped(kind)).isEmpty();
      assertThat(permission.withoutEffect(kind, Scope.PROJECT)).isEmpty();
    }
  }

  private static PermissionRules rules(String rule, Kind kind, PermissionRules.Roots roots) {
    return new PermissionRules(List.of(PermissionRule.of(rule)), kind, roots);
  }

  /** {@code a=b;c=true}. */
  private static JsonObject input(String members) throws Exception {
    StringBuilder json = new StringBuilder("{");
    for (String member : members.split(";(?=\\w+=)")) {
      int equals = member.indexOf('=');
      String value = member.substring(equals + 1);
      json.append(json.length() > 1 ? "," : "")
          .append('"')
          .append(member, 0, equals)
          .append("\":")
          .append(value.equals("true") ? value : '"' + value.replace("\"", "\\\"") + '"');
    }
    return (JsonObject) JsonReader.read(json.append('}').toString());
  }
}
