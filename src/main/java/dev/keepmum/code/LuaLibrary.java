package dev.keepmum.code;

import dev.keepmum.effect.Language;

/** The names of Lua's standard library by what they do. */
final class LuaLibrary extends Library {

  @Override
  Language language() {
    return Language.LUA;
  }

  @Override
  Parser parser(String text) {
    return new LuaParser(text, 0);
  }

  @Override
  String canonical(String path) {
    return path.startsWith("_G.") || path.startsWith("_ENV.")
        ? path.substring(path.indexOf('.') + 1)
        : path;
  }

  @Override
  Meaning named(String path) {
    return switch (path) {
      case "os.getenv", "vim.fn.getenv", "vim.uv.os_getenv", "vim.loop.os_getenv" ->
          Meaning.VARIABLE;
      case "vim.env", "vim.fn.environ", "vim.uv.os_environ", "vim.loop.os_environ" ->
          Meaning.ENVIRONMENT;
      case "vim.fn.readfile", "vim.fn.readblob" -> Meaning.READ_FILE;
      case "vim.fn.system", "vim.fn.systemlist" -> Meaning.SHELL_OUTPUT;
      case "vim.print", "vim.notify", "vim.api.nvim_echo" -> Meaning.PRINT;
      case "vim.inspect" -> Meaning.SAME;
      case "arg" -> Meaning.ARGUMENTS;
      case "io.stdin", "io.read" -> Meaning.INPUT;
      case "io.open", "io.input" -> Meaning.OPEN;
      case "io.lines" -> Meaning.READ_FILE;
      case "print", "io.write", "io.stdout.write" -> Meaning.PRINT;
      case "error", "io.stderr.write" -> Meaning.COMPLAIN;
      case "assert" -> Meaning.SAME;
      case "os.rename" -> Meaning.MOVE;
      case "os.remove" -> Meaning.REMOVE;
      case "os.execute" -> Meaning.RUN_SHELL;
      case "io.popen" -> Meaning.SHELL_OUTPUT;
      case "load", "loadstring" -> Meaning.LOADED;
      case "dofile", "loadfile" -> Meaning.EVALUATE_FILE;
      case "require" -> Meaning.MODULE;
      case "_G", "_ENV" -> Meaning.ROOT;
      case "string.char", "utf8.char" -> Meaning.CHARACTERS;
      case "string.byte" -> Meaning.CODE;
      case "string.reverse" -> Meaning.REVERSE;
      case "string.upper" -> Meaning.UPPER;
      case "string.lower" -> Meaning.LOWER;
      case "string.format" -> Meaning.FORMAT;
      case "table.concat" -> Meaning.JOIN_FIRST;
      case "table.insert" -> Meaning.INSERT;
      case "pairs", "ipairs" -> Meaning.ENTRIES;
      case "tostring", "table.unpack", "unpack" -> Meaning.SAME;
      case "string.match", "string.gmatch" ->
          path.equals("string.match") ? Meaning.FIND_SECOND : Meaning.NONE;
      case "string.len", "type", "os.exit", "os.time", "rawlen" -> Meaning.HIDE;
      default -> Meaning.NONE;
    };
  }

  @Override
  Meaning method(String name) {
    return switch (name) {
      case "read", "lines" -> Meaning.READ_ITS_FILE;
      case "write" -> Meaning.WRITE_TO_IT;
      case "reverse" -> Meaning.REVERSE;
      case "upper" -> Meaning.UPPER;
      case "lower" -> Meaning.LOWER;
      case "match" -> Meaning.FIND;
      case "format" -> Meaning.FORMAT_IT;
      case "byte" -> Meaning.CODE;
      case "close", "len", "seek", "find" -> Meaning.HIDE;
      default -> Meaning.NONE;
    };
  }

  /** {@code vim.env.NAME}. */
  @Override
  boolean variablesAreMembers() {
    return true;
  }

  @Override
  Meaning property(String name) {
    return Meaning.NONE;
  }
}
