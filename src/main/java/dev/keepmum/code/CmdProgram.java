package dev.keepmum.code;

import dev.keepmum.effect.Effect;
import dev.keepmum.effect.Language;
import dev.keepmum.effect.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A program of cmd.exe, followed from command to command. */
final class CmdProgram {
  private static final int MAX_NESTING = 32;

  private final SourceCursor text;
  private final int nesting;
  private final Memory memory = new Memory();
  private final List<Effect> effects = new ArrayList<>();

  /** What the command that is being read gets by redirection, and where its output goes. */
  private Value input = Value.UNKNOWN;

  private Value file = Value.UNKNOWN;
  private boolean redirected;

  /** How many {@code call}, {@code if} and {@code for} stand before the command. */
  private int prefixes;

  CmdProgram(String source, int nesting) {
    this.text = new SourceCursor(source);
    this.nesting = nesting;
  }

  List<Effect> effects() {
    if (nesting > MAX_NESTING) {
      return List.of(new Effect.Unfollowed());
    }
    while (!text.done()) {
      int before = text.position();
      pipeline();
      if (text.position() == before) {
        text.skip(1);
      }
    }
    if (text.isStopped()) {
      effects.add(new Effect.Unfollowed());
    }
    return effects;
  }

  private void pipeline() {
    Value value = command(Value.UNKNOWN);
    while (text.peek() == '|' && text.peek(1) != '|') {
      text.skip(1);
      value = command(value);
    }
    if (text.peek() == '|') {
      text.skip(2);
    }
    show(value);
  }

  private void show(Value value) {
    if (value instanceof Value.Output output) {
      effects.add(output.run());
    } else if (!(value instanceof Value.Unknown)) {
      effects.add(new Effect.Print(value));
    }
  }

  /** What the command that begins here puts out. */
  private Value command(Value piped) {
    input = piped;
    redirected = false;
    Value value = named();
    if (!redirected) {
      return value;
    }
    redirected = false;
    boolean nowhere = file instanceof Value.Text path && path.text().equalsIgnoreCase("nul");
    Value target = nowhere ? new Value.Text("/dev/null") : file;
    if (!(value instanceof Value.Unknown)) {
      effects.add(new Effect.Write(target, value));
    }
    return Value.UNKNOWN;
  }

  private Value named() {
    if (++prefixes > MAX_NESTING) {
      text.stop();
    }
    Value value = afterPrefixes();
    prefixes--;
    return value;
  }

  private Value afterPrefixes() {
    skipOpening();
    if (text.peek() == ':') {
      text.line();
      return Value.UNKNOWN;
    }
    int start = text.position();
    if (text.takeWord("echo")) {
      return echo();
    }
    if (text.takeWord("set")) {
      return set();
    }
    if (text.takeWord("rem") || text.takeWord("goto") || text.takeWord("title")) {
      text.until("\n");
      return Value.UNKNOWN;
    }
    if (text.takeWord("if")) {
      condition();
      return named();
    }
    if (text.takeWord("for")) {
      loop();
      return named();
    }
    if (text.takeWord("call") || text.takeWord("else") || text.takeWord("do")) {
      return named();
    }
    if (text.takeWord("start")) {
      return started();
    }
    text.back(start);
    return program(words());
  }

  private void skipOpening() {
    while (!text.done() && " \t\r\n@(&);,".indexOf(text.peek()) >= 0) {
      text.skip(1);
    }
  }

  private Value echo() {
    if (text.peek() == '.' || text.peek() == ':' || text.peek() == '(') {
      text.skip(1);
    }
    text.blanks();
    Value shown = raw();
    boolean setting =
        shown instanceof Value.Text said
            && (said.text().equalsIgnoreCase("off")
                || said.text().equalsIgnoreCase("on")
                || said.text().isEmpty());
    return setting ? Value.UNKNOWN : shown;
  }

