package dev.keepmum.rule;

/** What a program does with an operand, with the value of an option, or because of a flag. */
public enum Role {
  /** A number, a format, a name: nothing that matters here. */
  VALUE("value"),
  /** A number that may be attached to its option; letters behind it are options again. */
  DIGITS("digits"),
  /**
   * A file (a folder with {@link #RECURSIVE}) whose content reaches the output; {@code -} is stdin.
   */
  READ("read"),
  /**
   * A file whose lines show even where nothing else does: the list that {@code date -f} or {@code
   * file -f} quotes in its messages; as a flag: standard input is one.
   */
  QUOTE("quote"),
  /**
   * A file of the names of the files that are read, {@code -} for standard input; as a flag:
   * standard input is one.
   */
  FILE_LIST("file-list"),
  /** A file that is used without being shown: a key, a configuration, an env file. */
  LOAD("load"),
  /** A file whose assignments become variables of the program that is started. */
  ENV_FILE("env-file"),
  /** A file or another thing that is only named: listed, created, measured, complained about. */
  NAME("name"),
  /** A file that is removed, or whose permissions are taken. */
  REMOVE("remove"),
  /** A file that gets the output instead of stdout; {@code -} is stdout. */
  WRITE("write"),
  /** A file that gets the output beside stdout (tee). */
  WRITE_TOO("write-too"),
  /**
   * A file that is encrypted where it stands, so that it tells nothing any more; if the rule has a
   * flag with {@link #IN_PLACE}, only with that one, and never with one that {@link #SHOWS}.
   */
  ENCRYPT("encrypt"),
  /** A file that is changed where it stands. */
  EDIT("edit"),
  /** The last operand of a copy: a file or a folder that gets what the {@link #READ} ones hold. */
  COPY_TO("copy-to"),
  /** Text that becomes part of the output. */
  TEXT("text"),
  /**
   * Text that becomes part of the output, where {@code @file}, {@code kind:file}, {@code
   * kind:@file} or {@code tag<=file} takes what a file holds ({@code convert label:@file}).
   */
  TEXT_FORM("text-form"),
  /** Two words: a name, and text that the code may make part of the output ({@code jq --arg}). */
  NAMED_TEXT("named-text"),
  /** Two words: a name, and a file whose content the code may print ({@code jq --rawfile}). */
  NAMED_FILE("named-file"),
  /** Two words of which neither matters here ({@code bwrap --bind}). */
  PAIR("pair"),
  /** A pattern that is searched for. */
  PATTERN("pattern"),
  /** A file of patterns; its lines show only by what matches. */
  PATTERN_FILE("pattern-file"),
  /** A glob: only files with such names are read. */
  INCLUDE("include"),
  /** A glob: files or folders with such names are left out. */
  EXCLUDE("exclude"),
  /** The name of a variable whose value is printed. */
  VARIABLE("variable"),
  /** {@code NAME=VALUE} for the environment of the program that is started. */
  ASSIGNMENT("assignment"),
  /** {@code here:there}, a folder or file of this machine that a container sees ({@code -v}). */
  MOUNT("mount"),
  /** The folder in which everything else is meant. */
  DIRECTORY("directory"),
  /** Code in the rule's language. */
  CODE("code"),
  /**
   * All the rest of the line, joined by blanks, is code in the rule's language ({@code cmd /c}).
   */
  CODE_LINE("code-line"),
  /** Code in the rule's language, written as base64 of UTF-16LE ({@code pwsh -EncodedCommand}). */
  ENCODED_CODE("encoded-code"),
  /**
   * A module of the language that is run; a rule named {@code python -m NAME} says what it does.
   * What follows are its arguments.
   */
  MODULE("module"),
  /**
   * Code in the rule's language whose last value is printed; where an option follows at once, that
   * of the call's other code ({@code node -p -e}).
   */
  PRINT_CODE("print-code"),
  /** A file of code in the rule's language; what follows are its arguments. */
  SCRIPT("script"),
  /**
   * Code in the rule's language that runs before all other: a file, a module or a {@code data:}
   * URL. Files that were there before the call are trusted.
   */
  PRELOAD("preload"),
  /** The address at which the program serves the files of a folder. */
  SERVE("serve"),
  /** A command line for the shell. */
  SHELL("shell"),
  /** A command line for the shell that gets what the program reads on its standard input. */
  FILTER("filter"),
  /** {@code scripts.name=line}: a project's setting, a command line where it is a script. */
  SCRIPT_SETTING("script-setting"),
  /** A program; what follows are its arguments. */
  PROGRAM("program"),
  /** A word for the program that is started, where the program itself stands elsewhere. */
  ARGUMENT("argument"),
  /** A URL that is requested. */
  URL("url"),
  /** A host, or {@code user@host}, that gets what is sent. */
  HOST("host"),
  /** {@code [user@]host:path} or a bucket's URL is elsewhere, anything else a local file. */
  REMOTE_OR_FILE("remote-or-file"),
  /** Text that is sent. */
  SEND("send"),
  /** A file that is sent; {@code -} is stdin. */
  SEND_FILE("send-file"),
  /**
   * Text that is sent, where {@code @file}, {@code name=@file} or {@code name=<file} sends a file.
   */
  SEND_FORM("send-form"),
  /**
   * {@code name=text} or {@code name@file} that is sent, or {@code %NAME} for a variable of the
   * environment ({@code curl --variable}).
   */
  SEND_VARIABLE("send-variable"),
  /**
   * A file of lines that are options of the request ({@code curl -K}). What the call itself makes
   * of it is sent; a file that was there before belongs to whom it is sent to.
   */
  REQUEST_OPTIONS("request-options"),
  /**
   * Text that goes with a request as one of its headers, {@code @file} for a file of them. It is
   * sent, and shown where a {@link #VERBOSE} program tells what it sends.
   */
  HEADER("header"),
  /** A git revision, {@code rev:path}, or a path in the repository. */
  GIT_OBJECT("git-object"),
  /**
   * {@code name=value}, a setting of git for this call: an alias, a pager or an editor in it is a
   * command line.
   */
  GIT_SETTING("git-setting"),
  /** A path in the repository whose content goes into a commit or the index. */
  COMMIT_FILE("commit-file"),
  /** Text that goes into a commit, an issue, a release: stored and shown elsewhere. */
  PUBLISH("publish"),
  /** Text that stays in what is made, where others may find it (an image's history): ask. */
  STORED("stored"),
  /** A file whose content is published. */
  PUBLISH_FILE("publish-file"),

