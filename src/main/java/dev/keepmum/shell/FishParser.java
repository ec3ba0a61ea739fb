package dev.keepmum.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The grammar of fish ("The fish language" of its documentation) as the tree that bash's commands
 * make. Builtins that share a name with one of bash and mean something else are named with {@code
 * fish:} before it, as the rule book names them. {@code and} and {@code or} before a command are
 * passed by: it may run.
 */
final class FishParser {
  private final String text;
  private final int limit;
  private final FishWords words;
  private int at;

  FishParser(String text) {
    this(text, 0, text.length());
  }

  private FishParser(String text, int from, int limit) {
    this.text = text;
    this.at = from;
    this.limit = limit;
    this.words = new FishWords(text, limit);
  }

  /** Parses to the end; what stands before an error is kept. */
  ShellParse program() {
    List<Script.Statement> complete = new ArrayList<>();
    Optional<ShellParse.SyntaxError> error = Optional.empty();
    int start = 0;
    try {
      separators();
      while (at < limit) {
        start = at;
        complete.add(statement(0));
        separators();
      }
    } catch (SyntaxException e) {
      error = Optional.of(new ShellParse.SyntaxError(start, e.getMessage()));
    }
    return new ShellParse(new Script(List.copyOf(complete)), error, false);
  }

  /** The script of a substitution, up to its closing parenthesis. */
  static Script substitution(String text, int from, int to, int depth) throws SyntaxException {
    FishParser parser = new FishParser(text, from, to);
    Script script = parser.body(depth);
    if (parser.at < to) {
      throw new SyntaxException("expected the end of the substitution");
    }
    return script;
  }

  // Blanks, separators and keywords

  private void separators() {
    while (at < limit && " \t\r\n;".indexOf(text.charAt(at)) >= 0 || isComment()) {
      at = isComment() ? endOfLine() : at + 1;
    }
  }

  private void blanks() {
    while (at < limit && (" \t\r".indexOf(text.charAt(at)) >= 0 || isFolded())) {
      at += isFolded() ? 2 : 1;
    }
    if (isComment()) {
      at = endOfLine();
    }
  }

  private boolean isFolded() {
    return text.startsWith("\\\n", at);
  }

  private boolean isComment() {
    return at < limit
        && text.charAt(at) == '#'
        && (at == 0 || " \t\n;".indexOf(text.charAt(at - 1)) >= 0);
  }

  private int endOfLine() {
    int newline = text.indexOf('\n', at);
    return newline < 0 || newline > limit ? limit : newline;
  }

  private boolean atEnd() {
    return at >= limit || "\n;&|".indexOf(text.charAt(at)) >= 0;
  }

  private boolean atKeyword(String keyword) {
    int after = at + keyword.length();
    return text.startsWith(keyword, at)
        && (after >= limit || " \t\n;&|<>".indexOf(text.charAt(after)) >= 0);
  }

  private boolean take(String keyword) {
    if (!atKeyword(keyword)) {
      return false;
    }
    at += keyword.length();
    blanks();
    return true;
  }

  // Lists

  private Script body(int depth) throws SyntaxException {
    NestingException.check(depth);
    List<Script.Statement> statements = new ArrayList<>();
    separators();
    while (at < limit && !closes()) {
      statements.add(statement(depth));
      separators();
    }
    return new Script(List.copyOf(statements));
  }

  private boolean closes() {
    return atKeyword("end") || atKeyword("else") || atKeyword("case");
  }

  private void end() throws SyntaxException {
    if (!take("end")) {
      throw new SyntaxException("expected end");
    }
  }

  private Script.Statement statement(int depth) throws SyntaxException {
    Command command = chain(depth);
    blanks();
    boolean background = at < limit && text.charAt(at) == '&';
    if (background) {
      at++;
    } else if (!atEnd()) {
      throw new SyntaxException("expected the end of the command");
    }
    return new Script.Statement(command, background);
  }

  private Command chain(int depth) throws SyntaxException {
    Command first = pipeline(depth);
    blanks();
    if (!text.startsWith("&&", at) && !text.startsWith("||", at)) {
      return first;
    }
    AndOrChain chain = new AndOrChain(first);
    while (text.startsWith("&&", at) || text.startsWith("||", at)) {
      boolean and = text.charAt(at) == '&';
      at += 2;
      separators();
      chain.add(and, pipeline(depth));
      blanks();
    }
    return chain.command();
  }

