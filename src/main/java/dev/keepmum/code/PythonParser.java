package dev.keepmum.code;

import dev.keepmum.code.Node.Argument;
import dev.keepmum.code.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** The syntax of Python 3, and the print statement of Python 2. */
final class PythonParser extends PythonExpressions {
  PythonParser(String source, int depth) {
    super(source, depth);
  }

  @Override
  Parser inside(String code, int nesting) {
    return new PythonParser(code, nesting);
  }

  @Override
  Node statement() {
    Token token = peek();
    if (token.kind() == Kind.NAME) {
      Node compound = compound(token.text());
      if (compound != Node.NOTHING) {
        return compound;
      }
    }
    if (accept("@")) {
      return decorated();
    }
    if (token.kind() == Kind.NEWLINE
        || token.kind() == Kind.INDENT
        || token.kind() == Kind.DEDENT
        || token.is(";")) {
      at++;
      return Node.NOTHING;
    }
    return simple();
  }

  private Node compound(String word) {
    switch (word) {
      case "if":
      case "elif":
        at++;
        return choice();
      case "else":
      case "finally":
      case "try":
        if (peek(1).is(":")) {
          at++;
          return new Node.Perhaps(suite());
        }
        return Node.NOTHING;
      case "while":
        at++;
        return loop();
      case "for":
        at++;
        return each();
      case "with":
        at++;
        return with();
      case "except":
        at++;
        return except();
      case "async":
        at++;
        return statement();
      case "def":
        at++;
        return definition();
      case "class":
        at++;
        return classDefinition();
      default:
        return Node.NOTHING;
    }
  }

  private Node choice() {
    Node condition = expression();
    Node then = suite();
    Node otherwise = Node.NOTHING;
    if (acceptName("elif")) {
      otherwise = nestedChoice();
    } else if (acceptName("else")) {
      otherwise = suite();
    }
    return new Node.Choice(condition, then, otherwise);
  }

  /** Long chains of {@code elif} stay flat: each is a choice of its own. */
  private Node nestedChoice() {
    List<Node> choices = new ArrayList<>();
    do {
      Node condition = expression();
      choices.add(new Node.Choice(condition, suite(), Node.NOTHING));
      if (isName("elif")) {
        leaveOut(); // That what comes next is looked at only where the condition is false.
      }
    } while (acceptName("elif"));
    if (acceptName("else")) {
      choices.add(new Node.Perhaps(suite()));
    }
    return new Node.Block(choices);
  }

  private Node loop() {
    Node condition = expression();
    return new Node.Perhaps(new Node.Block(List.of(condition, suite())));
  }

  private Node each() {
    Node pattern = targets();
    acceptName("in");
    Node elements = expressions();
    return new Node.Each(pattern, elements, suite());
  }

  private Node with() {
    List<Node> statements = new ArrayList<>();
    boolean enclosed = is("(") && token(closer(at) + 1).is(":");
    if (enclosed) {
      at++;
    }
    while (!ended() && !is(":") && !is(")")) {
      int before = at;
      Node value = expression();
      if (acceptName("as")) {
        value = new Node.Assignment(chain(primary()), value);
      }
      statements.add(value);
      accept(",");
      if (at == before) {
        skip();
      }
    }
    if (enclosed) {
      accept(")");
    }
    statements.add(suite());
    return new Node.Block(statements);
  }

  private Node except() {
    while (!ended() && !is(":") && peek().kind() != Kind.NEWLINE) {
      if (acceptName("as") && peek().kind() == Kind.NAME) {
        String name = next().text();
        Node unknown = new Node.Assignment(new Node.Name(name), Node.NOTHING);
        return new Node.Perhaps(new Node.Block(List.of(unknown, suite())));
      }
      at++;
    }
    return new Node.Perhaps(suite());
  }

  private Node definition() {
    Node name = new Node.Name(next().text());
    List<Node> parameters = is("(") ? parameters() : List.of();
    if (accept("->")) {
      expression();
    }
    return new Node.Assignment(name, new Node.Function(parameters, suite()));
  }

  private Node classDefinition() {
    String name = next().text();
    List<Node> bases = is("(") ? items() : List.of();
    return new Node.ClassDefinition(name, bases, suite());
  }

  /** A decorated function may be called by whoever decorates it. */
  private Node decorated() {
    Node decorator = expression();
    while (peek().kind() == Kind.NEWLINE) {
      at++;
    }
    Node definition = statement();
    if (definition instanceof Node.Assignment assignment) {
      Argument function = new Argument("", assignment.target());
      Node use = new Node.Chain(new Node.Name(""), List.of(new Node.Call(List.of(function))));
      return new Node.Block(List.of(decorator, definition, use));
    }
    return new Node.Block(List.of(decorator, definition));
  }

