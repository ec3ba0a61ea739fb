package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import dev.keepmum.flow.state.Variable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** mapfile and readarray: the lines of the input become an array. */
final class ReadIntoArray implements Behaviour {

  private static final int MAX_LINES = 500;

  @Override
  public void run(Invocation call) {
    Content input = call.inputText();
    List<Content> descriptor = call.arguments().values(dev.keepmum.rule.Role.READ);
    for (Content number : descriptor) {
      input = call.files().known(call.read(Content.text("/dev/fd/".concat(number.textOr("")))));
    }
    Content callback = call.arguments().option("-C");
    if (!callback.isEmptyText()) {
      Content line = callback.then(Content.text(" 0 "));
      call.shell().state().sourceSecrets(input.secrets());
      Content text = input.hasSecrets() ? Content.UNKNOWN : input;
      for (String command : line.then(text).texts()) {
        call.shell().runText(command);
      }
    }
    List<Content> operands = call.arguments().operands();
    String name = operands.isEmpty() ? "MAPFILE" : operands.get(operands.size() - 1).textOr("");
    Map<String, Content> lines = new LinkedHashMap<>();
    for (String text : input.texts()) {
      for (String line : Records.of(text, end(call))) {
        if (lines.size() < MAX_LINES) {
          lines.put(
              Integer.toString(lines.size()), Content.text(line).withSecrets(input.secrets()));
        }
      }
    }
    if (lines.isEmpty()) {
      lines.put("0", input.lines());
    }
    call.state().variables().put(name, Variable.array(lines));
  }

  private static char end(Invocation call) {
    for (Arguments.Bound argument : call.arguments().all()) {
      if (argument.option().equals("-d")) {
        return Records.end(argument.value().textOr(""));
      }
    }
    return '\n';
  }
}
