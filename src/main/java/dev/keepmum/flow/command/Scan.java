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
  @Override
  public void run(Invocation call) {
    Content code = CodeText.of(call);
    CodeText.reportProtected(call, code);
    Content lines = Reading.gather(call);
    if (lines.hasSecrets() && code.isSingleText()) {
      String separator = call.arguments().option("-F").textOr("");
      if (separator.isEmpty()) {
        separator = call.arguments().option("--field-separator").textOr("");
      }
      if (new AwkReader().namesOnly(code.textOr(""), separator)) {
        lines = call.shell().variables().names(call.state(), lines);
      }
    }
    List<Content> values = new ArrayList<>();
    Map<String, Value> variables = new HashMap<>();
    bind(call, values, variables);
    if (call.arguments().option("-i").textOr("").equals("inplace")) {
      for (Content file : call.arguments().values(Role.READ)) {
        for (String path : call.resolve(file)) {
          call.context().changes().changed(call.files().followed(path), call.name());
        }
      }
    }
    CodeRun run = new CodeRun(Language.AWK, code, values, lines.derived());
    if (lines.hasSecrets() || !printsField(call, code, lines)) {
      for (String program : code.texts()) {
        call.perform(new AwkReader().read(program, variables), run);
      }
    }
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

  /** {@code {print $N}} of lines that are known: its result is known as well. */
  private static boolean printsField(Invocation call, Content code, Content lines) {
    String program = code.textOr("").strip();
    Content known = call.files().known(lines);
    boolean prints = program.startsWith("{print $") && program.endsWith("}");
    if (!prints || !known.isSingleText() || program.length() != 10) {
      return false;
    }
    int wanted = Character.digit(program.charAt(8), 10);
    StringBuilder fields = new StringBuilder();
    for (String line : Assignments.lines(known.textOr(""))) {
      fields.append(field(line, wanted)).append('\n');
    }
    call.print(Content.text(fields.toString()));
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
