package dev.keepmum.tool;

import dev.keepmum.effect.Effect;
import dev.keepmum.effect.Language;
import dev.keepmum.effect.Value;
import dev.keepmum.event.JsonReader;
import dev.keepmum.event.JsonValue;
import dev.keepmum.event.JsonValue.JsonArray;
import dev.keepmum.event.JsonValue.JsonMember;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.event.MalformedJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells by the names and values in its input what a tool would do that nobody described here: MCP
 * servers bring their own. Where the shape leaves it open, a path is taken to be read and shown.
 */
final class InputShape {
  private static final int MAX_PATH_LENGTH = 4096;
  private static final int MAX_JSON_TEXT = 1 << 16;

  private final ToolName tool;
  private final boolean isFarAway;

  /**
   * @param isFarAway whether the paths are in a repository or store on a server: what is written
   *     there leaves the machine as well
   */
  private InputShape(ToolName tool, boolean isFarAway) {
    this.tool = tool;
    this.isFarAway = isFarAway;
  }

  static void read(String toolName, ToolInput in) {
    ToolName tool = ToolName.of(toolName);
    if (tool.readsVault()) {
      in.add(new Effect.Print(new Value.ReadVault(new Value.Text(toolName))));
    }
    if (tool.readsEnvironment()) {
      in.add(new Effect.Print(new Value.ReadEnvironment()));
    }
    ToolProgram.run(tool, in);
    boolean isFarAway =
        in.has("repo") || in.has("repository") || in.has("project_id") || in.has("bucket");
    new InputShape(tool, isFarAway).object(in);
  }

  private void object(ToolInput in) {
    folder(in);
    commands(in);
    code(in);
    files(in);
    for (JsonMember member : in.rest()) {
      in.ignore(member.name());
      in.leaveName(member.name());
      value(in, member.value());
    }
  }

  /** What is left of a value: what objects in it would do, addresses, and text. */
  private void value(ToolInput in, JsonValue value) {
    if (value instanceof JsonObject object) {
      object(in.nested(object));
    } else if (value instanceof JsonArray array) {
      for (JsonValue element : array.elements()) {
        value(in, element);
      }
    } else {
      String text = value.text().orElse("");
      String path = FileUrl.path(text);
      if (!path.isEmpty()) {
        in.add(new Effect.Print(new Value.ReadFile(new Value.Text(path))));
      } else if (isAddress(text)) {
        in.sendTo(text);
      } else {
        Optional<JsonObject> inner = object(text);
        if (inner.isPresent()) {
          object(in.nested(inner.get()));
        }
        in.leave(value);
      }
    }
  }

  /** The object that a text is when it is read as JSON: input for another tool, passed on. */
  private static Optional<JsonObject> object(String text) {
    boolean mayBe = text.length() <= MAX_JSON_TEXT && text.startsWith("{") && text.endsWith("}");
    if (!mayBe) {
      return Optional.empty();
    }
    try {
      return JsonReader.read(text) instanceof JsonObject object
          ? Optional.of(object)
          : Optional.empty();
    } catch (MalformedJson plainText) {
      return Optional.empty();
    }
  }

  private static boolean isAddress(String text) {
    return startsWith(text, "http://")
        || startsWith(text, "https://")
        || startsWith(text, "ws://")
        || startsWith(text, "wss://");
  }

  private static boolean startsWith(String text, String scheme) {
    return text.regionMatches(true, 0, scheme, 0, scheme.length());
  }

  /** The folder a command is started in and relative paths are looked for in. */
  private void folder(ToolInput in) {
    for (JsonMember member : in.rest()) {
      switch (InputKey.plain(member.name())) {
        case "cwd", "workdir", "workingdir", "workingdirectory" -> {
          String path = member.value().text().orElse("");
          if (!path.isEmpty()) {
            in.add(new Effect.ChangeDirectory(new Value.Text(path)));
            in.leave(member);
          }
        }
        default -> {}
      }
    }
  }

