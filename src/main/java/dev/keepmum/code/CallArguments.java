package dev.keepmum.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a call is given: arguments by position, arguments by name. */
final class CallArguments {
  /** The name of the arguments of which only the object is known that they come from. */
  private static final String ENTRIES = "**";

  private final List<Thing> positional = new ArrayList<>();
  private final Map<String, Thing> named = new HashMap<>();

  static CallArguments of(List<Thing> things) {
    CallArguments arguments = new CallArguments();
    arguments.positional.addAll(things);
    return arguments;
  }

  void add(String name, Thing thing) {
    if (name.isEmpty()) {
      positional.add(thing);
    } else {
      named.put(name, thing);
    }
  }

  /** The entries of an object as arguments by name; of what is not known, all under one. */
  void addEntries(Thing object) {
    if (object instanceof Thing.Structure structure && structure.rest().isEmpty()) {
      named.putAll(structure.fields());
    } else {
      named.put(ENTRIES, object);
    }
  }

  /** An argument by its name, which may be an entry of an object that is not known. */
  Thing optionOrEntry(String name) {
    Thing thing = option(name);
    return thing == Thing.UNKNOWN ? named.getOrDefault(ENTRIES, Thing.UNKNOWN) : thing;
  }

  int count() {
    return positional.size();
  }

  boolean isEmpty() {
    return positional.isEmpty() && named.isEmpty();
  }

  /** The argument at a position, 0 being the first; unknown where there is none. */
  Thing at(int position) {
    return position < positional.size() ? positional.get(position) : Thing.UNKNOWN;
  }

  List<Thing> positional() {
    return positional;
  }

  List<Thing> from(int position) {
    return position >= positional.size()
        ? List.of()
        : positional.subList(position, positional.size());
  }

  /** All arguments, those by name last. */
  List<Thing> all() {
    List<Thing> all = new ArrayList<>(positional);
    all.addAll(named.values());
    return all;
  }

  /** All arguments but those before a position, those by name last. */
  List<Thing> allFrom(int position) {
    List<Thing> all = all();
    return all.subList(Math.min(position, all.size()), all.size());
  }

  /** A thing, such as the receiver of a call, and all arguments. */
  List<Thing> allBehind(Thing first) {
    List<Thing> all = new ArrayList<>();
    all.add(first);
    all.addAll(all());
    return all;
  }

  /** The arguments given by name. */
  Map<String, Thing> named() {
    return named;
  }

  boolean has(String name) {
    return named.containsKey(name) || option(name) != Thing.UNKNOWN;
  }

  /** An argument by its name, or the field of that name in a structure among the arguments. */
  Thing option(String name) {
    Thing thing = named.get(name);
    if (thing != null) {
      return thing;
    }
    for (int i = 0; i < positional.size(); i++) {
      if (positional.get(i) instanceof Thing.Structure structure
          && structure.fields().containsKey(name)) {
        return structure.fields().get(name);
      }
    }
    return Thing.UNKNOWN;
  }

  /** An argument by its position or its name. */
  Thing either(int position, String name) {
    return position < positional.size() ? positional.get(position) : option(name);
  }
}
