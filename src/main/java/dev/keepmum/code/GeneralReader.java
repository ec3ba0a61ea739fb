package dev.keepmum.code;

import dev.keepmum.code.GeneralToken.Kind;
import dev.keepmum.effect.Effect;
import dev.keepmum.effect.Language;
import dev.keepmum.effect.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads code in a language that has no reader of its own, by what all languages share: names of
 * functions that read the environment or a file, strings that name one, and functions that show
 * what stands in their brackets. It looks at one statement at a time; of variables it follows those
 * that are given what is read as it is.
 */
final class GeneralReader implements CodeReader {
  private static final int MAX_TEXT = 1 << 20;
  private static final int MAX_EFFECTS = 1_000;

  /** Where a program makes more work than its size allows, it is not followed to its end. */
  private static final int MAX_WORK = 1_000_000;

  private static final int MAX_HELD = 64;

  /** How far behind a function's name the name of its variable is looked for. */
  private static final int NEAR = 3;

  /** Whether the interpreter shows the value of an expression by itself. */
  enum Display {
    NOTHING,
    VALUES
  }

  private final Display display;

  GeneralReader(Display display) {
    this.display = display;
  }

  @Override
  public List<Effect> read(String text) {
    if (text.length() > MAX_TEXT) {
      return List.of(new Effect.Unfollowed());
    }
    return new Program(GeneralToken.of(text), display).effects();
  }

  /** Something read, and the token that says so. */
  private record Source(int at, Value value) {}

  /** A variable that holds what was read. */
  private record Held(String name, Value value) {}

  /** One program on its way from the first statement to the last. */
  private static final class Program {
    private final List<GeneralToken> tokens;
    private final Display display;
    private final List<Effect> effects = new ArrayList<>();
    private final List<Held> held = new ArrayList<>();
    private int work;

    Program(List<GeneralToken> tokens, Display display) {
      this.tokens = tokens;
      this.display = display;
    }

    List<Effect> effects() {
      int start = 0;
      for (int i = 0; i < tokens.size() && !isOverworked(); i++) {
        if (tokens.get(i).kind() == Kind.END || opensBody(start, i)) {
          statement(start, i);
          start = i + 1;
        }
      }
      if (isOverworked() || tokens.size() > GeneralToken.MAX_TOKENS) {
        effects.add(new Effect.Unfollowed());
      }
      return effects;
    }

    /** A brace behind an assignment begins what is done with it: {@code for x := range y {}}. */
    private boolean opensBody(int from, int at) {
      boolean opens = tokens.get(at).is("{") || tokens.get(at).is(")") && closesLoop(from, at);
      work += opens ? at - from : 0;
      return opens && at + 1 < tokens.size() && assignment(from, at) > 0;
    }

    /** Whether a bracket ends what a loop goes over: {@code while ((c = getc(f)) != EOF)}. */
    private boolean closesLoop(int from, int at) {
      int depth = 1;
      int open = at;
      while (open > from && depth > 0) {
        open--;
        work++;
        depth += tokens.get(open).is(")") ? 1 : tokens.get(open).is("(") ? -1 : 0;
      }
      return depth == 0 && open > from && isLoop(tokens.get(open - 1).text());
    }

    private boolean isOverworked() {
      return work > MAX_WORK || effects.size() >= MAX_EFFECTS;
    }

    private void statement(int from, int to) {
      List<Source> sources = sources(from, to);
      boolean shows = show(from, to, sources);
      run(from, to);
      if (shows || sources.isEmpty()) {
        return;
      }
      int equals = assignment(from, to);
      if (isReadInto(from, to)) {
        hold(tokens.get(to - 2).text(), sources.get(0).value());
      } else if (equals > 0) {
        hold(from, equals, sources);
      } else if (display == Display.VALUES && !hides(from, to)) {
        showAll(sources, from, to);
      }
    }

