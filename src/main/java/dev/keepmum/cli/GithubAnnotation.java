package dev.keepmum.cli;

/**
 * A workflow command that GitHub Actions shows beside a line (docs.github.com, "Workflow commands
 * for GitHub Actions"; what has to be escaped is from github.com/actions/toolkit, core/command.ts).
 */
final class GithubAnnotation {
  private GithubAnnotation() {}

  /** An error at a place; line 0 is the whole file. */
  static String error(SarifLog.Region region, String title, String message) {
    return of(SarifLog.Level.ERROR, region, title, message);
  }

  /** An error, warning or notice at a place; line 0 is the whole file. */
  static String of(SarifLog.Level level, SarifLog.Region region, String title, String message) {
    StringBuilder command = new StringBuilder("::").append(word(level));
    command.append(" file=").append(property(region.path()));
    if (region.line() > 0) {
      command.append(",line=").append(region.line()).append(",endLine=").append(region.endLine());
      if (region.line() == region.endLine()) {
        command.append(",col=").append(region.column());
        command.append(",endColumn=").append(region.endColumn());
      }
    }
    return command
        .append(",title=")
        .append(property(title))
        .append("::")
        .append(text(message))
        .toString();
  }

  private static String word(SarifLog.Level level) {
    return switch (level) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case NOTE -> "notice";
    };
  }

  private static String text(String value) {
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String value) {
    return text(value).replace(":", "%3A").replace(",", "%2C");
  }
}
