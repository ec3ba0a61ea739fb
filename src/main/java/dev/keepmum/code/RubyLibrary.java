package dev.keepmum.code;

import dev.keepmum.effect.Language;

/** The names of Ruby's core and standard library by what they do. */
final class RubyLibrary extends Library {

  @Override
  Language language() {
    return Language.RUBY;
  }

  @Override
  Parser parser(String text) {
    return new RubyParser(text, 0);
  }

  @Override
  boolean callsByName() {
    return true;
  }

  @Override
  boolean returnsLast() {
    return true;
  }

  @Override
  Meaning elementsOfEnvironment() {
    return Meaning.ENTRIES;
  }

  @Override
  int firstArgument() {
    return 0;
  }

  @Override
  String self() {
    return "self";
  }

  @Override
  String constructor() {
    return "initialize";
  }

  @Override
  String canonical(String path) {
    String plain = path.startsWith("Kernel.") ? path.substring("Kernel.".length()) : path;
    return plain.startsWith("Object.ENV") ? plain.substring("Object.".length()) : plain;
  }

  @Override
  Meaning named(String path) {
    return switch (path) {
      case "ENV", "environment" -> Meaning.ENVIRONMENT;
      case "ENV.fetch" -> Meaning.VARIABLE;
      case "ENV.to_h", "ENV.to_hash", "ENV.sort", "ENV.dup", "ENV.clone", "ENV.lazy" ->
          Meaning.SAME_AS_IT;
      case "ENV.to_a", "ENV.each_pair.to_a" -> Meaning.ENTRIES;
      case "ENV.keys", "ENV.each_key" -> Meaning.KEYS;
      case "ENV.key?", "ENV.include?", "ENV.has_key?" -> Meaning.HIDE;
      case "ARGV" -> Meaning.ARGUMENTS;
      case "ARGF", "$<" -> Meaning.ARGUMENT_FILES;
      case "$_", "gets", "readline", "readlines" -> Meaning.ARGUMENT_INPUT;
      case "STDIN", "$stdin" -> Meaning.INPUT;
      case "File.read",
          "IO.read",
          "File.readlines",
          "IO.readlines",
          "File.binread",
          "IO.binread",
          "YAML.load_file",
          "YAML.unsafe_load_file",
          "YAML.safe_load_file",
          "JSON.load_file",
          "JSON.parse_file",
          "CSV.read",
          "CSV.foreach",
          "CSV.table",
          "Psych.load_file",
          "PStore.new",
          "JSON.load_file!" ->
          Meaning.READ_FILE;
      case "File.foreach", "IO.foreach" -> Meaning.READ_FILE;
      case "File.open", "open", "File.new", "IO.sysopen", "URI.open", "IO.open", "CSV.open" ->
          Meaning.OPEN;
      case "Pathname.new",
          "Pathname",
          "File.expand_path",
          "File.absolute_path",
          "URI",
          "URI.parse",
          "String",
          "Array",
          "Hash",
          "File.realpath" ->
          Meaning.SAME;
      case "Dotenv.parse" -> Meaning.READ_DOTENV;
      case "Dotenv.load", "Dotenv.overload", "Dotenv.load!", "Dotenv.overwrite" ->
          Meaning.LOAD_AND_READ;
      case "Dir.glob", "Dir.[]" -> Meaning.FILES_LIKE;
      case "Dir.entries", "Dir.children", "Dir.each_child", "Dir.foreach", "Find.find" ->
          Meaning.FILES_BELOW;
      case "ObjectSpace.dump_all" -> Meaning.DUMP_MEMORY;
      case "Rails.application.credentials", "Rails.application.secrets" -> Meaning.VAULT;
      case "puts",
          "print",
          "pp",
          "printf",
          "putc",
          "exit",
          "$stdout.puts",
          "$stdout.print",
          "$stdout.write",
          "STDOUT.puts",
          "STDOUT.print",
          "STDOUT.write",
          "STDOUT.syswrite",
          "$stdout.syswrite",
          "display" ->
          Meaning.PRINT;
      case "warn",
          "raise",
          "fail",
          "abort",
          "$stderr.puts",
          "$stderr.print",
          "$stderr.write",
          "STDERR.puts",
          "STDERR.print",
          "STDERR.write" ->
          Meaning.COMPLAIN;
      case "p" -> Meaning.SHOW;
      case "File.write", "IO.write", "File.binwrite", "IO.binwrite" -> Meaning.WRITE;
      case "FileUtils.cp",
          "FileUtils.copy",
          "FileUtils.copy_file",
          "FileUtils.cp_r",
          "IO.copy_stream" ->
          Meaning.COPY;
      case "FileUtils.mv", "FileUtils.move", "File.rename" -> Meaning.MOVE;
      case "FileUtils.ln", "File.link" -> Meaning.HARD_LINK;
      case "FileUtils.ln_s", "FileUtils.ln_sf", "File.symlink" -> Meaning.SYMBOLIC_LINK;
      case "File.delete",
          "File.unlink",
          "FileUtils.rm",
          "FileUtils.rm_f",
          "FileUtils.rm_rf",
          "File.truncate" ->
          Meaning.REMOVE;
      case "Dir.chdir", "FileUtils.cd" -> Meaning.CHANGE_DIRECTORY;
      case "ENV.store" -> Meaning.SET_VARIABLE;
      case "Net.HTTP.get",
          "Net.HTTP.post",
          "Net.HTTP.post_form",
          "Net.HTTP.get_response",
          "HTTParty.post",
          "HTTParty.get",
          "Faraday.post",
          "Faraday.get",
          "RestClient.post",
          "Net.HTTP.start",
          "Excon.post",
          "HTTP.post",
          "Net.HTTP.Post.new" ->
          Meaning.SEND;
      case "TCPSocket.new", "TCPSocket.open", "Net.HTTP.new", "UDPSocket.new" -> Meaning.CONNECT;
      case "system", "exec", "spawn", "Process.spawn" -> Meaning.RUN_PROGRAM;
      case "IO.popen",
          "Open3.capture2",
          "Open3.capture3",
          "Open3.capture2e",
          "PTY.spawn",
          "Open3.popen3" ->
          Meaning.OUTPUT_OF_WORDS;
      case "eval", "instance_eval", "class_eval", "lambda", "proc", "Proc.new" ->
          path.endsWith("eval") ? Meaning.EVALUATE : Meaning.SAME;
      case "load" -> Meaning.EVALUATE_FILE;
      case "Object.const_get", "Kernel.const_get" -> Meaning.MODULE;
      case "Base64.decode64", "Base64.strict_decode64", "Base64.urlsafe_decode64" ->
          Meaning.FROM_BASE64;
      case "File.join" -> Meaning.JOIN_PATHS;
      case "format", "sprintf" -> Meaning.FORMAT;
      case "Digest.SHA256.hexdigest",
          "Digest.MD5.hexdigest",
          "Digest.SHA1.hexdigest",
          "Digest.SHA512.hexdigest",
          "File.exist?",
          "File.exist",
          "File.file",
          "File.size",
          "File.stat",
          "require",
          "require_relative",
          "sleep",
          "OpenSSL.HMAC.hexdigest" ->
          Meaning.HIDE;
      default -> Meaning.NONE;
    };
  }

