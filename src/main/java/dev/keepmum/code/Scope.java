package dev.keepmum.code;

import java.util.HashMap;
import java.util.Map;

/** The variables of a function or a program, and those of what is around it. */
final class Scope {
  private final Map<String, Thing> variables = new HashMap<>();
  private final Scope outer;

  /** The variables of a program. */
  Scope() {
    this.outer = this;
  }

  /** The variables of a function inside another scope. */
  Scope(Scope outer) {
    this.outer = outer;
  }

  /** Whether a variable is known here or around. */
  boolean knows(String name) {
    return holder(name).variables.containsKey(name);
  }

  /** What a variable that is known stands for; {@link Thing#UNKNOWN} for others. */
  Thing get(String name) {
    Thing thing = holder(name).variables.get(name);
    return thing == null ? Thing.UNKNOWN : thing;
  }

  /** Sets a variable where it is known, here if it is not. */
  void set(String name, Thing thing) {
    Scope holder = holder(name);
    (holder.variables.containsKey(name) ? holder : this).variables.put(name, thing);
  }

  /** Sets a variable of this very scope. */
  void declare(String name, Thing thing) {
    variables.put(name, thing);
  }

  /** The variables of this scope, not of those around it. */
  Map<String, Thing> own() {
    return variables;
  }

  /**
   * Adds the variables of this scope and of those around it, of which an inner one hides others.
   */
  void copyTo(Map<String, Thing> all) {
    if (outer != this) {
      outer.copyTo(all);
    }
    all.putAll(variables);
  }

  private Scope holder(String name) {
    Scope scope = this;
    while (scope.outer != scope && !scope.variables.containsKey(name)) {
      scope = scope.outer;
    }
    return scope;
  }
}
