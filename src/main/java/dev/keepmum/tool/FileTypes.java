package dev.keepmum.tool;

import java.util.List;

/** The file types of ripgrep (rg --type-list) that are asked for most. */
final class FileTypes {
  private FileTypes() {}

  /** The globs of a type; empty, which is every file, for one that is not known here. */
  static List<String> globs(String type) {
    return switch (type) {
      case "c" -> List.of("*.c", "*.h", "*.H", "*.cats");
      case "cpp" ->
          List.of("*.C", "*.cc", "*.cpp", "*.cxx", "*.h", "*.hh", "*.hpp", "*.hxx", "*.inl");
      case "cs", "csharp" -> List.of("*.cs");
      case "css" -> List.of("*.css", "*.scss");
      case "dart" -> List.of("*.dart");
      case "elixir" -> List.of("*.ex", "*.eex", "*.exs", "*.heex", "*.leex", "*.livemd");
      case "go" -> List.of("*.go");
      case "html" -> List.of("*.htm", "*.html", "*.ejs");
      case "java" -> List.of("*.java", "*.jsp", "*.jspx", "*.properties");
      case "js" -> List.of("*.cjs", "*.js", "*.jsx", "*.mjs", "*.vue");
      case "json" -> List.of("*.json", "composer.lock", "*.sarif");
      case "kotlin" -> List.of("*.kt", "*.kts");
      case "markdown", "md" ->
          List.of("*.markdown", "*.md", "*.mdown", "*.mdwn", "*.mdx", "*.mkd", "*.mkdn");
      case "php" -> List.of("*.php", "*.php3", "*.php4", "*.php5", "*.phtml");
      case "py", "python" -> List.of("*.py", "*.pyi");
      case "ruby" -> List.of("*.rb", "*.rbw", "*.gemspec", "Gemfile", "Rakefile", "config.ru");
      case "rust" -> List.of("*.rs");
      case "scala" -> List.of("*.scala", "*.sbt");
      case "sql" -> List.of("*.sql", "*.psql");
      case "swift" -> List.of("*.swift");
      case "toml" -> List.of("*.toml", "Cargo.lock");
      case "ts", "typescript" -> List.of("*.cts", "*.mts", "*.ts", "*.tsx");
      case "txt" -> List.of("*.txt");
      case "yaml" -> List.of("*.yaml", "*.yml");
      default -> List.of();
    };
  }
}
