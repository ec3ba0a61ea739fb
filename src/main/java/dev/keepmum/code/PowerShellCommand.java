package dev.keepmum.code;

import dev.keepmum.effect.Effect;
import dev.keepmum.effect.Language;
import dev.keepmum.effect.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One command of a pipeline: its words, its redirections, and what it does with its input. */
final class PowerShellCommand {
  private static final String NULL_DEVICE = "/dev/null";

  private final PowerShellProgram program;
  private final PowerShellExpression expression;
  private final PowerShellText text;
  private final PowerShellStream stream;

  /** Whether the working location is the environment, as after {@code cd env:}. */
  private boolean inEnvironment;

  PowerShellCommand(PowerShellProgram program, PowerShellExpression expression) {
    this.program = program;
    this.expression = expression;
    this.text = program.text;
    this.stream = new PowerShellStream(program);
  }

  /** What the command that begins here puts out. */
  Value command(Value input) {
    boolean called = false;
    boolean sourced = false;
    if (text.peek() == '&' && text.peek(1) != '&') {
      text.skip(1);
      called = true;
    } else if (text.peek() == '.' && (text.peek(1) == ' ' || text.peek(1) == '{')) {
      text.skip(1);
      sourced = true;
    }
    text.blanks();
    Value name = program.definitions().meant(name(called || sourced));
    if (called && name instanceof Value.Output script && isCode(script)) {
      words(false);
      return script;
    }
    PowerShellProgram.Block block = program.blockOf(name);
    String written = name instanceof Value.Text constant ? constant.text() : "";
    String resolved = PowerShellAliases.resolve(written);
    PowerShellProgram.Block function = program.definitions().functionNamed(written);
    List<Value> words = words(resolved.indexOf('-') > 0 && function == null);
    if (block != null || function != null) {
      return program.run(block != null ? block : function, words, input);
    }
    if (written.isEmpty()) {
      return name instanceof Value.Unknown ? Value.UNKNOWN : output(name, words, input);
    }
    if (sourced) {
      return output(new Value.Text("."), prepended(name, words), input);
    }
    Value output = known(written, webClient(resolved, words), words, input);
    program.definitions().keepOutput(words, output);
    return output;
  }

  /** Whether it is code that is run when it is called: {@code [scriptblock]::Create(…)}. */
  private static boolean isCode(Value.Output script) {
    return script.run().language() == Language.POWERSHELL;
  }

  private Value name(boolean called) {
    if (called) {
      return expressionOrWord();
    }
    return word();
  }

  private Value expressionOrWord() {
    char c = text.peek();
    return "$'\"({".indexOf(c) >= 0 ? expression.primary() : word();
  }

  /** {@code curl} and {@code wget} are cmdlets only where they are used like one. */
  private static String webClient(String resolved, List<Value> words) {
    if (!resolved.equals("invoke-webrequest")) {
      return resolved;
    }
    for (Value word : words) {
      if (word instanceof Value.Text text && isUnixOption(text.text())) {
        return "curl";
      }
    }
    return resolved;
  }

  private static boolean isUnixOption(String word) {
    return word.startsWith("--") || word.length() == 2 && word.charAt(0) == '-';
  }

  private Value known(String written, String resolved, List<Value> words, Value input) {
    switch (resolved) {
      case "get-content":
      case "select-string":
      case "import-csv":
      case "format-hex":
        Optional<Value> listed = readListed(resolved, words, input);
        return listed.isPresent() ? listed.get() : read(resolved, words, input);
      case "get-childitem":
      case "get-item":
      case "get-itemproperty":
      case "get-itempropertyvalue":
        Optional<Value> environment = environment(resolved, words);
        return environment.isPresent()
            ? environment.get()
            : output(new Value.Text(resolved), words, input);
      case "remove-item":
      case "clear-content":
      case "clear-item":
        return remove(resolved, words, input);
      case "join-path":
        return joinedPath(words);
      case "set-item":
      case "set-content":
      case "new-item":
        return set(resolved, words, input);
      case "set-location":
      case "push-location":
        return changeLocation(words);
      case "test-path":
        return Value.UNKNOWN;
      case "invoke-expression":
        return evaluate(words.isEmpty() ? input : last(words));
      case "new-object":
        return create(words, input);
      case "start-process":
        return start(words);
      case "cmd":
      case "cmd.exe":
        return shell(Language.CMD, written, words, input);
      case "powershell":
      case "powershell.exe":
      case "pwsh":
      case "pwsh.exe":
        return shell(Language.POWERSHELL, written, words, input);
      default:
        Optional<Value> defined = program.definitions().apply(resolved, words, input);
        return defined.isPresent() ? defined.get() : streamed(resolved, words, input);
    }
  }

