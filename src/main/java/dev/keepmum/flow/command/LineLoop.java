package dev.keepmum.flow.command;

import dev.keepmum.code.SedMode;
import dev.keepmum.code.SedReader;
import dev.keepmum.code.Shown;
import dev.keepmum.effect.Language;
import dev.keepmum.flow.Content;
import dev.keepmum.rule.Role;
import java.util.ArrayList;
import java.util.List;

/** {@code perl -ne}, {@code ruby -pe}: code that is run for each line of the files behind it. */
final class LineLoop {
  private LineLoop() {}

  static void run(Invocation call, Language language) {
    List<Content> files = new ArrayList<>();
    for (Arguments.Bound argument : call.arguments().all()) {
      if (argument.option().isEmpty()) {
        files.add(argument.value());
      }
    }
    files.addAll(call.arguments().rest());
    Content lines = files.isEmpty() ? call.input() : Content.EMPTY;
    for (Content file : files) {
      lines = lines.then(call.read(file));
    }
    for (Content code : call.arguments().values(Role.CODE)) {
      call.runCode(new CodeRun(language, split(call, language, code), files, lines));
    }
    if (call.arguments().isSet(Role.IN_PLACE)) {
      for (Content file : files) {
        for (String path : call.resolve(file)) {
          call.context().changes().changed(path, call.name());
        }
      }
    } else if (printsLines(call)) {
      call.print(substitutesAllButNames(call, language) ? lines.namesOnly() : lines.derived());
    }
  }

  /** {@code perl -F= -ane}, {@code ruby -F= -ane}: each line is split before the code sees it. */
  private static Content split(Invocation call, Language language, Content code) {
    boolean splits = call.arguments().hasOption("-a") || call.arguments().hasOption("-F");
    if (!splits) {
      return code;
    }
    String separator = call.arguments().option("-F").textOr("").replace("/", "");
    String pattern = separator.isEmpty() ? " " : separator;
    switch (language) {
      case PERL:
        return Content.text("@F = split(/".concat(pattern).concat("/, $_);\n")).then(code);
      case RUBY:
        return Content.text("$F = $_.split(/".concat(pattern).concat("/);\n")).then(code);
      default:
        return code;
    }
  }

  /** A substitution alone ({@code perl -pe}) leaves of a line what sed's does. */
  private static boolean substitutesAllButNames(Invocation call, Language language) {
    List<Content> codes = call.arguments().values(Role.CODE);
    String code = codes.size() == 1 ? codes.get(0).textOr("") : "";
    boolean plain =
        code.startsWith("s/")
            && code.indexOf(';') < 0
            && (code.endsWith("/") || code.endsWith("/g"));
    return language == Language.PERL
        && plain
        && new SedReader().shown(code, new SedMode(false, true)) == Shown.NAMES;
  }

  private static boolean printsLines(Invocation call) {
    return call.arguments().hasOption("-p");
  }
}
