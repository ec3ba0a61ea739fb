package dev.keepmum.code;

import java.util.Locale;

/**
 * What names of functions say in the languages that have no reader of their own: their last part,
 * in small letters, without the signs between its words.
 */
final class GeneralWords {
  private GeneralWords() {}

  /** The part of a dotted name that says what it does: {@code getenv} of {@code os:getenv}. */
  static String plain(String name) {
    int start = 0;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if ((c == '.' || c == ':' || c == '/' || c == '$') && i + 1 < name.length()) {
        start = i + 1;
      }
    }
    StringBuilder plain = new StringBuilder();
    for (int i = start; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c != '_' && c != '-' && c != '!' && c != '?') {
        plain.append(c);
      }
    }
    return plain.toString().toLowerCase(Locale.ROOT);
  }

  /** Whether a name stands for the environment, or for a variable of it where one is named. */
  static boolean isEnvironment(String name) {
    switch (plain(name)) {
      case "getenv",
      "lookupenv",
      "fetchenv",
      "secureenv",
      "securegetenv",
      "getenvironmentvariable",
      "getenvironmentvariables",
      "expandenvironmentvariables",
      "environmentvariable",
      "environmentvariables",
      "environ",
      "environment",
      "getenvironment",
      "processenvironment",
      "initialenvironment",
      "posixenviron",
      "getallenv",
      "optionenv":
        return true;
      case "env":
        return name.equals("ENV") || name.endsWith("!") || isMember(name);
      case "var", "vars", "varos":
        return name.contains("env::");
      default:
        return false;
    }
  }

  /** Whether a name says whose member it is: {@code sys.env}, not {@code ./.env}. */
  private static boolean isMember(String name) {
    char first = name.charAt(0);
    return (Character.isLetter(first) || first == '$') && name.length() > "env".length();
  }

  /** Whether a function gives what is marked as a secret without the mark, as Terraform's does. */
  static boolean reveals(String name) {
    return name.equals("nonsensitive");
  }

  static boolean reads(String name) {
    switch (plain(name)) {
      case "read",
      "fgetc",
      "getc",
      "fgets",
      "fread",
      "getline",
      "readline",
      "readfile",
      "readtext",
      "readtextfile",
      "readalltext",
      "readalllines",
      "readallbytes",
      "readlines",
      "readtostring",
      "readstring",
      "readfileintostring",
      "slurp",
      "open",
      "openfile",
      "openin",
      "opentext",
      "openread",
      "openinputfile",
      "callwithinputfile",
      "withopenfile",
      "filestring",
      "file>string",
      "fopen",
      "ifstream",
      "filereader",
      "streamreader",
      "filestream",
      "includestr",
      "includebytes",
      "importstr",
      "importbin",
      "insertfilecontents",
      "findfile",
      "contentsoffile",
      "contentsof",
      "contents",
      "loadfile",
      "eachline",
      "fromfile",
      "file",
      "stream",
      "consult":
        return true;
      default:
        return false;
    }
  }

  static boolean shows(String name) {
    switch (plain(name)) {
      case "print",
      "putchar",
      "putc",
      "fputc",
      "fputs",
      "fwrite",
      "println",
      "printf",
      "printfn",
      "printfln",
      "printn",
      "printstring",
      "printendline",
      "eprint",
      "eprintln",
      "puts",
      "putstr",
      "putstrln",
      "echo",
      "display",
      "displayln",
      "write",
      "writeln",
      "writeline",
      "writestring",
      "writef",
      "message",
      "princ",
      "prin1",
      "pprint",
      "pp",
      "p",
      "prn",
      "format",
      "fprintf",
      "fprint",
      "fprintln",
      "inspect",
      "show",
      "dump",
      "dbg",
      "log",
      "info",
      "warn",
      "warning",
      "error",
      "panic",
      "fatal",
      "fatalf",
      "raise",
      "throw",
      "say",
      "trace":
        return true;
      default:
        return false;
    }
  }

  static boolean runs(String name) {
    switch (plain(name)) {
      case "system",
      "exec",
      "execute",
      "popen",
      "shell",
      "shellcommand",
      "shellcommandtostring",
      "callprocess",
      "cmd",
      "run",
      "runcommand",
      "command",
      "process",
      "spawn",
      "sh":
        return true;
      default:
        return false;
    }
  }

  /** Whether a name makes something of its argument that does not tell it. */
  static boolean hides(String name) {
    switch (plain(name)) {
      case "isnil",
      "isnull",
      "isnone",
      "issome",
      "isok",
      "isempty",
      "isblank",
      "isnullorempty",
      "nil",
      "null",
      "none",
      "empty",
      "null?",
      "length",
      "len",
      "count",
      "size",
      "strlen",
      "stringlength",
      "haskey",
      "containskey",
      "contains",
      "exists",
      "defined",
      "boundp",
      "not",
      "keys",
      "sha256",
      "hash":
        return true;
      default:
        return false;
    }
  }
}
