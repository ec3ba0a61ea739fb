package dev.keepmum.effect;

/** The languages a piece of code or a command line can be written in. */
public enum Language {
  /** bash, and what sh, dash, ksh and zsh share with it. */
  SHELL,
  FISH,
  /** Of another shell: commands are like any shell's, the rest is its own (nu, elvish, xonsh). */
  COMMANDS,
  /** No language: the words are a program and its arguments, started without a shell. */
  ARGUMENTS,
  POWERSHELL,
  /** The command language of cmd.exe. */
  CMD,
  PYTHON,
  /** Python with the lines for the shell and the magics of IPython and Jupyter. */
  IPYTHON,
  /** JavaScript and TypeScript under Node.js, Deno or Bun. */
  JAVASCRIPT,
  PERL,
  RUBY,
  PHP,
  AWK,
  SED,
  JQ,
  YQ,
  LUA,
  R,
  /** Java source: a single-file program or jshell input; Groovy, Kotlin and Scala one-liners. */
  JAVA,
  APPLESCRIPT,
  /** SQL and the dot or backslash commands of sqlite3, psql, mysql and duckdb. */
  SQL,
  MAKE,
  /** Ex commands of vim and its kin. */
  VIM,
  TCL,
  /** A language that is known to be one and is not read any further. */
  OTHER
}
