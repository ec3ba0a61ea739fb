package dev.keepmum.shell;

/** What the lexer tells apart. */
enum TokenKind {
  END,
  /** Nothing yet, at the start of a substitution: there {@code time} is no reserved word. */
  SUBSTITUTION,
  NEWLINE,
  WORD,
  /** {@code name=value} where an assignment may stand. */
  ASSIGNMENT,
  /** Digits directly before a redirection operator. */
  DESCRIPTOR,
  /** {@code {name}} directly before a redirection operator. */
  DESCRIPTOR_VARIABLE,
  /** {@code (( … ))} */
  ARITHMETIC,
  /** {@code (( ; ; ))} after {@code for} */
  ARITHMETIC_FOR,

  SEMICOLON,
  AMPERSAND,
  AND,
  OR,
  PIPE,
  PIPE_BOTH,
  LEFT_PARENTHESIS,
  RIGHT_PARENTHESIS,
  CASE_END,
  CASE_FALL_THROUGH,
  CASE_CONTINUE,

  LESS,
  GREATER,
  GREATER_GREATER,
  GREATER_PIPE,
  LESS_GREATER,
  LESS_AMPERSAND,
  GREATER_AMPERSAND,
  AMPERSAND_GREATER,
  AMPERSAND_GREATER_GREATER,
  HERE_DOCUMENT,
  HERE_DOCUMENT_STRIPPED,
  HERE_STRING,

  IF,
  THEN,
  ELIF,
  ELSE,
  FI,
  CASE,
  ESAC,
  FOR,
  IN,
  SELECT,
  /** zsh's {@code repeat count} */
  REPEAT,
  WHILE,
  UNTIL,
  DO,
  DONE,
  FUNCTION,
  COPROC,
  TIME,
  TIME_OPTION,
  BANG,
  LEFT_BRACE,
  RIGHT_BRACE,
  CONDITIONAL,
  CONDITIONAL_END;

  /** The reserved word of this spelling, {@link #WORD} if it is none. */
  static TokenKind reserved(String word) {
    switch (word) {
      case "if":
        return IF;
      case "then":
        return THEN;
      case "elif":
        return ELIF;
      case "else":
        return ELSE;
      case "fi":
        return FI;
      case "case":
        return CASE;
      case "esac":
        return ESAC;
      case "for":
        return FOR;
      case "in":
        return IN;
      case "select":
        return SELECT;
      case "while":
        return WHILE;
      case "until":
        return UNTIL;
      case "do":
        return DO;
      case "done":
        return DONE;
      case "function":
        return FUNCTION;
      case "coproc":
        return COPROC;
      case "time":
        return TIME;
      case "!":
        return BANG;
      case "{":
        return LEFT_BRACE;
      case "}":
        return RIGHT_BRACE;
      case "[[":
        return CONDITIONAL;
      case "]]":
        return CONDITIONAL_END;
      default:
        return WORD;
    }
  }

  /** The reserved word of this spelling in zsh, {@link #WORD} if it is none. */
  static TokenKind reservedInZsh(String word) {
    switch (word) {
      case "foreach":
        return FOR;
      case "end":
        return DONE;
      case "repeat":
        return REPEAT;
      default:
        return reserved(word);
    }
  }

  /** Whether a reserved word is recognised directly behind this. */
  boolean beforeCommand() {
    switch (this) {
      case END:
      case SUBSTITUTION:
      case NEWLINE:
      case ARITHMETIC:
      case ARITHMETIC_FOR:
      case SEMICOLON:
      case AMPERSAND:
      case AND:
      case OR:
      case PIPE:
      case PIPE_BOTH:
      case LEFT_PARENTHESIS:
      case RIGHT_PARENTHESIS:
      case CASE_END:
      case CASE_FALL_THROUGH:
      case CASE_CONTINUE:
      case IF:
      case THEN:
      case ELIF:
      case ELSE:
      case FI:
      case ESAC:
      case WHILE:
      case UNTIL:
      case DO:
      case DONE:
      case COPROC:
      case TIME:
      case TIME_OPTION:
      case BANG:
      case LEFT_BRACE:
      case RIGHT_BRACE:
      case CONDITIONAL:
        return true;
      default:
        return false;
    }
  }

  /** Whether {@code time} is a reserved word directly behind this. */
  boolean beforePipeline() {
    switch (this) {
      case PIPE:
      case PIPE_BOTH:
      case COPROC:
      case SUBSTITUTION:
        return false;
      default:
        return beforeCommand();
    }
  }

  boolean endsCaseItem() {
    return this == CASE_END || this == CASE_FALL_THROUGH || this == CASE_CONTINUE;
  }

  /** Whether a redirection starts with this. */
  boolean startsRedirection() {
    return this == DESCRIPTOR || this == DESCRIPTOR_VARIABLE || isRedirection();
  }

  boolean isRedirection() {
    switch (this) {
      case LESS:
      case GREATER:
      case GREATER_GREATER:
      case GREATER_PIPE:
      case LESS_GREATER:
      case LESS_AMPERSAND:
      case GREATER_AMPERSAND:
      case AMPERSAND_GREATER:
      case AMPERSAND_GREATER_GREATER:
      case HERE_DOCUMENT:
      case HERE_DOCUMENT_STRIPPED:
      case HERE_STRING:
        return true;
      default:
        return false;
    }
  }
}
