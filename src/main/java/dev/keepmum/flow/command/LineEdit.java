package dev.keepmum.flow.command;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.keepmum.code.SedMode;
import dev.keepmum.flow.Assignments;
import dev.keepmum.flow.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A sed script of substitutions, prints, deletions and quits, which is worked out on a text. */
final class LineEdit {

  /** A command with its address: a line's number, {@code $}, a pattern, or nothing. */
  private record Step(Address from, Address to, char name, String substitution) {}

  private record Address(int number, Pattern pattern) {
    static final Address NONE = new Address(0, null);
    static final Address LAST = new Address(-1, null);

    boolean matches(int index, int count, String line) {
      if (pattern != null) {
        return pattern.matcher(line).find();
      }
      return number == 0 || number == index || number == -1 && index == count;
    }
  }

  private final String script;
  private final LinePattern.Dialect dialect;
  private final List<Step> steps = new ArrayList<>();
  private int at;

  private LineEdit(String script, LinePattern.Dialect dialect) {
    this.script = script;
    this.dialect = dialect;
  }

  private static LineEdit of(String script, SedMode mode) {
    return new LineEdit(
        script, mode.extended() ? LinePattern.Dialect.EXTENDED : LinePattern.Dialect.BASIC);
  }

  /** What a script makes of a text; empty where that cannot be worked out. */
  static Optional<String> apply(String script, SedMode mode, String text) {
    LineEdit edit = of(script, mode);
    return edit.parse() ? edit.run(text, mode.quiet()) : Optional.empty();
  }

  /**
   * What a script leaves of a text if all it does is to print or to drop each line by what stands
   * in it, whatever comes before; empty if it does more.
   */
  static Optional<String> selected(String script, SedMode mode, String text) {
    LineEdit edit = of(script, mode);
    boolean selects = edit.parse();
    for (Step step : edit.steps) {
      selects &= "pd".indexOf(step.name()) >= 0;
      selects &= step.to() == Address.NONE && step.from().number() == 0;
    }
    return selects ? edit.run(text, mode.quiet()) : Optional.empty();
  }

  private boolean parse() {
    while (true) {
      skip(" \t\n;");
      if (at >= script.length()) {
        return true;
      }
      Address from = address();
      Address to = Address.NONE;
      if (from != null && at < script.length() && script.charAt(at) == ',') {
        at++;
        to = address();
      }
      skip(" \t");
      if (from == null || to == null || at >= script.length()) {
        return false;
      }
      char name = script.charAt(at);
      String substitution = name == 's' ? substitution() : "";
      if ("pdqs".indexOf(name) < 0 || name == 's' && substitution.isEmpty()) {
        return false;
      }
      at += name == 's' ? substitution.length() : 1;
      steps.add(new Step(from, to, name, substitution));
      skip(" \t");
      if (at < script.length() && ";\n".indexOf(script.charAt(at)) < 0) {
        return false;
      }
    }
  }

  private void skip(String characters) {
    while (at < script.length() && characters.indexOf(script.charAt(at)) >= 0) {
      at++;
    }
  }

  /** An address that begins here; null where it is one that is not followed. */
  private Address address() {
    if (at >= script.length()) {
      return Address.NONE;
    }
    char first = script.charAt(at);
    if (first == '$') {
      at++;
      return Address.LAST;
    }
    int start = at;
    if (first == '/') {
      int end = script.indexOf('/', start + 1);
      at = end + 1;
      return end < 0 ? null : pattern(script.substring(start + 1, end));
    }
    while (at < script.length() && Character.isDigit(script.charAt(at))) {
      at++;
    }
    if (at == start) {
      return Address.NONE;
    }
    return at - start > 6 ? null : new Address(Integer.parseInt(script.substring(start, at)), null);
  }

  private Address pattern(String source) {
    try {
      boolean plain = source.indexOf('\\') < 0 && !source.isEmpty();
      return plain ? new Address(0, Pattern.compile(LinePattern.toRe2(source, dialect))) : null;
    } catch (PatternSyntaxException notRe2) {
      return null;
    }
  }

  /** The {@code s} command that begins here, up to its flags; empty where it does not end. */
  private String substitution() {
    if (at + 1 >= script.length()) {
      return "";
    }
    char delimiter = script.charAt(at + 1);
    int found = 0;
    int i = at + 2;
    for (; i < script.length() && found < 2; i++) {
      if (script.charAt(i) == '\\') {
        i++;
      } else if (script.charAt(i) == delimiter) {
        found++;
      }
    }
    while (i < script.length() && Character.isLetterOrDigit(script.charAt(i))) {
      i++;
    }
    return found < 2 ? "" : script.substring(at, i);
  }

  private Optional<String> run(String text, boolean quiet) {
    List<String> lines = Assignments.lines(text);
    StringBuilder printed = new StringBuilder();
    boolean[] open = new boolean[steps.size()];
    boolean reachedEnd = false;
    for (int i = 0; i < lines.size(); i++) {
      String space = lines.get(i);
      int before = printed.length();
      boolean deleted = false;
      boolean quits = false;
      for (int s = 0; s < steps.size() && !deleted && !quits; s++) {
        Step step = steps.get(s);
        if (!takes(step, open, s, i + 1, lines.size(), space)) {
          continue;
        }
        switch (step.name()) {
          case 'p':
            printed.append(space).append('\n');
            break;
          case 'd':
            deleted = true;
            break;
          case 'q':
            quits = true;
            break;
          default:
            Content changed = Substitution.apply(step.substitution(), dialect, space.concat("\n"));
            if (!changed.isSingleText()) {
              return Optional.empty();
            }
            String line = changed.textOr("");
            space = line.endsWith("\n") ? line.substring(0, line.length() - 1) : line;
        }
      }
      if (!deleted && !quiet) {
        printed.append(space).append('\n');
      }
      reachedEnd = i == lines.size() - 1 && printed.length() > before;
      if (quits) {
        break;
      }
    }
    boolean unended = !text.endsWith("\n") && printed.length() > 0;
    if (unended && reachedEnd) {
      printed.setLength(printed.length() - 1); // As the last line stood there.
    }
    return Optional.of(printed.toString());
  }

  private static boolean takes(
      Step step, boolean[] open, int index, int number, int count, String line) {
    if (step.to() == Address.NONE) {
      return step.from().matches(number, count, line);
    }
    if (!open[index]) {
      open[index] = step.from().matches(number, count, line);
      boolean taken = open[index];
      if (taken && step.to().number() > 0 && step.to().number() <= number) {
        open[index] = false;
      }
      return taken;
    }
    open[index] = !step.to().matches(number, count, line);
    return true;
  }
}
