package dev.keepmum.code;

import dev.keepmum.code.JqNode.Kind;
import java.util.ArrayList;
import java.util.List;

/** Terms of jq: what stands between the operators, and the characters it is made of. */
abstract class JqTerms {
  private static final int MAX_NESTING = 32;
  private static final JqNode IDENTITY = JqNode.leaf(Kind.IDENTITY, ".");

  final String source;
  int at;
  private int nesting;
  private boolean incomplete;

  JqTerms(String source) {
    this.source = source;
  }

  /** Filters with pipes, commas and operators between them, as far as they go. */
  abstract JqNode pipe();

  /** What stands between commas, and behind a key. */
  abstract JqNode alternative();

  /** Whether something was left out because it is nested too deeply. */
  boolean isIncomplete() {
    return incomplete;
  }

  /** Goes one level deeper, or ends the text where that is too deep. */
  final void enter() {
    if (++nesting > MAX_NESTING) {
      incomplete = true;
      at = source.length();
    }
  }

  final void leave() {
    nesting--;
  }

  static JqNode node(Kind kind, String text, List<JqNode> parts) {
    return parts.size() == 1 ? parts.get(0) : new JqNode(kind, text, parts);
  }

  final JqNode postfix() {
    blanks();
    List<JqNode> steps = new ArrayList<>();
    steps.add(term());
    boolean more = true;
    while (more) {
      blanks();
      if (take("?")) {
        continue;
      }
      more = suffix(steps);
    }
    JqNode path = node(Kind.PIPE, ".", steps);
    return takeWord("as") ? binding(path) : path;
  }

  /** A step of a path behind a term. */
  private boolean suffix(List<JqNode> steps) {
    if (source.startsWith("..", at)) {
      return false;
    }
    if (source.startsWith("[", at)) {
      steps.add(bracket());
      return true;
    }
    if (!source.startsWith(".", at)) {
      return false;
    }
    at++;
    if (source.startsWith("[", at)) {
      steps.add(bracket());
    } else if (source.startsWith("\"", at)) {
      steps.add(fieldOf(string()));
    } else {
      steps.add(JqNode.leaf(Kind.FIELD, name()));
    }
    return true;
  }

  private JqNode binding(JqNode sourceOfValue) {
    StringBuilder names = new StringBuilder();
    blanks();
    while (at < source.length() && source.charAt(at) != '|' && source.charAt(at) != '(') {
      if (take("$")) {
        names.append(name()).append(' ');
      } else {
        at++;
      }
    }
    if (at < source.length() && source.charAt(at) == '(') {
      return new JqNode(Kind.FOLD, names.toString(), List.of(sourceOfValue, parenthesised()));
    }
    take("|");
    return new JqNode(Kind.BIND, names.toString(), List.of(sourceOfValue, pipe()));
  }

  private JqNode term() {
    if (at >= source.length()) {
      return IDENTITY;
    }
    char c = source.charAt(at);
    if (take("..")) {
      return JqNode.leaf(Kind.RECURSE, "..");
    }
    if (c == '.' && !digit(at + 1)) {
      return dot();
    }
    if (c == '"') {
      return string();
    }
    if (c == '$') {
      at++;
      return JqNode.leaf(Kind.VARIABLE, name());
    }
    if (c == '(') {
      return parenthesised();
    }
    if (c == '[') {
      at++;
      blanks();
      if (take("]")) {
        return JqNode.leaf(Kind.ARRAY, "");
      }
      JqNode content = pipe();
      take("]");
      return new JqNode(Kind.ARRAY, "", List.of(content));
    }
    if (c == '{') {
      return object();
    }
    if (c == '@') {
      at++;
      JqNode format = JqNode.leaf(Kind.CALL, "@" + name());
      blanks();
      return source.startsWith("\"", at)
          ? new JqNode(Kind.STRING, format.text(), List.of(string()))
          : format;
    }
    if (c == '-') {
      at++;
      return postfixNested();
    }
    if (digit(at) || c == '.') {
      return number();
    }
    return Character.isLetter(c) || c == '_' ? word() : IDENTITY;
  }

