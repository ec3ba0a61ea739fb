package dev.keepmum.flow.command;

import dev.keepmum.flow.Assignments;
import dev.keepmum.flow.Content;
import dev.keepmum.rule.Role;
import java.util.ArrayList;
import java.util.List;

/** cut: of lines of assignments the first column before {@code =} tells names only. */
final class Columns implements Behaviour {
  @Override
  public void run(Invocation call) {
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

  /** A range of characters of each line; unknown where several are asked for. */
  private static Content characters(String text, String range) {
    int dash = range.indexOf('-');
    int first;
    int last;
    try {
      first = dash == 0 ? 1 : Integer.parseInt(dash < 0 ? range : range.substring(0, dash));
      String end = dash < 0 ? range : range.substring(dash + 1);
      last = end.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(end);
    } catch (NumberFormatException severalRanges) {
      return Content.UNKNOWN;
    }
    StringBuilder cut = new StringBuilder();
    for (String line : Assignments.lines(text)) {
      int from = Math.min(line.length(), Math.max(0, first - 1));
      cut.append(line, from, Math.max(from, Math.min(line.length(), last))).append('\n');
    }
    return Content.text(cut.toString());
  }

  private static String value(Invocation call, String shortName, String longName) {
    String text = call.arguments().option(shortName).textOr("");
    return text.isEmpty() ? call.arguments().option(longName).textOr("") : text;
  }

  /** One field of each line; unknown where more is asked for. */
  private static Content cut(String text, char delimiter, String fields) {
    int wanted;
    try {
      wanted = Integer.parseInt(fields);
    } catch (NumberFormatException severalFields) {
      return Content.UNKNOWN;
    }
    StringBuilder cut = new StringBuilder();
    for (String line : Assignments.lines(text)) {
      cut.append(field(line, delimiter, wanted)).append('\n');
    }
    return Content.text(cut.toString());
  }

  private static String field(String line, char delimiter, int wanted) {
    if (line.indexOf(delimiter) < 0) {
      return line;
    }
    List<String> parts = new ArrayList<>();
    int start = 0;
    while (start <= line.length()) {
      int end = line.indexOf(delimiter, start);
      end = end < 0 ? line.length() : end;
      parts.add(line.substring(start, end));
      start = end + 1;
    }
    return wanted >= 1 && wanted <= parts.size() ? parts.get(wanted - 1) : "";
  }
}
