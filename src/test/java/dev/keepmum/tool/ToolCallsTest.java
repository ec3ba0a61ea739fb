package dev.keepmum.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepmum.effect.Effect;
import dev.keepmum.effect.Effect.Edit;
import dev.keepmum.effect.Effect.Print;
import dev.keepmum.effect.Effect.Replacement;
import dev.keepmum.effect.Effect.Run;
import dev.keepmum.effect.Effect.Send;
import dev.keepmum.effect.Effect.Write;
import dev.keepmum.effect.Language;
import dev.keepmum.effect.Value;
import dev.keepmum.effect.Value.ReadFile;
import dev.keepmum.effect.Value.ReadTree;
import dev.keepmum.effect.Value.ReadVault;
import dev.keepmum.effect.Value.Text;
import dev.keepmum.event.HookEvent;
import dev.keepmum.event.JsonReader;
import dev.keepmum.event.JsonValue.JsonObject;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ToolCallsTest {
  private static final String CWD = "/home/dev/app";
  private static final List<String> VERSION_CONTROL =
      List.of("**/.git/**", "**/.svn/**", "**/.hg/**", "**/.jj/**", "**/.sl/**");

  static Stream<Arguments> recorded() {
    return Stream.of(
        Arguments.of("Bash", List.of(shell("cat .env"), send("Read env"))),
        Arguments.of(
            "PowerShell", List.of(run(Language.POWERSHELL, "Get-Content .env"), send("read"))),
        Arguments.of("Monitor", List.of(shell("echo mon"), send("m"))),
        Arguments.of("Read", List.of(show("/home/dev/app/a.txt"))),
        Arguments.of("Write", List.of(write("/home/dev/app/new.txt", "hello\n"))),
        Arguments.of("Edit", List.of(edit("/home/dev/app/a.txt", once("alpha", "beta")))),
        Arguments.of(
            "NotebookEdit",
            List.of(write("/home/dev/app/nb.ipynb", "print(2)"), send("c1\ncode\nreplace"))),
        Arguments.of("Grep", List.of(tree(".", List.of("*"), "SECRET"))),
        Arguments.of("Glob", List.of()),
        Arguments.of("WebFetch", List.of(request("http://127.0.0.1:36997/page"), send("what"))),
        Arguments.of("WebSearch", List.of(send("hello world\nexample.com"))),
        Arguments.of("Agent", List.of(print("sub\nSUBTASK-ONE do\ngeneral-purpose"))),
        Arguments.of("SendMessage", List.of(print("nobody\ns\nhi\nmessage\nnobody\nname\nhi"))),
        Arguments.of("Skill", List.of(print("demo\nx"))),
        Arguments.of("TaskCreate", List.of(print("s\nd"))),
        Arguments.of("TodoWrite", List.of(print("x\npending\nxing"))),
        Arguments.of("ReadMcpResourceTool", List.of(show("/res.txt"), send("echo"))),
        Arguments.of("mcp__echo__echo", List.of(send("hi"))),
        Arguments.of(
            "mcp__echo__read_file",
            List.of(show("/home/dev/app/.env"), send("/home/dev/app/.env"))));
  }

  @ParameterizedTest
  @MethodSource("recorded")
  void tellsWhatARecordedCallDoes(String tool, List<Effect> expected) throws Exception {
    String file = "/dev/keepmum/event/PreToolUse." + tool + ".json";
    try (InputStream in = ToolCallsTest.class.getResourceAsStream(file)) {
      HookEvent event = HookEvent.read(in);
      assertThat(ToolCalls.effects(event.toolName(), event.toolInput(), event.cwd()))
          .containsExactlyElementsOf(expected);
    }
  }

  static Stream<Arguments> builtIn() {
    return Stream.of(
        call(
            "Workflow",
            "{'script':'return 1'}",
            run(Language.JAVASCRIPT, "return 1"),
            send("return 1")),
        call(
            "Workflow",
            "{'scriptPath':'w.js'}",
            new Run(Language.JAVASCRIPT, List.of(new ReadFile(new Text("w.js"))), Value.EMPTY)),
        call("Monitor", "{'ws':{'url':'wss://x.example/?k=v'}}", request("wss://x.example/?k=v")),
        call("NotebookRead", "{'notebook_path':'nb.ipynb'}", show("nb.ipynb")),
        call("Read", "{'file_path':'~/.aws/credentials'}", show("~/.aws/credentials")),
        call(
            "MultiEdit",
            "{'file_path':'a','edits':[{'old_string':'a','new_string':'b'},"
                + "{'old_string':'c','new_string':'d','replace_all':true}]}",
            edit("a", once("a", "b"), new Replacement("c", "d", true))),
        call("Grep", "{'pattern':'k'}"),
        call("Grep", "{'pattern':'k','output_mode':'count','path':'.env'}"),
        call("Grep", "{'pattern':'k','output_mode':'files_with_matches','path':'.env'}"),
        call("Grep", "{'pattern':'k','output_mode':'content'}", tree(CWD, List.of(), "k")),
        call(
            "Grep",
            "{'pattern':'k','output_mode':'content','path':'src','type':'rust','-i':true}",
            tree("src", List.of("*.rs"), "(?i)k")),
        call(
            "Grep",
            "{'pattern':'k','output_mode':'content','glob':'*.{ts,tsx},*.md !*.d.ts'}",
            new Print(
                new ReadTree(
                    new Text(CWD),
                    List.of("*.{ts,tsx}", "*.md"),
                    Stream.concat(VERSION_CONTROL.stream(), Stream.of("*.d.ts")).toList(),
                    Optional.of("k")))),
        call(
            "WebFetch",
            "{'url':'file:///proc/self/environ','prompt':'p'}",
            show("/proc/self/environ"),
            send("p")),
        call(
            "ReadMcpResourceTool",
            "{'uri':'op://vault/item/password'}",
            new Print(new ReadVault(new Text("op://vault/item/password")))),
        call("CronCreate", "{'cron':'* * * * *','prompt':'p'}", print("* * * * *\np")),
        call("LS", "{'path':'/home/dev/.ssh'}"),
        call("LSP", "{'filePath':'/home/dev/app/.env','line':1}"),
        call(
            "SendUserFile",
            "{'path':'report.pdf'}",
            new Send(Value.UNKNOWN, new ReadFile(new Text("report.pdf"))),
            send("report.pdf")),
        call("Bash", "{}"),
        call("Bash", "{'command':['cat','.env']}", send("cat\n.env")),
        call("Write", "{'content':'x'}", send("x")));
  }

  @ParameterizedTest
  @MethodSource("builtIn")
  void tellsWhatToolsOfTheClientDo(String tool, String input, List<Effect> expected)
      throws Exception {
    assertThat(effects(tool, input)).containsExactlyElementsOf(expected);
  }

  static Stream<Arguments> shapes() {
    return Stream.of(
        call("mcp__fs__read_text_file", "{'path':'.env'}", show(".env")),
        call("mcp__fs__read_multiple_files", "{'paths':['a','.env']}", show("a"), show(".env")),
        call("mcp__fs__read_file", "{'uri':'file:///home/dev/%2Eenv'}", show("/home/dev/.env")),
        call("mcp__x__open", "{'filePath':'C:\\\\app\\\\.env'}", show("C:\\app\\.env")),
        call("mcp__x__call", "{'tool':'read','args':{'file_path':'~/.netrc'}}", show("~/.netrc")),
        call("mcp__x__call", "{'files':[{'path':'a'},{'path':'b'}]}", show("a"), show("b")),
        call("mcp__x__convert", "{'source':'./.env'}", show("./.env")),
        call("mcp__fs__write_file", "{'path':'a','content':'c'}", write("a", "c")),
        call(
            "mcp__fs__edit_file",
            "{'path':'a','edits':[{'oldText':'x','newText':'y'}]}",
            edit("a", once("x", "y"))),
        call(
            "str_replace_based_edit_tool",
            "{'command':'str_replace','path':'a','old_str':'x','new_str':'y'}",
            edit("a", once("x", "y"))),
        call(
            "mcp__fs__move_file",
            "{'source':'.env','destination':'notes.txt'}",
            new Effect.Copy(new Text(".env"), new Text("notes.txt")),
            new Effect.Remove(new Text(".env"))),
        call("mcp__fs__delete_file", "{'path':'.env'}", new Effect.Remove(new Text(".env"))),
        call(
            "mcp__code__search_code",
            "{'path':'.','pattern':'KEY'}",
            new Print(new ReadTree(new Text("."), List.of(), List.of(), Optional.of("KEY")))),
        call(
            "mcp__slack__upload_file",
            "{'file_path':'.env','initial_comment':'hi'}",
            new Send(Value.UNKNOWN, new ReadFile(new Text(".env")))),
        call("mcp__shell__run", "{'command':'cat .env'}", shell("cat .env")),
        call("mcp__x__exec", "{'cmd':['cat','.env']}", arguments("cat", ".env")),
        call("mcp__x__exec", "{'command':'cat','args':['.env']}", arguments("cat", ".env")),
        call("mcp__x__exec", "{'command':'sh -c','args':['a \\'b']}", shell("sh -c 'a '\\''b'")),
        call("mcp__x__exec", "{'commands':['ls','env']}", shell("ls"), shell("env")),
        call(
            "mcp__x__exec",
            "{'command':'cat credentials','cwd':'/home/dev/.aws'}",
            new Effect.ChangeDirectory(new Text("/home/dev/.aws")),
            shell("cat credentials")),
        call(
            "mcp__x__put",
            "{'workingDirectory':'/w','path':'a','content':'c'}",
            new Effect.ChangeDirectory(new Text("/w")),
            write("a", "c")),
        call("mcp__tmux__send_keys", "{'keys':'printenv'}", shell("printenv")),
        call("mcp__dc__interact_with_process", "{'pid':7,'input':'env'}", shell("env")),
        call("mcp__x__list_file_contents", "{'path':'.env'}", show(".env")),
        call("mcp__x__powershell", "{'command':'gc .env'}", run(Language.POWERSHELL, "gc .env")),
        call("mcp__ide__executeCode", "{'code':'1'}", prompt("1")),
        call("mcp__x__exec", "{'argv':['cat','.env']}", arguments("cat", ".env")),
        call("mcp__x__exec", "{'args':['cat','.env']}", arguments("cat", ".env")),
        call("mcp__x__y", "{'program':'cat','args':['.env']}", arguments("cat", ".env")),
        call("mcp__x__y", "{'program':'cat'}"),
        call("mcp__x__y", "{'steps':[{'run':'cat .env'}]}", shell("cat .env")),
        call("mcp__x__y", "{'cmd':{'line':'cat .env'}}", shell("cat .env")),
        call("mcp__x__call", "{'arguments':'{path'}"),
        call("mcp__jupyter__insert_cell", "{'source':['a\\n','b']}", prompt("a\nb")),
        call("mcp__jupyter__insert_cell", "{'cell_type':'markdown','cell_source':'a'}"),
        call("mcp__jupyter__overwrite_cell_source", "{'cell_source':'a'}", prompt("a")),
        call("mcp__x__y", "{'source':'a'}"),
        call("mcp__x__run", "{'code':'1','language':'Ruby'}", run(Language.RUBY, "1")),
        call("mcp__x__run", "{'code':'1'}", prompt("1"), arguments("node", "-p", "1")),
        call(
            "mcp__playwright__browser_evaluate",
            "{'function':'() => 1'}",
            run(Language.JAVASCRIPT, "() => 1")),
        call("mcp__macos__osascript", "{'script':'beep'}", run(Language.APPLESCRIPT, "beep")),
        call("mcp__x__run", "{'script':'ls'}", shell("ls")),
        call("mcp__postgres__query", "{'sql':'select 1'}", run(Language.SQL, "select 1")),
        call("mcp__postgres__query", "{'query':'select 1'}", run(Language.SQL, "select 1")),
        call(
            "mcp__browser__navigate",
            "{'url':'https://x.example/'}",
            request("https://x.example/")),
        call("mcp__browser__navigate", "{'url':'file:///etc/passwd'}", show("/etc/passwd")),
        call(
            "mcp__browser__navigate",
            "{'url':'view-source:FILE://localhost/etc/passwd?x#y'}",
            show("/etc/passwd")));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void tellsByItsShapeWhatAnUnknownToolDoes(String tool, String input, List<Effect> expected)
      throws Exception {
    assertThat(effects(tool, input)).filteredOn(effect -> !isText(effect)).isEqualTo(expected);
  }

  static Stream<Arguments> harmless() {
    return Stream.of(
        call("mcp__fs__list_directory", "{'path':'/home/dev/.ssh'}"),
        call("mcp__fs__get_file_info", "{'path':'.env'}"),
        call("mcp__fs__directory_tree", "{'path':'.'}"),
        call("mcp__fs__create_directory", "{'path':'credentials'}"),
        call("mcp__fs__search_files", "{'path':'.','pattern':'*.env'}"),
        call("mcp__x__ask", "{'text':'read /home/dev/app/.env please'}"),
        call("mcp__x__aws", "{'profile':'dev','user_profile':'.env'}"),
        call("mcp__x__mail", "{'source':'a sentence. And another.','to':'you'}"),
        call("mcp__op__item_list", "{}"),
        call("mcp__vault__list_secrets", "{}"),
        call("mcp__github__get_secret_scanning_alert", "{'number':1}"),
        call("mcp__shop__get_item", "{'id':'7'}"),
        call("mcp__x__none", "{'a':[1,null,true,[],{}],'path':7,'command':[7]}"));
  }

  @ParameterizedTest
  @MethodSource("harmless")
  void takesNamesAndSentencesForWhatTheyAre(String tool, String input, List<Effect> none)
      throws Exception {
    assertThat(effects(tool, input)).filteredOn(effect -> !isText(effect)).isEqualTo(none);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mcp__op__secret_read",
        "mcp__any__get_secret_value",
        "mcp__any__item_get",
        "mcp__any__vault_read",
        "mcp__any__kv_get",
        "mcp__any__revealPassword",
        "mcp__1password__get_item",
        "mcp__plugin_vault_x__read",
        "mcp__aws__get_parameter",
      })
  void knowsAVaultsToolByItsName(String tool) throws Exception {
    assertThat(effects(tool, "{}")).containsExactly(new Print(new ReadVault(new Text(tool))));
  }

  @Test
  void losesNoText() throws Exception {
    String input =
        "{'a':'CNRY1','b':{'c':['CNRY2',{'CNRY3-as-long-as-a-token':'CNRY4'}]},'d':[['CNRY5']],"
            + "'path':'CNRY6','code':'CNRY7'}";

    for (String tool : new String[] {"Agent", "WebSearch", "Bash", "mcp__x__y", "Unheard"}) {
      assertThat(effects(tool, input).toString())
          .contains("CNRY1", "CNRY2", "CNRY3", "CNRY4", "CNRY5", "CNRY6", "CNRY7");
    }
  }

  @Test
  void sendsWhatIsWrittenIntoARepositoryOnAServer() throws Exception {
    String files = "'files':[{'path':'a','content':'CNRY'}]";

    assertThat(effects("mcp__github__push_files", "{'repo':'r'," + files + "}"))
        .contains(write("a", "CNRY"), send("r\na\nCNRY"));
    assertThat(effects("mcp__fs__put_files", "{" + files + "}"))
        .containsExactly(write("a", "CNRY"), send("a"));
  }

  @Test
  @Timeout(20)
  void isLinearInItsInput() throws Exception {
    String texts = "'https://x.example','.env',".repeat(100_000) + "''";

    assertThat(effects("mcp__x__y", "{'paths':[" + texts + "],'urls':[" + texts + "]}"))
        .hasSizeGreaterThan(200_000);
  }

  @ParameterizedTest
  @CsvSource({
    "file:///a/b, /a/b",
    "file:/a/b, /a/b",
    "file://host/a, /a",
    "file:a.txt, a.txt",
    "FILE:///a%20b%2Fc, /a b/c",
    "file:///C:/a, C:/a",
    "file:///a%, /a%",
    "file:///a%zz, /a%zz",
    "file://host, ''",
    "https://x/file:///a, ''",
    "'', ''",
  })
  void readsTheUrlsOfFiles(String url, String path) {
    assertThat(FileUrl.path(url)).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource({
    "mcp__fs__readTextFile, fs, read text file",
    "mcp__plugin_a_b__x-y, plugin a b, x y",
    "mcp__alone, '', alone",
    "Read, '', read",
    "mcp__, '', ''",
  })
  void splitsNamesIntoWords(String name, String server, String action) {
    ToolName tool = ToolName.of(name);

    assertThat(String.join(" ", tool.server())).isEqualTo(server);
    assertThat(String.join(" ", tool.action())).isEqualTo(action);
  }

  private static List<Effect> effects(String tool, String input) throws Exception {
    String json = input.replace("\\'", "\u0001").replace('\'', '"').replace('\u0001', '\'');
    return ToolCalls.effects(tool, (JsonObject) JsonReader.read(json), CWD);
  }

  private static Arguments call(String tool, String input, Effect... expected) {
    return Arguments.of(tool, input, List.of(expected));
  }

  private static boolean isText(Effect effect) {
    return effect instanceof Send send
        && send.destination().equals(Value.UNKNOWN)
        && send.content() instanceof Text;
  }

  private static Effect run(Language language, String text) {
    return new Run(language, List.of(new Text(text)), Value.EMPTY);
  }

  private static Effect shell(String text) {
    return run(Language.SHELL, text);
  }

  private static Run prompt(String code) {
    return new Run(Language.ARGUMENTS, List.of(new Text("ipython")), new Text(code));
  }

  private static Effect arguments(String... words) {
    return new Run(
        Language.ARGUMENTS,
        Arrays.stream(words).map(word -> (Value) new Text(word)).toList(),
        Value.EMPTY);
  }

  private static Effect show(String path) {
    return new Print(new ReadFile(new Text(path)));
  }

  private static Effect print(String text) {
    return new Print(new Text(text));
  }

  private static Effect send(String text) {
    return new Send(Value.UNKNOWN, new Text(text));
  }

  private static Effect request(String url) {
    return new Print(new Value.Response(new Send(new Text(url), new Text(url))));
  }

  private static Effect write(String path, String content) {
    return new Write(new Text(path), new Text(content));
  }

  private static Effect edit(String path, Replacement... replacements) {
    return new Edit(new Text(path), List.of(replacements));
  }

  private static Replacement once(String before, String after) {
    return new Replacement(before, after, false);
  }

  private static Effect tree(String root, List<String> include, String pattern) {
    return new Print(new ReadTree(new Text(root), include, VERSION_CONTROL, Optional.of(pattern)));
  }
}
