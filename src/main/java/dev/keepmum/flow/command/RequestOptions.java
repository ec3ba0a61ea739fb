package dev.keepmum.flow.command;

import dev.keepmum.flow.Assignments;
import dev.keepmum.flow.Content;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of options, one a line, as curl takes them: {@code url = "https://…"}, {@code data = …}.
 *
 * @see <a href="https://curl.se/docs/manpage.html#-K">curl(1), --config</a>
 */
final class RequestOptions {
  private RequestOptions() {}

  /** The options that the call itself has made; of a file that was there before, nothing. */
  static Content made(Invocation call, Content file) {
    boolean stood = !file.textOr("").equals("-");
    for (String path : call.resolve(file)) {
      stood &= call.context().host().status(path).isRegular() && !call.files().isWritten(path);
    }
    return stood ? Content.EMPTY : call.files().known(call.read(file));
  }

  /** The addresses among the options. */
  static List<Content> urls(Invocation call, Content file) {
    List<Content> urls = new ArrayList<>();
    Content options = call.files().known(call.read(file));
    for (String text : options.texts()) {
      for (String line : Assignments.lines(text)) {
        int end = endOfName(line);
        String name = line.substring(0, end).strip();
        if (name.equals("url") || name.equals("--url")) {
          urls.add(Content.text(value(line.substring(end))));
        }
      }
    }
    return urls;
  }

  private static int endOfName(String line) {
    int end = 0;
    while (end < line.length() && " \t=:".indexOf(line.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private static String value(String behindName) {
    int start = 0;
    while (start < behindName.length() && " \t=:".indexOf(behindName.charAt(start)) >= 0) {
      start++;
    }
    String value = behindName.substring(start).strip();
    int close = value.startsWith("\"") ? value.indexOf('"', 1) : -1;
    return close > 0 ? value.substring(1, close) : value;
  }
}
