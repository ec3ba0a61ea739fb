package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import dev.keepmum.flow.state.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** fish's set: makes, shows, asks for or forgets variables, which are lists. */
final class FishSet implements Behaviour {

  @Override
  public void run(Invocation call) {
    StringBuilder letters = new StringBuilder();
    List<Content> words = new ArrayList<>();
    for (Content word : call.words()) {
      String text = word.textOr("");
      if (text.startsWith("-") && words.isEmpty()) {
        letters.append(text.startsWith("--") ? letter(text) : text.substring(1));
      } else {
        words.add(word);
      }
    }
    String options = letters.toString();
    if (options.indexOf('q') >= 0 || options.indexOf('n') >= 0) {
      call.print(Content.UNKNOWN); // Nothing, or names.
    } else if (words.isEmpty()) {
      call.print(call.shell().variables().environment(call.state()));
    } else if (options.indexOf('S') >= 0) {
      show(call, words);
    } else if (options.indexOf('e') >= 0) {
      erase(call, words);
    } else {
      assign(call, options, words);
    }
  }

  private static String letter(String option) {
    switch (option) {
      case "--query":
        return "q";
      case "--names":
        return "n";
      case "--show":
        return "S";
      case "--erase":
        return "e";
      case "--append":
        return "a";
      case "--prepend":
        return "p";
      default:
        return "";
    }
  }

  private static void show(Invocation call, List<Content> names) {
    for (Content name : names) {
      call.print(call.shell().variables().indirect(call.state(), name).derived());
    }
  }

  private static void erase(Invocation call, List<Content> names) {
    for (Content name : names) {
      call.state().variables().put(name.textOr(""), Variable.of(Content.EMPTY));
    }
  }

  private static void assign(Invocation call, String options, List<Content> words) {
    String name = words.get(0).textOr("");
    int bracket = name.indexOf('[');
    boolean adds = options.indexOf('a') >= 0 || options.indexOf('p') >= 0 || bracket > 0;
    String variable = bracket < 0 ? name : name.substring(0, bracket);
    Map<String, Content> elements = new LinkedHashMap<>();
    if (adds) {
      for (Content element : present(call, variable)) {
        elements.put(Integer.toString(elements.size()), element);
      }
    }
    for (Content value : words.subList(1, words.size())) {
      elements.put(Integer.toString(elements.size()), value);
    }
    Variable assigned =
        elements.size() == 1
            ? Variable.of(elements.get("0"))
            : elements.isEmpty() ? Variable.of(Content.EMPTY) : Variable.array(elements);
    call.state().variables().put(variable, assigned);
  }

  private static List<Content> present(Invocation call, String name) {
    Variable own = call.state().variables().get(name);
    if (own != null) {
      return own.all();
    }
    Optional<Content> inherited = call.shell().variables().value(call.state(), name);
    return inherited.isPresent() ? List.of(inherited.get()) : List.of();
  }
}
