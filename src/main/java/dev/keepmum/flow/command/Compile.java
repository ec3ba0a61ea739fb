package dev.keepmum.flow.command;

import dev.keepmum.flow.Assignments;
import dev.keepmum.flow.Content;
import dev.keepmum.flow.PathNames;
import java.util.ArrayList;
import java.util.List;

/**
 * Compilers: a program made of sources that the call has written does what they say. Sources that
 * were there before are trusted.
 */
final class Compile implements Behaviour {

  /** A first line under which a program is read as its source. */
  private static final String AS_SOURCE = "#!/usr/bin/tcc -run\n";

  private static final String JAVA = ".java";

  @Override
  public void run(Invocation call) {
    new General().run(call);
    StringBuilder source = new StringBuilder();
    for (Content operand : call.arguments().operands()) {
      source.append(own(call, operand));
    }
    if (source.length() == 0) {
      return;
    }
    String text = source.toString();
    quoteIncluded(call, text);
    for (String program : programs(call)) {
      String runnable = program.endsWith(JAVA) ? text : AS_SOURCE.concat(text);
      call.files().mark(withoutExtension(program), Content.text(runnable));
    }
  }

  /** The text of a source that the call has written, or that comes in; empty for others. */
  private static String own(Invocation call, Content operand) {
    if (operand.textOr("").equals("-")) {
      return call.files().known(call.input()).textOr("");
    }
    StringBuilder own = new StringBuilder();
    for (String path : call.resolve(operand)) {
      if (call.files().isWritten(path)) {
        own.append(call.files().known(call.files().read(path)).textOr("")).append('\n');
      }
    }
    return own.toString();
  }

  /** A file that is no source shows in the messages of the compiler that is made to include it. */
  private static void quoteIncluded(Invocation call, String source) {
    for (String line : Assignments.lines(source)) {
      String directive = line.strip();
      int open = directive.indexOf('"');
      int close = directive.indexOf('"', open + 1);
      if (open > 0 && close > open && includes(directive)) {
        Content file = call.read(Content.text(directive.substring(open + 1, close)));
        if (file.hasSecrets()) {
          call.printError(file.derived());
        }
      }
    }
  }

  private static boolean includes(String directive) {
    String word = directive.startsWith("#") ? directive.substring(1).strip() : directive;
    return word.startsWith("include") || word.startsWith("import") || word.startsWith(".include");
  }

  /** What the compiler makes, under the names it may be started by. */
  private static List<String> programs(Invocation call) {
    List<String> programs = new ArrayList<>();
    Content output = call.arguments().option("-o");
    if (!output.isEmptyText()) {
      programs.addAll(call.resolve(output));
      return programs;
    }
    for (Content operand : call.arguments().operands()) {
      for (String path : call.resolve(operand)) {
        programs.add(path);
        programs.addAll(call.resolve(Content.text(PathNames.base(path))));
      }
    }
    programs.addAll(call.resolve(Content.text("a.out")));
    return programs;
  }

  /** A source's path without what follows its name: the program, or the class, is called so. */
  private static String withoutExtension(String path) {
    int dot = path.lastIndexOf('.');
    boolean source = dot > path.lastIndexOf('/') + 1 && !path.endsWith(".out");
    return source ? path.substring(0, dot) : path;
  }
}