  private Value set() {
    text.blanks();
    boolean quoted = text.peek() == '"';
    if (quoted) {
      text.skip(1);
    }
    if (text.peek() == '/') {
      return prompt();
    }
    String name = text.until("=&|<>\n\"").trim();
    if (text.peek() != '=') {
      redirections();
      return variablesFrom(name);
    }
    text.skip(1);
    Value value = raw();
    if (quoted && value instanceof Value.Text set && set.text().endsWith("\"")) {
      value = Composition.text(set.text().substring(0, set.text().length() - 1));
    }
    memory.set(name.toLowerCase(Locale.ROOT), value);
    effects.add(new Effect.SetVariable(name, value));
    return Value.UNKNOWN;
  }

  /** {@code set NAME} shows the variables whose names begin like this, in any case. */
  private static Value variablesFrom(String name) {
    Value all = new Value.ReadEnvironment();
    for (int i = 0; i < name.length(); i++) {
      if (!Character.isLetterOrDigit(name.charAt(i)) && name.charAt(i) != '_') {
        return all;
      }
    }
    if (name.isEmpty()) {
      return all;
    }
    List<Value> words =
        List.of(new Value.Text("grep"), new Value.Text("-i"), new Value.Text("^".concat(name)));
    return new Value.Output(new Effect.Run(Language.ARGUMENTS, words, all));
  }

  /** {@code set /a} calculates, {@code set /p X=<file} reads a line. */
  private Value prompt() {
    text.skip(1);
    boolean reads = text.peek() == 'p' || text.peek() == 'P';
    text.until(" \n");
    text.blanks();
    String name = text.until("=&|<>\n").trim().toLowerCase(Locale.ROOT);
    raw();
    if (reads) {
      memory.set(name, input instanceof Value.Unknown ? new Value.ReadInput() : input);
    }
    return Value.UNKNOWN;
  }

  private void condition() {
    text.blanks();
    while (text.takeWord("/i") || text.takeWord("not")) {
      text.blanks();
    }
    boolean one = text.takeWord("defined") || text.takeWord("exist") || text.takeWord("errorlevel");
    text.blanks();
    word("= \t\n(");
    text.blanks();
    if (!one) {
      if (!text.take("==")) {
        text.name();
      }
      text.blanks();
      word(" \t\n(");
    }
  }

  private void loop() {
    boolean lines = false;
    String options = "";
    text.blanks();
    while (text.peek() == '/') {
      text.skip(1);
      lines |= text.takeWord("f");
      text.until(" \t\n%");
      text.blanks();
      if (text.peek() == '"') {
        options = text.doubled();
        text.blanks();
      }
    }
    while (text.peek() == '%') {
      text.skip(1);
    }
    char variable = text.next();
    text.blanks();
    text.takeWord("in");
    text.blanks();
    if (text.take("(")) {
      if (lines) {
        setTokens(variable, options, linesOf(quoted(text.balanced('(', ')').trim(), options)));
      } else {
        memory.set("%" + variable, list());
      }
    }
    text.blanks();
    text.takeWord("do");
  }

  /**
   * Sets what {@code for /f} makes of each line: the first token to its variable, others to the
   * letters behind it. Cut at equals signs, the first token of an assignment is its name.
   */
  private void setTokens(char variable, String options, Value lines) {
    int delimiters = options.indexOf("delims=");
    int tokens = options.indexOf("tokens=");
    boolean first = tokens < 0 || options.startsWith("1", tokens + "tokens=".length());
    boolean cut = delimiters >= 0 && options.indexOf('=', delimiters + "delims=".length()) >= 0;
    memory.set("%" + variable, cut && first ? Composition.names(lines) : lines);
    if (tokens >= 0) {
      Value piece = Composition.derive(lines);
      memory.set("%" + (char) (variable + 1), piece);
      memory.set("%" + (char) (variable + 2), piece);
    }
  }

  private Value list() {
    List<Value> items = new ArrayList<>();
    text.blanks();
    while (!text.done() && text.peek() != ')') {
      int before = text.position();
      items.add(word(" \t\n),"));
      text.blanks();
      text.take(",");
      if (text.position() == before) {
        text.skip(1);
      }
    }
    text.skip(1);
    return items.size() == 1 ? items.get(0) : alternatives(items);
  }

