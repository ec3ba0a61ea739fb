package dev.keepmum.code;

import dev.keepmum.effect.Effect;
import dev.keepmum.effect.Language;
import dev.keepmum.effect.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A script of SQL statements and client commands, followed from top to bottom. */
final class SqlScript extends ExpressionReader {
  private final List<Effect> effects = new ArrayList<>();
  private final Memory variables = new Memory();

  /** Where the next script finds what this one has loaded, wherever a server keeps it. */
  private static final Value DATABASE = new Value.Text("the database");

  /** What was imported into tables. */
  private Value tables = Value.UNKNOWN;

  /** What of it came from files and programs. */
  private Value loaded = Value.UNKNOWN;

  /** Where results go after {@code .output} or {@code \o}; unknown for the transcript. */
  private Value output = Value.UNKNOWN;

  SqlScript(String source) {
    super(new SourceCursor(source));
  }

  List<Effect> effects() {
    skipBlank();
    while (!text.done()) {
      int before = text.position();
      if (text.peek() == '.' || text.peek() == '\\') {
        client(text.next());
      } else {
        statement();
      }
      if (text.position() == before) {
        text.skip(1);
      }
      skipBlank();
    }
    if (Composition.holds(loaded)) {
      effects.add(new Effect.Write(DATABASE, loaded));
    }
    if (text.isStopped()) {
      effects.add(new Effect.Unfollowed());
    }
    return effects;
  }

  private void skipBlank() {
    text.space();
    while (text.peek() == ';' || text.peek() == '-' && text.peek(1) == '-') {
      if (text.peek() == ';') {
        text.skip(1);
      } else {
        text.line();
      }
      text.space();
    }
  }

  // Commands of the clients

  private void client(char mark) {
    if (mark == '\\' && text.take("!")) {
      shell(text.line().trim());
      return;
    }
    String command = text.take(".") ? "read" : text.name().toLowerCase(Locale.ROOT);
    text.blanks();
    switch (command) {
      case "shell":
      case "system":
        shell(text.line().trim());
        break;
      case "read":
      case "i":
      case "ir":
      case "include":
      case "include_relative":
      case "source":
        script(word());
        break;
      case "import":
        loaded(lastOption());
        break;
      case "output":
      case "once":
      case "o":
      case "out":
      case "g":
        redirect(text.line().trim());
        return;
      case "backup":
      case "save":
      case "clone":
        effects.add(new Effect.Write(word(), Value.UNKNOWN));
        break;
      case "copy":
        copy();
        return;
      case "getenv":
        variables.set(text.name(), getenv());
        break;
      case "setenv":
        effects.add(new Effect.SetVariable(text.name(), blankWord()));
        break;
      case "set":
        variables.set(text.name(), blankWord());
        break;
      case "echo":
      case "qecho":
      case "warn":
      case "print":
        print(echoed());
        return;
      default:
        break;
    }
    text.line();
  }

  private void shell(String command) {
    effects.add(new Effect.Run(Language.SHELL, List.of(Composition.text(command)), Value.UNKNOWN));
  }

  /** A script's text shows in the messages about what is no SQL in it. */
  private void script(Value path) {
    Value content = new Value.ReadFile(path);
    effects.add(new Effect.Run(Language.SQL, List.of(content), Value.UNKNOWN));
    effects.add(new Effect.Print(Composition.derive(content)));
  }

  private Value getenv() {
    text.blanks();
    return new Value.ReadVariable(Composition.text(text.name()));
  }

  private Value blankWord() {
    text.blanks();
    return word();
  }

  /** A word: quoted, or in backticks a command whose output it is. */
  private Value word() {
    if (text.peek() == '\'' || text.peek() == '"') {
      return Composition.text(text.doubled());
    }
    if (text.peek() == '`') {
      return command();
    }
    if (text.peek() == ':') {
      text.skip(1);
      return variables.get(text.until(" \t\n;").replace("'", "").replace("\"", ""));
    }
    String word = text.until(" \t\n");
    return word.startsWith("|")
        ? new Value.Output(run(word.substring(1)))
        : Composition.text(word.endsWith(";") ? word.substring(0, word.length() - 1) : word);
  }

  private Value command() {
    text.skip(1);
    String command = text.until("`\n");
    text.take("`");
    return new Value.Output(run(command));
  }

  private static Effect.Run run(String command) {
    return new Effect.Run(Language.SHELL, List.of(Composition.text(command)), Value.UNKNOWN);
  }

  private Value lastOption() {
    while (text.peek() == '-') {
      boolean valued = text.take("--skip") || text.take("-skip") || text.take("--schema");
      text.until(" \t\n");
      text.blanks();
      if (valued) {
        word();
        text.blanks();
      }
    }
    if (text.peek() == '"' && text.peek(1) == '|' || text.peek() == '\'' && text.peek(1) == '|') {
      return new Value.Output(run(text.doubled().substring(1)));
    }
    if (text.peek() == '|') {
      text.skip(1);
      return new Value.Output(run(text.until("\n")));
    }
    return new Value.ReadFile(word());
  }

  private void loaded(Value content) {
    loaded = Composition.derive(content, loaded);
    imported(content);
  }

  private void imported(Value content) {
    tables = Composition.derive(content, tables);
  }

  private void redirect(String target) {
    boolean back = target.isEmpty() || target.equals("stdout") || target.equals(";");
    output = back ? Value.UNKNOWN : Composition.text(target);
  }

  private Value echoed() {
    List<Value> words = new ArrayList<>();
    text.blanks();
    while (!text.done() && text.peek() != '\n') {
      words.add(word());
      text.blanks();
    }
    return Composition.joinSpaced(words);
  }