  @Override
  Meaning method(String name) {
    return switch (name) {
      case "read",
          "readlines",
          "each_line",
          "gets",
          "readline",
          "binread",
          "body",
          "each_char",
          "sysread",
          "readpartial",
          "each_byte",
          "lines" ->
          Meaning.READ_OR_EACH;
      case "write", "puts", "print", "syswrite", "send_data" -> Meaning.WRITE_TO_IT;
      case "each",
          "map",
          "flat_map",
          "collect",
          "each_with_index",
          "each_pair",
          "each_value",
          "filter_map",
          "each_entry",
          "each_slice",
          "each_cons",
          "transform_values",
          "then",
          "yield_self",
          "each_with_object" ->
          mapping(name);
      case "select",
          "reject",
          "filter",
          "sort_by",
          "sort",
          "tap",
          "uniq",
          "find_all",
          "min_by",
          "last",
          "find",
          "detect",
          "to_a",
          "to_h",
          "to_s",
          "to_json",
          "to_yaml",
          "pretty_inspect",
          "inspect",
          "chomp",
          "to_str",
          "dup",
          "freeze",
          "call",
          "force_encoding",
          "value",
          "stdout",
          "shuffle",
          "sample",
          "compact",
          "to_hash",
          "entries",
          "reverse_each",
          "max_by",
          "each_entry!" ->
          selecting(name);
      case "inject", "reduce" -> Meaning.REDUCE;
      case "any", "all", "none", "each_key" -> Meaning.TEST;
      case "keys" -> Meaning.KEYS;
      case "fetch", "dig", "values_at", "slice", "[]", "assoc" -> Meaning.LOOK_UP;
      case "push", "append", "concat", "unshift" -> Meaning.APPEND;
      case "join" -> Meaning.JOIN_ITS;
      case "upcase" -> Meaning.UPPER;
      case "downcase" -> Meaning.LOWER;
      case "strip" -> Meaning.TRIM;
      case "reverse" -> Meaning.REVERSE;
      case "sub", "gsub", "tr" -> Meaning.REPLACE;
      case "match" -> Meaning.MATCH;
      case "scan" -> Meaning.FIND_ALL;
      case "first" -> Meaning.FIRST_OF_IT;
      case "split" -> Meaning.SPLIT;
      case "partition" -> Meaning.PARTITION;
      case "chr" -> Meaning.CHARACTER;
      case "ord" -> Meaning.CODE;
      case "send", "public_send", "__send__", "method" -> Meaning.CALL_NAMED;
      case "const_get" -> Meaning.MEMBER_OF_IT;
      case "length",
          "size",
          "count",
          "nil",
          "empty",
          "include",
          "key",
          "has_key",
          "start_with",
          "end_with",
          "exist",
          "is_a",
          "class",
          "hash",
          "hexdigest",
          "close",
          "zero",
          "present",
          "respond_to",
          "blank",
          "eql",
          "member" ->
          Meaning.HIDE;
      case "unlink", "delete_file" -> Meaning.REMOVE_ITS_FILE;
      default -> Meaning.NONE;
    };
  }

  private static Meaning mapping(String name) {
    return name.equals("then") || name.equals("yield_self") ? Meaning.THEN : Meaning.MAP;
  }

  private static Meaning selecting(String name) {
    return switch (name) {
      case "select",
          "reject",
          "filter",
          "sort_by",
          "find_all",
          "min_by",
          "max_by",
          "find",
          "detect",
          "tap",
          "reverse_each" ->
          Meaning.FILTER;
      default -> Meaning.SAME_AS_IT;
    };
  }

  @Override
  Meaning property(String name) {
    return Meaning.NONE;
  }
}
