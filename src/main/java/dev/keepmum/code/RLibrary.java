package dev.keepmum.code;

import dev.keepmum.effect.Language;

/** The names of R's base packages by what they do. */
final class RLibrary extends Library {

  @Override
  Language language() {
    return Language.R;
  }

  @Override
  Parser parser(String text) {
    return new RParser(text, 0);
  }

  @Override
  boolean returnsLast() {
    return true;
  }

  @Override
  String canonical(String path) {
    return path.startsWith("base.") || path.startsWith("utils.")
        ? path.substring(path.indexOf('.') + 1)
        : path;
  }

  @Override
  boolean showsAssignments() {
    return false;
  }

  @Override
  Meaning named(String path) {
    return switch (path) {
      case "environment" -> Meaning.ENVIRONMENT;
      case "Sys.getenv" -> Meaning.ENVIRONMENT_OR_VARIABLE;
      case "Sys.setenv" -> Meaning.SET_NAMED;
      case "commandArgs" -> Meaning.ARGUMENTS;
      case "readline" -> Meaning.INPUT;
      case "stdin" -> Meaning.INPUT;
      case "readLines",
          "read.table",
          "read.csv",
          "read.delim",
          "readRDS",
          "scan",
          "readChar",
          "readBin",
          "dget",
          "read.dcf",
          "yaml.read_yaml",
          "jsonlite.fromJSON",
          "readr.read_file",
          "readr.read_lines",
          "data.table.fread",
          "fread",
          "read_file",
          "fromJSON" ->
          Meaning.READ_FILE;
      case "file", "gzfile", "url" -> Meaning.OPEN;
      case "readRenviron", "dotenv.load_dot_env", "load_dot_env" -> Meaning.LOAD;
      case "keyring.key_get", "key_get" -> Meaning.VAULT;
      case "list.files", "dir" -> Meaning.FILES_BELOW;
      case "Sys.glob" -> Meaning.FILES_LIKE;
      case "cat", "write.stdout", "str", "dput" -> Meaning.PRINT;
      case "message", "warning", "stop" -> Meaning.COMPLAIN;
      case "print" -> Meaning.PRINT;
      case "writeLines" -> Meaning.PRINT;
      case "invisible" -> Meaning.HIDE;
      case "file.copy" -> Meaning.COPY;
      case "file.rename" -> Meaning.MOVE;
      case "file.link" -> Meaning.HARD_LINK;
      case "file.symlink" -> Meaning.SYMBOLIC_LINK;
      case "file.remove", "unlink", "Sys.chmod" -> Meaning.REMOVE;
      case "setwd" -> Meaning.CHANGE_DIRECTORY;
      case "system" -> Meaning.RUN_SHELL;
      case "system2" -> Meaning.RUN_BY_OPTIONS;
      case "httr.POST", "httr.GET", "POST", "GET", "curl.curl_fetch_memory", "download.file" ->
          Meaning.SEND;
      case "source" -> Meaning.EVALUATE_FILE;
      case "eval" -> Meaning.SAME;
      case "parse" -> Meaning.EVALUATE_TEXT;
      case "paste0" -> Meaning.CONCATENATE;
      case "file.path" -> Meaning.JOIN_PATHS;
      case "names" -> Meaning.KEYS;
      case "sub", "gsub" -> Meaning.SUBSTITUTE;
      case "strsplit" -> Meaning.NONE;
      case "toupper" -> Meaning.UPPER;
      case "tolower" -> Meaning.LOWER;
      case "sprintf" -> Meaning.FORMAT;
      case "rev", "c", "as.character", "unlist", "as.list", "sort", "identity" ->
          path.equals("c") ? Meaning.LIST : Meaning.SAME;
      case "sapply", "lapply", "vapply", "Map" -> Meaning.MAP_FIRST;
      case "nchar",
          "length",
          "file.exists",
          "is.null",
          "nzchar",
          "file.info",
          "is.na",
          "library",
          "require",
          "suppressMessages",
          "quit",
          "q",
          "digest.digest",
          "file.size",
          "class" ->
          Meaning.HIDE;
      default -> Meaning.NONE;
    };
  }

  @Override
  Meaning method(String name) {
    return Meaning.NONE;
  }

  @Override
  Meaning property(String name) {
    return Meaning.NONE;
  }
}
