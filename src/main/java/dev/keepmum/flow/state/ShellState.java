package dev.keepmum.flow.state;

import dev.keepmum.flow.Content;
import dev.keepmum.flow.Secret;
import dev.keepmum.shell.Command;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a shell knows at one moment. Branches and subshells work on copies; copies of branches are
 * joined again.
 */
public final class ShellState {

  private final Map<String, Variable> variables;
  private final Map<String, ShellFunction> functions;
  private final Map<String, Content> aliases;
  private Content directory;
  private List<Content> positional;
  private Descriptors descriptors;
  private boolean tracing;
  private boolean inheriting;
  private List<Secret> sourceSecrets = List.of();
  private Content loaded = Content.UNKNOWN;
  private Content programName = Content.UNKNOWN;
  private Content lastArgument = Content.UNKNOWN;
  private boolean matchingDots;
  private boolean plain;
  private boolean elsewhere;

  private ShellState(
      Map<String, Variable> variables,
      Map<String, ShellFunction> functions,
      Map<String, Content> aliases,
      Content directory,
      List<Content> positional,
      Descriptors descriptors,
      boolean tracing,
      boolean inheriting) {
    this.variables = variables;
    this.functions = functions;
    this.aliases = aliases;
    this.directory = directory;
    this.positional = positional;
    this.descriptors = descriptors;
    this.tracing = tracing;
    this.inheriting = inheriting;
  }

  /** A shell that has just started in a folder, with the environment of the host. */
  public static ShellState initial(Content directory) {
    return new ShellState(
        new HashMap<>(),
        new HashMap<>(),
        new HashMap<>(),
        directory,
        List.of(),
        Descriptors.INITIAL,
        false,
        true);
  }

  /** Another shell with the same state, as a branch or a subshell begins with. */
  public ShellState copy() {
    ShellState copy =
        new ShellState(
            new HashMap<>(variables),
            new HashMap<>(functions),
            new HashMap<>(aliases),
            directory,
            positional,
            descriptors,
            tracing,
            inheriting);
    copy.sourceSecrets = sourceSecrets;
    copy.loaded = loaded;
    copy.programName = programName;
    copy.lastArgument = lastArgument;
    copy.matchingDots = matchingDots;
    copy.plain = plain;
    copy.elsewhere = elsewhere;
    return copy;
  }

  /** Takes over what another branch leaves: what either says is possible. */
  public void join(ShellState other) {
    for (Map.Entry<String, Variable> entry : other.variables.entrySet()) {
      Variable mine = variables.get(entry.getKey());
      variables.put(
          entry.getKey(),
          mine == null
              ? entry.getValue().or(Variable.of(Content.EMPTY))
              : mine.or(entry.getValue()));
    }
    for (Map.Entry<String, Variable> entry : variables.entrySet()) {
      if (!other.variables.containsKey(entry.getKey())) {
        entry.setValue(entry.getValue().or(Variable.of(Content.EMPTY)));
      }
    }
    joinFunctions(other.functions);
    for (Map.Entry<String, Content> alias : other.aliases.entrySet()) {
      Content mine = aliases.get(alias.getKey());
      aliases.put(alias.getKey(), mine == null ? alias.getValue() : mine.or(alias.getValue()));
    }
    directory = directory.or(other.directory);
    lastArgument = lastArgument.or(other.lastArgument);
    loaded = loaded.withSecrets(other.loaded.secrets());
    tracing |= other.tracing;
    if (descriptors == Descriptors.INITIAL) {
      descriptors = other.descriptors;
    }
  }

  /** Gives variables back what they were before, or were not. */
  public void restore(Map<String, Variable> before) {
    for (Map.Entry<String, Variable> entry : before.entrySet()) {
      if (entry.getValue() == null) {
        variables.remove(entry.getKey());
      } else {
        variables.put(entry.getKey(), entry.getValue());
      }
    }
  }

