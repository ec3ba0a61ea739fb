package dev.keepmum.tool;

import dev.keepmum.effect.Language;
import java.util.Optional;

/** What the names in a tool's input say about their values. */
final class InputKey {
  private InputKey() {}

  /** The name in small letters and digits, so that all ways to write it are one. */
  static String plain(String name) {
    StringBuilder plain = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        plain.append(Character.toLowerCase(c));
      }
    }
    return plain.toString();
  }

  static boolean isCommand(String name) {
    return switch (plain(name)) {
      case "command",
          "commands",
          "cmd",
          "cmds",
          "commandline",
          "cmdline",
          "shellcommand",
          "terminalcommand",
          "clicommand",
          "bash",
          "shell",
          "sh",
          "run",
          "exec",
          "argv",
          "script" ->
          true;
      default -> false;
    };
  }

  /** Whether a value within what is called a command is its text. */
  static boolean isLine(String name) {
    return switch (plain(name)) {
      case "line", "text", "value", "raw", "string" -> true;
      default -> false;
    };
  }

  /** Whether a value beside a list of arguments is the program that gets them. */
  static boolean isProgram(String name) {
    return switch (plain(name)) {
      case "program", "executable", "binary", "exe", "bin" -> true;
      default -> false;
    };
  }

  /** Whether a value is what a program gets as its arguments. */
  static boolean isArguments(String name) {
    return switch (plain(name)) {
      case "args", "arguments", "argv" -> true;
      default -> false;
    };
  }

  static boolean isPlural(String name) {
    return name.endsWith("s");
  }

  /** The language that a name stands for. */
  static Optional<Language> language(String name) {
    return switch (plain(name)) {
      case "python", "pythoncode" -> Optional.of(Language.PYTHON);
      case "javascript", "js", "jscode", "function", "pagefunction", "expression" ->
          Optional.of(Language.JAVASCRIPT);
      case "powershell" -> Optional.of(Language.POWERSHELL);
      case "applescript" -> Optional.of(Language.APPLESCRIPT);
      case "sql" -> Optional.of(Language.SQL);
      default -> Optional.empty();
    };
  }

  /** Whether a value is a program; some names say so only where a language is known. */
  static boolean isCode(String name, Optional<Language> hinted) {
    return switch (plain(name)) {
      case "code", "sourcecode", "snippet", "codesnippet" -> true;
      case "script", "program", "statement" -> hinted.isPresent();
      case "query" -> hinted.isPresent() && hinted.get() == Language.SQL;
      default -> language(name).isPresent();
    };
  }

  /** Whether a value is what a notebook's cell gets. */
  static boolean isCell(String name) {
    return switch (plain(name)) {
      case "source", "newsource", "cell", "cellsource", "cellcontent", "cellcode" -> true;
      default -> false;
    };
  }

  /** Whether a value can be nothing but a path or several. */
  static boolean isPath(String name) {
    String plain = plain(name);
    return plain.endsWith("path")
        || plain.startsWith("pathin")
        || plain.endsWith("paths")
        || plain.endsWith("file") && !plain.endsWith("profile")
        || plain.endsWith("files") && !plain.endsWith("profiles")
        || plain.endsWith("filename")
        || plain.endsWith("filenames")
        || plain.endsWith("directory")
        || plain.endsWith("directories")
        || plain.endsWith("folder")
        || plain.equals("dir");
  }

  /** Whether a value can be a path, if it looks like one. */
  static boolean mayBePath(String name) {
    return switch (plain(name)) {
      case "source",
          "sources",
          "src",
          "from",
          "destination",
          "dest",
          "dst",
          "to",
          "target",
          "input",
          "root",
          "uri",
          "uris",
          "resource",
          "document",
          "image",
          "attachment",
          "attachments",
          "location" ->
          true;
      default -> false;
    };
  }

  /** Whether a value beside a path is what is written there. */
  static boolean isContent(String name) {
    return switch (plain(name)) {
      case "content",
          "contents",
          "text",
          "data",
          "body",
          "newcontent",
          "filecontent",
          "filetext",
          "newsource",
          "newtext",
          "inserttext" ->
          true;
      default -> false;
    };
  }
}
