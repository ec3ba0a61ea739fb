package dev.keepmum.flow.command;

import dev.keepmum.effect.Language;
import dev.keepmum.event.JsonReader;
import dev.keepmum.event.JsonValue;
import dev.keepmum.event.MalformedJson;
import dev.keepmum.flow.Assignments;
import dev.keepmum.flow.Content;
import dev.keepmum.flow.PathNames;
import dev.keepmum.flow.expand.GlobPattern;
import dev.keepmum.rule.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Files of a project that a program runs without being told to: a makefile, the scripts in
 * package.json. Those that the call itself has written are run with it; what stood there before is
 * somebody's program.
 */
final class ProjectFiles {

  private ProjectFiles() {}

  /** Runs what a program and its sub-commands take from files that the call has written. */
  static void run(List<Invocation> calls) {
    for (Invocation call : calls) {
      if (!call.rule().project().isEmpty()) {
        for (String path : call.files().writtenPaths()) {
          run(call, path);
        }
      }
    }
  }

  private static void run(Invocation call, String path) {
    String name = PathNames.base(path);
    for (Map.Entry<String, Role> file : call.rule().project().entrySet()) {
      if (!GlobPattern.matches(file.getKey(), name)) {
        continue;
      }
      Content content = call.files().known(call.read(Content.text(path)));
      if (file.getValue() == Role.SCRIPT) {
        run(call, language(call, name), content);
      } else {
        for (String text : content.texts()) {
          for (String line : lines(text)) {
            run(call, Language.SHELL, content.withTexts(List.of(line)));
          }
        }
      }
    }
  }

  private static void run(Invocation call, Language language, Content text) {
    call.runCode(new CodeRun(language, text, List.of(), Content.EMPTY));
  }

  private static Language language(Invocation call, String name) {
    Optional<Language> own = call.rule().language();
    if (name.endsWith(".py")) {
      return Language.PYTHON;
    }
    if (name.endsWith(".rb")) {
      return Language.RUBY;
    }
    boolean script = name.endsWith("js") || name.endsWith("ts");
    return script ? Language.JAVASCRIPT : own.orElse(Language.SHELL);
  }

  /** The command lines in a file: the scripts of package.json, or what stands behind keys. */
  private static List<String> lines(String text) {
    return text.stripLeading().startsWith("{") ? scripts(text) : recipes(text);
  }

  private static List<String> scripts(String text) {
    List<String> lines = new ArrayList<>();
    try {
      if (JsonReader.readCommented(text) instanceof JsonValue.JsonObject object) {
        for (String name : List.of("scripts", "tasks")) {
          JsonValue.JsonObject scripts = object.object(name);
          for (String script : scripts.members().keySet()) {
            Optional<String> line = scripts.text(script);
            if (line.isPresent()) {
              lines.add(line.get());
            }
          }
        }
      }
    } catch (MalformedJson broken) {
      return lines; // The runner does not read it either.
    }
    return lines;
  }

  /** Lines without their marks: {@code - cmd}, {@code key: cmd}, {@code key = "cmd"}. */
  private static List<String> recipes(String text) {
    List<String> lines = new ArrayList<>();
    for (String line : Assignments.lines(text)) {
      String recipe = line.strip();
      while (recipe.startsWith("- ") || recipe.startsWith("@")) {
        recipe = recipe.substring(recipe.startsWith("@") ? 1 : 2).strip();
      }
      int key = 0;
      while (key < recipe.length() && isKey(recipe.charAt(key))) {
        key++;
      }
      String behind = recipe.substring(key).strip();
      if (behind.startsWith(":") || behind.startsWith("=")) {
        recipe = behind.substring(1).strip();
      }
      lines.add(unquoted(recipe));
    }
    return lines;
  }

  private static boolean isKey(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
  }

  private static String unquoted(String text) {
    int end = text.length() - 1;
    boolean quoted = end > 0 && (text.charAt(0) == '"' || text.charAt(0) == '\'');
    return quoted && text.charAt(end) == text.charAt(0) ? text.substring(1, end) : text;
  }
}
