package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import dev.keepmum.flow.state.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** export, declare, typeset, local, readonly: assigns, or lists variables with their values. */
final class Declare implements Behaviour {

  @Override
  public void run(Invocation call) {
    StringBuilder letters = new StringBuilder();
    List<Content> names = new ArrayList<>();
    for (Content word : call.words()) {
      String text = Arguments.onlyText(word);
      boolean option = text != null && text.length() > 1 && "-+".indexOf(text.charAt(0)) >= 0;
      if (option && names.isEmpty()) {
        letters.append(text, 1, text.length());
      } else {
        names.add(word);
      }
    }
    String options =
        call.name().equals("nameref") ? letters.append('n').toString() : letters.toString();
    if (options.indexOf('f') >= 0 || options.indexOf('F') >= 0) {
      return;
    }
    if (names.isEmpty()) {
      list(call, options);
      return;
    }
    for (Content name : names) {
      declare(call, options, name);
    }
  }

  /**
   * Without names it lists what the options select: only plain, exported or all variables hold
   * secrets.
   */
  private static void list(Invocation call, String options) {
    boolean localsOnly = call.name().equals("local");
    boolean selectsOthers = onlyAttributes(options) && !options.isEmpty();
    boolean readOnly = call.name().equals("readonly");
    if (readOnly || selectsOthers || localsOnly) {
      call.print(assigned(call));
    }
    if (!localsOnly && !selectsOthers && !readOnly) {
      call.print(call.shell().variables().environment(call.state()));
    }
  }

  /** What the call itself has assigned so far. */
  private static Content assigned(Invocation call) {
    Content values = Content.UNKNOWN;
    for (Variable variable : call.state().variables().values()) {
      values = values.withSecrets(variable.value().secrets());
    }
    return values;
  }

  /** Whether the options select arrays, integers and such, none of which the environment has. */
  private static boolean onlyAttributes(String options) {
    for (int i = 0; i < options.length(); i++) {
      if ("aAilnrtu".indexOf(options.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  private static void declare(Invocation call, String options, Content word) {
    if (options.indexOf('p') >= 0) {
      call.print(call.shell().variables().indirect(call.state(), word).derived());
      return;
    }
    if (word.isWhollyUnknown()) {
      EvaluatedAssignments.assign(call, word);
    }
    if (!isAssignment(word)) {
      EvaluatedAssignments.complain(call, word);
    }
    for (String text : word.texts()) {
      int equals = text.indexOf('=');
      if (equals <= 0) {
        if (isLocal(call, options)) {
          call.shell().local(text);
        }
        makeReference(call, options, text);
        if (!word.isWhollyUnknown()) {
          General.complain(call, word); // With what it begins, it may be no name.
        }
        continue;
      }
      boolean append = text.charAt(equals - 1) == '+';
      String name = text.substring(0, append ? equals - 1 : equals);
      Content value = word.withTexts(List.of(cased(options, text.substring(equals + 1))));
      assign(call, options, subscriptless(name), value, append);
    }
  }

  private static boolean isAssignment(Content word) {
    for (String text : word.texts()) {
      if (text.indexOf('=') > 0) {
        return true;
      }
    }
    return false;
  }

  /** {@code declare -l} and {@code -u} change the letters of what is assigned. */
  private static String cased(String options, String value) {
    if (options.indexOf('l') >= 0) {
      return value.toLowerCase(Locale.ROOT);
    }
    return options.indexOf('u') >= 0 ? value.toUpperCase(Locale.ROOT) : value;
  }

  private static void assign(
      Invocation call, String options, String name, Content value, boolean append) {
    Variable variable;
    if (options.indexOf('n') >= 0 && !call.name().equals("export")) {
      variable = Variable.reference(value);
    } else if (append) {
      Optional<Content> before = call.shell().variables().value(call.state(), name);
      variable = Variable.of(before.orElse(Content.EMPTY).then(value));
    } else {
      variable = Variable.of(value);
    }
    if (isLocal(call, options)) {
      call.shell().local(name);
    }
    call.state().variables().put(name, variable);
  }

  /** {@code local}, and in a function {@code declare} without {@code -g}. */
  private static boolean isLocal(Invocation call, String options) {
    switch (call.name()) {
      case "local":
        return true;
      case "declare":
      case "typeset":
        return options.indexOf('g') < 0;
      default:
        return false;
    }
  }

  private static void makeReference(Invocation call, String options, String name) {
    Variable present = call.state().variables().get(name);
    if (present != null && options.indexOf('n') >= 0 && !call.name().equals("export")) {
      call.state().variables().put(name, Variable.reference(present.value()));
    }
  }

  private static String subscriptless(String name) {
    int bracket = name.indexOf('[');
    return bracket < 0 ? name : name.substring(0, bracket);
  }
}