  // Flags.

  /** Prints only names, counts, hashes or nothing. */
  HARMLESS("harmless"),
  /**
   * Prints content where the rule's output says that it does not; stronger than {@link #HARMLESS}.
   */
  SHOWS("shows"),
  /** Shows what the expressions of code on standard input give, as a prompt does. */
  PROMPT("prompt"),
  /** Goes down into folders. */
  RECURSIVE("recursive"),
  /** Goes down into folders, and where links lead as well. */
  FOLLOW("follow"),
  /** Takes names with a leading dot as well, which it would step over. */
  HIDDEN("hidden"),
  /** Takes what the repository ignores as well, which it would step over. */
  IGNORED("ignored"),
  /** Only checks the syntax of code; a shell names what it cannot read. */
  CHECK("check"),
  /** Changes files in place and prints nothing. */
  IN_PLACE("in-place"),
  /** The code runs on each line of the operands, or of standard input ({@code perl -n}). */
  EACH_LINE("each-line"),
  /** Prints to stdout what would go to a file. */
  TO_STDOUT("to-stdout"),
  /** Starts from an empty environment. */
  EMPTY_ENVIRONMENT("empty-environment"),
  /** Takes standard input even with operands. */
  FROM_STDIN("from-stdin"),
  /** Leaves out the checks that would run before ({@code git commit --no-verify}). */
  UNCHECKED("unchecked"),
  /** Inverts a search. */
  INVERT("invert"),
  /** Prints only the part that matches. */
  ONLY_MATCHING("only-matching"),
  /** Takes a pattern as plain text. */
  FIXED("fixed"),
  /** Ignores case. */
  IGNORE_CASE("ignore-case"),
  /** Prints lines around a match as well. */
  CONTEXT("context"),
  /** Prints what it would rather not: headers sent, a trace. */
  VERBOSE("verbose"),
  /** Output is not visible: a background service, a detached container. */
  DETACHED("detached"),
  /** The operation only shows help, a version or a plan: nothing is read. */
  NOTHING("nothing");

  private final String word;

  Role(String word) {
    this.word = word;
  }

  /** The word that stands for it in the rule book. */
  public String word() {
    return word;
  }
}