  private void commands(ToolInput in) {
    for (JsonMember member : in.rest()) {
      if (in.has(member.name()) && isCommand(in, member)) {
        command(in, member);
      }
    }
    if (tool.isAbout("terminal", "shell", "bash", "tmux", "pty", "console", "process")) {
      for (String name : new String[] {"input", "text", "keys", "line", "data"}) {
        prompt(in, name);
      }
    }
  }

  /** What a process gets that may be a shell, or some language's prompt. */
  private void prompt(ToolInput in, String name) {
    String text = in.take(name);
    if (text.isEmpty()) {
      return;
    }
    in.run(Language.SHELL, new Value.Text(text));
    if (tool.isAbout("process", "repl") && text.indexOf('(') >= 0) {
      evaluate(in, Language.PYTHON, text);
      evaluate(in, Language.JAVASCRIPT, text);
    }
  }

  /** What is called a command, or a program with a list of arguments beside it. */
  private boolean isCommand(ToolInput in, JsonMember member) {
    if (InputKey.isProgram(member.name())) {
      return member.value().text().isPresent() && hasArguments(in);
    }
    boolean alone =
        InputKey.plain(member.name()).equals("args")
            && tool.isAbout("shell", "bash", "exec", "execute", "terminal", "command", "process");
    return (alone || InputKey.isCommand(member.name())) && !isOtherLanguage(in, member.name());
  }

  private static boolean hasArguments(ToolInput in) {
    for (JsonMember member : in.rest()) {
      if (InputKey.isArguments(member.name()) && member.value() instanceof JsonArray) {
        return true;
      }
    }
    return false;
  }

  /** A "script" may be in any language, if something says so. */
  private boolean isOtherLanguage(ToolInput in, String name) {
    return name.equals("script") && language(in).isPresent();
  }

  private void command(ToolInput in, JsonMember member) {
    if (member.value() instanceof JsonObject object) {
      ToolInput inner = in.nested(object);
      for (JsonMember part : inner.rest()) {
        if (InputKey.isLine(part.name())) {
          inner.run(shell(), part.name());
        }
      }
      return;
    }
    List<String> words = strings(member.value());
    if (words.isEmpty() || isEditorCommand(words.get(0))) {
      return;
    }
    in.ignore(member.name());
    boolean whole = InputKey.isArguments(member.name());
    if (InputKey.isPlural(member.name()) && !whole) {
      for (String each : words) {
        in.run(shell(), new Value.Text(each));
      }
      return;
    }
    boolean isLine = member.value().text().isPresent();
    List<String> arguments = whole ? List.of() : takeArguments(in);
    if (isLine && arguments.isEmpty()) {
      in.run(shell(), new Value.Text(words.get(0)));
    } else if (isLine && words.get(0).indexOf(' ') >= 0) {
      in.run(shell(), new Value.Text(commandLine(words.get(0), arguments)));
    } else {
      List<Value> texts = new ArrayList<>();
      for (String word : words) {
        texts.add(ToolCalls.textOf(word));
      }
      for (String argument : arguments) {
        texts.add(ToolCalls.textOf(argument));
      }
      in.add(new Effect.Run(Language.ARGUMENTS, texts, Value.EMPTY));
    }
  }

  /** What Anthropic's text editor tool calls its own acts. */
  private static boolean isEditorCommand(String text) {
    return switch (text) {
      case "view", "create", "str_replace", "insert", "undo_edit" -> true;
      default -> false;
    };
  }

  private Language shell() {
    return tool.isAbout("powershell", "pwsh") ? Language.POWERSHELL : Language.SHELL;
  }

  private static List<String> takeArguments(ToolInput in) {
    for (JsonMember member : in.rest()) {
      if (InputKey.isArguments(member.name())) {
        List<String> arguments =
            member.value() instanceof JsonArray ? strings(member.value()) : List.of();
        if (!arguments.isEmpty()) {
          in.ignore(member.name());
          return arguments;
        }
      }
    }
    return List.of();
  }

