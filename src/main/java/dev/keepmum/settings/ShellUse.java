package dev.keepmum.settings;

import dev.keepmum.shell.Assignment;
import dev.keepmum.shell.Command;
import dev.keepmum.shell.Redirection;
import dev.keepmum.shell.Script;
import dev.keepmum.shell.ShellParse;
import dev.keepmum.shell.ShellParser;
import dev.keepmum.shell.Word;
import dev.keepmum.shell.WordPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A shell command as permission rules see it: each part of a compound or substitution by itself, as
 * one line of text without quotes, assignments and wrappers; the files that programs known to read
 * or write name. Code in {@code bash -c} and {@code eval} is not looked into.
 *
 * @param commands the parts
 * @param written the parts as they are written, behind a wrapper that allow rules see through too
 * @param reads operands of programs that show files, as written
 * @param writes operands of programs that write files, and targets of redirections
 */
record ShellUse(
    List<String> commands, List<String> written, List<String> reads, List<String> writes) {

  /** What an allow rule cannot allow: its output goes to a file, or it depends on another's. */
  private static final String NEVER = "\0";

  private static final Set<String> WRAPPERS =
      Set.of("env", "timeout", "nohup", "xargs", "sudo", "nice", "time", "command", "stdbuf");

  /** Those that allow rules see through as well. */
  private static final Set<String> TRANSPARENT = Set.of("timeout", "nohup", "xargs");

  /** Observed to be asked about with Read rules; less, more, xxd, dd, tar and others are not. */
  private static final Set<String> READERS =
      Set.of(
          "awk", "base64", "cat", "cmp", "column", "comm", "cut", "diff", "egrep", "fgrep", "file",
          "find", "fold", "grep", "head", "hexdump", "jq", "ls", "md5sum", "nl", "od", "paste",
          "rev", "rg", "sed", "sort", "stat", "strings", "tac", "tail", "uniq", "wc");

  /** Observed to be asked about with Edit rules; truncate, ln, dd, install and others are not. */
  private static final Set<String> WRITERS = Set.of("mkdir", "mv", "rm", "rmdir", "tee", "touch");

  /** Reads a command line; of what does not parse only the part before. */
  static ShellUse of(String line) {
    ShellParse parse = ShellParser.parse(line);
    ShellUse use =
        new ShellUse(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    new Walk(use).script(parse.script());
    return use;
  }

  /** Assignments and a program's folder are not seen through by allow rules. */
  private void addWritten(List<String> words) {
    int first = 0;
    while (first < words.size() && TRANSPARENT.contains(words.get(first))) {
      first++;
      while (first < words.size() && isWrappersOwn(words.get(first))) {
        first++;
      }
    }
    if (first < words.size()) {
      written.add(String.join(" ", words.subList(first, words.size())));
    }
  }

  private void add(List<String> words) {
    int first = 0;
    while (first < words.size() && WRAPPERS.contains(CommandText.program(words.get(first)))) {
      commands.add(line(words.subList(first, words.size())));
      first++;
      while (first < words.size() && isWrappersOwn(words.get(first))) {
        first++;
      }
    }
    List<String> rest = words.subList(first, words.size());
    if (rest.isEmpty()) {
      return;
    }
    commands.add(line(rest));
    operands(CommandText.program(rest.get(0)), rest.subList(1, rest.size()));
  }

  /** An option, a number or an assignment in front of the command that a wrapper starts. */
  private static boolean isWrappersOwn(String word) {
    char first = word.isEmpty() ? '-' : word.charAt(0);
    return first == '-' || first >= '0' && first <= '9' || word.indexOf('=') > 0;
  }

  private static String line(List<String> words) {
    List<String> named = new ArrayList<>(words);
    named.set(0, CommandText.program(words.get(0)));
    return String.join(" ", named);
  }

  private void operands(String program, List<String> words) {
    boolean edits = program.equals("sed") && (words.contains("-i") || words.contains("--in-place"));
    boolean isDiff = program.equals("git") && !words.isEmpty() && words.get(0).equals("diff");
    boolean copies = program.equals("cp") || program.equals("mv");
    for (String word : words) {
      if (!word.startsWith("-")) {
        if (READERS.contains(program) || isDiff || copies) {
          reads.add(word);
        }
        if (WRITERS.contains(program) || edits) {
          writes.add(word);
        }
      }
    }
    if (copies && !words.isEmpty()) {
      writes.add(words.get(words.size() - 1));
    }
  }

  /** Goes through a tree and collects its simple commands. */
  private static final class Walk implements Command.Visitor<Void>, WordPart.Visitor<String> {
    private final ShellUse use;

    Walk(ShellUse use) {
      this.use = use;
    }

    void script(Script script) {
      for (Script.Statement statement : script.statements()) {
        statement.command().accept(this);
      }
    }

    private Void body(Script body, List<Redirection> redirections) {
      script(body);
      redirections(redirections);
      return null;
    }

    private String text(Word word) {
      return text(word.parts());
    }

    private String text(List<WordPart> parts) {
      StringBuilder text = new StringBuilder();
      for (WordPart part : parts) {
        text.append(part.accept(this));
      }
      return text.toString();
    }

    private void redirections(List<Redirection> redirections) {
      for (Redirection redirection : redirections) {
        String target = text(redirection.target());
        switch (redirection.operator()) {
          case INPUT -> use.reads().add(target);
          case OUTPUT, APPEND, OUTPUT_BOTH, APPEND_BOTH, READ_WRITE -> {
            use.writes().add(target);
            use.written().add(NEVER);
          }
          default -> {}
        }
      }
    }

    @Override
    public Void simple(Command.Simple command) {
      List<String> written = new ArrayList<>();
      for (Assignment assignment : command.assignments()) {
        written.add(assignment.name() + '=' + text(assignment.value()));
      }
      List<String> words = new ArrayList<>();
      for (Word word : command.words()) {
        words.add(text(word));
      }
      use.add(words);
      written.addAll(words);
      use.addWritten(written);
      redirections(command.redirections());
      return null;
    }

    @Override
    public Void pipeline(Command.Pipeline command) {
      for (Command part : command.commands()) {
        part.accept(this);
      }
      return null;
    }

    @Override
    public Void andOr(Command.AndOr command) {
      command.left().accept(this);
      return command.right().accept(this);
    }

    @Override
    public Void subshell(Command.Subshell command) {
      return body(command.body(), command.redirections());
    }

    @Override
    public Void group(Command.Group command) {
      return body(command.body(), command.redirections());
    }

    @Override
    public Void ifElse(Command.If command) {
      script(command.condition());
      script(command.then());
      Optional<Script> otherwise = command.otherwise();
      if (otherwise.isPresent()) {
        script(otherwise.get());
      }
      redirections(command.redirections());
      return null;
    }

    @Override
    public Void whileLoop(Command.While command) {
      script(command.condition());
      return body(command.body(), command.redirections());
    }

    @Override
    public Void forLoop(Command.For command) {
      for (Word word : command.words().orElse(List.of())) {
        text(word);
      }
      return body(command.body(), command.redirections());
    }

    @Override
    public Void arithmeticFor(Command.ArithmeticFor command) {
      return body(command.body(), command.redirections());
    }

    @Override
    public Void caseOf(Command.Case command) {
      text(command.subject());
      for (Command.CaseItem item : command.items()) {
        script(item.body());
      }
      redirections(command.redirections());
      return null;
    }

    @Override
    public Void function(Command.Function command) {
      return command.body().accept(this);
    }

    @Override
    public Void conditional(Command.Conditional command) {
      for (Word word : command.words()) {
        text(word);
      }
      redirections(command.redirections());
      return null;
    }

    @Override
    public Void arithmetic(Command.Arithmetic command) {
      text(command.expression());
      redirections(command.redirections());
      return null;
    }

    @Override
    public Void coprocess(Command.Coprocess command) {
      return command.body().accept(this);
    }

    @Override
    public String literal(WordPart.Literal part) {
      return part.text();
    }

    @Override
    public String doubleQuoted(WordPart.DoubleQuoted part) {
      return text(part.parts());
    }

    @Override
    public String parameter(WordPart.Parameter part) {
      for (Word argument : part.arguments()) {
        text(argument);
      }
      return "$" + part.name();
    }

    @Override
    public String commandSubstitution(WordPart.CommandSubstitution part) {
      script(part.script());
      use.written().add(NEVER);
      return "$()";
    }

    @Override
    public String arithmetic(WordPart.Arithmetic part) {
      return text(part.expression());
    }

    @Override
    public String processSubstitution(WordPart.ProcessSubstitution part) {
      script(part.script());
      return "<()";
    }
  }
}