  private Command pipeline(int depth) throws SyntaxException {
    int start = at;
    boolean negated = prefixes();
    List<Command> commands = new ArrayList<>();
    List<Boolean> errors = new ArrayList<>();
    commands.add(command(depth));
    blanks();
    while (isPipe()) {
      errors.add(text.charAt(at) != '|');
      at = text.indexOf('|', at) + 1;
      separators();
      commands.add(command(depth));
      blanks();
    }
    if (commands.size() == 1 && !negated) {
      return commands.get(0);
    }
    return new Command.Pipeline(
        List.copyOf(commands), negated, false, List.copyOf(errors), start, at);
  }

  /** Passes by {@code and}, {@code or}, {@code time}; whether a {@code not} stands among them. */
  private boolean prefixes() {
    boolean negated = false;
    while (true) {
      if (take("not") || take("!")) {
        negated = !negated;
      } else if (!take("and") && !take("or") && !take("time")) {
        return negated;
      }
    }
  }

  private boolean isPipe() {
    boolean both = text.startsWith("&|", at) || text.startsWith("2>|", at);
    return both || text.startsWith("|", at) && !text.startsWith("||", at);
  }

  // Commands

  private Command command(int depth) throws SyntaxException {
    NestingException.check(depth);
    int start = at;
    if (take("begin")) {
      Script body = body(depth + 1);
      end();
      return new Command.Group(body, redirections(depth), start, at);
    }
    if (take("if")) {
      return branch(start, depth);
    }
    if (take("while")) {
      Script condition = new Script(List.of(statement(depth + 1)));
      Script body = body(depth + 1);
      end();
      return new Command.While(condition, false, body, redirections(depth), start, at);
    }
    if (take("for")) {
      return loop(start, depth);
    }
    if (take("switch")) {
      return choice(start, depth);
    }
    if (take("function")) {
      return function(start, depth);
    }
    return simple(depth);
  }

  private Command branch(int start, int depth) throws SyntaxException {
    NestingException.check(depth);
    Script condition = new Script(List.of(statement(depth + 1)));
    Script then = body(depth + 1);
    Optional<Script> otherwise = Optional.empty();
    if (take("else")) {
      if (take("if")) {
        Command next = branch(start, depth + 1);
        return new Command.If(
            condition, then, Optional.of(script(next)), redirectionsOf(next), start, at);
      }
      otherwise = Optional.of(body(depth + 1));
    }
    end();
    return new Command.If(condition, then, otherwise, redirections(depth), start, at);
  }

  private static List<Redirection> redirectionsOf(Command branch) {
    return branch instanceof Command.If last ? last.redirections() : List.of();
  }

  private static Script script(Command command) {
    return new Script(List.of(new Script.Statement(command, false)));
  }

  private Command loop(int start, int depth) throws SyntaxException {
    String name = plainWord();
    blanks();
    if (!take("in")) {
      throw new SyntaxException("expected in");
    }
    List<Word> values = wordsHere(depth);
    Script body = body(depth + 1);
    end();
    return new Command.For(name, Optional.of(values), false, body, redirections(depth), start, at);
  }

  private Command choice(int start, int depth) throws SyntaxException {
    List<Word> subjects = wordsHere(depth);
    List<Command.CaseItem> items = new ArrayList<>();
    separators();
    while (take("case")) {
      List<Word> patterns = new ArrayList<>();
      for (Word word : wordsHere(depth)) {
        patterns.add(FishWords.pattern(word));
      }
      items.add(new Command.CaseItem(List.copyOf(patterns), body(depth + 1), true));
    }
    end();
    Word subject = subjects.isEmpty() ? FishWords.literal("", start) : subjects.get(0);
    return new Command.Case(subject, List.copyOf(items), redirections(depth), start, at);
  }

  /** A function; the names of its arguments are assigned when it begins. */
  private Command function(int start, int depth) throws SyntaxException {
    String name = plainWord();
    List<Word> options = wordsHere(depth);
    List<Script.Statement> statements = new ArrayList<>();
    int position = 0;
    for (Word option : options) {
      String written = FishWords.plain(option);
      boolean names = written.equals("-a") || written.equals("--argument-names");
      if (written.startsWith("-")) {
        position = names ? 1 : 0;
      } else if (position > 0) {
        statements.add(new Script.Statement(argument(written, position++, start), false));
      }
    }
    statements.addAll(body(depth + 1).statements());
    end();
    Script body = new Script(List.copyOf(statements));
    return new Command.Function(name, new Command.Group(body, List.of(), start, at), start, at);
  }

