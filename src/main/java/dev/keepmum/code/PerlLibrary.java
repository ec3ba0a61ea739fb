package dev.keepmum.code;

import dev.keepmum.effect.Language;

/** The names of Perl's functions and common modules by what they do. */
final class PerlLibrary extends Library {

  @Override
  Language language() {
    return Language.PERL;
  }

  @Override
  Parser parser(String text) {
    return new PerlParser(text, 0);
  }

  @Override
  boolean returnsLast() {
    return true;
  }

  @Override
  int firstArgument() {
    return 0;
  }

  @Override
  Meaning elementsOfEnvironment() {
    return Meaning.ENTRIES;
  }

  @Override
  String canonical(String path) {
    if (path.startsWith("%main::") || path.startsWith("%::")) {
      return "%" + path.substring(path.lastIndexOf(':') + 1);
    }
    return path.startsWith("CORE::") ? path.substring("CORE::".length()) : path;
  }

  @Override
  Meaning named(String path) {
    return switch (path) {
      case "%ENV", "environment" -> Meaning.ENVIRONMENT;
      case "@ENV" -> Meaning.ENVIRONMENT;
      case "@ARGV" -> Meaning.ARGUMENTS;
      case "$_", "ARGV", "<>" -> Meaning.ARGUMENT_INPUT;
      case "STDIN" -> Meaning.INPUT;
      case "readline" -> Meaning.READ_FILE;
      case "open" -> Meaning.OPEN_BY_MODE;
      case "sysopen" -> Meaning.OPEN;
      case "opendir" -> Meaning.FILES_BELOW;
      case "readdir" -> Meaning.SAME;
      case "glob" -> Meaning.FILES_LIKE;
      case "read_file",
          "slurp",
          "File::Slurp::read_file",
          "read_text",
          "read_lines",
          "read_binary",
          "File::Slurper::read_text" ->
          Meaning.READ_FILE;
      case "IO::File.new", "IO::File.open" -> Meaning.OPEN;
      case "path",
          "Path::Tiny::path",
          "Path::Tiny.new",
          "file",
          "scalar",
          "sort",
          "join_list",
          "uniq",
          "local",
          "Mojo::File.new",
          "wantarray" ->
          Meaning.SAME;
      case "print",
          "say",
          "printf",
          "exit",
          "Dumper_print",
          "STDOUT.print",
          "STDOUT.say",
          "STDOUT.printf",
          "STDOUT.write",
          "syswrite_out" ->
          Meaning.PRINT;
      case "die",
          "warn",
          "croak",
          "confess",
          "carp",
          "cluck",
          "STDERR.print",
          "STDERR.say",
          "STDERR.printf",
          "STDERR.write" ->
          Meaning.COMPLAIN;
      case "syswrite" -> Meaning.WRITE;
      case "copy", "cp", "File::Copy::copy", "File::Copy::cp" -> Meaning.COPY;
      case "move", "mv", "File::Copy::move", "File::Copy::mv", "rename" -> Meaning.MOVE;
      case "link" -> Meaning.HARD_LINK;
      case "symlink" -> Meaning.SYMBOLIC_LINK;
      case "unlink", "chmod", "truncate", "rmdir" -> Meaning.REMOVE;
      case "chdir" -> Meaning.CHANGE_DIRECTORY;
      case "system", "exec" -> Meaning.RUN_PROGRAM;
      case "readpipe" -> Meaning.SHELL_OUTPUT;
      case "eval" -> Meaning.EVALUATE;
      case "do" -> Meaning.EVALUATE_FILE;
      case "IO::Socket::INET.new", "IO::Socket::SSL.new" -> Meaning.CONNECT;
      case "LWP::Simple::get", "get", "getprint", "getstore", "HTTP::Request.new" -> Meaning.SEND;
      case "keys" -> Meaning.KEYS;
      case "each" -> Meaning.ENTRY;
      case "values" -> Meaning.NONE;
      case "chr" -> Meaning.CHARACTER;
      case "ord" -> Meaning.CODE;
      case "lc" -> Meaning.LOWER;
      case "uc" -> Meaning.UPPER;
      case "reverse" -> Meaning.REVERSE;
      case "split" -> Meaning.SPLIT_SECOND;
      case "join" -> Meaning.JOIN_SECOND;
      case "sprintf" -> Meaning.FORMAT;
      case "decode_base64", "MIME::Base64::decode_base64" -> Meaning.FROM_BASE64;
      case "pack" -> Meaning.PACK;
      case "push", "unshift" -> Meaning.INSERT;
      case "shift", "pop" -> Meaning.FIRST;
      case "length",
          "defined",
          "exists",
          "ref",
          "stat",
          "close",
          "chomp",
          "md5_hex",
          "sha1_hex",
          "sha256_hex",
          "sha512_hex",
          "binmode",
          "time",
          "delete",
          "eof",
          "closedir",
          "sleep",
          "require",
          "index" ->
          Meaning.HIDE;
      default -> Meaning.NONE;
    };
  }

  @Override
  Meaning method(String name) {
    return switch (name) {
      case "slurp",
          "slurp_utf8",
          "slurp_raw",
          "lines",
          "getline",
          "getlines",
          "lines_utf8",
          "read" ->
          Meaning.READ_ITS_FILE;
      case "print", "printf", "say", "write", "syswrite" -> Meaning.WRITE_TO_IT;
      case "spew", "spew_utf8", "append" -> Meaning.WRITE_ITS_FILE;
      case "copy" -> Meaning.COPY_ITS_FILE;
      case "move" -> Meaning.MOVE_ITS_FILE;
      case "=~" -> Meaning.MATCH;
      case "s///" -> Meaning.REPLACE;
      case "get", "post", "put" -> Meaning.SEND_OR_MADE;
      case "hexdigest", "close", "exists", "binmode", "autoflush" -> Meaning.HIDE;
      default -> Meaning.NONE;
    };
  }

  @Override
  Meaning property(String name) {
    return Meaning.NONE;
  }
}