  private JqNode postfixNested() {
    enter();
    JqNode value = postfix();
    leave();
    return new JqNode(Kind.ARITHMETIC, "-", List.of(value));
  }

  private JqNode dot() {
    at++;
    if (source.startsWith("[", at)) {
      return IDENTITY;
    }
    if (source.startsWith("\"", at)) {
      return fieldOf(string());
    }
    String name = name();
    return name.isEmpty() ? IDENTITY : JqNode.leaf(Kind.FIELD, name);
  }

  private static JqNode fieldOf(JqNode key) {
    return key.kind() == Kind.CONSTANT
        ? JqNode.leaf(Kind.FIELD, key.text())
        : new JqNode(Kind.INDEX, "", List.of(key));
  }

  private JqNode bracket() {
    at++;
    blanks();
    if (take("]")) {
      return JqNode.leaf(Kind.ITERATE, "[]");
    }
    List<JqNode> bounds = new ArrayList<>();
    while (at < source.length() && source.charAt(at) != ']') {
      if (!take(":")) {
        int before = at;
        bounds.add(pipe());
        at = at == before ? at + 1 : at;
      }
      blanks();
    }
    take("]");
    boolean number = bounds.size() == 1 && bounds.get(0).kind() == Kind.NUMBER;
    if (number) {
      return JqNode.leaf(Kind.FIELD, bounds.get(0).text());
    }
    return bounds.size() == 1 && bounds.get(0).kind() == Kind.CONSTANT
        ? fieldOf(bounds.get(0))
        : new JqNode(Kind.INDEX, "", bounds);
  }

  private JqNode parenthesised() {
    blanks();
    take("(");
    JqNode content = pipe();
    List<JqNode> parts = new ArrayList<>();
    parts.add(content);
    while (take(";")) {
      parts.add(pipe());
    }
    blanks();
    take(")");
    return node(Kind.EITHER, ",", parts);
  }

  private JqNode object() {
    at++;
    List<JqNode> parts = new ArrayList<>();
    blanks();
    while (at < source.length() && !take("}")) {
      int before = at;
      entry(parts);
      blanks();
      take(",");
      blanks();
      if (at == before) {
        at++;
      }
    }
    return new JqNode(Kind.OBJECT, "", parts);
  }

  /** {@code key: value}, or a key alone, which stands for the field of that name. */
  private void entry(List<JqNode> parts) {
    JqNode key;
    JqNode alone;
    if (source.startsWith("(", at)) {
      key = parenthesised();
      alone = key;
    } else if (source.startsWith("$", at) || source.startsWith("@", at)) {
      key = term();
      alone = key;
    } else {
      key = source.startsWith("\"", at) ? string() : JqNode.leaf(Kind.CONSTANT, name());
      alone = fieldOf(key);
    }
    blanks();
    if (!take(":")) {
      parts.add(alone);
      return;
    }
    parts.add(key);
    List<JqNode> value = new ArrayList<>();
    do {
      value.add(objectValue());
      blanks();
    } while (takeOperator("|"));
    parts.add(node(Kind.PIPE, "|", value));
  }

  private JqNode objectValue() {
    enter();
    JqNode value = alternative();
    leave();
    return value;
  }

  /** A function, or a word of the language itself. */
  final JqNode word() {
    String word = name();
    switch (word) {
      case "if":
        return conditional();
      case "try":
        return attempt();
      case "reduce":
      case "foreach":
        return postfix();
      case "label":
        blanks();
        take("$");
        name();
        blanks();
        take("|");
        return pipe();
      case "import":
      case "include":
        return JqNode.leaf(Kind.CONSTANT, "");
      default:
        return call(word);
    }
  }

  private JqNode conditional() {
    List<JqNode> parts = new ArrayList<>();
    parts.add(pipe());
    while (at < source.length() && !takeWord("end")) {
      blanks();
      if (takeWord("then") || takeWord("else") || takeWord("elif")) {
        parts.add(pipe());
      } else if (!takeWord("end")) {
        at++;
      } else {
        break;
      }
      blanks();
    }
    return new JqNode(Kind.IF, "", parts);
  }

