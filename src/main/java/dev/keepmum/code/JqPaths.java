package dev.keepmum.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The members of its document that a filter reaches: {@code State.Health} for {@code
 * .[0].State.Health | keys}. Elements of arrays are not told from the array.
 */
public final class JqPaths {
  private static final int MAX_NESTING = 32;
  private static final int MAX_PATHS = 64;

  /** Ends a path below which the members have got other names: what follows does not lead on. */
  private static final String ANYWHERE = ".";

  private int nesting;

  private JqPaths() {}

  /**
   * The paths of members, their names separated by dots, below which everything that the filter
   * gives was in the document; the empty path for all of it. Empty where the filter is not as
   * simple, or takes something else than its document.
   */
  public static Optional<List<String>> of(String filter) {
    JqParser parser = new JqParser(filter);
    Optional<List<String>> paths = new JqPaths().reach(parser.parse(), List.of(""));
    if (paths.isEmpty() || parser.isIncomplete()) {
      return Optional.empty();
    }
    List<String> members = new ArrayList<>();
    for (String path : paths.get()) {
      members.add(path.endsWith(ANYWHERE) ? path.substring(0, path.length() - 1) : path);
    }
    return Optional.of(members);
  }

  private Optional<List<String>> reach(JqNode node, List<String> from) {
    if (nesting >= MAX_NESTING || from.size() > MAX_PATHS) {
      return Optional.empty();
    }
    nesting++;
    Optional<List<String>> reached = follow(node, from);
    nesting--;
    return reached;
  }

  private Optional<List<String>> follow(JqNode node, List<String> from) {
    switch (node.kind()) {
      case IDENTITY:
      case ITERATE:
        return Optional.of(from);
      case RECURSE:
        return Optional.of(anywhere(from));
      case FIELD:
        return Optional.of(isNumber(node.text()) ? from : below(from, node.text()));
      case CONSTANT:
      case NUMBER:
        return Optional.of(List.of());
      case PIPE:
        return pipe(node.children(), from);
      case INDEX:
        return together(node.children(), from, from);
      case CALL:
        return call(node, from);
      case ARRAY:
      case EITHER:
      case IF:
        return together(node.children(), from, List.of());
      case STRING:
      case OBJECT:
      case SUM:
      case ARITHMETIC:
      case TEST:
        Optional<List<String>> made = together(node.children(), from, List.of());
        return made.isEmpty() ? made : Optional.of(anywhere(made.get()));
      default:
        return Optional.empty();
    }
  }

  private Optional<List<String>> call(JqNode call, List<String> from) {
    switch (call.text()) {
      case "select":
      case "first":
      case "last":
      case "sort":
      case "sort_by":
      case "unique":
      case "unique_by":
      case "reverse":
      case "values":
        return together(call.children(), from, from);
      case "map":
        return together(call.children(), from, List.of());
      case "map_values":
        Optional<List<String>> mapped = together(call.children(), below(from, "*"), List.of());
        return mapped.isEmpty() ? mapped : Optional.of(anywhere(mapped.get()));
      case "env":
      case "strenv":
      case "envsubst":
      case "input":
      case "inputs":
      case "load":
      case "load_str":
      case "load_xml":
      case "load_props":
      case "load_base64":
      case "getpath":
      case "get_search_list":
        return Optional.empty();
      default:
        Optional<List<String>> all = together(call.children(), from, from);
        return all.isEmpty() ? all : Optional.of(anywhere(all.get()));
    }
  }

  private static List<String> anywhere(List<String> paths) {
    List<String> open = new ArrayList<>(paths.size());
    for (String path : paths) {
      open.add(path.endsWith(ANYWHERE) ? path : path.concat(ANYWHERE));
    }
    return open;
  }

  private static boolean isNumber(String name) {
    for (int i = 0; i < name.length(); i++) {
      if ("-0123456789".indexOf(name.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  private static List<String> below(List<String> paths, String name) {
    List<String> below = new ArrayList<>(paths.size());
    for (String path : paths) {
      boolean leadsOn = !path.isEmpty() && !path.endsWith(ANYWHERE);
      below.add(path.isEmpty() ? name : leadsOn ? path + "." + name : path);
    }
    return below;
  }

  private Optional<List<String>> pipe(List<JqNode> steps, List<String> from) {
    Optional<List<String>> reached = Optional.of(from);
    for (JqNode step : steps) {
      reached = reached.isEmpty() ? reached : reach(step, reached.get());
    }
    return reached;
  }

  private Optional<List<String>> together(
      List<JqNode> parts, List<String> from, List<String> beside) {
    List<String> all = new ArrayList<>(beside);
    for (JqNode part : parts) {
      Optional<List<String>> reached = reach(part, from);
      if (reached.isEmpty()) {
        return reached;
      }
      all.addAll(reached.get());
    }
    return Optional.of(all);
  }
}
