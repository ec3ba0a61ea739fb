package dev.keepmum.tool;

import dev.keepmum.effect.Language;
import java.util.Optional;

/** What tools call the languages. */
final class CodeLanguage {
  private CodeLanguage() {}

  static Optional<Language> named(String name) {
    return switch (name) {
      case "python", "python2", "python3", "py", "ipython", "jupyter" ->
          Optional.of(Language.PYTHON);
      case "javascript", "js", "node", "nodejs", "typescript", "ts", "deno", "bun" ->
          Optional.of(Language.JAVASCRIPT);
      case "bash", "sh", "shell", "zsh" -> Optional.of(Language.SHELL);
      case "powershell", "pwsh" -> Optional.of(Language.POWERSHELL);
      case "cmd", "batch" -> Optional.of(Language.CMD);
      case "ruby", "rb" -> Optional.of(Language.RUBY);
      case "perl" -> Optional.of(Language.PERL);
      case "php" -> Optional.of(Language.PHP);
      case "lua" -> Optional.of(Language.LUA);
      case "r", "rscript" -> Optional.of(Language.R);
      case "java", "groovy", "kotlin", "jshell", "scala" -> Optional.of(Language.JAVA);
      case "applescript", "osascript" -> Optional.of(Language.APPLESCRIPT);
      case "sql", "postgres", "postgresql", "mysql", "sqlite", "duckdb" ->
          Optional.of(Language.SQL);
      case "jq" -> Optional.of(Language.JQ);
      case "awk" -> Optional.of(Language.AWK);
      default -> Optional.empty();
    };
  }

  /** Whether a tool's code runs in the page of a browser. */
  static boolean isBrowser(ToolName tool) {
    return tool.isAbout("browser", "playwright", "puppeteer", "chrome", "devtools");
  }

  /** The language that a tool's own name, or its server's, speaks of. */
  static Optional<Language> of(ToolName tool) {
    for (String word : tool.action()) {
      if (named(word).isPresent()) {
        return named(word);
      }
    }
    for (String word : tool.server()) {
      if (named(word).isPresent()) {
        return named(word);
      }
    }
    if (isBrowser(tool) || tool.isAbout("evaluate")) {
      return Optional.of(Language.JAVASCRIPT);
    }
    return tool.isAbout("notebook", "ide", "kernel", "colab")
        ? Optional.of(Language.PYTHON)
        : Optional.empty();
  }
}