    private List<Source> sources(int from, int to) {
      List<Source> sources = new ArrayList<>();
      for (int i = from; i < to && !isOverworked(); i++) {
        Value value = source(i, to);
        if (value != null) {
          sources.add(new Source(i, value));
        }
      }
      return sources;
    }

    private Value source(int at, int to) {
      GeneralToken token = tokens.get(at);
      if (token.kind() == Kind.COMMAND) {
        return new Value.Output(shell(token.text()));
      }
      if (token.kind() == Kind.STRING && token.text().startsWith("env:")) {
        return variable(token.text().substring("env:".length()));
      }
      if (token.kind() == Kind.STRING) {
        return interpolated(token.text());
      }
      if (token.kind() != Kind.WORD) {
        return null;
      }
      String word = token.text();
      if (word.equals("$env") || word.equals("$ENV") || isEnvironmentArray(at)) {
        boolean one = at + 1 < to && (tokens.get(at + 1).is("(") || tokens.get(at + 1).is("{"));
        return one ? variable(tokens.get(at + 2).text()) : new Value.ReadEnvironment();
      }
      Value inside = variableInside(word);
      if (inside != null) {
        return inside;
      }
      for (int i = 0; i < held.size(); i++) {
        if (isHeld(word, held.get(i).name())) {
          return held.get(i).value();
        }
      }
      if (GeneralWords.isEnvironment(word)) {
        String name = nameBehind(at, to);
        return name.isEmpty() ? new Value.ReadEnvironment() : variable(name);
      }
      if (GeneralWords.reveals(word)) {
        return new Value.ReadVault(Value.UNKNOWN);
      }
      boolean asText = word.equals("Text") && at > 0 && tokens.get(at - 1).text().equals("as");
      if (!GeneralWords.reads(word) && !asText) {
        return null;
      }
      Value files = files(asText ? 0 : at, to);
      if (files != null && isBuffer(word)) {
        hold("buffer-string", files);
      }
      return files;
    }

    /** Whether a word is a variable, or something that is called on one or behind it points to. */
    private static boolean isHeld(String word, String name) {
      String plain = word.startsWith("*") || word.startsWith("$") ? word.substring(1) : word;
      return plain.equals(name)
          || plain.startsWith(name.concat("."))
          || plain.endsWith("*".concat(name));
    }

    /** What a text takes in from a variable: {@code {x}}, <code>${x}</code>, {@code $x}. */
    private Value interpolated(String text) {
      for (int i = 0; i < held.size() && (text.indexOf('{') >= 0 || text.indexOf('$') >= 0); i++) {
        String name = held.get(i).name();
        work += text.length() / 16;
        if (text.contains("{".concat(name)) || text.contains("$".concat(name))) {
          return held.get(i).value();
        }
      }
      return null;
    }

    /** {@code array get env}, {@code parray env} in Tcl. */
    private boolean isEnvironmentArray(int at) {
      String before = at > 0 ? tokens.get(at - 1).text() : "";
      return tokens.get(at).text().equals("env")
          && (before.equals("get") || before.equals("parray"));
    }

    /** What Emacs reads into the buffer it is in. */
    private static boolean isBuffer(String word) {
      return word.equals("insert-file-contents") || word.equals("find-file");
    }

    /** {@code $env.NAME}, {@code $E:NAME}, {@code env:NAME}, {@code $NAME}. */
    private static Value variableInside(String word) {
      String[] heads = {"$env.", "$E:", "env:"};
      for (int i = 0; i < heads.length; i++) {
        if (word.startsWith(heads[i]) && !word.startsWith("env::")) {
          return variable(word.substring(heads[i].length()));
        }
      }
      return word.startsWith("$") && isUpper(word, 1) ? variable(word.substring(1)) : null;
    }

