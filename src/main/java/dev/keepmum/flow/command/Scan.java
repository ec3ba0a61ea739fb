package dev.keepmum.flow.command;

import dev.keepmum.code.AwkReader;
import dev.keepmum.effect.Language;
import dev.keepmum.flow.Content;
import java.util.List;

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
        lines = lines.namesOnly();
      }
    }
    call.runCode(new CodeRun(Language.AWK, code, List.of(), lines.derived()));
  }
}