  private static String commandLine(String command, List<String> arguments) {
    StringBuilder line = new StringBuilder(command);
    for (String argument : arguments) {
      line.append(" '").append(argument.replace("'", "'\\''")).append('\'');
    }
    return line.toString();
  }

  /** The strings of a list of nothing but strings, or the one string; else none. */
  private static List<String> strings(JsonValue value) {
    if (value.text().isPresent()) {
      return value.text().get().isEmpty() ? List.of() : List.of(value.text().get());
    }
    List<String> strings = new ArrayList<>();
    if (value instanceof JsonArray array) {
      for (JsonValue element : array.elements()) {
        if (element.text().isEmpty()) {
          return List.of();
        }
        strings.add(element.text().get());
      }
    }
    return strings;
  }

  /** Code is read as a program and goes out as text all the same: its constants leave with it. */
  private void code(ToolInput in) {
    Optional<Language> hinted = language(in);
    boolean isCell = isCodeCell(in);
    for (JsonMember member : in.rest()) {
      String name = member.name();
      String text = codeText(member.value());
      if (text.isEmpty() || !InputKey.isCode(name, hinted) && !(isCell && InputKey.isCell(name))) {
        continue;
      }
      Optional<Language> own = InputKey.language(name);
      if (own.isPresent() || hinted.isPresent()) {
        evaluate(in, own.isPresent() ? own.get() : hinted.get(), text);
      } else {
        evaluate(in, Language.PYTHON, text);
        evaluate(in, Language.JAVASCRIPT, text);
      }
    }
  }

  /** What a tool evaluates it shows as a prompt does; a browser has nothing of this machine. */
  private void evaluate(ToolInput in, Language language, String text) {
    Value code = new Value.Text(text);
    if (language == Language.PYTHON) {
      List<Value> prompt = List.of(new Value.Text("ipython"));
      in.add(new Effect.Run(Language.ARGUMENTS, prompt, code));
    } else if (language == Language.JAVASCRIPT && !CodeLanguage.isBrowser(tool)) {
      List<Value> printing = List.of(new Value.Text("node"), new Value.Text("-p"), code);
      in.add(new Effect.Run(Language.ARGUMENTS, printing, Value.EMPTY));
    } else {
      in.run(language, code);
    }
  }

  /** Whether the input is for a notebook's cell of code: nobody sees it again when it is run. */
  private boolean isCodeCell(ToolInput in) {
    if (!tool.isAbout("jupyter", "notebook", "ipython", "kernel", "colab", "cell")) {
      return false;
    }
    for (JsonMember member : in.rest()) {
      if (InputKey.plain(member.name()).equals("celltype")) {
        return member.value().text().orElse("code").equals("code");
      }
    }
    return true;
  }

  /** A text, or the lines of one as notebooks store it. */
  private static String codeText(JsonValue value) {
    StringBuilder text = new StringBuilder();
    for (String line : strings(value)) {
      boolean separate = text.length() > 0 && text.charAt(text.length() - 1) != '\n';
      text.append(separate ? "\n" : "").append(line);
    }
    return text.toString();
  }

  private Optional<Language> language(ToolInput in) {
    for (JsonMember member : in.rest()) {
      switch (InputKey.plain(member.name())) {
        case "language", "lang", "runtime", "interpreter", "kernel" -> {
          String name = InputKey.plain(member.value().text().orElse(""));
          if (CodeLanguage.named(name).isPresent()) {
            return CodeLanguage.named(name);
          }
        }
        default -> {}
      }
    }
    return CodeLanguage.of(tool);
  }

  private void files(ToolInput in) {
    List<Value> paths = takePaths(in);
    if (paths.isEmpty() || tellsNames()) {
      return;
    }
    if (paths.size() == 2 && tool.does("move", "rename", "copy", "mv", "cp")) {
      in.add(new Effect.Copy(paths.get(0), paths.get(1)));
      if (tool.does("move", "rename", "mv")) {
        in.add(new Effect.Remove(paths.get(0)));
      }
    } else if (tool.does("delete", "remove", "unlink", "rm")) {
      for (Value path : paths) {
        in.add(new Effect.Remove(path));
      }
    } else if (isReader() || !change(in, paths.get(0))) {
      String pattern = tool.does("search", "grep", "rg", "ripgrep", "find") ? pattern(in) : "";
      for (Value path : paths) {
        give(in, path, pattern);
      }
    }
  }

