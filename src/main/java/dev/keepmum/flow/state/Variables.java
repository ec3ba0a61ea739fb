package dev.keepmum.flow.state;

import dev.keepmum.flow.Content;
import dev.keepmum.flow.FlowContext;
import dev.keepmum.flow.Secret;
import dev.keepmum.rule.Rule;
import dev.keepmum.rule.TokenMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What variables hold: those of the shell, and behind them those of the environment. */
public final class Variables {

  /** The rule for an environment as a whole. */
  public static final String ENVIRONMENT_RULE = "layer2/environment";

  private static final String ENVIRONMENT_LABEL = "the environment";

  private static final String ENVIRONMENT_ELSEWHERE = "the environment there";

  private final FlowContext context;

  /** Finds secrets among them by the rules of an analysis. */
  public Variables(FlowContext context) {
    this.context = context;
  }

  /** A variable's value; empty if nobody knows that there is one of this name. */
  public Optional<Content> value(ShellState state, String name) {
    Variable variable = state.variables().get(name);
    if (variable != null) {
      return Optional.of(
          variable.isReference() ? indirect(state, variable.value()) : variable.value());
    }
    return inherited(state, name);
  }

  /** The value of the variable whose name is itself a value. */
  public Content indirect(ShellState state, Content name) {
    Content any = null;
    for (String text : name.texts()) {
      Optional<Content> value =
          Content.isPartial(text) ? Optional.empty() : value(state, subscriptless(text));
      if (value.isPresent()) {
        any = any == null ? value.get() : any.or(value.get());
      }
    }
    return any == null ? Content.UNKNOWN : any;
  }

  /** All variables with their values, as {@code env} prints them. */
  public Content environment(ShellState state) {
    Content all = Content.UNKNOWN;
    if (state.isInheriting()) {
      Rule rule = context.rules().rule(ENVIRONMENT_RULE);
      String label = state.isElsewhere() ? ENVIRONMENT_ELSEWHERE : ENVIRONMENT_LABEL;
      all = Content.secret(Secret.of(rule, label).asAssignments());
    }
    all = all.withSecrets(state.loadedSecrets());
    for (Variable variable : state.variables().values()) {
      all = all.withSecrets(asAssignments(variable.value().secrets()));
    }
    return all;
  }

  /**
   * The names of secret variables in an environment as a whole: those that are set, or elsewhere
   * those that are well known; empty for any other secret.
   */
  public List<String> secretNames(ShellState state, Secret secret) {
    switch (secret.label()) {
      case ENVIRONMENT_LABEL:
        return secretNames(state);
      case ENVIRONMENT_ELSEWHERE:
        return context.rules().secretVariables();
      default:
        return List.of();
    }
  }

  private List<String> secretNames(ShellState state) {
    List<String> names = new ArrayList<>();
    for (String name : names(state)) {
      Optional<Content> value = value(state, name);
      if (value.isPresent() && value.get().hasSecrets()) {
        names.add(name);
      }
    }
    return names;
  }

  /** Whether a secret is an environment as a whole. */
  public static boolean isEnvironment(Secret secret) {
    return isEnvironmentHere(secret) || secret.label().equals(ENVIRONMENT_ELSEWHERE);
  }

  /** Whether a secret is the environment of this machine. */
  public static boolean isEnvironmentHere(Secret secret) {
    return secret.label().equals(ENVIRONMENT_LABEL);
  }

  /** The names of the variables that are set. */
  public List<String> names(ShellState state) {
    List<String> names = new ArrayList<>(state.variables().keySet());
    if (state.isInheriting()) {
      names.addAll(context.host().variableNames());
    }
    return names;
  }

  /** The names in a stream of assignments; of the whole environment they are those of its own. */
  public Content names(ShellState state, Content assignments) {
    Content names = assignments.namesOnly();
    for (Secret secret : assignments.secrets()) {
      if (secret.rule().id().equals(ENVIRONMENT_RULE)) {
        String text = String.join("\n", names(state)).concat("\n");
        return Content.text(text).opened().withSecrets(names.secrets());
      }
    }
    return names;
  }

  private static List<Secret> asAssignments(List<Secret> secrets) {
    List<Secret> lines = new ArrayList<>();
    for (Secret secret : secrets) {
      lines.add(secret.asAssignments());
    }
    return lines;
  }

  private Optional<Content> inherited(ShellState state, String name) {
    switch (name) {
      case "PWD":
        return Optional.of(state.directory());
      case "HOME":
        return Optional.of(Content.text(context.host().home()));
      case "IFS":
        return Optional.of(Content.text(" \t\n"));
      case "PPID":
      case "UID":
      case "EUID":
      case "RANDOM":
      case "SECONDS":
      case "LINENO":
      case "BASHPID":
      case "SHLVL":
      case "COLUMNS":
      case "LINES":
        return Optional.of(Content.UNKNOWN);
      default:
        break;
    }
    Optional<Content> own = state.isInheriting() ? fromEnvironment(name) : Optional.empty();
    return own.isPresent() ? own : loaded(state, name);
  }

  /** A variable of a name that is not known may be one of those that were loaded. */
  private static Optional<Content> loaded(ShellState state, String name) {
    Content any = Content.UNKNOWN;
    for (Secret secret : state.loadedSecrets()) {
      any = any.withSecrets(List.of(secret.assignedTo(name)));
    }
    return any.hasSecrets() ? Optional.of(any) : Optional.empty();
  }

  private Optional<Content> fromEnvironment(String name) {
    Optional<Rule> rule = context.rules().variable(name);
    if (rule.isPresent()) {
      return Optional.of(secret(rule.get(), name));
    }
    Optional<String> value = context.host().variable(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    List<TokenMatch> tokens = context.rules().tokens(value.get());
    return Optional.of(
        tokens.isEmpty() ? Content.text(value.get()) : secret(tokens.get(0).rule(), name));
  }

  private static Content secret(Rule rule, String name) {
    return Content.secret(Secret.ofVariable(rule, name));
  }

  private static String subscriptless(String name) {
    int bracket = name.indexOf('[');
    return bracket < 0 ? name : name.substring(0, bracket);
  }
}
