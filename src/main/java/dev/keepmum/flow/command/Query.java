package dev.keepmum.flow.command;

import dev.keepmum.code.JqPaths;
import dev.keepmum.code.JqReader;
import dev.keepmum.code.Shown;
import dev.keepmum.effect.Language;
import dev.keepmum.flow.Content;
import dev.keepmum.rule.Role;
import java.util.List;
import java.util.Optional;

/** jq and yq: a filter over documents. */
final class Query implements Behaviour {
  @Override
  public void run(Invocation call) {
    Content code = CodeText.of(call);
    Content document = reached(Reading.gather(call), code);
    if (isFile(call, code)) {
      document = call.read(code);
      code = Content.text(".");
    }
    CodeText.reportProtected(call, code);
    Content result = result(call, code, document);
    boolean inPlace = call.arguments().isSet(Role.IN_PLACE);
    if (result.isSingleText() && !inPlace) {
      call.print(result);
      return;
    }
    printNamed(call, code);
    if (call.rule().language().isPresent()) {
      call.runCode(new CodeRun(call.rule().language().get(), code, List.of(), document.lines()));
    } else {
      call.print(document.derived());
    }
    if (inPlace) {
      for (Content file : call.arguments().values(Role.READ)) {
        for (String path : call.resolve(file)) {
          call.context().changes().written(call.files().followed(path), result, call.name());
        }
      }
    }
  }

  /** The document without the secrets that the filter does not come to. */
  private static Content reached(Content document, Content code) {
    Optional<List<String>> members =
        document.hasSecrets() && code.isSingleText()
            ? JqPaths.of(code.textOr(""))
            : Optional.empty();
    return members.isPresent() ? document.at(members.get()) : document;
  }

  /** yq takes its only operand for a file, if there is one of that name. */
  private static boolean isFile(Invocation call, Content code) {
    if (call.rule().language().orElse(Language.OTHER) != Language.YQ
        || call.arguments().has(Role.READ)
        || !code.isSingleText()) {
      return false;
    }
    for (String path : call.resolve(code)) {
      if (call.context().host().status(path).isRegular()) {
        return true;
      }
    }
    return false;
  }

  /** Worked out only where something else than a reader of the transcript gets it. */
  private static Content result(Invocation call, Content code, Content document) {
    if (!code.isSingleText() || document.hasSecrets()) {
      return Content.UNKNOWN;
    }
    if (call.rule().language().orElse(Language.OTHER) == Language.JQ) {
      return call.isVisible() ? Content.UNKNOWN : QueryResult.ofJq(call, code.textOr(""));
    }
    return call.arguments().isSet(Role.IN_PLACE)
        ? QueryResult.ofYq(call, code.textOr(""))
        : Content.UNKNOWN;
  }

  /** What {@code --arg} and {@code --rawfile} name is printed where the filter lets it out. */
  private static void printNamed(Invocation call, Content code) {
    String filter = code.textOr("");
    if (filter.indexOf('$') < 0 || new JqReader().shownOfVariables(filter) != Shown.CONTENT) {
      return;
    }
    for (Content text : call.arguments().values(Role.NAMED_TEXT)) {
      call.print(text.derived());
    }
    for (Content file : call.arguments().values(Role.NAMED_FILE)) {
      call.print(call.read(file).derived());
    }
  }
}