  private static Command argument(String name, int position, int start) {
    WordPart value = FishWords.parameter(Integer.toString(position), Optional.empty());
    Word word = new Word(List.of(value), start, start);
    Assignment assignment = new Assignment(name, Optional.empty(), false, word, List.of(), false);
    return new Command.Simple(List.of(assignment), List.of(), List.of(), List.of(), start, start);
  }

  private String plainWord() throws SyntaxException {
    int start = at;
    while (!atEnd() && " \t\r".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    if (at == start) {
      throw new SyntaxException("expected a name");
    }
    String name = text.substring(start, at);
    blanks();
    return name;
  }

  private List<Word> wordsHere(int depth) throws SyntaxException {
    List<Word> list = new ArrayList<>();
    blanks();
    while (!atEnd()) {
      list.add(word(depth));
      blanks();
    }
    return List.copyOf(list);
  }

  private Word word(int depth) throws SyntaxException {
    Word word = words.read(at, depth);
    if (word.end() == at) {
      throw new SyntaxException("expected a word");
    }
    at = word.end();
    return word;
  }

  private Command simple(int depth) throws SyntaxException {
    int start = at;
    List<Word> list = new ArrayList<>();
    List<Assignment> assignments = new ArrayList<>();
    List<Redirection> redirections = new ArrayList<>();
    blanks();
    if (closes()) {
      throw new SyntaxException("expected a command");
    }
    while (!atEnd() || text.startsWith("&>", at)) {
      if (!redirection(redirections, depth)) {
        Word word = word(depth);
        Optional<Assignment> assignment =
            list.isEmpty() ? words.assignment(word) : Optional.empty();
        if (assignment.isPresent()) {
          assignments.add(assignment.get());
        } else {
          list.add(list.isEmpty() ? FishWords.builtin(word) : word);
        }
      }
      blanks();
      if (text.startsWith("&|", at) || text.startsWith("2>|", at)) {
        break;
      }
    }
    if (list.isEmpty() && assignments.isEmpty()) {
      throw new SyntaxException("expected a command");
    }
    return new Command.Simple(
        List.copyOf(assignments),
        FishWords.asAlias(list),
        List.of(),
        List.copyOf(redirections),
        start,
        at);
  }

  // Redirections

  private List<Redirection> redirections(int depth) throws SyntaxException {
    List<Redirection> redirections = new ArrayList<>();
    blanks();
    while (redirection(redirections, depth)) {
      blanks();
    }
    return List.copyOf(redirections);
  }

  private boolean redirection(List<Redirection> redirections, int depth) throws SyntaxException {
    int operator = at;
    while (operator < limit && Source.isDigit(text.charAt(operator))) {
      operator++;
    }
    boolean both = text.startsWith("&>", at);
    if (!both && (operator == limit || "<>".indexOf(text.charAt(operator)) < 0)) {
      return false;
    }
    if (text.startsWith("2>|", at)) {
      return false;
    }
    Optional<Integer> descriptor =
        operator > at && operator - at < 4
            ? Optional.of(Integer.parseInt(text.substring(at, operator)))
            : Optional.empty();
    at = both ? at + 1 : operator;
    Redirection.Operator meaning = meaning(both);
    blanks();
    redirections.add(new Redirection(descriptor, Optional.empty(), meaning, word(depth)));
    return true;
  }

  private Redirection.Operator meaning(boolean both) {
    boolean input = text.charAt(at++) == '<';
    boolean append = at < limit && text.charAt(at) == '>';
    if (append || at < limit && text.charAt(at) == '?') {
      at++;
    }
    if (at < limit && text.charAt(at) == '&') {
      at++;
      return input ? Redirection.Operator.DUPLICATE_INPUT : Redirection.Operator.DUPLICATE_OUTPUT;
    }
    if (both) {
      return append ? Redirection.Operator.APPEND_BOTH : Redirection.Operator.OUTPUT_BOTH;
    }
    if (input) {
      return Redirection.Operator.INPUT;
    }
    return append ? Redirection.Operator.APPEND : Redirection.Operator.OUTPUT;
  }
}
