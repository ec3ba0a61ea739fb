package dev.keepmum.code;

import dev.keepmum.code.JqNode.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Parses jq filters, and yq's, which are written alike. What cannot be parsed is left out; nesting
 * deeper than 32 levels ends the text.
 */
final class JqParser extends JqTerms {
  JqParser(String source) {
    super(source);
  }

  /** The whole filter. */
  JqNode parse() {
    List<JqNode> parts = new ArrayList<>();
    parts.add(pipe());
    while (at < source.length()) {
      at++;
      parts.add(pipe());
    }
    return node(Kind.EITHER, ",", parts);
  }

  @Override
  JqNode pipe() {
    enter();
    blanks();
    JqNode result;
    if (takeWord("def")) {
      result = definition();
    } else {
      List<JqNode> parts = new ArrayList<>();
      do {
        blanks();
        parts.add(atWord("def") ? pipe() : either());
        blanks();
      } while (takeOperator("|"));
      result = node(Kind.PIPE, "|", parts);
    }
    leave();
    return result;
  }

  private JqNode either() {
    List<JqNode> parts = new ArrayList<>();
    do {
      parts.add(alternative());
      blanks();
    } while (take(","));
    return node(Kind.EITHER, ",", parts);
  }

  @Override
  JqNode alternative() {
    List<JqNode> parts = new ArrayList<>();
    do {
      parts.add(assignment());
      blanks();
    } while (!source.startsWith("//=", at) && take("//"));
    return node(Kind.EITHER, "//", parts);
  }

  private JqNode assignment() {
    JqNode path = test();
    blanks();
    String operator = assignmentOperator();
    if (operator.isEmpty()) {
      return path;
    }
    return new JqNode(Kind.ASSIGN, operator, List.of(path, testNested()));
  }

  /** What a path gets: {@code //} binds less, so that it parts assignments. */
  private JqNode testNested() {
    enter();
    JqNode value = test();
    leave();
    return value;
  }

  private String assignmentOperator() {
    for (String operator : new String[] {"|=", "+=", "-=", "*=", "/=", "%=", "//="}) {
      if (take(operator)) {
        return operator;
      }
    }
    return !source.startsWith("==", at) && take("=") ? "=" : "";
  }

  private JqNode test() {
    List<JqNode> parts = new ArrayList<>();
    StringBuilder operators = new StringBuilder();
    do {
      parts.add(sum());
      blanks();
    } while (takeTestOperator(operators));
    return node(Kind.TEST, operators.toString(), parts);
  }

  private boolean takeTestOperator(StringBuilder taken) {
    for (String operator : new String[] {"==", "!=", "<=", ">=", "<", ">"}) {
      if (take(operator)) {
        taken.append(operator);
        return true;
      }
    }
    boolean word = takeWord("and") || takeWord("or");
    taken.append(word ? "&" : "");
    return word;
  }

  private JqNode sum() {
    List<JqNode> parts = new ArrayList<>();
    boolean plusOnly = true;
    boolean more = true;
    while (more) {
      parts.add(product());
      blanks();
      more = false;
      if (!source.startsWith("+=", at) && take("+")) {
        more = true;
      } else if (!source.startsWith("-=", at) && take("-")) {
        more = true;
        plusOnly = false;
      }
    }
    return node(plusOnly ? Kind.SUM : Kind.ARITHMETIC, "", parts);
  }

  private JqNode product() {
    List<JqNode> parts = new ArrayList<>();
    StringBuilder operators = new StringBuilder();
    do {
      parts.add(postfix());
      blanks();
    } while (takeProductOperator(operators));
    return node(Kind.ARITHMETIC, operators.toString(), parts);
  }

  private boolean takeProductOperator(StringBuilder taken) {
    if (at >= source.length() || "*/%".indexOf(source.charAt(at)) < 0) {
      return false;
    }
    if (source.startsWith("//", at) || source.startsWith("=", at + 1)) {
      return false;
    }
    taken.append(source.charAt(at++));
    return true;
  }
}