    private static boolean isUpper(String word, int from) {
      for (int i = from; i < word.length(); i++) {
        char c = word.charAt(i);
        if (!(c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_')) {
          return false;
        }
      }
      return word.length() > from + 1;
    }

    private static Value variable(String name) {
      return new Value.ReadVariable(new Value.Text(name));
    }

    /** The name of the variable that a function is asked for; empty if there is none. */
    private String nameBehind(int at, int to) {
      for (int i = at + 1; i < to && i <= at + NEAR; i++) {
        GeneralToken token = tokens.get(i);
        if (token.kind() == Kind.STRING) {
          return token.text();
        }
        if (token.kind() == Kind.WORD && isUpper(token.text(), 0)) {
          return token.text();
        }
        if (token.is(")") || token.is("]")) {
          break;
        }
      }
      return "";
    }

    /** The contents of the files that a statement names behind a token. */
    private Value files(int at, int to) {
      List<Value> files = new ArrayList<>();
      work += to - at;
      for (int i = at; i < to && files.size() < 16; i++) {
        GeneralToken token = tokens.get(i);
        boolean path = token.kind() == Kind.STRING || isPath(token);
        if (path && !token.text().isEmpty()) {
          files.add(new Value.ReadFile(new Value.Text(token.text())));
        }
      }
      return files.isEmpty() ? null : new Value.OneOf(files);
    }

    /** A path without quotes, as Tcl, Nix, Dhall and CMake have them. */
    private static boolean isPath(GeneralToken token) {
      String text = token.text();
      return token.kind() == Kind.WORD
          && text.length() > 1
          && (text.startsWith(".") || text.startsWith("/") || text.startsWith("~"));
    }

    /** Shows what stands within reach of a showing function; tells whether there is one. */
    private boolean show(int from, int to, List<Source> sources) {
      boolean shows = false;
      for (int i = from; i < to && !isOverworked(); i++) {
        if (tokens.get(i).kind() == Kind.WORD && GeneralWords.shows(tokens.get(i).text())) {
          shows = true;
          work += to - from;
          boolean piped = i > from && isPipe(tokens.get(i - 1));
          int first = piped ? from : i + 1;
          int last = piped ? i : reach(i, from, to);
          if (!hides(first, last)) {
            showAll(sources, first, last);
          }
        }
      }
      return shows;
    }

    private static boolean isPipe(GeneralToken token) {
      return token.is("|>") || token.is(">>") || token.is("=");
    }

    /** Where the brackets around a function and its arguments, or behind its name, end. */
    private int reach(int at, int from, int to) {
      boolean lisp = at > from && tokens.get(at - 1).is("(");
      boolean call = at + 1 < to && tokens.get(at + 1).is("(");
      if (!lisp && !call) {
        return to;
      }
      int depth = lisp ? 1 : 0;
      for (int i = at + 1; i < to; i++) {
        if (tokens.get(i).is("(")) {
          depth++;
        } else if (tokens.get(i).is(")") && --depth == 0) {
          return i;
        }
      }
      return to;
    }

    private void showAll(List<Source> sources, int from, int to) {
      for (int i = 0; i < sources.size(); i++) {
        if (sources.get(i).at() >= from && sources.get(i).at() < to) {
          effects.add(new Effect.Print(sources.get(i).value()));
        }
      }
    }

    /** Whether a stretch only compares, counts or names what it reads. */
    private boolean hides(int from, int to) {
      for (int i = from; i < to; i++) {
        GeneralToken token = tokens.get(i);
        if (token.is("==") || token.is("!=") || isHiding(token)) {
          return true;
        }
      }
      return false;
    }

    private static boolean isHiding(GeneralToken token) {
      return token.kind() == Kind.WORD && GeneralWords.hides(token.text());
    }

    /** Runs the strings behind a function that starts programs, as one command line. */
    private void run(int from, int to) {
      for (int i = from; i < to; i++) {
        if (tokens.get(i).kind() != Kind.WORD || !GeneralWords.runs(tokens.get(i).text())) {
          continue;
        }
        StringBuilder line = new StringBuilder();
        for (int j = i + 1; j < to; j++) {
          if (tokens.get(j).kind() == Kind.STRING) {
            line.append(line.length() == 0 ? "" : " ").append(tokens.get(j).text());
          }
        }
        if (line.length() == 0 && isTcl(tokens.get(i).text())) {
          appendWords(i + 1, to, line);
        }
        if (line.length() > 0) {
          effects.add(shell(line.toString()));
        }
        return;
      }
    }

    /** In Tcl the words behind these are a command line. */
    private static boolean isTcl(String word) {
      return word.equals("exec") || word.equals("spawn");
    }

    private void appendWords(int from, int to, StringBuilder line) {
      for (int i = from; i < to && !tokens.get(i).is("]"); i++) {
        line.append(line.length() == 0 ? "" : " ").append(tokens.get(i).text());
      }
    }

    private static Effect.Run shell(String line) {
      return new Effect.Run(Language.SHELL, List.of(new Value.Text(line)), Value.UNKNOWN);
    }

    /** Where the value of an assignment begins; 0 if the statement is none. */
    private int assignment(int from, int to) {
      boolean loop = false;
      for (int i = from + 1; i < to; i++) {
        GeneralToken token = tokens.get(i);
        loop |= isLoop(tokens.get(i - 1).text());
        boolean goesOver = loop && token.text().equals("in");
        if (token.is("=") || token.is(":=") || token.is("<-") || goesOver) {
          return i + 1;
        }
        if (token.kind() == Kind.WORD && isDefinition(tokens.get(i - 1).text())) {
          return i + 1;
        }
      }
      return 0;
    }

    private static boolean isLoop(String word) {
      return word.equals("for") || word.equals("foreach") || word.equals("while");
    }

    /** Words that go with a value without changing it. */
    private static boolean isTaken(String word) {
      switch (word) {
        case "range", "in", "await", "try", "move":
          return true;
        default:
          return false;
      }
    }

    /**
     * What the name of a second result says of the first: whether there is one, why there is none.
     */
    private static boolean isOutcome(String word) {
      switch (word) {
        case "_", "ok", "err", "found", "exists", "present", "error":
          return true;
        default:
          return false;
      }
    }

    /** Words behind which a name and its value follow: Tcl, Lisp. */
    private static boolean isDefinition(String word) {
      switch (word) {
        case "set", "setq", "def", "define", "defvar", "defparameter":
          return true;
        default:
          return false;
      }
    }

    private void hold(String name, Value value) {
      if (held.size() < MAX_HELD) {
        held.add(new Held(name, value));
      }
    }

    /** {@code file(READ path variable)} of CMake. */
    private boolean isReadInto(int from, int to) {
      return to - from > 4
          && tokens.get(from).text().equals("file")
          && tokens.get(from + 2).text().equals("READ")
          && tokens.get(to - 1).is(")");
    }

    /** Remembers what a variable is given, if it is given that and not something made of it. */
    private void hold(int from, int value, List<Source> sources) {
      Source first = sources.get(0);
      for (int i = sources.size() - 1; i >= 0 && sources.get(i).at() >= value; i--) {
        first = sources.get(i);
      }
      for (int i = value; i < first.at(); i++) {
        GeneralToken token = tokens.get(i);
        if (token.kind() == Kind.WORD
            && !GeneralWords.reads(token.text())
            && !isTaken(token.text())) {
          return;
        }
      }
      for (int i = Math.min(value, first.at()) - 1; i >= from; i--) {
        GeneralToken token = tokens.get(i);
        boolean named =
            token.kind() == Kind.WORD && !isDefinition(token.text()) && !isTaken(token.text());
        if (named && !isOutcome(token.text())) {
          hold(token.text(), first.value());
          if (i == from || !tokens.get(i - 1).is(",")) {
            return; // Of several names, as in Go, each may be the one.
          }
        }
      }
    }
  }
}
