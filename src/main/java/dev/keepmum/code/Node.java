package dev.keepmum.code;

import java.util.List;

/**
 * The syntax tree that the languages with familiar expressions share. It keeps what matters for
 * following values and drops the rest: types, modifiers, the truth of conditions.
 */
sealed interface Node {

  /** What can be done with a node. */
  interface Visitor<R> {
    R constant(Constant node);

    R pattern(Pattern node);

    R number(Number node);

    R nothing();

    R negation(Negation node);

    R removal(Removal node);

    R name(Name node);

    R template(Template node);

    R command(Command node);

    R chain(Chain node);

    R operation(Operation node);

    R choice(Choice node);

    R sequence(Sequence node);

    R mapping(Mapping node);

    R spread(Spread node);

    R function(Function node);

    R classDefinition(ClassDefinition node);

    R assignment(Assignment node);

    R update(Update node);

    R each(Each node);

    R perhaps(Perhaps node);

    R block(Block node);

    R result(Result node);

    R module(Module node);

    R importAll(ImportAll node);
  }

  <R> R accept(Visitor<R> visitor);

  /** The node for what is absent or not understood. */
  Node NOTHING = new Nothing();

  /** A string constant, escapes decoded. */
  record Constant(String text) implements Node {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.constant(this);
    }
  }

  /**
   * A regular expression, without what stands around it.
   *
   * @param flags the letters behind it, where the language has them; {@code g} for every match
   */
  record Pattern(String text, String flags) implements Node {

    /** One that says by itself, or whose use says, what it is for. */
    Pattern(String text) {
      this(text, "");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.pattern(this);
    }
  }

  /** A whole number; other numbers are {@link #NOTHING}. */
  record Number(long value) implements Node {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.number(this);
    }
  }

  /** Nothing that could carry a value. */
  record Nothing() implements Node {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.nothing();
    }
  }

  /** Whether an operand counts as false. */
  record Negation(Node of) implements Node {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.negation(this);
    }
  }

  /** Variables, members or elements that are gone afterwards: {@code del x[y]}. */
  record Removal(List<Node> targets) implements Node {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.removal(this);
    }
  }

  /** A variable, or the first word of a library name. */
  record Name(String name) implements Node {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.name(this);
    }
  }

  /** A string with expressions in it. */
  record Template(List<Node> parts) implements Node {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.template(this);
    }
  }

  /** A shell command in backquotes, whose output is the value. */
  record Command(Node text) implements Node {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.command(this);
    }
  }

  /** Member accesses, indexes and calls, one on the result of the other; flat, however long. */
  record Chain(Node head, List<Step> steps) implements Node {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.chain(this);
    }
  }

  /** Binary operators between operands, evaluated from the left; flat, however long. */
  record Operation(List<Operator> operators, List<Node> operands) implements Node {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.operation(this);
    }
  }

  /** An {@code if} or a conditional expression. */
  record Choice(Node condition, Node then, Node otherwise) implements Node {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.choice(this);
    }
  }

  /** A list, tuple, array or set. */
  record Sequence(List<Node> items) implements Node {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.sequence(this);
    }
  }

  /** A dictionary, object or hash. */
  record Mapping(List<Entry> entries) implements Node {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.mapping(this);
    }
  }

  /** All items of a value in the place of one. */
  record Spread(Node of) implements Node {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.spread(this);
    }
  }

  /** A function, lambda or block; parameters are patterns. */
  record Function(List<Node> parameters, Node body) implements Node {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.function(this);
    }
  }

  /** A class whose body assigns its methods, and the classes that it takes more from. */
  record ClassDefinition(String name, List<Node> bases, Node body) implements Node {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.classDefinition(this);
    }
  }

  /** A value bound to a pattern: a name, a member, or a structure of them. */
  record Assignment(Node target, Node value) implements Node {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.assignment(this);
    }
  }

  /** A variable or member that is changed by an operator: {@code x += y}. */
  record Update(Operator operator, Node target, Node value) implements Node {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.update(this);
    }
  }

  /** A body done for each element, whose results are the value. */
  record Each(Node pattern, Node elements, Node body) implements Node {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.each(this);
    }
  }

  /** A body that may be done never, once or more often. */
  record Perhaps(Node body) implements Node {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.perhaps(this);
    }
  }

  /** Statements; the last one's value is the block's. */
  record Block(List<Node> statements) implements Node {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.block(this);
    }
  }

  /** What a function gives back. */
  record Result(Node value) implements Node {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.result(this);
    }
  }

  /** A library, or a member of one, by its full name. */
  record Module(String path) implements Node {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.module(this);
    }
  }

  /** All members of a library under their own names. */
  record ImportAll(String path) implements Node {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.importAll(this);
    }
  }

  /** One step of a {@link Chain}. */
  sealed interface Step {}

  /** {@code .name} */
  record Member(String name) implements Step {}

  /** {@code [key]} */
  record Index(Node key) implements Step {}

  /** {@code [from:to:by]}; a missing bound is {@link #NOTHING}. */
  record Slice(Node from, Node to, Node by) implements Step {}

  /** {@code (arguments)} */
  record Call(List<Argument> arguments) implements Step {}

  /** An argument; {@code name} is empty for a positional one. */
  record Argument(String name, Node value) {}

  /** A key with its value; a spread stands in {@code value} under the key {@link #NOTHING}. */
  record Entry(Node key, Node value) {}

  /** Binary operators by what they do to values; a higher level binds tighter. */
  enum Operator {
    NONE(-1),
    /** One of both operands. */
    EITHER(0),
    /** The right operand, or one on the left that counts as false. */
    AND(0),
    /** Whether both operands are the same. */
    EQUAL(1),
    /** Whether both operands differ. */
    DIFFERENT(1),
    /** Whether the right operand holds the left one. */
    IN(1),
    NOT_IN(1),
    /** Another truth value. */
    COMPARE(1),
    /** A truth value, or the left operand with passages taken or replaced. */
    MATCH(1),
    /** Numbers are added, texts joined. */
    ADD(2),
    /** Texts are joined. */
    JOIN(2),
    SUBTRACT(2),
    EXCLUSIVE_OR(2),
    /** The right operand is added to the left one. */
    APPEND(2),
    /** Whatever else makes one value of two. */
    MIX(2),
    MULTIPLY(3),
    DIVIDE(3),
    REMAINDER(3);

    private final int level;

    Operator(int level) {
      this.level = level;
    }

    int level() {
      return level;
    }
  }
}
