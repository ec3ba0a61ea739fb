package dev.keepmum.flow.command;

import dev.keepmum.flow.Assignments;
import dev.keepmum.flow.Content;
import dev.keepmum.flow.SecretUrl;
import dev.keepmum.rule.Role;
import java.util.List;
import java.util.Optional;

/** cut: of lines of assignments the first column before {@code =} tells names only. */
final class Columns implements Behaviour {

  private static final List<String> LISTS =
      List.of("-b", "--bytes", "-c", "--characters", "-f", "--fields");

  @Override
  public void run(Invocation call) {
    if (!hasList(call)) {
      return; // It only says that it needs one.
    }
    Content gathered = Reading.gather(call);
    String delimiter = value(call, "-d", "--delimiter");
    String fields = value(call, "-f", "--fields");
    if (delimiter.isEmpty() && !fields.isEmpty()) {
      delimiter = "\t";
    }
    boolean complement = call.arguments().isSet(Role.INVERT);
    Content result;
    if (delimiter.equals("=") && fields.equals("1") && !complement) {
      result = call.shell().variables().names(call.state(), gathered);
    } else {
      result = gathered.derived();
    }
    Optional<SecretUrl> url = SecretUrl.of(call.context(), gathered);
    if (url.isPresent() && delimiter.length() == 1 && !complement) {
      Content left = cut(url.get().text(), delimiter.charAt(0), fields);
      result = url.get().harmless(left).orElse(result);
    }
    Content known = call.files().known(gathered);
    if (!gathered.hasSecrets() && delimiter.length() == 1 && known.isSingleText() && !complement) {
      result = cut(known.textOr(""), delimiter.charAt(0), fields);
    }
    String characters = value(call, "-c", "--characters");
    if (!gathered.hasSecrets() && known.isSingleText() && !characters.isEmpty() && !complement) {
      result = characters(known.textOr(""), characters);
    }
    call.print(result);
  }

  /** Whether an option says what to cut out, or a word that is not known may be one. */
  private static boolean hasList(Invocation call) {
    for (String option : LISTS) {
      if (call.arguments().hasOption(option)) {
        return true;
      }
    }
    for (Content word : call.words()) {
      if (!word.isSingleText() || Content.isPartial(word.textOr(""))) {
        return true;
      }
    }
    return false;
  }

  /** A range of characters of each line; unknown where several are asked for. */
  private static Content characters(String text, String range) {
    Optional<Range> wanted = Range.of(range);
    if (wanted.isEmpty()) {
      return Content.UNKNOWN;
    }
    int last = wanted.get().last();
    StringBuilder cut = new StringBuilder();
    for (String line : Assignments.lines(text)) {
      int from = Math.min(line.length(), Math.max(0, wanted.get().first() - 1));
      cut.append(line, from, Math.max(from, Math.min(line.length(), last))).append('\n');
    }
    return Content.text(cut.toString());
  }

  private static String value(Invocation call, String shortName, String longName) {
    String text = call.arguments().option(shortName).textOr("");
    return text.isEmpty() ? call.arguments().option(longName).textOr("") : text;
  }

  /** A field of each line, or a range of them; unknown where several are asked for. */
  private static Content cut(String text, char delimiter, String fields) {
    Optional<Range> range = Range.of(fields);
    if (range.isEmpty()) {
      return Content.UNKNOWN;
    }
    StringBuilder cut = new StringBuilder();
    for (String line : Assignments.lines(text)) {
      cut.append(fields(line, delimiter, range.get())).append('\n');
    }
    return Content.text(cut.toString());
  }

  private static String fields(String line, char delimiter, Range range) {
    if (line.indexOf(delimiter) < 0) {
      return line;
    }
    StringBuilder kept = new StringBuilder();
    int start = 0;
    for (int number = 1; start <= line.length() && number <= range.last(); number++) {
      int end = line.indexOf(delimiter, start);
      end = end < 0 ? line.length() : end;
      if (number >= range.first()) {
        kept.append(number > range.first() ? String.valueOf(delimiter) : "");
        kept.append(line, start, end);
      }
      start = end + 1;
    }
    return kept.toString();
  }

  /** {@code 3}, {@code 3-}, {@code -3} or {@code 3-5}: numbers from 1, both included. */
  private record Range(int first, int last) {
    static Optional<Range> of(String text) {
      int dash = text.indexOf('-');
      try {
        int first = dash == 0 ? 1 : Integer.parseInt(dash < 0 ? text : text.substring(0, dash));
        String end = dash < 0 ? text : text.substring(dash + 1);
        return Optional.of(
            new Range(first, end.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(end)));
      } catch (NumberFormatException severalRanges) {
        return Optional.empty();
      }
    }
  }
}