  /** {@code Start-Process}: a program whose arguments may stand in one text. */
  private Value start(List<Value> words) {
    List<Value> command = new ArrayList<>();
    Value output = Value.UNKNOWN;
    Value input = Value.UNKNOWN;
    for (int i = 0; i < words.size(); i++) {
      Value next = i + 1 < words.size() ? words.get(i + 1) : Value.UNKNOWN;
      switch (lower(words.get(i))) {
        case "-workingdirectory":
        case "-credential":
        case "-verb":
        case "-windowstyle":
        case "-redirectstandarderror":
          i++;
          break;
        case "-redirectstandardoutput":
          output = next;
          i++;
          break;
        case "-redirectstandardinput":
          input = new Value.ReadFile(next);
          i++;
          break;
        case "-filepath":
        case "-path":
          command.add(0, next);
          i++;
          break;
        default:
          if (!isParameter(words.get(i))) {
            addArguments(words.get(i), command);
          }
          break;
      }
    }
    if (command.isEmpty()) {
      return Value.UNKNOWN;
    }
    String program = lower(command.get(0));
    Value started = known(program, program, command.subList(1, command.size()), input);
    if (output != Value.UNKNOWN) {
      write(output, started);
      return Value.UNKNOWN;
    }
    return started;
  }

  private static void addArguments(Value word, List<Value> arguments) {
    if (!(word instanceof Value.Text text) || arguments.isEmpty()) {
      arguments.add(word);
      return;
    }
    for (String argument : Folding.words(text.text())) {
      arguments.add(new Value.Text(argument));
    }
  }

  /** The parameters of {@code Start-Process}; other words with a dash are its program's. */
  private static boolean isParameter(Value word) {
    switch (lower(word)) {
      case "-argumentlist":
      case "-args":
      case "-nonewwindow":
      case "-wait":
      case "-passthru":
      case "-usenewenvironment":
        return true;
      default:
        return false;
    }
  }

  /** Whether a word is the name of a parameter. */
  static boolean isOption(Value word) {
    return word instanceof Value.Text text && text.text().startsWith("-");
  }

  private Value read(String name, List<Value> words, Value input) {
    Optional<Value> environment =
        name.equals("get-content") ? environment(name, words) : Optional.empty();
    return environment.isPresent() ? environment.get() : streamed(name, words, input);
  }

  private Value streamed(String name, List<Value> words, Value input) {
    Optional<Value> streamed = stream.apply(name, words, input);
    return streamed.isPresent() ? streamed.get() : output(new Value.Text(name), words, input);
  }

  // Files that come as objects

  /** What a reading cmdlet reads of files that were listed before; empty where none were. */
  private static Optional<Value> readListed(String name, List<Value> words, Value input) {
    List<Value> others = new ArrayList<>();
    Optional<PowerShellListing> listing = PowerShellListing.of(input);
    for (Value word : words) {
      Optional<PowerShellListing> listed = PowerShellListing.of(word);
      if (listed.isPresent()) {
        listing = listed;
      } else {
        others.add(word);
      }
    }
    if (listing.isEmpty()) {
      return Optional.empty();
    }
    List<Value> operands = listing.get().operands();
    if (operands.isEmpty()) {
      boolean searches = name.equals("select-string");
      return Optional.of(listing.get().contents(searches ? pattern(others) : Optional.empty()));
    }
    others.addAll(operands);
    return Optional.of(output(new Value.Text(name), others, Value.UNKNOWN));
  }