  /** Takes the paths in the input; as names they go out as text all the same. */
  private static List<Value> takePaths(ToolInput in) {
    List<Value> paths = new ArrayList<>();
    for (JsonMember member : in.rest()) {
      int before = paths.size();
      for (String text : strings(member.value())) {
        String path = path(member.name(), text);
        if (!path.isEmpty()) {
          paths.add(new Value.Text(path));
        }
      }
      if (paths.size() > before) {
        in.leave(member);
      }
    }
    return paths;
  }

  /** Names and sizes, not contents. */
  private boolean tellsNames() {
    if (tool.does("read", "content", "contents")) {
      return false;
    }
    return tool.does("list", "ls", "stat", "info", "exists", "tree", "glob", "mkdir", "metadata")
        || tool.does("create") && tool.does("directory", "folder", "dir")
        || tool.does("search", "find") && tool.does("files", "file");
  }

  private boolean isReader() {
    return tool.does("read", "get", "view", "cat", "search", "grep", "upload", "send", "attach");
  }

  /** Edits or writes a file, where the input has what to write. */
  private boolean change(ToolInput in, Value path) {
    List<Effect.Replacement> replacements = in.takeReplacements("edits");
    if (!replacements.isEmpty()) {
      in.add(new Effect.Edit(path, replacements));
      return true;
    }
    for (JsonMember member : in.rest()) {
      if (InputKey.isContent(member.name()) && member.value().text().isPresent()) {
        in.add(new Effect.Write(path, ToolCalls.textOf(member.value().text().get())));
        if (!isFarAway) {
          in.ignore(member.name());
        }
        return true;
      }
    }
    return false;
  }

  private static String pattern(ToolInput in) {
    for (JsonMember member : in.rest()) {
      switch (InputKey.plain(member.name())) {
        case "pattern", "query", "regex", "regexp", "search", "searchpattern" -> {
          return member.value().text().orElse("");
        }
        default -> {}
      }
    }
    return "";
  }

  private void give(ToolInput in, Value path, String pattern) {
    if (!pattern.isEmpty()) {
      in.add(
          new Effect.Print(new Value.ReadTree(path, List.of(), List.of(), Optional.of(pattern))));
    } else if (tool.isAbout("upload", "send", "share", "publish", "attach", "post", "artifact")) {
      in.add(new Effect.Send(Value.UNKNOWN, new Value.ReadFile(path)));
    } else {
      in.add(new Effect.Print(new Value.ReadFile(path)));
    }
  }

  /** The path a member names; empty if it names none. */
  private static String path(String name, String text) {
    if (text.length() > MAX_PATH_LENGTH || text.indexOf('\n') >= 0 || isAddress(text)) {
      return "";
    }
    String local = FileUrl.path(text);
    if (!local.isEmpty()) {
      return local;
    }
    boolean isPath = InputKey.isPath(name) || InputKey.mayBePath(name) && looksLikePath(text);
    return isPath && text.indexOf("://") < 0 ? text : "";
  }

  /** Absolute, from home, from here, or one word with a dot or a slash in it. */
  private static boolean looksLikePath(String text) {
    if (text.isEmpty() || text.charAt(0) == '/' || text.charAt(0) == '~') {
      return !text.isEmpty();
    }
    if (text.charAt(0) == '{') {
      return false;
    }
    boolean hasDrive = text.length() > 2 && text.charAt(1) == ':' && text.charAt(2) == '\\';
    if (hasDrive || text.startsWith("./") || text.startsWith("../")) {
      return true;
    }
    return text.indexOf(' ') < 0 && (text.indexOf('.') >= 0 || text.indexOf('/') >= 0);
  }
}