  /** What follows a colon: statements on the same line, or an indented block. */
  private Node suite() {
    if (!accept(":")) {
      return Node.NOTHING;
    }
    List<Node> statements = new ArrayList<>();
    if (peek().kind() != Kind.NEWLINE) {
      do {
        statements.add(nested());
      } while (accept(";") && peek().kind() != Kind.NEWLINE);
      return new Node.Block(statements);
    }
    while (peek().kind() == Kind.NEWLINE) {
      at++;
    }
    if (peek().kind() != Kind.INDENT) {
      return Node.NOTHING;
    }
    at++;
    while (!ended() && peek().kind() != Kind.DEDENT) {
      int before = at;
      statements.add(nested());
      if (at == before) {
        skip();
      }
    }
    at++;
    return new Node.Block(statements);
  }

  private Node simple() {
    Token token = peek();
    if (token.kind() == Kind.NAME) {
      switch (token.text()) {
        case "import":
          at++;
          return imports();
        case "from":
          at++;
          return importFrom();
        case "return":
          at++;
          return new Node.Result(atEnd() ? Node.NOTHING : expressions());
        case "raise":
          at++;
          return atEnd() ? Node.NOTHING : call("raise", expressions());
        case "assert":
          at++;
          return assertion();
        case "del":
          at++;
          return removal();
        case "pass":
          at++;
          return Node.NOTHING;
        case "global":
        case "nonlocal":
        case "break":
        case "continue":
          leaveOut();
          skipStatement();
          return Node.NOTHING;
        case "print":
        case "exec":
          if (isPrintStatement()) {
            at++;
            return call(token.text(), printed());
          }
          break;
        default:
          break;
      }
    }
    return assigned();
  }

  private boolean isPrintStatement() {
    Kind after = peek(1).kind();
    return after == Kind.TEXT
        || after == Kind.TEMPLATE
        || (after == Kind.NAME && !peek(1).isName("if") && !peek(1).isName("for"))
        || peek(1).is(">>");
  }

  private List<Argument> printed() {
    if (accept(">>")) {
      leaveOut();
      expression();
      accept(",");
    }
    List<Argument> arguments = new ArrayList<>();
    while (!atEnd()) {
      int before = at;
      if (!accept(",")) {
        arguments.add(new Argument("", expression()));
      }
      if (at == before) {
        skip();
      }
    }
    return arguments;
  }

  private Node assertion() {
    Node condition = expression();
    Node message = accept(",") ? call("raise", expression()) : Node.NOTHING;
    return new Node.Block(List.of(condition, message));
  }

  private void skipStatement() {
    while (!atEnd()) {
      at++;
    }
  }

  private Node imports() {
    List<Node> statements = new ArrayList<>();
    while (peek().kind() == Kind.NAME) {
      String first = peek().text();
      String path = dottedName();
      if (acceptName("as")) {
        statements.add(bind(next().text(), path));
      } else {
        statements.add(bind(first, first));
      }
      accept(",");
    }
    return new Node.Block(statements);
  }

  private static Node bind(String name, String path) {
    return new Node.Assignment(new Node.Name(name), new Node.Module(path));
  }

  private String dottedName() {
    StringBuilder path = new StringBuilder();
    while (peek().kind() == Kind.NAME && !isName("as") && !isName("import") || is(".")) {
      path.append(next().text());
    }
    return path.toString();
  }

  private Node importFrom() {
    String path = dottedName();
    acceptName("import");
    if (accept("*")) {
      return new Node.ImportAll(path);
    }
    boolean enclosed = accept("(");
    List<Node> statements = new ArrayList<>();
    while (peek().kind() == Kind.NAME) {
      String name = next().text();
      String local = acceptName("as") ? next().text() : name;
      statements.add(bind(local, path + "." + name));
      accept(",");
    }
    if (enclosed) {
      accept(")");
    }
    return new Node.Block(statements);
  }

  /** An expression statement, or an assignment with several targets or values. */
  private Node assigned() {
    Node first = expressions();
    if (accept(":")) {
      operation(0);
    }
    if (!accept("=")) {
      return first;
    }
    List<Node> targets = new ArrayList<>();
    targets.add(first);
    Node value = expressions();
    while (accept("=")) {
      targets.add(value);
      value = expressions();
    }
    List<Node> assignments = new ArrayList<>();
    for (int i = targets.size() - 1; i >= 0; i--) {
      assignments.add(new Node.Assignment(targets.get(i), value));
      value = targets.get(i);
    }
    return assignments.size() == 1 ? assignments.get(0) : new Node.Block(assignments);
  }
}
