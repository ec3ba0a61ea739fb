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

  /**
   * {@code {print $N}} of lines that are known, perhaps only of those that a pattern takes: its
   * result is known as well.
   */
  private static boolean printsField(Invocation call, Content code, Content lines) {
    String program = code.textOr("").strip();
    Content known = call.files().known(lines);
    LinePattern taken = taken(program);
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

  /** The lines that a program takes: {@code /pattern/ action}, or all. */
  private static LinePattern taken(String program) {
    int end = program.lastIndexOf('/');
    String pattern = program.startsWith("/") && end > 0 ? program.substring(1, end) : "";
    return LinePattern.of(List.of(pattern), LinePattern.Dialect.EXTENDED, false, false);
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
