package dev.keepmum.code;

import dev.keepmum.effect.Effect;
import java.util.List;

/**
 * Python as IPython and Jupyter take it: with lines for the shell ({@code !cmd}, {@code x = !cmd}),
 * magics ({@code %cd src}) and cells that are another program's ({@code %%bash}). They become the
 * Python that does the same, which is how IPython itself reads them
 * (IPython.core.inputtransformer2); a magic that does nothing of interest becomes {@code pass}.
 */
final class IpythonReader implements CodeReader {
  private static final String NOTHING = "pass";

  private final ProgramReader python;

  IpythonReader(ProgramReader.Display display) {
    this.python = new ProgramReader(new PythonLibrary(), display);
  }

  @Override
  public List<Effect> read(String text) {
    return python.read(python(text));
  }

  private static String python(String cell) {
    String text = cell.stripLeading();
    if (text.startsWith("%%")) {
      int end = lineEnd(text, 0);
      String body = end < text.length() ? text.substring(end + 1) : "";
      String head = text.substring(2, end).strip();
      int blank = wordEnd(head);
      return ofCell(head.substring(0, blank), head.substring(blank).strip(), body);
    }
    StringBuilder python = new StringBuilder();
    for (int start = 0; start <= cell.length(); ) {
      int end = lineEnd(cell, start);
      python.append(line(cell.substring(start, end))).append('\n');
      start = end + 1;
    }
    return python.toString();
  }

  private static int lineEnd(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  private static int wordEnd(String text) {
    int end = 0;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static String line(String line) {
    String text = line.strip();
    String indent = line.substring(0, line.length() - line.stripLeading().length());
    if (isEscape(text, 0)) {
      return indent + ofEscape(text);
    }
    int equals = text.indexOf('=');
    if (equals > 0 && isTarget(text.substring(0, equals).strip())) {
      String value = text.substring(equals + 1).strip();
      if (isEscape(value, 0)) {
        String caught =
            value.charAt(0) == '!'
                ? "subprocess.getoutput(" + quoted(value.substring(1)) + ")"
                : ofEscape(value);
        return indent + text.substring(0, equals + 1) + " " + caught;
      }
    }
    int blank = wordEnd(text);
    boolean command = isAlias(text.substring(0, blank)) && isArgument(text.substring(blank));
    return command ? indent + shell(text) : line;
  }

  /** {@code !cmd} or {@code %name}; {@code !=} and {@code % x} are operators of a longer line. */
  private static boolean isEscape(String text, int at) {
    if (at + 1 >= text.length()) {
      return false;
    }
    char next = text.charAt(at + 1);
    return text.charAt(at) == '!' && next != '='
        || text.charAt(at) == '%' && Character.isLetter(next);
  }

  private static boolean isTarget(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isJavaIdentifierPart(c) && ",. []\"'".indexOf(c) < 0) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /** What stands behind a word that is a command's name: no operator that makes it a variable. */
  private static boolean isArgument(String rest) {
    String text = rest.strip();
    return !text.isEmpty()
        && text.length() < rest.length()
        && "=+*%&|^<>!,:;)]}".indexOf(text.charAt(0)) < 0;
  }

  private static String ofEscape(String text) {
    if (text.charAt(0) == '!') {
      return shell(text.substring(text.startsWith("!!") ? 2 : 1));
    }
    int end = wordEnd(text);
    return ofMagic(text.substring(1, end), text.substring(end).strip());
  }

  private static String ofMagic(String name, String argument) {
    return switch (name) {
      case "sx", "system" -> shell(argument);
      case "env" -> ofEnv(argument);
      case "load", "loadpy", "pycat", "less", "more", "page", "pfile", "psource" ->
          "print(open(" + quoted(lastWord(argument)) + ").read())";
      case "run" -> "runpy.run_path(" + quoted(lastWord(argument)) + ")";
      case "cd", "pushd" -> "os.chdir(" + quoted(argument) + ")";
      case "time", "timeit", "prun", "memit" -> line(withoutOptions(argument));
      default -> isAlias(name) ? shell(name + " " + argument) : NOTHING;
    };
  }

  /** Without an argument all variables are shown, with a name its value. */
  private static String ofEnv(String argument) {
    if (argument.isEmpty()) {
      return "os.environ";
    }
    boolean sets = argument.indexOf('=') >= 0 || argument.indexOf(' ') >= 0;
    return sets ? NOTHING : "os.environ[" + quoted(argument) + "]";
  }

  private static String ofCell(String name, String argument, String body) {
    return switch (name) {
      case "bash", "sh", "zsh", "system", "sx", "!" -> shell(body);
      case "script" -> program(quoted(argument) + ", shell=True", body);
      case "perl", "ruby", "python", "python2", "python3", "pypy", "node", "deno", "php" ->
          program("[" + quoted(name) + "]", body);
      case "writefile", "file" ->
          "open(" + quoted(lastWord(argument)) + ", 'w').write(" + quoted(body) + ")";
      case "capture", "time", "timeit", "prun", "memit" ->
          python(withoutOptions(name.equals("capture") ? "" : argument) + "\n" + body);
      default -> NOTHING;
    };
  }

  private static String shell(String command) {
    return "os.system(" + quoted(command) + ")";
  }

  private static String program(String words, String input) {
    return "subprocess.run(" + words + ", input=" + quoted(input) + ")";
  }

  private static String withoutOptions(String argument) {
    String rest = argument;
    while (rest.startsWith("-")) {
      rest = rest.substring(wordEnd(rest)).strip();
    }
    return rest;
  }

  private static String lastWord(String text) {
    return text.substring(text.lastIndexOf(' ') + 1);
  }

  /** The shell's commands that IPython has as magics of their own, which need no mark. */
  private static boolean isAlias(String name) {
    return switch (name) {
      case "cat", "cp", "mv", "rm", "ls", "ll", "mkdir", "rmdir", "man" -> true;
      default -> false;
    };
  }

  private static String quoted(String text) {
    return "'"
        + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n").replace("\r", "\\r")
        + "'";
  }
}
