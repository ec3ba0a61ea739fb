package dev.keepmum.code;

import dev.keepmum.effect.Language;

/** The names of PHP's functions by what they do. */
final class PhpLibrary extends Library {

  @Override
  Language language() {
    return Language.PHP;
  }

  @Override
  Parser parser(String text) {
    return new PhpParser(text, 0);
  }

  @Override
  String self() {
    return "$this";
  }

  @Override
  String constructor() {
    return "__construct";
  }

  @Override
  int filledArgument(String function) {
    return switch (function) {
      case "preg_match", "preg_match_all" -> 2;
      case "exec", "parse_str" -> 1;
      default -> -1;
    };
  }

  @Override
  Meaning elementsOfEnvironment() {
    return Meaning.VARIABLE;
  }

  @Override
  String canonical(String path) {
    return path.startsWith("$GLOBALS.") ? "$" + path.substring("$GLOBALS.".length()) : path;
  }

  @Override
  Meaning named(String path) {
    return switch (path) {
      case "$_ENV", "$_SERVER", "environment" -> Meaning.ENVIRONMENT;
      case "getenv" -> Meaning.ENVIRONMENT_OR_VARIABLE;
      case "env", "apache_getenv", "config" -> Meaning.VARIABLE;
      case "phpinfo" -> Meaning.PRINT_ENVIRONMENT;
      case "putenv" -> Meaning.PUT_VARIABLE;
      case "$argv", "$_SERVER.argv" -> Meaning.ARGUMENTS;
      case "$argn" -> Meaning.ARGUMENT_INPUT;
      case "STDIN", "readline" -> Meaning.INPUT;
      case "file_get_contents",
          "file",
          "parse_ini_file",
          "yaml_parse_file",
          "simplexml_load_file",
          "php_strip_whitespace" ->
          Meaning.READ_FILE;
      case "fopen", "SplFileObject", "gzopen" -> Meaning.OPEN;
      case "fgets",
          "fread",
          "stream_get_contents",
          "fgetc",
          "fscanf",
          "fgetcsv",
          "gzread",
          "stream_get_line" ->
          Meaning.READ_FILE;
      case "readfile",
          "highlight_file",
          "show_source",
          "fpassthru",
          "include",
          "include_once",
          "require",
          "require_once",
          "virtual",
          "readgzfile" ->
          Meaning.INCLUDE;
      case "echo",
          "print",
          "printf",
          "print_r",
          "var_dump",
          "var_export",
          "debug_zval_refcount",
          "exit",
          "die",
          "throw",
          "trigger_error",
          "error_log",
          "vprintf",
          "dump",
          "dd",
          "debug_print_backtrace" ->
          Meaning.PRINT;
      case "fwrite", "fputs", "file_put_contents", "fputcsv" -> Meaning.WRITE;
      case "fprintf" -> Meaning.WRITE;
      case "STDOUT.write" -> Meaning.PRINT;
      case "STDERR.write" -> Meaning.COMPLAIN;
      case "copy", "stream_copy_to_stream" -> Meaning.COPY;
      case "rename" -> Meaning.MOVE;
      case "link" -> Meaning.HARD_LINK;
      case "symlink" -> Meaning.SYMBOLIC_LINK;
      case "unlink", "rmdir", "chmod" -> Meaning.REMOVE;
      case "chdir" -> Meaning.CHANGE_DIRECTORY;
      case "curl_init", "fsockopen", "stream_socket_client" -> Meaning.CONNECT;
      case "curl_setopt" -> Meaning.CONFIGURE;
      case "mail" -> Meaning.SEND;
      case "system", "passthru", "pcntl_exec" -> Meaning.RUN_SHELL;
      case "shell_exec", "exec", "popen", "proc_open" -> Meaning.SHELL_OUTPUT;
      case "eval" -> Meaning.EVALUATE;
      case "scandir" -> Meaning.FILES_BELOW;
      case "glob" -> Meaning.FILES_LIKE;
      case "$$" -> Meaning.VARIABLE_NAMED;
      case "$GLOBALS" -> Meaning.ROOT;
      case "call_user_func" -> Meaning.CALL_FIRST;
      case "array_keys" -> Meaning.KEYS;
      case "array_entries" -> Meaning.ENTRIES;
      case "array_map" -> Meaning.MAP_SECOND;
      case "array_walk", "array_filter" -> Meaning.MAP_FIRST;
      case "base64_decode" -> Meaning.FROM_BASE64;
      case "hex2bin" -> Meaning.FROM_HEX;
      case "strrev" -> Meaning.REVERSE;
      case "chr" -> Meaning.CHARACTER;
      case "ord" -> Meaning.CODE;
      case "strtok" -> Meaning.BEFORE;
      case "preg_match" -> Meaning.MATCH_FIRST;
      case "preg_match_all" -> Meaning.MATCH_ALL;
      case "preg_replace" -> Meaning.SUBSTITUTE;
      case "explode", "preg_split" -> Meaning.SPLIT_SECOND;
      case "implode", "join" -> Meaning.JOIN_SECOND;
      case "sprintf" -> Meaning.FORMAT;
      case "strtoupper" -> Meaning.UPPER;
      case "strtolower" -> Meaning.LOWER;
      case "trim", "array_values", "realpath", "array_reverse", "strval" ->
          path.equals("trim") ? Meaning.TRIM : Meaning.SAME;
      case "strlen",
          "isset",
          "empty",
          "is_null",
          "file_exists",
          "md5",
          "sha1",
          "hash",
          "count",
          "is_string",
          "filesize",
          "is_file",
          "array_key_exists",
          "fclose",
          "gettype",
          "crc32",
          "password_hash",
          "hash_hmac",
          "feof",
          "sizeof",
          "function_exists",
          "intval",
          "is_array" ->
          Meaning.HIDE;
      default -> Meaning.NONE;
    };
  }

  @Override
  Meaning method(String name) {
    return switch (name) {
      case "fgets", "fread", "getContents", "current" -> Meaning.READ_ITS_FILE;
      case "fwrite" -> Meaning.WRITE_TO_IT;
      case "extractTo" -> Meaning.UNPACK;
      case "fpassthru" -> Meaning.SHOW_IT;
      case "getMessage", "format" -> Meaning.NONE;
      default -> Meaning.NONE;
    };
  }

  @Override
  Meaning property(String name) {
    return Meaning.NONE;
  }
}
