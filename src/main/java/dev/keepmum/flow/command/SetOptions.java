package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import dev.keepmum.flow.state.Variable;
import java.util.List;

/** set: options, positional parameters, or (alone) a listing of all variables. */
final class SetOptions implements Behaviour {
  @Override
  public void run(Invocation call) {
    List<Content> words = call.words();
    if (words.isEmpty()) {
      call.print(call.shell().variables().environment(call.state()));
      return;
    }
    for (int i = 0; i < words.size(); i++) {
      String only = Arguments.onlyText(words.get(i));
      String text = only == null ? "" : only;
      if (text.equals("--") || text.equals("-")) {
        call.state().positional(words.subList(i + 1, words.size()));
        return;
      }
      if (!text.startsWith("-") && !text.startsWith("+")) {
        call.state().positional(words.subList(i, words.size()));
        assign(call, text, words.subList(i + 1, words.size()));
        return;
      }
      boolean on = text.charAt(0) == '-';
      if (text.indexOf('x') > 0 || text.indexOf('v') > 0) {
        call.state().tracing(on);
      }
      if (text.indexOf('o') > 0 && i + 1 < words.size()) {
        Content name = words.get(++i);
        General.complain(call, name);
        named(call, name.textOr(""), on);
      }
    }
  }

  /**
   * fish's {@code set name value} and csh's {@code set name = value} or {@code set name=value},
   * which may be meant.
   */
  private static void assign(Invocation call, String written, List<Content> words) {
    int equals = words.isEmpty() ? written.indexOf('=') : -1;
    if (equals > 0) {
      String value = written.substring(equals + 1);
      assign(call, written.substring(0, equals), List.of(Content.text(value)));
      return;
    }
    String name = written;
    List<Content> values =
        !words.isEmpty() && words.get(0).textOr("").equals("=")
            ? words.subList(1, words.size())
            : words;
    if (values.isEmpty() || call.state().variables().containsKey(name)) {
      return;
    }
    Content value = values.get(0);
    for (Content word : values.subList(1, values.size())) {
      value = value.then(Content.text(" ")).then(word);
    }
    call.state().variables().put(name, Variable.of(value));
  }

  private static void named(Invocation call, String option, boolean on) {
    if (option.equals("xtrace") || option.equals("verbose")) {
      call.state().tracing(on);
    }
  }
}
