package dev.keepmum.rule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a template of Go shows of its document ({@code text/template}, with the functions that
 * docker and kubectl add): the paths of members that its actions print. A key of a map, a length
 * and the name in front of the equals sign of {@code NAME=value} tell nothing of what stands there.
 *
 * <p>Read are fields, variables, {@code range}, {@code with}, {@code if} and calls, of which one
 * that is not known shows all that it is given. A template with anything else may show everything.
 */
final class GoTemplate {
  /** What elements of a list are called in a path. */
  private static final String ELEMENT = "[]";

  private static final String ANY_NAME = "*";
  private static final int MAX_PATHS = 32;
  private static final int MAX_ROUNDS = 8;

  private final GoTemplateTokens tokens;
  private final Map<String, List<String>> variables = new HashMap<>();
  private final List<String> shown = new ArrayList<>();

  /** The dots outside of the blocks that are open. */
  private final Deque<List<String>> outer = new ArrayDeque<>();

  private List<String> dot = List.of("");
  private boolean understood = true;

  private GoTemplate(String template) {
    this.tokens = new GoTemplateTokens(template);
  }

  /**
   * Whether a template may show what stands at a path of members, or a part of it.
   *
   * @param member names separated by dots, {@code []} for the elements of a list
   */
  static boolean mayShow(String template, String member) {
    GoTemplate read = new GoTemplate(template);
    if (!read.run()) {
      return true;
    }
    for (String path : read.shown) {
      if (isOnTheWay(path, member)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOnTheWay(String path, String member) {
    int from = 0;
    int start = 0;
    while (from < path.length() && start < member.length()) {
      int to = endOfName(path, from);
      int end = endOfName(member, start);
      String name = path.substring(from, to);
      String other = member.substring(start, end);
      boolean any = name.equals(ANY_NAME) && !other.equals(ELEMENT);
      if (!any && !name.equals(other)) {
        return false;
      }
      from = to + 1;
      start = end + 1;
    }
    return true;
  }

  private static int endOfName(String path, int start) {
    int dot = path.indexOf('.', start);
    return dot < 0 ? path.length() : dot;
  }

  /** Reads it again as long as its variables take more, since a loop comes back to them. */
  private boolean run() {
    variables.put("$", List.of(""));
    int before = -1;
    for (int round = 0; round < MAX_ROUNDS && understood && before != weight(); round++) {
      before = weight();
      tokens.restart();
      dot = List.of("");
      outer.clear();
      while (understood && tokens.nextAction()) {
        action();
        understood &= tokens.endAction();
      }
    }
    return understood && outer.isEmpty() && before == weight();
  }

  private int weight() {
    int weight = 0;
    for (List<String> paths : variables.values()) {
      weight += paths.size();
    }
    return weight;
  }

  private void action() {
    switch (tokens.word()) {
      case "range":
        tokens.advance();
        range();
        break;
      case "with":
        tokens.advance();
        enter(declaration());
        break;
      case "if":
        tokens.advance();
        List<String> same = dot;
        declaration();
        enter(same);
        break;
      case "else":
        tokens.advance();
        otherwise();
        break;
      case "end":
        tokens.advance();
        understood &= !outer.isEmpty();
        dot = outer.isEmpty() ? dot : outer.pop();
        break;
      case "break":
      case "continue":
        tokens.advance();
        break;
      case "define":
      case "template":
      case "block":
        understood = false;
        break;
      default:
        if (!tokens.isAtEnd()) {
          show();
        }
    }
  }

  private void show() {
    if (tokens.declares()) {
      declaration();
    } else {
      add(shown, pipeline());
    }
  }

  private void otherwise() {
    if (outer.isEmpty()) {
      understood = false;
      return;
    }
    dot = outer.peek();
    if (tokens.word().equals("with")) {
      tokens.advance();
      dot = declaration();
    } else if (tokens.word().equals("if")) {
      tokens.advance();
      declaration();
    }
  }

  private void enter(List<String> inside) {
    outer.push(dot);
    dot = inside;
  }

  /** {@code $k, $v := pipeline}: the key of a map or the index of a list tells nothing. */
  private void range() {
    List<String> names = tokens.declared();
    List<String> elements = elements(pipeline());
    if (names.size() == 2) {
      assign(names.get(0), List.of());
    }
    if (!names.isEmpty()) {
      assign(names.get(names.size() - 1), elements);
    }
    enter(elements);
  }

  /** A pipeline, whose value may be given to a variable first. */
  private List<String> declaration() {
    List<String> names = tokens.declared();
    List<String> value = pipeline();
    understood &= names.size() < 2;
    if (!names.isEmpty()) {
      assign(names.get(0), value);
    }
    return value;
  }

  private void assign(String name, List<String> value) {
    List<String> all = new ArrayList<>(variables.getOrDefault(name, List.of()));
    add(all, value);
    variables.put(name, all);
  }

  /** Commands, each of which gets the value of the one before as its last argument. */
  private List<String> pipeline() {
    List<String> value = command(List.of());
    while (understood && tokens.take("|")) {
      value = command(List.of(value));
    }
    return value;
  }

  private List<String> command(List<List<String>> piped) {
    String function = tokens.isFunction() ? tokens.word() : "";
    if (!function.isEmpty()) {
      tokens.advance();
    }
    List<List<String>> arguments = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    while (understood && !tokens.isAtEnd() && !tokens.is("|") && !tokens.is(")")) {
      texts.add(tokens.word());
      arguments.add(operand());
    }
    arguments.addAll(piped);
    return called(function, arguments, texts);
  }

  private List<String> called(String function, List<List<String>> arguments, List<String> texts) {
    switch (function) {
      case "len":
      case "not":
      case "eq":
      case "ne":
      case "lt":
      case "le":
      case "gt":
      case "ge":
        return List.of();
      case "index":
        return arguments.isEmpty() ? List.of() : indexed(arguments.get(0), texts);
      case "split":
        boolean atEquals = texts.size() == 2 && texts.get(1).equals("\"=\"");
        return atEquals ? member(arguments.get(0), "=") : joined(arguments);
      default:
        return joined(arguments);
    }
  }

  private static List<String> joined(List<List<String>> arguments) {
    List<String> all = new ArrayList<>();
    for (List<String> argument : arguments) {
      add(all, argument);
    }
    return all;
  }

  /** {@code index X 0 "name"}: what the keys lead to. */
  private List<String> indexed(List<String> of, List<String> texts) {
    List<String> value = of;
    for (int i = 1; i < texts.size(); i++) {
      String key = texts.get(i);
      if (key.length() > 1 && (key.charAt(0) == '"' || key.charAt(0) == '`')) {
        value = member(value, key.substring(1, key.length() - 1));
      } else if (key.equals("0")) {
        value = elements(firstPieces(value));
      } else {
        value = elements(value);
      }
    }
    return value;
  }

  /** Without what was split at equals signs, of which the first piece is a name. */
  private static List<String> firstPieces(List<String> paths) {
    List<String> kept = new ArrayList<>();
    for (String path : paths) {
      if (!path.endsWith(".=")) {
        kept.add(path);
      }
    }
    return kept;
  }

  private List<String> operand() {
    List<String> value;
    String word = tokens.word();
    if (tokens.take("(")) {
      value = pipeline();
      understood &= tokens.take(")");
    } else if (word.startsWith("$")) {
      tokens.advance();
      value = variables.getOrDefault(word, List.of());
    } else if (word.equals(".")) {
      tokens.advance();
      value = dot;
    } else if (tokens.isField()) {
      value = member(dot, tokens.word().substring(1));
      tokens.advance();
    } else if (tokens.isFunction() || tokens.isConstant()) {
      tokens.advance();
      return List.of();
    } else {
      understood = false;
      return List.of();
    }
    while (tokens.isFieldOfLast()) {
      value = member(value, tokens.word().substring(1));
      tokens.advance();
    }
    return value;
  }

  private static List<String> elements(List<String> paths) {
    List<String> elements = new ArrayList<>(member(paths, ELEMENT));
    add(elements, member(paths, ANY_NAME));
    return elements;
  }

  private static List<String> member(List<String> paths, String name) {
    List<String> below = new ArrayList<>();
    for (String path : paths) {
      below.add(path.isEmpty() ? name : path.concat(".").concat(name));
    }
    return below;
  }

  /** Adds paths; more than a template may tell apart become the whole document. */
  private static void add(List<String> to, List<String> paths) {
    for (String path : paths) {
      if (!to.contains(path)) {
        to.add(to.size() < MAX_PATHS ? path : "");
      }
    }
  }
}