  // Statements

  private void statement() {
    if (text.takeWord("system")) {
      text.blanks();
      shell(text.line().trim());
    } else if (text.takeWord("source")) {
      script(blankWord());
    } else if (text.takeWord("tee")) {
      redirect(text.line().trim());
    } else if (text.takeWord("copy")) {
      copy();
    } else if (text.takeWord("load")) {
      load();
    } else if (text.takeWord("insert")
        || text.takeWord("update")
        || text.takeWord("create")
        || text.takeWord("replace")) {
      imported(Composition.derive(query()));
    } else {
      print(Composition.derive(query()));
    }
  }

  /** The values in a statement; a table in it holds what was imported. */
  private Value query() {
    List<Value> parts = new ArrayList<>();
    while (!text.done() && text.peek() != ';') {
      int before = text.position();
      if (text.takeWord("from") || text.takeWord("join") || text.takeWord("table")) {
        parts.add(table());
      } else if (text.takeWord("into")) {
        into();
      } else if (text.peek() == '\\') {
        break;
      } else if (text.peek() == ':' && SourceCursor.isNamePart(text.peek(1))
          || text.peek() == ':' && text.peek(1) == '\'') {
        parts.add(word());
      } else {
        parts.add(expression(" ;\n,\\:"));
      }
      if (text.position() == before) {
        text.skip(1);
      }
      text.space();
    }
    return Composition.join(parts);
  }

  /** duckdb reads a file where a table is named by a text. */
  private Value table() {
    text.space();
    if (text.peek() == '\'') {
      return new Value.ReadFile(Composition.text(text.doubled()));
    }
    return tables;
  }

  private void into() {
    text.space();
    if (text.takeWord("outfile") || text.takeWord("dumpfile")) {
      text.space();
      output = Composition.text(text.doubled());
    }
  }

  /** {@code COPY table FROM|TO file|PROGRAM command}, also as psql's {@code \copy}. */
  private void copy() {
    text.space();
    Value content = tables;
    if (text.take("(")) {
      content = Composition.derive(expression(")"));
      text.take(")");
    } else {
      text.until(" \t\n;");
      text.space();
      if (text.take("(")) {
        text.balanced('(', ')');
      }
    }
    text.space();
    boolean reads = text.takeWord("from");
    boolean writes = !reads && text.takeWord("to");
    text.space();
    boolean program = text.takeWord("program");
    text.space();
    if (text.takeWord("stdout") || text.takeWord("stdin") || !reads && !writes) {
      print(writes ? content : Value.UNKNOWN);
      return;
    }
    Value named = word();
    if (program) {
      Effect.Run run =
          new Effect.Run(Language.SHELL, List.of(named), writes ? content : Value.UNKNOWN);
      if (writes) {
        effects.add(run);
      } else {
        effects.add(new Effect.Write(new Value.Text("/dev/null"), new Value.Output(run)));
        loaded(new Value.Output(run));
      }
    } else if (reads) {
      loaded(new Value.ReadFile(named));
    } else {
      effects.add(new Effect.Write(named, content));
    }
    text.until(";\n");
  }

  /** {@code LOAD DATA [LOCAL] INFILE 'file' INTO TABLE t}. */
  private void load() {
    while (!text.done() && text.peek() != '\'' && text.peek() != '"' && text.peek() != ';') {
      text.skip(1);
    }
    if (text.peek() != ';') {
      loaded(new Value.ReadFile(Composition.text(text.doubled())));
    }
    text.until(";");
  }

  private void print(Value value) {
    if (!Composition.holds(value)) {
      return;
    }
    if (output instanceof Value.Text path && path.text().startsWith("|")) {
      Value command = Composition.text(path.text().substring(1));
      effects.add(new Effect.Run(Language.SHELL, List.of(command), value));
    } else if (output instanceof Value.Text path) {
      effects.add(new Effect.Write(path, value));
    } else {
      effects.add(new Effect.Print(value));
    }
  }

  // Expressions

  @Override
  Value call(String name, List<Value> arguments) {
    switch (name.toLowerCase(Locale.ROOT)) {
      case "readfile":
      case "load_file":
      case "pg_read_file":
      case "pg_read_binary_file":
      case "read_text":
      case "read_blob":
      case "read_csv":
      case "read_csv_auto":
      case "read_json":
      case "read_json_auto":
      case "read_json_objects":
      case "read_ndjson":
      case "sniff_csv":
      case "file":
      case "lo_import":
      case "fsdir":
        return new Value.ReadFile(argument(arguments, 0));
      case "getenv":
        return new Value.ReadVariable(argument(arguments, 0));
      case "writefile":
        effects.add(new Effect.Write(argument(arguments, 0), argument(arguments, 1)));
        return Value.UNKNOWN;
      case "sys_exec":
      case "sys_eval":
        return new Value.Output(
            new Effect.Run(Language.SHELL, List.of(argument(arguments, 0)), Value.UNKNOWN));
      case "length":
      case "char_length":
      case "octet_length":
      case "count":
      case "typeof":
      case "sha1":
      case "sha3":
      case "sha256":
      case "md5":
      case "instr":
      case "strpos":
        return Value.UNKNOWN;
      default:
        return arguments.size() == 1 ? arguments.get(0) : Composition.derive(arguments);
    }
  }

  @Override
  Value named(String name) {
    return Value.UNKNOWN;
  }

  @Override
  Value quoted() {
    return Composition.text(text.doubled());
  }
}
