package dev.keepmum.rule;

import com.google.re2j.Pattern;

/**
 * How large the rule book is. Compiles everything: not for the hook.
 *
 * @param rules rules with an id
 * @param commands programs and sub-commands
 * @param fileNames globs of files
 * @param openFileNames those of them that need a pattern
 * @param tokens shapes of tokens
 * @param keywords what the first look at a text is for
 * @param pathInstructions of the program of all globs with a wildcard
 * @param openPathInstructions of the part of it that a cold JVM may compile
 * @param variableInstructions of the program of all variables with a wildcard
 * @param tokenInstructions of all token patterns together, each of which is compiled by itself
 * @param instructions of everything
 */
public record RuleStatistics(
    int rules,
    int commands,
    int fileNames,
    int openFileNames,
    int tokens,
    int keywords,
    int pathInstructions,
    int openPathInstructions,
    int variableInstructions,
    int tokenInstructions,
    int instructions) {

  /** Counts the rule book that comes with the program. */
  public static RuleStatistics count() {
    int open = 0;
    for (int i = 0; i < FileTable.patternCount(); i++) {
      open += Glob.isLiteral(FileTable.pattern(i).substring(2)) ? 0 : 1;
    }
    int tokens = 0;
    for (int i = 0; i < TokenTable.textCount(); i++) {
      tokens += Pattern.compile(TokenShape.pattern(TokenTable.text(i))).programSize();
    }
    return new RuleStatistics(
        RuleTable.textCount() + CommandTable.textCount(),
        CommandTable.textCount(),
        FileTable.patternCount(),
        open,
        TokenTable.textCount(),
        TokenTrie.keywords(),
        Automaton.paths().instructions(),
        Automaton.openPaths().instructions(),
        Automaton.variables().instructions(),
        tokens,
        Automaton.whole().instructions() + tokens);
  }
}
