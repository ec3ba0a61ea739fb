package dev.keepmum.shell;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes a syntax tree as an s-expression on one line. A word of one unquoted literal is its bare
 * text, quoted text is {@code '…'}, {@code "…"} is {@code (dq …)}, several parts are {@code [ … ]}.
 */
final class TreePrinter implements Command.Visitor<String>, WordPart.Visitor<String> {
  static String print(ShellParse parse) {
    String script = new TreePrinter().script(parse.script());
    if (parse.limited()) {
      return "limited";
    }
    String printed =
        parse.error().map(e -> (script + " error@" + e.offset()).trim()).orElse(script);
    return escaped(printed);
  }

  /** Control characters as in {@code $'…'}. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (char c : text.toCharArray()) {
      if (c == '\n') {
        escaped.append("\\n");
      } else if (c == '\t') {
        escaped.append("\\t");
      } else if (c < ' ' || c == 0x7f) {
        escaped.append(String.format("\\x%02x", (int) c));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }

  private String script(Script script) {
    return script.statements().stream()
        .map(s -> s.command().accept(this) + (s.background() ? " &" : ""))
        .collect(Collectors.joining("; "));
  }

  private String word(Word word) {
    String parts = word.parts().stream().map(p -> p.accept(this)).collect(Collectors.joining(" "));
    return word.parts().size() == 1 ? parts : "[" + parts + "]";
  }

  private String words(List<Word> words) {
    return words.stream().map(this::word).collect(Collectors.joining(" "));
  }

  private String list(String head, String... rest) {
    StringBuilder list = new StringBuilder("(").append(head);
    for (String item : rest) {
      if (!item.isEmpty()) {
        list.append(' ').append(item);
      }
    }
    return list.append(')').toString();
  }

  private String assignments(List<Assignment> assignments) {
    return assignments.stream().map(this::assignment).collect(Collectors.joining(" "));
  }

  private String assignment(Assignment assignment) {
    String name =
        assignment.name()
            + assignment.subscript().map(s -> "[" + word(s) + "]").orElse("")
            + (assignment.append() ? "+=" : "=");
    if (!assignment.array()) {
      return list(name, assignment.value().parts().isEmpty() ? "" : word(assignment.value()));
    }
    return list(
        name,
        "array",
        assignment.elements().stream()
            .map(
                e ->
                    e.subscript()
                            .map(s -> "[" + word(s) + "]" + (e.append() ? "+=" : "="))
                            .orElse("")
                        + word(e.value()))
            .collect(Collectors.joining(" ")));
  }

  private String redirections(List<Redirection> redirections) {
    return redirections.stream()
        .map(
            r ->
                list(
                    r.descriptor().map(String::valueOf).orElse("")
                        + r.variable().map(v -> "{" + v + "}").orElse("")
                        + r.operator(),
                    word(r.target())))
        .collect(Collectors.joining(" "));
  }

  private String optional(Optional<Script> script) {
    return script.map(s -> "{" + script(s) + "}").orElse("");
  }

  @Override
  public String simple(Command.Simple command) {
    return list(
            "",
            assignments(command.assignments()),
            words(command.words()),
            assignments(command.declarations()),
            redirections(command.redirections()))
        .replaceFirst("^\\( ", "(");
  }

  @Override
  public String pipeline(Command.Pipeline command) {
    StringBuilder commands = new StringBuilder();
    for (int i = 0; i < command.commands().size(); i++) {
      if (i > 0) {
        commands.append(command.errors().get(i - 1) ? " |& " : " | ");
      }
      commands.append(command.commands().get(i).accept(this));
    }
    String prefix = (command.timed() ? "time " : "") + (command.negated() ? "! " : "");
    return "(" + (prefix + commands).trim() + ")";
  }

  @Override
  public String andOr(Command.AndOr command) {
    return list(
        command.and() ? "and" : "or", command.left().accept(this), command.right().accept(this));
  }

  @Override
  public String subshell(Command.Subshell command) {
    return list("subshell", script(command.body()), redirections(command.redirections()));
  }

  @Override
  public String group(Command.Group command) {
    return list("group", script(command.body()), redirections(command.redirections()));
  }

  @Override
  public String ifElse(Command.If command) {
    return list(
        "if",
        "{" + script(command.condition()) + "}",
        "{" + script(command.then()) + "}",
        optional(command.otherwise()),
        redirections(command.redirections()));
  }

  @Override
  public String whileLoop(Command.While command) {
    return list(
        command.until() ? "until" : "while",
        "{" + script(command.condition()) + "}",
        "{" + script(command.body()) + "}",
        redirections(command.redirections()));
  }

  @Override
  public String forLoop(Command.For command) {
    return list(
        command.select() ? "select" : "for",
        command.name(),
        command.words().map(w -> "<" + words(w) + ">").orElse(""),
        "{" + script(command.body()) + "}",
        redirections(command.redirections()));
  }

  @Override
  public String arithmeticFor(Command.ArithmeticFor command) {
    return list(
        "for",
        "<"
            + word(command.initial())
            + "; "
            + word(command.condition())
            + "; "
            + word(command.step())
            + ">",
        "{" + script(command.body()) + "}",
        redirections(command.redirections()));
  }

  @Override
  public String caseOf(Command.Case command) {
    String items =
        command.items().stream()
            .map(i -> "<" + words(i.patterns()) + "> {" + script(i.body()) + "}")
            .collect(Collectors.joining(" "));
    return list("case", word(command.subject()), items, redirections(command.redirections()));
  }

  @Override
  public String function(Command.Function command) {
    return list("function", command.name(), command.body().accept(this));
  }

  @Override
  public String conditional(Command.Conditional command) {
    return list("cond", words(command.words()), redirections(command.redirections()));
  }

  @Override
  public String arithmetic(Command.Arithmetic command) {
    return list("math", word(command.expression()), redirections(command.redirections()));
  }

  @Override
  public String coprocess(Command.Coprocess command) {
    return list("coproc", command.name(), command.body().accept(this));
  }

  @Override
  public String literal(WordPart.Literal part) {
    return part.quoted() ? "'" + part.text() + "'" : part.text();
  }

  @Override
  public String doubleQuoted(WordPart.DoubleQuoted part) {
    return list(
        "dq", part.parts().stream().map(p -> p.accept(this)).collect(Collectors.joining(" ")));
  }

  @Override
  public String parameter(WordPart.Parameter part) {
    String name =
        "$"
            + (part.indirect() ? "!" : "")
            + part.name()
            + part.subscript().map(s -> "[" + word(s) + "]").orElse("");
    if (part.operator() == ParameterOperator.NONE) {
      return name;
    }
    return list(name, part.operator().toString(), words(part.arguments()));
  }

  @Override
  public String commandSubstitution(WordPart.CommandSubstitution part) {
    return list("$", script(part.script()));
  }

  @Override
  public String arithmetic(WordPart.Arithmetic part) {
    return list("$math", word(part.expression()));
  }

  @Override
  public String processSubstitution(WordPart.ProcessSubstitution part) {
    return list(part.input() ? "from" : "to", script(part.script()));
  }
}