  /** Files that were listed before are removed like those that are named. */
  private Value remove(String name, List<Value> words, Value input) {
    for (Value word : words) {
      if (isDrive(word)) {
        program
            .variables()
            .store(PowerShellVariables.target(((Value.Text) word).text()), Value.EMPTY);
        return Value.UNKNOWN;
      }
    }
    Optional<PowerShellListing> listing = PowerShellListing.of(input);
    if (listing.isEmpty()) {
      return streamed(name, words, input);
    }
    List<Value> all = new ArrayList<>(words);
    all.addAll(listing.get().removed());
    return output(new Value.Text(name), all, Value.UNKNOWN);
  }

  /** The expression that {@code Select-String} looks for; empty where it is not known. */
  private static Optional<String> pattern(List<Value> words) {
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i) instanceof Value.Text text ? text.text() : "";
      boolean named = word.equals("-pattern") && i + 1 < words.size();
      if (named && words.get(i + 1) instanceof Value.Text pattern) {
        return Optional.of("(?i)".concat(pattern.text()));
      }
      if (!word.isEmpty() && !word.startsWith("-")) {
        return Optional.of("(?i)".concat(word));
      }
    }
    return Optional.empty();
  }

  static Value joinedPath(List<Value> words) {
    List<Value> parts = new ArrayList<>();
    for (Value word : words) {
      if (word instanceof Value.Text text && text.text().startsWith("-")) {
        continue;
      }
      if (!parts.isEmpty()) {
        parts.add(new Value.Text("/"));
      }
      parts.add(word);
    }
    return Composition.join(parts);
  }

  private static Value output(Value name, List<Value> words, Value input) {
    return new Value.Output(new Effect.Run(Language.ARGUMENTS, prepended(name, words), input));
  }

  private static List<Value> prepended(Value name, List<Value> words) {
    List<Value> all = new ArrayList<>(words.size() + 1);
    all.add(name);
    all.addAll(words);
    return all;
  }

  // The environment as a drive

  private Optional<Value> environment(String name, List<Value> words) {
    boolean operand = false;
    for (Value word : words) {
      if (!(word instanceof Value.Text)) {
        if (startsOnDrive(word)) {
          return Optional.of(new Value.ReadEnvironment());
        }
        continue;
      }
      String path = ((Value.Text) word).text();
      if (isDrive(word)) {
        return Optional.of(onDrive(words, path.substring(path.indexOf(':') + 1)));
      }
      if (isRegistryOfVariables(path)) {
        return Optional.of(new Value.ReadEnvironment());
      }
      operand |= !path.startsWith("-");
    }
    boolean all = inEnvironment && !operand && name.equals("get-childitem");
    return all ? Optional.of(new Value.ReadEnvironment()) : Optional.empty();
  }

  private static boolean isDrive(Value word) {
    return word instanceof Value.Text text && text.text().regionMatches(true, 0, "env:", 0, 4);
  }

  /** {@code env:$name}. */
  private static boolean startsOnDrive(Value word) {
    return word instanceof Value.Joined joined && isDrive(joined.parts().get(0));
  }

  /** The key that keeps a user's or the machine's environment variables on Windows. */
  private static boolean isRegistryOfVariables(String path) {
    String key = path.toLowerCase(Locale.ROOT);
    return (key.startsWith("hk") || key.startsWith("registry::hk"))
        && key.endsWith("\\environment");
  }

  private static Value onDrive(List<Value> words, String path) {
    for (Value word : words) {
      if (word instanceof Value.Text text && text.text().equals("-name")) {
        return Value.UNKNOWN;
      }
    }
    int start = 0;
    while (start < path.length() && (path.charAt(start) == '\\' || path.charAt(start) == '/')) {
      start++;
    }
    String name = path.substring(start);
    boolean one = !name.isEmpty() && name.indexOf('*') < 0 && name.indexOf('?') < 0;
    return one ? new Value.ReadVariable(new Value.Text(name)) : new Value.ReadEnvironment();
  }

  private Value set(String name, List<Value> words, Value input) {
    for (int i = 0; i < words.size(); i++) {
      Value value = i + 1 < words.size() ? last(words) : input;
      if (isDrive(words.get(i)) || lower(words.get(i)).startsWith("alias:")) {
        String path = ((Value.Text) words.get(i)).text();
        program.variables().store(PowerShellVariables.target(path), value);
        return Value.UNKNOWN;
      }
      if (startsOnDrive(words.get(i))) {
        program.drop(value); // For a variable whose name is not known.
        return Value.UNKNOWN;
      }
    }
    if (name.equals("new-item")) {
      return new PowerShellNewItem(program, words, input).make();
    }
    return name.equals("set-content")
        ? streamed(name, words, input)
        : output(new Value.Text(name), words, input);
  }

  private static String lower(Value word) {
    return word instanceof Value.Text text ? text.text().toLowerCase(Locale.ROOT) : "";
  }

  private Value changeLocation(List<Value> words) {
    Value path = words.isEmpty() ? Value.UNKNOWN : last(words);
    inEnvironment = isDrive(path);
    if (!inEnvironment) {
      program.emit(new Effect.ChangeDirectory(path));
    }
    return Value.UNKNOWN;
  }

  // Code in arguments

  private Value evaluate(Value code) {
    PowerShellProgram.Block block = program.blockOf(code);
    if (block != null) {
      return program.run(block, List.of(), Value.UNKNOWN);
    }
    return new Value.Output(PowerShellTypes.powerShell(code));
  }

  /**
   * {@code New-Object} of a reader is the file it reads; other objects hold what they are given.
   */
  private Value create(List<Value> words, Value input) {
    String type = "";
    List<Value> arguments = new ArrayList<>();
    for (Value word : words) {
      boolean option = word instanceof Value.Text text && text.text().startsWith("-");
      if (option) {
        continue;
      }
      if (type.isEmpty() && word instanceof Value.Text text) {
        type = text.text().toLowerCase(Locale.ROOT);
      } else {
        arguments.add(word);
      }
    }
    boolean reads = type.endsWith("io.streamreader") || type.endsWith("io.filestream");
    if (reads && !arguments.isEmpty()) {
      return new Value.ReadFile(arguments.get(0));
    }
    arguments.add(input);
    return Composition.derive(arguments);
  }

  /** Another shell, which gets its program as an argument. */
  private Value shell(Language language, String name, List<Value> words, Value input) {
    for (Value word : words) {
      PowerShellProgram.Block block = program.blockOf(word);
      if (block != null) {
        return program.run(block, List.of(), input);
      }
    }
    Optional<Effect.Run> run =
        language == Language.CMD
            ? ShellCommandLine.cmd(words, input)
            : ShellCommandLine.powerShell(words, input);
    if (run.isPresent()) {
      return new Value.Output(run.get());
    }
    return output(Composition.text(name.toLowerCase(Locale.ROOT)), words, input);
  }

  private static Value last(List<Value> words) {
    return words.get(words.size() - 1);
  }

  // Words

  private List<Value> words(boolean cmdlet) {
    List<Value> words = new ArrayList<>();
    text.blanks();
    while (!atEnd()) {
      int before = text.position();
      if (text.take("--%")) {
        words.add(Composition.text(text.restOfLine().trim()));
        break;
      }
      argument(cmdlet, words);
      text.blanks();
      if (text.position() == before) {
        text.skip(1);
      }
    }
    return words;
  }

  private boolean atEnd() {
    switch (text.peek()) {
      case '\0':
      case '\n':
      case ';':
      case '|':
      case ')':
      case '}':
      case '>':
        return true;
      case '&':
        return true;
      case '*':
      case '1':
      case '2':
      case '3':
      case '4':
      case '5':
      case '6':
        return text.peek(1) == '>';
      default:
        return false;
    }
  }

  private void argument(boolean cmdlet, List<Value> words) {
    if (text.peek() == '@' && Character.isLetter(text.peek(1))) {
      splat(words);
    } else if (text.peek() == '-' && isParameterStart(text.peek(1)) && cmdlet) {
      parameter(words);
    } else {
      do {
        text.blanks();
        words.add(wordOrExpression());
        text.blanks();
      } while (cmdlet && text.take(","));
    }
  }

  private static boolean isParameterStart(char c) {
    return Character.isLetter(c) || c == '?';
  }

  private void parameter(List<Value> words) {
    int start = text.position();
    text.skip(1);
    text.name();
    words.add(Composition.text(text.since(start).toLowerCase(Locale.ROOT)));
    if (text.take(":")) {
      text.blanks();
      if (!text.at("$true") && !text.at("$false")) {
        words.add(wordOrExpression());
      } else {
        expression.primary();
      }
    }
  }

  private void splat(List<Value> words) {
    Value splatted = expression.simple();
    List<Value> entries = expression.entries(splatted);
    if (entries.isEmpty()) {
      words.addAll(PowerShellExpression.elements(splatted));
    }
    for (int i = 0; i + 1 < entries.size(); i += 2) {
      if (entries.get(i) instanceof Value.Text key) {
        words.add(Composition.text("-" + key.text().toLowerCase(Locale.ROOT)));
        words.add(entries.get(i + 1));
      }
    }
  }

  /** An argument: an expression in brackets, or a bare word. */
  Value wordOrExpression() {
    char c = text.peek();
    if (c == '(' || c == '{' || c == '@' || c == '\'' && isWholeString('\'')) {
      return expression.primary();
    }
    return word();
  }

  /** Whether a quoted argument ends with its closing quote. */
  private boolean isWholeString(char quote) {
    int ahead = 1;
    while (text.peek(ahead) != quote && text.peek(ahead) != '\0') {
      ahead++;
    }
    char after = text.peek(ahead + 1);
    return after == '\0' || " \t\n;|),}.".indexOf(after) >= 0;
  }

  /** A bare word: quotes, variables and sub-expressions stand in it as parts. */
  private Value word() {
    List<Value> parts = new ArrayList<>();
    StringBuilder constant = new StringBuilder();
    while (!text.done() && " \t\r\n;|(){},&<>".indexOf(text.peek()) < 0) {
      char c = text.peek();
      if (c == '`') {
        text.skip(1);
        char escaped = text.next();
        constant.append(escaped);
      } else if (c == '\'' || c == '"' || c == '$' && isValue()) {
        parts.add(Composition.text(constant.toString()));
        constant.setLength(0);
        parts.add(partHere(parts.size() == 1 && parts.get(0) == Value.EMPTY));
      } else {
        constant.append(text.next());
      }
    }
    parts.add(Composition.text(constant.toString()));
    return alone(parts) ? parts.get(1) : Composition.join(parts);
  }

  /** A block or table keeps its identity where it is the whole word. */
  private static boolean alone(List<Value> parts) {
    return parts.size() == 3 && parts.get(0) == Value.EMPTY && parts.get(2) == Value.EMPTY;
  }

  private boolean isValue() {
    return PowerShellExpression.isExpansion(text.peek(1)) || text.peek(1) == '_';
  }

  /** At the beginning of a word an expression may have members behind it. */
  private Value partHere(boolean first) {
    return first ? expression.primary() : expression.simple();
  }

  // Redirections

  /** Sends the output into files as the redirections here say; gives what is left of it. */
  Value redirect(Value value) {
    Value left = value;
    text.blanks();
    while (!text.done()) {
      boolean output = true;
      char c = text.peek();
      if ("*123456".indexOf(c) >= 0 && text.peek(1) == '>') {
        text.skip(1);
        output = c == '*' || c == '1';
      }
      if (!text.take(">>") && !text.take(">")) {
        return left;
      }
      if (text.take("&")) {
        text.skip(1);
      } else {
        text.blanks();
        Value path = wordOrExpression();
        if (output) {
          write(path, left);
          left = Value.UNKNOWN;
        }
      }
      text.blanks();
    }
    return left;
  }

  private void write(Value path, Value content) {
    if (path instanceof Value.Unknown || isNullDevice(path)) {
      program.drop(content);
    } else {
      program.emit(new Effect.Write(path, content));
    }
  }

  private static boolean isNullDevice(Value path) {
    return path instanceof Value.Text text
        && (text.text().equalsIgnoreCase("nul") || text.text().equals(NULL_DEVICE));
  }
}
