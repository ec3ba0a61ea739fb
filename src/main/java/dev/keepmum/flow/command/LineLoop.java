package dev.keepmum.flow.command;

import dev.keepmum.effect.Language;
import dev.keepmum.flow.Content;
import dev.keepmum.rule.Role;
import java.util.ArrayList;
import java.util.List;

/** {@code perl -ne}, {@code ruby -pe}: code that is run for each line of the files behind it. */
final class LineLoop {

  /** Before the code there is a line, which a condition may leave as it is. */
  private static final String TAKE_LINE = "$_ = $_;\n";

  /** What {@code perl -p} does behind its code, which may have changed the line. */
  private static final String PRINT_LINE = "\n;print $_;";

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
    boolean inPlace = call.arguments().isSet(Role.IN_PLACE);
    boolean byLines = printsLines(call) && !call.arguments().hasOption("-0");
    boolean followed = language == Language.PERL && byLines && !inPlace;
    for (Content code : call.arguments().values(Role.CODE)) {
      Content taken = language == Language.PERL ? Content.text(TAKE_LINE).then(code) : code;
      Content whole = followed ? taken.then(Content.text(PRINT_LINE)) : taken;
      call.runCode(new CodeRun(language, split(call, language, whole), files, lines));
    }
    if (inPlace) {
      for (Content file : files) {
        for (String path : call.resolve(file)) {
          call.context().changes().changed(path, call.name());
        }
      }
    } else if (printsLines(call) && !followed) {
      call.print(lines.derived());
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

  private static boolean printsLines(Invocation call) {
    return call.arguments().hasOption("-p");
  }
}
