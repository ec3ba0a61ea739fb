package dev.keepmum.flow.command;

import dev.keepmum.code.AwkReader;
import dev.keepmum.effect.Language;
import dev.keepmum.effect.Value;
import dev.keepmum.flow.Assignments;
import dev.keepmum.flow.Content;
import dev.keepmum.rule.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** awk: its program over the lines of files or of its input. */
final class Scan implements Behaviour {

  /** Longer texts are not followed line by line. */
  private static final int MAX_LINES = 32;

  @Override
  public void run(Invocation call) {
    Content code = CodeText.of(call);
    CodeText.reportProtected(call, code);
    Content lines = Reading.gather(call);
    if (lines.hasSecrets() && code.isSingleText()) {
      if (new AwkReader().namesOnly(code.textOr(""), separator(call))) {
        lines = call.shell().variables().names(call.state(), lines);
      }
    }
    List<Content> values = new ArrayList<>(call.arguments().values(Role.READ)); // ARGV
    Map<String, Value> variables = new HashMap<>();
    bind(call, values, variables);
    if (call.arguments().option("-i").textOr("").equals("inplace")) {
      for (Content file : call.arguments().values(Role.READ)) {
        for (String path : call.resolve(file)) {
          call.context().changes().changed(call.files().followed(path), call.name());
        }
      }
    }
    String separator = separator(call);
    if (!separator.isEmpty()) {
      variables.put("FS", new Value.Text(separator));
    }
    if (!lines.hasSecrets() && separator.isEmpty() && printsField(call, code, lines)) {
      return;
    }
    CodeRun run = new CodeRun(Language.AWK, code, values, lines.derived());
    List<String> known = knownLines(call, lines);
    for (String program : code.texts()) {
      if (known.isEmpty() || lines.isOpen() && !AwkCondition.of(program).takesOneOf(known)) {
        call.perform(new AwkReader().read(program, variables, new Value.ReadInput()), run);
      } else {
        Content printed = scan(call, program, variables, run, known);
        call.print(lines.isOpen() || !isUnconditional(program) ? printed.opened() : printed);
      }
    }
  }

  /** The lines of a short text that the call itself holds, or begins with; else empty. */
  private static List<String> knownLines(Invocation call, Content lines) {
    Content known = lines.file().isEmpty() ? lines : Content.UNKNOWN;
    if (lines.hasSecrets() || known.texts().size() != 1) {
      return List.of();
    }
    List<String> all = Assignments.lines(known.texts().get(0));
    return all.size() > MAX_LINES ? List.of() : all;
  }

  /** Runs the program on each line; which of its actions a line comes to is not worked out. */
  private static Content scan(
      Invocation call,
      String program,
      Map<String, Value> variables,
      CodeRun run,
      List<String> lines) {
    Content printed = Content.EMPTY;
    for (String line : lines) {
      Content one = captured(call, program, variables, run, line);
      boolean ended = program.contains("printf") || one.isEmptyText();
      printed = printed.then(ended ? one : one.then(Content.text("\n")));
    }
    return printed;
  }

  private static Content captured(
      Invocation call, String program, Map<String, Value> variables, CodeRun run, String line) {
    return call.shell()
        .capture(
            new Runnable() {
              @Override
              public void run() {
                Value record = new Value.Text(line);
                call.perform(new AwkReader().read(program, variables, record), run);
              }
            });
  }

  private static boolean isUnconditional(String program) {
    String text = program.strip();
    return text.startsWith("{") && text.indexOf('}') == text.length() - 1 && text.indexOf('(') < 0;
  }

  private static String separator(Invocation call) {
    Arguments given = call.arguments();
    return given.option("-F").textOr("").concat(given.option("--field-separator").textOr(""));
  }

  /** {@code -v name=value}: variables of the program, as arguments of the code. */
  private static void bind(Invocation call, List<Content> values, Map<String, Value> variables) {
    for (Content assignment : call.arguments().values(Role.ASSIGNMENT)) {
      String text = Arguments.onlyText(assignment);
      int equals = text == null ? -1 : text.indexOf('=');
      if (equals > 0) {
        values.add(assignment.withTexts(List.of(text.substring(equals + 1))));
        variables.put(text.substring(0, equals), new Value.Argument(values.size()));
      }
    }
  }

  /**
   * {@code {print $N}} of lines that are known, perhaps only of those that a pattern takes: its
   * result is known as well.
   */
  private static boolean printsField(Invocation call, Content code, Content lines) {
    String program = code.textOr("").strip();
    Content known = call.files().known(lines);
    AwkCondition taken = AwkCondition.of(program);
    String action = program.substring(program.lastIndexOf('/') + 1).strip().replace(" ", "");
    boolean prints = action.startsWith("{print$") && action.length() == 9 && action.endsWith("}");
    if (!prints || known.texts().isEmpty()) {
      return false;
    }
    int wanted = Character.digit(action.charAt(7), 10);
    List<String> texts = new ArrayList<>(known.texts().size());
    for (String text : known.texts()) {
      StringBuilder fields = new StringBuilder();
      for (String line : Assignments.lines(text)) {
        if (taken.takes(line)) {
          fields.append(field(line, wanted)).append('\n');
        }
      }
      texts.add(fields.toString());
    }
    call.print(known.isOpen() ? Content.oneOf(texts).opened() : Content.oneOf(texts));
    return wanted >= 0;
  }

  private static String field(String line, int wanted) {
    if (wanted == 0) {
      return line;
    }
    int i = 0;
    for (int number = 1; i < line.length(); number++) {
      while (i < line.length() && line.charAt(i) <= ' ') {
        i++;
      }
      int start = i;
      while (i < line.length() && line.charAt(i) > ' ') {
        i++;
      }
      if (number == wanted) {
        return line.substring(start, i);
      }
    }
    return "";
  }
}
