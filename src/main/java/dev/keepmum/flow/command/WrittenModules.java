package dev.keepmum.flow.command;

import dev.keepmum.code.Modules;
import dev.keepmum.effect.Language;
import dev.keepmum.flow.Content;
import dev.keepmum.flow.Files;
import dev.keepmum.flow.PathNames;
import java.util.Optional;

/**
 * The modules that a call has written, by the last part of their names: where a language looks for
 * them depends on more than a call says. Modules that were there before are trusted.
 */
final class WrittenModules implements Modules {
  private static final String[] PYTHON = {".py", "/__init__.py"};
  private static final String[] JAVASCRIPT = {"", ".js", ".mjs", ".cjs", ".ts", "/index.js"};
  private static final String[] RUBY = {"", ".rb"};
  private static final String[] OTHER = {""};

  private final Files files;
  private final Language language;

  WrittenModules(Files files, Language language) {
    this.files = files;
    this.language = language;
  }

  @Override
  public Optional<String> text(String name) {
    String path = language == Language.PYTHON ? name.replace('.', '/') : name;
    for (String ending : endings()) {
      String file = path.concat(ending);
      for (String written : files.writtenAs(PathNames.base(file))) {
        Content content = files.known(files.read(written));
        if (written.endsWith(withoutDots(file)) && !content.hasSecrets()) {
          return Optional.of(content.textOr(""));
        }
      }
    }
    return Optional.empty();
  }

  private String[] endings() {
    switch (language) {
      case PYTHON:
        return PYTHON;
      case JAVASCRIPT:
        return JAVASCRIPT;
      case RUBY:
        return RUBY;
      default:
        return OTHER;
    }
  }

  /** A path without the steps at its start that say where it is meant from. */
  private static String withoutDots(String path) {
    int start = 0;
    while (start < path.length() && (path.charAt(start) == '.' || path.charAt(start) == '/')) {
      start++;
    }
    return "/".concat(path.substring(start));
  }
}
