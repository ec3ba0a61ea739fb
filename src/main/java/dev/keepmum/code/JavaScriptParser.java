package dev.keepmum.code;

import dev.keepmum.code.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** The syntax of JavaScript, and of TypeScript as far as its types can be skipped. */
final class JavaScriptParser extends JavaScriptExpressions {
  JavaScriptParser(String source, int depth) {
    super(source, depth);
  }

  @Override
  Parser inside(String code, int nesting) {
    return new JavaScriptParser(code, nesting);
  }

  @Override
  Node statement() {
    if (accept(";") || accept(",")) {
      return Node.NOTHING;
    }
    if (is("{") && !isDestructuring()) {
      return braces();
    }
    Token token = peek();
    if (token.kind() == Kind.NAME && !peek(1).is("=>") && !peek(1).is("=") && !peek(1).is(".")) {
      return worded(token.text());
    }
    return expressions();
  }

  private boolean isDestructuring() {
    return token(closer(at) + 1).is("=");
  }

  private Node worded(String word) {
    switch (word) {
      case "const":
      case "let":
      case "var":
      case "using":
        at++;
        return declarations();
      case "if":
        at++;
        return choice();
      case "for":
        at++;
        acceptName("await");
        return loop();
      case "while":
      case "with":
        at++;
        return new Node.Perhaps(new Node.Block(List.of(condition(), nested())));
      case "switch":
        at++;
        return new Node.Perhaps(new Node.Block(List.of(condition(), nested())));
      case "do":
      case "else":
      case "try":
      case "finally":
        at++;
        return new Node.Perhaps(nested());
      case "catch":
        at++;
        return caught();
      case "case":
        skip();
        operation(0);
        accept(":");
        return Node.NOTHING;
      case "return":
        at++;
        return new Node.Result(atEnd() || onNewLine() ? Node.NOTHING : expressions());
      case "throw":
        at++;
        return call("throw", expressions());
      case "import":
        if (!peek(1).is("(")) {
          at++;
          return imports();
        }
        return expressions();
      case "export":
        at++;
        acceptName("default");
        return is("{") ? skipBlock() : statement();
      case "async":
      case "declare":
      case "abstract":
        if (peek(1).isName("function") || peek(1).isName("class")) {
          at++;
          return statement();
        }
        return expressions();
      case "function":
        return definition();
      case "class":
        at++;
        return classDefinition();
      case "interface":
      case "type":
        if (peek(1).kind() == Kind.NAME) {
          return skipType();
        }
        return expressions();
      case "break":
      case "continue":
      case "debugger":
      case "default":
        skip();
        return Node.NOTHING;
      default:
        return expressions();
    }
  }

  private Node skipBlock() {
    skipBrackets();
    return Node.NOTHING;
  }

  private Node skipType() {
    while (!atEnd() && !is("{")) {
      at++;
      if (onNewLine()) {
        return Node.NOTHING;
      }
    }
    if (is("{")) {
      skipBrackets();
    }
    return Node.NOTHING;
  }

  private Node condition() {
    return optionalParentheses();
  }

  private Node choice() {
    Node condition = condition();
    Node then = nested();
    accept(";");
    Node otherwise = acceptName("else") ? nested() : Node.NOTHING;
    return new Node.Choice(condition, then, otherwise);
  }

  private Node caught() {
    Node unknown = Node.NOTHING;
    if (is("(")) {
      Node name = parenthesized();
      unknown = new Node.Assignment(name, Node.NOTHING);
    }
    return new Node.Perhaps(new Node.Block(List.of(unknown, nested())));
  }

  private Node loop() {
    if (!is("(")) {
      return Node.NOTHING;
    }
    int end = closer(at);
    at++;
    if (isName("const") || isName("let") || isName("var")) {
      at++;
    }
    Node first = is(";") ? Node.NOTHING : pattern();
    boolean keys = isName("in");
    if (acceptName("of") || acceptName("in")) {
      Node elements = expressions();
      at = end + 1;
      Node over = keys ? call("Object.keys", elements) : elements;
      return new Node.Each(first, over, nested());
    }
    List<Node> parts = new ArrayList<>();
    if (accept("=")) {
      parts.add(new Node.Assignment(first, expression()));
    } else {
      parts.add(first);
    }
    while (at < end) {
      int before = at;
      if (!accept(";") && !accept(",")) {
        parts.add(expression());
      }
      if (at == before) {
        skip();
      }
    }
    at = end + 1;
    parts.add(nested());
    return new Node.Perhaps(new Node.Block(parts));
  }

  private Node declarations() {
    List<Node> declarations = new ArrayList<>();
    do {
      Node pattern = pattern();
      skipAnnotation();
      declarations.add(accept("=") ? new Node.Assignment(pattern, expression()) : Node.NOTHING);
    } while (accept(","));
    return declarations.size() == 1 ? declarations.get(0) : new Node.Block(declarations);
  }

  private Node imports() {
    if (peek().kind() == Kind.TEXT) {
      return call("require", constant(next()));
    }
    acceptName("type");
    List<String> names = new ArrayList<>();
    List<String> members = new ArrayList<>();
    while (!ended() && !isName("from") && !is(";")) {
      if (accept("*")) {
        acceptName("as");
        names.add(next().text());
        members.add("");
      } else if (is("{")) {
        namedImports(names, members);
      } else if (peek().kind() == Kind.NAME) {
        names.add(next().text());
        members.add("");
      } else {
        at++;
      }
    }
    acceptName("from");
    Node source = peek().kind() == Kind.TEXT ? constant(next()) : Node.NOTHING;
    List<Node> imports = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Node module = call("require", source);
      if (!members.get(i).isEmpty()) {
        module = new Node.Chain(module, List.of(new Node.Member(members.get(i))));
      }
      imports.add(new Node.Assignment(new Node.Name(names.get(i)), module));
    }
    return new Node.Block(imports);
  }

  private void namedImports(List<String> names, List<String> members) {
    int end = closer(at);
    at++;
    while (at < end) {
      Token token = next();
      if (token.kind() == Kind.NAME || token.kind() == Kind.TEXT) {
        members.add(token.text().equals("default") ? "" : token.text());
        names.add(acceptName("as") ? next().text() : token.text());
      }
    }
    at = end + 1;
  }

  private Node definition() {
    at++;
    accept("*");
    if (peek().kind() != Kind.NAME) {
      return function();
    }
    Node name = new Node.Name(next().text());
    return new Node.Assignment(name, function());
  }
}
