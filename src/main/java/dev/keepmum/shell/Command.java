package dev.keepmum.shell;

import java.util.List;
import java.util.Optional;

/**
 * A command: a simple one, or one that holds others. Every kind carries its redirections, in the
 * order written.
 */
public sealed interface Command {

  <R> R accept(Visitor<R> visitor);

  /** Where it starts in the source. */
  int start();

  /** Offset after its last character. */
  int end();

  /**
   * Assignments, words and redirections. Words that are arguments of a declaration builtin ({@code
   * declare x=(a b)}) and hold an array stand in {@code declarations}.
   *
   * @param assignments those before the first word
   * @param words the program and its arguments; empty for a bare assignment or redirection
   * @param declarations array assignments among the arguments of declare, local, export, readonly,
   *     typeset
   */
  record Simple(
      List<Assignment> assignments,
      List<Word> words,
      List<Assignment> declarations,
      List<Redirection> redirections,
      int start,
      int end)
      implements Command {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.simple(this);
    }
  }

  /**
   * {@code a | b}. One command only where it is negated or timed.
   *
   * @param negated {@code !} in front, an odd number of times
   * @param timed {@code time} in front
   * @param errors for each command but the last, whether {@code |&} follows it
   */
  record Pipeline(
      List<Command> commands,
      boolean negated,
      boolean timed,
      List<Boolean> errors,
      int start,
      int end)
      implements Command {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.pipeline(this);
    }
  }

  /** {@code a && b} or {@code a || b}. */
  record AndOr(Command left, boolean and, Command right, int start, int end) implements Command {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.andOr(this);
    }
  }

  /** {@code ( … )}. */
  record Subshell(Script body, List<Redirection> redirections, int start, int end)
      implements Command {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.subshell(this);
    }
  }

  /** {@code { …; }}. */
  record Group(Script body, List<Redirection> redirections, int start, int end) implements Command {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.group(this);
    }
  }

  /** {@code if …; then …; elif …; else …; fi}; an {@code elif} is an If alone in the else part. */
  record If(
      Script condition,
      Script then,
      Optional<Script> otherwise,
      List<Redirection> redirections,
      int start,
      int end)
      implements Command {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.ifElse(this);
    }
  }

  /** {@code while} and {@code until}. */
  record While(
      Script condition,
      boolean until,
      Script body,
      List<Redirection> redirections,
      int start,
      int end)
      implements Command {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.whileLoop(this);
    }
  }

  /**
   * {@code for name in words; do …; done}, and {@code select}.
   *
   * @param words empty optional for {@code for name; do}, which takes the positional parameters
   * @param select true for {@code select}, which prints its words on standard error
   */
  record For(
      String name,
      Optional<List<Word>> words,
      boolean select,
      Script body,
      List<Redirection> redirections,
      int start,
      int end)
      implements Command {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.forLoop(this);
    }
  }

  /** {@code for ((a; b; c)); do …; done}. */
  record ArithmeticFor(
      Word initial,
      Word condition,
      Word step,
      Script body,
      List<Redirection> redirections,
      int start,
      int end)
      implements Command {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.arithmeticFor(this);
    }
  }

  /** {@code case word in … esac}. */
  record Case(
      Word subject, List<CaseItem> items, List<Redirection> redirections, int start, int end)
      implements Command {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.caseOf(this);
    }
  }

  /**
   * One branch of a {@code case}: patterns and what is run.
   *
   * @param last whether the {@code case} ends behind it, as {@code ;;} says; after {@code ;&} and
   *     {@code ;;&} it goes on
   */
  record CaseItem(List<Word> patterns, Script body, boolean last) {}

  /** {@code name() …} and {@code function name …}; the body is a compound command. */
  record Function(String name, Command body, int start, int end) implements Command {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.function(this);
    }
  }

  /** {@code [[ … ]]}: its words in order, operators and parentheses as literals. */
  record Conditional(List<Word> words, List<Redirection> redirections, int start, int end)
      implements Command {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.conditional(this);
    }
  }

  /** {@code (( … ))}. */
  record Arithmetic(Word expression, List<Redirection> redirections, int start, int end)
      implements Command {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.arithmetic(this);
    }
  }

  /** {@code coproc [name] command}. */
  record Coprocess(String name, Command body, int start, int end) implements Command {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.coprocess(this);
    }
  }

  /** What is asked of a command. */
  interface Visitor<R> {
    R simple(Simple command);

    R pipeline(Pipeline command);

    R andOr(AndOr command);

    R subshell(Subshell command);

    R group(Group command);

    R ifElse(If command);

    R whileLoop(While command);

    R forLoop(For command);

    R arithmeticFor(ArithmeticFor command);

    R caseOf(Case command);

    R function(Function command);

    R conditional(Conditional command);

    R arithmetic(Arithmetic command);

    R coprocess(Coprocess command);
  }
}
