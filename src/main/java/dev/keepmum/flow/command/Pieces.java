package dev.keepmum.flow.command;

import dev.keepmum.effect.Language;
import dev.keepmum.flow.Content;
import dev.keepmum.rule.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * split and csplit: cut a file into files whose names they make up of a prefix and a count, or pipe
 * each piece to a command line (split(1), csplit(1)).
 */
final class Pieces implements Behaviour {

  /** Pieces beyond these are not looked for by anybody who did not count them. */
  private static final int MAX_PIECES = 8;

  private static final String DIGITS = "0123456789abcdef";

  @Override
  public void run(Invocation call) {
    Content whole = Reading.gather(call);
    Content piece = whole.hasSecrets() ? whole.derived() : whole.excerpt();
    List<Content> filters = call.arguments().values(Role.SHELL);
    if (isPrinted(call)) {
      call.print(piece);
      return;
    }
    for (Content filter : filters) {
      call.runCode(new CodeRun(Language.SHELL, filter, List.of(), piece));
    }
    if (filters.isEmpty()) {
      for (String name : names(call)) {
        call.write(Content.text(name), piece);
      }
    }
    call.print(Content.UNKNOWN);
  }

  /** {@code split -n 1/3} prints one piece and writes none. */
  private static boolean isPrinted(Invocation call) {
    Arguments given = call.arguments();
    String chunks = given.option("-n").textOr("").concat(given.option("--number").textOr(""));
    int slash = chunks.indexOf('/');
    boolean byLines = chunks.startsWith("l/") || chunks.startsWith("r/");
    return slash >= 0 && (!byLines || chunks.indexOf('/', slash + 1) > 0);
  }

  private static List<String> names(Invocation call) {
    boolean byContext = call.name().endsWith("csplit");
    String prefix = prefix(call, byContext);
    String behind = byContext ? "" : call.arguments().option("--additional-suffix").textOr("");
    List<String> names = new ArrayList<>();
    for (int i = 0; i < MAX_PIECES; i++) {
      names.add(prefix + (byContext ? "0" + i : suffix(call, i)) + behind);
    }
    return names;
  }

  private static String prefix(Invocation call, boolean byContext) {
    if (!byContext) {
      List<Content> operands = call.arguments().operands();
      return operands.size() > 1 ? operands.get(1).textOr("x") : "x";
    }
    Arguments given = call.arguments();
    String prefix = given.option("-f").textOr("").concat(given.option("--prefix").textOr(""));
    return prefix.isEmpty() ? "xx" : prefix;
  }

  /** Two letters, or digits if asked for; whatever count of them is asked for. */
  private static String suffix(Invocation call, int index) {
    Arguments given = call.arguments();
    boolean numbered =
        given.hasOption("-d")
            || given.hasOption("-x")
            || given.hasOption("--numeric-suffixes")
            || given.hasOption("--hex-suffixes");
    char first = numbered ? '0' : 'a';
    char last = numbered ? DIGITS.charAt(index) : (char) ('a' + index);
    StringBuilder suffix = new StringBuilder();
    for (int i = length(given); i > 1; i--) {
      suffix.append(first);
    }
    return suffix.append(last).toString();
  }

  private static int length(Arguments given) {
    String length =
        given.option("-a").textOr("").concat(given.option("--suffix-length").textOr(""));
    return length.length() == 1 && Character.isDigit(length.charAt(0)) ? length.charAt(0) - '0' : 2;
  }
}
