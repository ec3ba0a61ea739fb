package dev.keepmum.code;

import dev.keepmum.effect.Effect;
import dev.keepmum.effect.Language;
import dev.keepmum.effect.Value;
import java.util.List;

/** A makefile, followed from line to line. */
final class Makefile {
  private final SourceCursor text;
  private final List<Effect> effects;
  private final MakeVariables variables;
  private char recipePrefix = '\t';
  private boolean inRule;

  Makefile(String source, MakeVariables variables, List<Effect> effects) {
    this.text = new SourceCursor(source);
    this.variables = variables;
    this.effects = effects;
  }

  /** Follows the text; what it does is added to the effects. */
  void follow() {
    while (!text.done()) {
      if (inRule && text.peek() == recipePrefix) {
        text.skip(1);
        recipe(logicalLine());
      } else {
        statement(uncommented(logicalLine()).strip());
      }
    }
  }

  /** A line with those that a backslash at its end joins to it. */
  private String logicalLine() {
    int start = text.position();
    String line = text.line();
    if (!continues(line)) {
      return line;
    }
    while (continues(line) && !text.done()) {
      line = text.line();
    }
    return text.since(start).stripTrailing();
  }

  private static boolean continues(String line) {
    return line.endsWith("\\") || line.endsWith("\\\r");
  }

  private static String uncommented(String line) {
    int comment = line.indexOf('#');
    return (comment < 0 ? line : line.substring(0, comment)).replace("\\\n", " ");
  }

  private void statement(String line) {
    SourceCursor words = new SourceCursor(line);
    String first = words.until(" \t");
    words.blanks();
    String rest = words.until("");
    switch (first) {
      case "":
      case "ifeq":
      case "ifneq":
      case "ifdef":
      case "ifndef":
      case "else":
      case "endif":
      case "unexport":
      case "vpath":
        break;
      case "include":
      case "-include":
      case "sinclude":
        include(rest);
        break;
      case "define":
        define(rest);
        break;
      case "override":
      case "private":
        statement(rest);
        break;
      case "export":
        export(rest);
        break;
      default:
        assignmentOrRule(line);
    }
  }

  private void include(String files) {
    Value value = variables.expand(files);
    if (!(value instanceof Value.Text names)) {
      effects.add(new Effect.Load(value));
      return;
    }
    SourceCursor words = new SourceCursor(names.text().strip());
    while (!words.done()) {
      effects.add(new Effect.Load(Composition.text(words.until(" \t"))));
      words.blanks();
    }
  }

  private void define(String heading) {
    StringBuilder body = new StringBuilder();
    while (!text.done()) {
      String line = text.line();
      if (line.strip().equals("endef")) {
        break;
      }
      body.append(body.length() > 0 ? "\n" : "").append(line);
    }
    int end = heading.indexOf('=');
    String name = end < 0 ? heading : withoutOperator(heading.substring(0, end));
    variables.assign(name.strip(), body.toString());
  }

  private static String withoutOperator(String name) {
    int end = name.length();
    while (end > 0 && ":?+!".indexOf(name.charAt(end - 1)) >= 0) {
      end--;
    }
    return name.substring(0, end).strip();
  }

  private void export(String rest) {
    int equals = assignmentAt(rest);
    if (equals >= 0) {
      assignment(rest, equals);
    }
    String name = equals < 0 ? rest : withoutOperator(rest.substring(0, equals));
    if (variables.assigned(name) && variables.named(name) instanceof Value.Text constant) {
      effects.add(new Effect.SetVariable(name, constant));
    }
  }

  private void assignmentOrRule(String line) {
    int equals = assignmentAt(line);
    if (equals >= 0) {
      assignment(line, equals);
      inRule = false;
      return;
    }
    int colon = outsideReferences(line, ':');
    if (colon < 0) {
      immediate(line);
      return;
    }
    inRule = true;
    rule(line.substring(0, colon), line.substring(colon + 1));
  }

  /** Where the equals sign of an assignment stands; a colon before it makes the line a rule. */
  private static int assignmentAt(String line) {
    int equals = outsideReferences(line, '=');
    int colon = outsideReferences(line, ':');
    if (equals < 0 || colon < 0 || colon > equals) {
      return equals;
    }
    int end = colon;
    while (end < equals && line.charAt(end) == ':') {
      end++;
    }
    return end == equals ? equals : -1;
  }

  private static int outsideReferences(String line, char wanted) {
    SourceCursor cursor = new SourceCursor(line);
    while (!cursor.done()) {
      if (cursor.peek() == wanted) {
        return cursor.position();
      }
      if (cursor.next() == '$') {
        char open = cursor.next();
        if (open == '(') {
          cursor.balanced('(', ')');
        } else if (open == '{') {
          cursor.balanced('{', '}');
        }
      }
    }
    return -1;
  }

  private void assignment(String line, int equals) {
    String name = withoutOperator(line.substring(0, equals));
    String value = line.substring(equals + 1).strip();
    char operator = equals > 0 ? line.charAt(equals - 1) : '=';
    if (name.equals(".RECIPEPREFIX") && !value.isEmpty()) {
      recipePrefix = value.charAt(0);
    } else if (operator == '?') {
      variables.assignDefault(name, value);
    } else if (operator == '+') {
      variables.append(name, value);
    } else if (operator == '!') {
      variables.assign(name, "$(shell " + value + ")");
      immediate(value.isEmpty() ? "" : "$(shell " + value + ")");
    } else {
      if (operator == ':') {
        immediate(value);
      }
      variables.assign(name, value);
    }
  }

  /** Expands a text at once; what it starts runs even where nobody uses the output. */
  private void immediate(String raw) {
    Value value = variables.expand(raw);
    if (startsProgram(value)) {
      effects.add(new Effect.Write(new Value.Text("/dev/null"), value));
    }
  }

  private static boolean startsProgram(Value value) {
    if (value instanceof Value.Joined joined) {
      for (Value part : joined.parts()) {
        if (startsProgram(part)) {
          return true;
        }
      }
    }
    return value instanceof Value.Output;
  }

  private void rule(String targets, String rest) {
    String afterColons = rest.startsWith(":") ? rest.substring(1) : rest;
    int equals = assignmentAt(afterColons);
    int semicolon = outsideReferences(afterColons, ';');
    if (equals >= 0 && (semicolon < 0 || equals < semicolon)) {
      statement(afterColons.strip());
      inRule = true;
      return;
    }
    String prerequisites =
        (semicolon < 0 ? afterColons : afterColons.substring(0, semicolon)).strip();
    variables.assign("@", targets.strip());
    variables.assign("^", prerequisites);
    variables.assign("+", prerequisites);
    variables.assign("?", prerequisites);
    variables.assign("<", new SourceCursor(prerequisites).until(" \t"));
    if (semicolon >= 0) {
      recipe(afterColons.substring(semicolon + 1));
    }
  }

  /** What a recipe line runs; make shows the line first, with its variables filled in. */
  private void recipe(String line) {
    String bare = line.strip();
    boolean silent = false;
    while (!bare.isEmpty() && "@-+ \t".indexOf(bare.charAt(0)) >= 0) {
      silent |= bare.charAt(0) == '@';
      bare = bare.substring(1);
    }
    Value command = variables.expand(bare);
    String shell = MakeCommand.of(command);
    if (shell.isBlank()) {
      return;
    }
    if (!silent && Composition.holds(command)) {
      effects.add(new Effect.Print(command));
    }
    effects.add(new Effect.Run(Language.SHELL, List.of(Composition.text(shell)), Value.UNKNOWN));
  }
}