  private JqNode attempt() {
    List<JqNode> parts = new ArrayList<>();
    parts.add(postfix());
    blanks();
    if (takeWord("catch")) {
      parts.add(postfix());
    }
    return node(Kind.EITHER, ",", parts);
  }

  private JqNode call(String name) {
    List<JqNode> arguments = new ArrayList<>();
    if (source.startsWith("(", at)) {
      at++;
      do {
        arguments.add(pipe());
        blanks();
      } while (take(";") || take(","));
      take(")");
    }
    return new JqNode(Kind.CALL, name, arguments);
  }

  final JqNode definition() {
    blanks();
    String name = name();
    List<JqNode> parts = new ArrayList<>();
    while (at < source.length() && source.charAt(at) != ':') {
      String parameter = take("$") ? "$" + name() : name();
      if (parameter.isEmpty()) {
        at++;
      } else {
        parts.add(JqNode.leaf(Kind.VARIABLE, parameter));
      }
    }
    take(":");
    JqNode body = pipe();
    blanks();
    take(";");
    blanks();
    parts.add(0, body);
    parts.add(at < source.length() ? pipe() : IDENTITY);
    return new JqNode(Kind.DEFINE, name, parts);
  }

  private JqNode string() {
    List<JqNode> parts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    at++;
    while (at < source.length() && source.charAt(at) != '"') {
      char c = source.charAt(at++);
      if (c != '\\' || at >= source.length()) {
        text.append(c);
      } else if (source.charAt(at) == '(') {
        parts.add(JqNode.leaf(Kind.CONSTANT, text.toString()));
        text.setLength(0);
        parts.add(parenthesised());
      } else {
        escape(text);
      }
    }
    at = Math.min(at + 1, source.length());
    if (parts.isEmpty()) {
      return JqNode.leaf(Kind.CONSTANT, text.toString());
    }
    parts.add(JqNode.leaf(Kind.CONSTANT, text.toString()));
    return new JqNode(Kind.STRING, "", parts);
  }

  private void escape(StringBuilder text) {
    char c = source.charAt(at++);
    if (c == 'n') {
      text.append('\n');
    } else if (c == 't') {
      text.append('\t');
    } else if (c == 'u' && at + 4 <= source.length()) {
      int code = 0;
      for (int i = 0; i < 4; i++) {
        code = code * 16 + Math.max(0, Character.digit(source.charAt(at++), 16));
      }
      text.append((char) code);
    } else {
      text.append(c);
    }
  }

  private JqNode number() {
    int start = at;
    while (at < source.length()
        && (Character.isLetterOrDigit(source.charAt(at)) || source.charAt(at) == '.')) {
      at++;
    }
    return JqNode.leaf(Kind.NUMBER, source.substring(start, at));
  }

  private String name() {
    int start = at;
    while (at < source.length()
        && (Character.isLetterOrDigit(source.charAt(at))
            || source.charAt(at) == '_'
            || source.startsWith("::", at))) {
      at += source.charAt(at) == ':' ? 2 : 1;
    }
    return source.substring(start, at);
  }

  final void blanks() {
    while (at < source.length()) {
      char c = source.charAt(at);
      if (c == '#') {
        int end = source.indexOf('\n', at);
        at = end < 0 ? source.length() : end;
      } else if (Character.isWhitespace(c)) {
        at++;
      } else {
        return;
      }
    }
  }

  private boolean digit(int index) {
    return index < source.length() && source.charAt(index) >= '0' && source.charAt(index) <= '9';
  }

  final boolean take(String token) {
    if (source.startsWith(token, at)) {
      at += token.length();
      return true;
    }
    return false;
  }

  /** An operator that is not the beginning of an assignment. */
  final boolean takeOperator(String operator) {
    return !source.startsWith("=", at + operator.length()) && take(operator);
  }

  final boolean atWord(String word) {
    int end = at + word.length();
    return source.startsWith(word, at)
        && (end >= source.length()
            || !(Character.isLetterOrDigit(source.charAt(end)) || source.charAt(end) == '_'));
  }

  final boolean takeWord(String word) {
    if (atWord(word)) {
      at += word.length();
      return true;
    }
    return false;
  }
}
