package dev.keepmum.code;

import dev.keepmum.effect.Effect;
import dev.keepmum.effect.Language;
import dev.keepmum.effect.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Files that a cmdlet has listed. They come down a pipeline as objects, and a cmdlet that reads
 * takes each object's path: {@code Get-ChildItem -Recurse *.ts | Select-String KEY} reads files.
 *
 * @param roots the folders or files that are listed
 * @param include globs on their names of which one must match; empty for all
 * @param exclude globs on their names of which none may match
 * @param recursive whether what lies in folders is listed, however deep
 */
record PowerShellListing(
    List<Value> roots, List<String> include, List<String> exclude, boolean recursive) {

  /** The files that a value lists, or may list; empty for every other value. */
  static Optional<PowerShellListing> of(Value value) {
    if (value instanceof Value.Output output
        && output.run().language() == Language.ARGUMENTS
        && output.run().words().get(0) instanceof Value.Text name
        && lists(name.text())) {
      return Optional.of(listed(output.run().words()));
    }
    if (value instanceof Value.OneOf choice) {
      for (Value alternative : choice.alternatives()) {
        Optional<PowerShellListing> listing = of(alternative);
        if (listing.isPresent()) {
          return listing;
        }
      }
    }
    return Optional.empty();
  }

  private static boolean lists(String cmdlet) {
    return cmdlet.equals("get-childitem")
        || cmdlet.equals("get-item")
        || cmdlet.equals("resolve-path");
  }

  private static PowerShellListing listed(List<Value> words) {
    List<Value> roots = new ArrayList<>();
    List<String> include = new ArrayList<>();
    List<String> exclude = new ArrayList<>();
    boolean recursive = false;
    for (int i = 1; i < words.size(); i++) {
      boolean more = i + 1 < words.size();
      switch (option(words.get(i))) {
        case "-path":
        case "-literalpath":
          if (more) {
            roots.add(words.get(++i));
          }
          break;
        case "-filter":
        case "-include":
          i = addGlobs(words, i + 1, include);
          break;
        case "-exclude":
          i = addGlobs(words, i + 1, exclude);
          break;
        case "-depth":
          i++;
          recursive = true;
          break;
        case "-recurse":
        case "-r":
        case "-s":
          recursive = true;
          break;
        case "":
          roots.add(words.get(i));
          break;
        default:
          break;
      }
    }
    return new PowerShellListing(roots, include, exclude, recursive);
  }

  private static String option(Value word) {
    return word instanceof Value.Text text && text.text().startsWith("-")
        ? text.text().toLowerCase(Locale.ROOT)
        : "";
  }

  /** Adds the words up to the next option; gives the place of the last one. */
  private static int addGlobs(List<Value> words, int from, List<String> globs) {
    int i = from;
    while (i < words.size() && option(words.get(i)).isEmpty()) {
      globs.add(words.get(i) instanceof Value.Text text ? text.text() : "*");
      i++;
    }
    return i - 1;
  }

  /** The same files, of which only those with names like this are kept. */
  Value selecting(String glob) {
    List<Value> words = new ArrayList<>();
    words.add(new Value.Text("get-childitem"));
    words.addAll(roots);
    if (recursive) {
      words.add(new Value.Text("-recurse"));
    }
    words.add(new Value.Text("-include"));
    words.add(new Value.Text(glob));
    return new Value.Output(new Effect.Run(Language.ARGUMENTS, words, Value.UNKNOWN));
  }

  /**
   * The words that name these files to a cmdlet which reads; empty where they lie below folders.
   */
  List<Value> operands() {
    List<Value> operands = new ArrayList<>();
    if (recursive) {
      return operands;
    }
    List<String> names = include.isEmpty() ? List.of("*") : include;
    if (roots.isEmpty()) {
      for (String name : names) {
        operands.add(new Value.Text(name));
      }
    }
    for (Value root : roots) {
      if (include.isEmpty()) {
        operands.add(root);
      }
      for (String name : names) {
        operands.add(Composition.join(List.of(root, new Value.Text("/".concat(name)))));
      }
    }
    return operands;
  }

  /**
   * The words that name these files to a cmdlet which removes: what is listed of a folder, or what
   * is named itself if it is a file.
   */
  List<Value> removed() {
    List<Value> removed = new ArrayList<>();
    for (Value operand : new PowerShellListing(roots, include, exclude, false).operands()) {
      boolean isHere = operand instanceof Value.Text text && isHere(text.text());
      if (!isHere) {
        removed.add(operand);
      }
    }
    return removed;
  }

  /** A folder that is left when all in it is removed, but for what is hidden. */
  private static boolean isHere(String name) {
    return name.equals(".") || name.equals("./") || name.equals("..") || name.equals("~");
  }

  /**
   * What all the files below the folders hold.
   *
   * @param pattern a regular expression that lines must match to be taken; empty for all
   */
  Value contents(Optional<String> pattern) {
    List<Value> contents = new ArrayList<>();
    for (Value root : roots.isEmpty() ? List.<Value>of(new Value.Text(".")) : roots) {
      contents.add(new Value.ReadTree(root, include, exclude, pattern));
    }
    return Composition.join(contents);
  }
}
