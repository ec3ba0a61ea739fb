package dev.keepmum.code;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the modules of a program's own give to those who load them; each is followed once. */
final class LoadedModules {
  private static final int MAX_MODULES = 16;
  private static final String[] EXPORTS = {"module.exports.", "exports."};
  private static final String EXPORTED = "module.exports";

  private final Modules modules;
  private final Evaluator evaluator;
  private final Map<String, Thing> loaded = new HashMap<>();

  LoadedModules(Modules modules, Evaluator evaluator) {
    this.modules = modules;
    this.evaluator = evaluator;
  }

  /** What a module, or a member of one, stands for; empty where there is no such module. */
  Optional<Thing> find(String path) {
    Optional<Thing> module = load(path);
    int dot = path.lastIndexOf('.');
    if (module.isPresent() || dot <= 0 || path.indexOf('/') >= 0) {
      return module;
    }
    Optional<Thing> holder = find(path.substring(0, dot));
    return holder.isPresent()
        ? Optional.of(evaluator.calls().members().member(holder.get(), path.substring(dot + 1)))
        : holder;
  }

  private Optional<Thing> load(String name) {
    if (loaded.containsKey(name)) {
      return Optional.of(loaded.get(name));
    }
    Optional<String> text = loaded.size() < MAX_MODULES ? modules.text(name) : Optional.empty();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    loaded.put(name, Thing.UNKNOWN); // For modules that load one another.
    Thing module = exported(evaluator.evaluateModule(text.get()));
    loaded.put(name, module);
    return Optional.of(module);
  }

  /** The members of a module by the names that others know them by. */
  private static Thing exported(Map<String, Thing> variables) {
    Thing.Structure module = new Thing.Structure();
    module.fields().putAll(variables);
    for (Map.Entry<String, Thing> variable : variables.entrySet()) {
      for (int i = 0; i < EXPORTS.length; i++) {
        if (variable.getKey().startsWith(EXPORTS[i])) {
          String name = variable.getKey().substring(EXPORTS[i].length());
          module.fields().put(name, variable.getValue());
        }
      }
    }
    Thing whole = variables.getOrDefault(EXPORTED, Thing.UNKNOWN);
    if (whole instanceof Thing.Structure structure) {
      module.fields().putAll(structure.fields());
      module.rest().addAll(structure.rest());
      return module;
    }
    return whole == Thing.UNKNOWN ? module : whole;
  }
}