  private static Value alternatives(List<Value> items) {
    Value value = items.isEmpty() ? Value.UNKNOWN : items.get(0);
    for (int i = 1; i < items.size() && i < 16; i++) {
      value = Composition.choice(value, items.get(i));
    }
    return value;
  }

  /** With {@code usebackq} quotes are around a file's name, apostrophes around a text. */
  private static String quoted(String source, String options) {
    if (!options.contains("usebackq") || source.length() < 2) {
      return source;
    }
    String inner = source.substring(1, source.length() - 1);
    switch (source.charAt(0)) {
      case '"':
        return inner;
      case '\'':
        return "\"".concat(inner).concat("\"");
      default:
        return source;
    }
  }

  /** The lines that {@code for /f} runs over: of a command, of a text or of a file. */
  private Value linesOf(String source) {
    if (source.length() > 1 && (source.startsWith("'") || source.startsWith("`"))) {
      String code = source.substring(1, source.length() - 1);
      return caught(new CmdProgram(code, nesting + 1).effects());
    }
    Value value = new CmdProgram(source, nesting + 1).raw();
    return source.startsWith("\"") ? value : new Value.ReadFile(value);
  }

  private Value caught(List<Effect> inner) {
    List<Value> outputs = new ArrayList<>();
    for (Effect effect : inner) {
      if (effect instanceof Effect.Print print) {
        outputs.add(print.content());
      } else if (effect instanceof Effect.Run run) {
        outputs.add(new Value.Output(run));
      } else {
        effects.add(effect);
      }
    }
    return Composition.join(outputs);
  }

  /** {@code start "title" /options command}. */
  private Value started() {
    text.blanks();
    if (text.peek() == '"') {
      text.doubled();
      text.blanks();
    }
    while (text.peek() == '/') {
      text.until(" \t\n");
      text.blanks();
    }
    return named();
  }

  private Value program(List<Value> words) {
    if (words.isEmpty()) {
      return Value.UNKNOWN;
    }
    String name = words.get(0) instanceof Value.Text text ? text.text() : "";
    String lower = name.toLowerCase(Locale.ROOT);
    String plain = lower.endsWith(".exe") ? lower.substring(0, lower.length() - 4) : lower;
    List<Value> arguments = words.subList(1, words.size());
    Optional<Effect.Run> shell = Optional.empty();
    switch (plain.substring(plain.lastIndexOf('\\') + 1)) {
      case "cmd":
        shell = ShellCommandLine.cmd(arguments, input);
        break;
      case "powershell":
      case "pwsh":
        shell = ShellCommandLine.powerShell(arguments, input);
        break;
      case "cd":
      case "chdir":
      case "pushd":
        if (!arguments.isEmpty()) {
          effects.add(new Effect.ChangeDirectory(arguments.get(arguments.size() - 1)));
        }
        return Value.UNKNOWN;
      case "exit":
      case "setlocal":
      case "endlocal":
      case "cls":
      case "pause":
        return Value.UNKNOWN;
      default:
        break;
    }
    if (shell.isPresent()) {
      return new Value.Output(shell.get());
    }
    List<Value> all = new ArrayList<>(words);
    if (!name.isEmpty()) {
      all.set(0, Composition.text(name.indexOf('\\') < 0 ? lower : name));
    }
    return new Value.Output(new Effect.Run(Language.ARGUMENTS, all, input));
  }

  // Words

  private List<Value> words() {
    List<Value> words = new ArrayList<>();
    text.blanks();
    while (!atEnd()) {
      int before = text.position();
      if (!redirection()) {
        Value word = word(" \t\r\n&|<>)");
        if (text.position() > before) {
          words.add(word);
        }
      }
      text.blanks();
      if (text.position() == before) {
        text.skip(1);
      }
    }
    return words;
  }

  private boolean atEnd() {
    return text.done() || "\n&|)".indexOf(text.peek()) >= 0;
  }

  private void redirections() {
    text.blanks();
    while (redirection()) {
      text.blanks();
    }
  }