  private void joinFunctions(Map<String, ShellFunction> others) {
    for (Map.Entry<String, ShellFunction> entry : functions.entrySet()) {
      if (!others.containsKey(entry.getKey())) {
        entry.setValue(entry.getValue().perhaps());
      }
    }
    for (Map.Entry<String, ShellFunction> entry : others.entrySet()) {
      ShellFunction mine = functions.get(entry.getKey());
      functions.put(
          entry.getKey(), mine == null ? entry.getValue().perhaps() : mine.or(entry.getValue()));
    }
  }

  /** Grows as long as a loop makes more things possible. */
  public int weight() {
    int sum = directory.weight() + functions.size() + aliases.size();
    for (Variable variable : variables.values()) {
      sum += variable.weight();
    }
    return sum;
  }

  /** The variables by their names; changing the map sets them. */
  public Map<String, Variable> variables() {
    return variables;
  }

  /** The function of a name, if there may be one. */
  public Optional<ShellFunction> function(String name) {
    return Optional.ofNullable(functions.get(name));
  }

  /** Makes a name that of a function, in the place of another one. */
  public void define(String name, Command body) {
    functions.put(name, ShellFunction.of(body));
  }

  /** Takes a function away ({@code unset -f}). */
  public void undefine(String name) {
    functions.remove(name);
  }

  /** What aliases stand for. */
  public Map<String, Content> aliases() {
    return aliases;
  }

  /** The working directory; absolute. */
  public Content directory() {
    return directory;
  }

  /** Goes to another working directory. */
  public void directory(Content changed) {
    directory = changed;
  }

  /** The positional parameters, {@code $1} first. */
  public List<Content> positional() {
    return positional;
  }

  /** Sets the positional parameters, as {@code set --} does. */
  public void positional(List<Content> changed) {
    positional = changed;
  }

  /** Where the open descriptors lead. */
  public Descriptors descriptors() {
    return descriptors;
  }

  /** Goes on with other descriptors. */
  public void descriptors(Descriptors changed) {
    descriptors = changed;
  }

  /** The secrets that the text being run may hold where a part of it is not known. */
  public List<Secret> sourceSecrets() {
    return sourceSecrets;
  }

  /** Says what the text being run may hold. */
  public void sourceSecrets(List<Secret> secrets) {
    sourceSecrets = secrets;
  }

  /** The secrets that variables hold of which nobody knows the names. */
  public List<Secret> loadedSecrets() {
    return loaded.secrets();
  }

  /** Takes assignments of a secret whose names are not known. */
  public void load(Secret secret) {
    loaded = loaded.withSecrets(List.of(secret));
  }

  /** {@code $0}. */
  public Content programName() {
    return programName;
  }

  /** Sets {@code $0}. */
  public void programName(Content changed) {
    programName = changed;
  }

  /** {@code $_}: the last word of the command before. */
  public Content lastArgument() {
    return lastArgument;
  }

  /** Sets {@code $_}. */
  public void lastArgument(Content changed) {
    lastArgument = changed;
  }

  /** Whether globs match names with a leading dot ({@code shopt -s dotglob}). */
  public boolean isMatchingDots() {
    return matchingDots;
  }

  /** Sets {@code dotglob}. */
  public void matchingDots(boolean on) {
    matchingDots = on;
  }

  /** Whether it is called sh, which is bash on some machines and dash on others. */
  public boolean isPlain() {
    return plain;
  }

  /** Says whether it is called sh. */
  public void plain(boolean on) {
    plain = on;
  }

  /** Whether it runs in a container or on another machine, with files and variables of its own. */
  public boolean isElsewhere() {
    return elsewhere;
  }

  public void goElsewhere() {
    elsewhere = true;
  }

  /** Whether {@code set -x} is on. */
  public boolean isTracing() {
    return tracing;
  }

  /** Sets {@code set -x}. */
  public void tracing(boolean on) {
    tracing = on;
  }

  /** Whether the environment of the host is there; {@code env -i} takes it away. */
  public boolean isInheriting() {
    return inheriting;
  }

  /** Takes all variables away, those of the host too ({@code env -i}). */
  public void dropEnvironment() {
    inheriting = false;
    loaded = Content.UNKNOWN;
    variables.clear();
  }
}