  private boolean redirection() {
    boolean errors = text.peek() == '2' && text.peek(1) == '>';
    if (errors || text.peek() == '1' && text.peek(1) == '>') {
      text.skip(1);
    }
    if (text.take("<")) {
      text.blanks();
      input = new Value.ReadFile(word(" \t\r\n&|<>)"));
      return true;
    }
    if (!text.take(">>") && !text.take(">")) {
      return false;
    }
    if (text.take("&")) {
      text.skip(1);
      return true;
    }
    text.blanks();
    Value path = word(" \t\r\n&|<>)");
    if (!errors) {
      file = path;
      redirected = true;
    }
    return true;
  }

  /** The rest of a command as it is written, as {@code echo} shows it. */
  private Value raw() {
    List<Value> parts = new ArrayList<>();
    while (!atEnd()) {
      int before = text.position();
      if (!redirection()) {
        parts.add(pieces("\n&|<>)", true));
      }
      if (text.position() == before) {
        text.skip(1);
      }
    }
    return trimmed(Composition.join(parts));
  }

  private static Value trimmed(Value value) {
    return value instanceof Value.Text text ? Composition.text(text.text().trim()) : value;
  }

  private Value word(String stops) {
    return pieces(stops, false);
  }

  private Value pieces(String stops, boolean keepQuotes) {
    List<Value> parts = new ArrayList<>();
    StringBuilder constant = new StringBuilder();
    boolean quoted = false;
    while (!text.done() && (quoted || stops.indexOf(text.peek()) < 0)) {
      char c = text.peek();
      boolean numbered = (c == '1' || c == '2') && text.peek(1) == '>';
      if (numbered
          && !quoted
          && constant.length() > 0
          && constant.charAt(constant.length() - 1) == ' ') {
        break;
      }
      if (c == '"') {
        quoted = !quoted;
        if (keepQuotes) {
          constant.append(c);
        }
        text.skip(1);
      } else if (c == '^' && !quoted) {
        text.skip(1);
        char escaped = text.next();
        if (escaped != '\n') {
          constant.append(escaped);
        }
      } else if (c == '%' || c == '!') {
        Optional<Value> variable = variable(c);
        parts.add(Composition.text(constant.toString()));
        constant.setLength(0);
        parts.add(variable.isPresent() ? variable.get() : Composition.text(String.valueOf(c)));
      } else if (c == '\n') {
        break;
      } else {
        constant.append(text.next());
      }
    }
    parts.add(Composition.text(constant.toString()));
    return Composition.join(parts);
  }

  /** {@code %NAME%}, {@code !NAME!}, {@code %NAME:~0,4%}, {@code %1}, {@code %i}, {@code %%i}. */
  private Optional<Value> variable(char mark) {
    text.skip(1);
    if (mark == '%' && text.peek() == '%') {
      text.skip(1);
    }
    if (mark == '%' && text.peek() == '*') {
      text.skip(1);
      return Optional.of(new Value.Arguments());
    }
    if (mark == '%' && Character.isDigit(text.peek())) {
      return Optional.of(new Value.Argument(text.next() - '0'));
    }
    int start = text.position();
    if (mark == '%' && text.take("~")) {
      text.until(" \t\n\"%&|<>),;=");
      String name = text.since(start);
      String variable = "%" + name.charAt(name.length() - 1);
      return Optional.of(memory.get(variable));
    }
    String name = text.until("%!:\n&|<>\" ");
    char end = text.peek();
    if (end == ':') {
      text.until("%!\n");
      end = text.peek();
      text.skip(mark == end ? 1 : 0);
      return Optional.of(Composition.derive(environment(name)));
    }
    if (end == mark && !name.isEmpty()) {
      text.skip(1);
      text.take("%");
      return Optional.of(environment(name));
    }
    text.back(start);
    if (mark == '%' && memory.knows("%" + text.peek())) {
      return Optional.of(memory.get("%" + text.next()));
    }
    return Optional.empty();
  }

  private Value environment(String name) {
    String key = name.toLowerCase(Locale.ROOT);
    return memory.knows(key) ? memory.get(key) : new Value.ReadVariable(Composition.text(name));
  }
}
