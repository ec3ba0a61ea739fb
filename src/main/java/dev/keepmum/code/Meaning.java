package dev.keepmum.code;

/**
 * What a known name of a library does. "It" is the receiver of a method; arguments count from the
 * first. A name that is in no table is {@link #NONE}: it makes something of its arguments and shows
 * nothing.
 */
enum Meaning {
  NONE,

  // Sources
  /** All environment variables, as a thing to look into. */
  ENVIRONMENT,
  /** Calls give the environment. */
  WHOLE_ENVIRONMENT,
  /** Calls give the environment without arguments, else one variable. */
  ENVIRONMENT_OR_VARIABLE,
  /** The variable that the first argument names. */
  VARIABLE,
  /** The program's arguments, as a list. */
  ARGUMENTS,
  /** Standard input. */
  INPUT,
  /** The files that the arguments name, or standard input. */
  ARGUMENT_FILES,
  /** A line of the files that the arguments name, or of standard input. */
  ARGUMENT_INPUT,
  /** The content of the file that the first argument names. */
  READ_FILE,
  /** The content of an open file, which the second argument takes in. */
  READ_INTO,
  /** The content of the file that it names; an object among the arguments takes it in. */
  READ_ITS_FILE,
  /** What it holds, for a block to go through, or as it is. */
  READ_OR_EACH,
  /** Opens the file that the first argument names. */
  OPEN,
  /** The machines with their passwords in the netrc file that the first argument names. */
  READ_NETRC,
  /** A text with the variables in it that it names: {@code $NAME}. */
  EXPAND,
  /** Opens the archive that the first argument names. */
  OPEN_ARCHIVE,
  /** Packs the folder that is the third argument into an archive that the first names. */
  PACK_FOLDER,
  /** Adds the second argument to it, an archive, under the name that the first is. */
  ADD_MEMBER,
  /** Opens a file, or starts a program, as a mode says that stands before its name. */
  OPEN_BY_MODE,
  /** Opens the file that it names. */
  OPEN_ITS_FILE,
  /** Loads a dotenv file into the environment. */
  LOAD,
  /** Loads a dotenv file and gives its content. */
  LOAD_AND_READ,
  /** What a dotenv file defines, by its names. */
  READ_DOTENV,
  /** The value of a name that a dotenv file defines. */
  READ_DOTENV_VALUE,
  /** What the first argument, the text of a dotenv file, defines, by its names. */
  DEFINED,
  /** Where the dotenv file lies. */
  DOTENV_PATH,
  /**
   * A program's settings, which come out of the environment and a dotenv file: a function that is
   * asked for them, with members that are called after them.
   */
  SETTINGS,
  /** Makes {@link #SETTINGS}. */
  MAKE_SETTINGS,
  /** An entry of a credential store. */
  VAULT,
  MEMORY,
  /** Writes the memory of the program, or a report with its environment, to a file. */
  DUMP_MEMORY,
  /** The files that a walk through the folder of the first argument finds. */
  FILES_BELOW,
  /** The files in the folder that it names which fit the first argument. */
  FILES_BELOW_IT,
  /** The files that fit the first argument. */
  FILES_LIKE,

  // Sinks
  /** Shows all arguments. */
  PRINT,
  /** Shows all arguments on standard error. */
  COMPLAIN,
  /** Shows what the arguments hold, open files as well. */
  PRINT_CONTENT,
  /** Shows all environment variables. */
  PRINT_ENVIRONMENT,
  /** Shows it. */
  SHOW_IT,
  /** Shows all arguments and gives the first. */
  SHOW,
  /** Shows all arguments but the first. */
  PRINT_TO,
  /** Writes the second argument into the file that the first names. */
  WRITE,
  /** Writes the first argument into the file that it names. */
  WRITE_ITS_FILE,
  /** Writes the arguments into it, a file or a connection. */
  WRITE_TO_IT,
  /** Writes it into the first argument. */
  PIPE,
  /** Writes the first argument into the second, a file or a connection. */
  WRITE_SECOND,
  /** Copies the first argument to the second. */
  COPY,
  /** Copies the first argument to the second and removes it. */
  MOVE,
  /** Links the first argument under the name of the second. */
  HARD_LINK,
  SYMBOLIC_LINK,
  /** Links the second argument under the name of the first. */
  HARD_LINK_SECOND,
  SYMBOLIC_LINK_SECOND,
  /** Copies the file that it names to the first argument. */
  COPY_ITS_FILE,
  /** Moves the file that it names to the first argument. */
  MOVE_ITS_FILE,
  /** Links the file that the first argument names under its name. */
  HARD_LINK_AS_IT,
  SYMBOLIC_LINK_AS_IT,
  /** Unpacks it into the folder that an option or else the first argument names. */
  UNPACK,
  /** Unpacks something into the folder that an option or else the second argument names. */
  UNPACK_SECOND,
  /** Removes the file that the first argument names. */
  REMOVE,
  REMOVE_ITS_FILE,
  /** Sends all arguments to the first. */
  SEND,
  /** Sends the arguments after the first to the second: {@code request(method, url, …)}. */
  SEND_SECOND,
  /** Sends the arguments after the second over it: {@code it.request(method, path, …)}. */
  REQUEST,
  /** Sends the arguments to a service that is not named. */
  UPLOAD,
  /** Sends the file that the first argument names to a service that is not named. */
  UPLOAD_FILE,
  /** Sends where the first argument is an address, else makes something of its arguments. */
  SEND_OR_MADE,
  /** Connects to the arguments. */
  CONNECT,
  /** Sends the last argument over the first. */
  CONFIGURE,
  /** Connects it to the first argument. */
  CONNECT_IT,
  /** Shows the arguments when it is a logger. */
  LOG,
  CHANGE_DIRECTORY,
  /** Sets the variable that the first argument names to the second. */
  SET_VARIABLE,
  /** Sets the variables that the arguments are called after. */
  SET_NAMED,
  /** Sets the variable of an argument such as {@code NAME=value}. */
  PUT_VARIABLE,

  // Programs
  /** Runs a shell command whose output is shown. */
  RUN_SHELL,
  /** Runs a shell command whose output is the value. */
  SHELL_OUTPUT,
  /** Runs a shell command whose output is shown and the value. */
  SHELL_SHOWN,
  /** Runs a program, the arguments being its words, whose output is shown. */
  RUN_PROGRAM,
  /** Runs a program, the arguments being its words, whose output is the value. */
  PROGRAM_OUTPUT,
  /** The same, where a single text is a shell command. */
  OUTPUT_OF_WORDS,
  /** Runs a program or a shell command, as the options say; they also say where output goes. */
  RUN_BY_OPTIONS,
  /** The same, with the output as the value unless the options say otherwise. */
  OUTPUT_BY_OPTIONS,
  /** Runs the first argument with the words in the second. */
  RUN_LISTED,
  /** Runs the first argument; the second is its name for itself, words follow. */
  RUN_NAMED,
  /** The same, behind a mode. */
  RUN_MODE,
  /** Runs a text as a program of the same language. */
  EVALUATE,
  /** Runs a text, or the file that it names, as a program of the same language. */
  EVALUATE_TEXT_OR_FILE,
  /** Runs a file as a program of the same language. */
  EVALUATE_FILE,
  /** Shows the file that the first argument names. */
  INCLUDE,

  /** Makes the first argument, a program's text, a function. */
  LOADED,
  /** Runs the text in the argument called text. */
  EVALUATE_TEXT,
  /** Runs it, a shell command. */
  RUN_IT,
  /** The arguments are a program and its words, whose output may be read or be shown. */
  OUTPUT_OF_PROGRAM,

  // Names
  /** The library that the first argument names. */
  MODULE,
  /** The C library, whose functions are called by their names. */
  C_LIBRARY,
  /** Makes a connection or client, whose own methods give something else than its arguments. */
  CLIENT,
  /** Makes a function that is {@link #MODULE}. */
  REQUIRER,
  /** The member of the first argument that the second names. */
  MEMBER,
  /** Its member that the first argument names. */
  MEMBER_OF_IT,
  /** The variable that the first argument names. */
  VARIABLE_NAMED,
  /** Calls the first argument with those after it. */
  CALL_FIRST,
  /** Calls the first argument, a function or a program's text, with those after it. */
  CALL_LATER,
  /** The same; the function is the value, which may be called with more. */
  CALL_PARTLY,
  /** The same as {@link #CALL_LATER}, with those after the second, which is a time. */
  CALL_DELAYED,
  /** Calls the second argument with those after it. */
  CALL_SECOND,
  /** Calls the first argument with those in the list behind it. */
  CALL_LISTED,
  /** Calls the first argument with those in the list that is the third. */
  CALL_APPLIED,
  /** Calls the argument called target, or else the second, with the list called args. */
  CALL_TARGET,
  /** Calls its method that the first argument names. */
  CALL_NAMED,
  /** Everything that has a name. */
  ROOT,
  /** Calls give the program's variables by their names. */
  VARIABLES,

  // Shapes of values
  /** Tells nothing of its arguments or of it. */
  HIDE,
  /** The keys of it or of the first argument. */
  KEYS,
  /** The key of it, an entry. */
  KEY_OF_IT,
  /** The value of it, an entry. */
  VALUE_OF_IT,
  /** Keys with values. */
  ENTRIES,
  /** The first argument, or it where there is none. */
  SAME,
  /** The elements of the first argument, as a list: of the environment its names. */
  ELEMENTS,
  /** It, whatever the arguments. */
  SAME_AS_IT,
  /** The value under a key that is the first argument, or else the second argument. */
  LOOK_UP,
  /** One entry of the first argument. */
  ENTRY,
  /** The first item of the first argument. */
  FIRST,
  /** Its first element. */
  FIRST_OF_IT,
  /** Adds the arguments after the first to the first. */
  INSERT,
  /** Adds the arguments to it. */
  APPEND,
  /** Adds the first argument to it: writes where it is a file, appends where it is a list. */
  SHIFT,
  /** The arguments as a list. */
  LIST,
  /** An empty object, which is filled later. */
  OBJECT,

  // Functions as arguments
  /** Calls the first argument with each element of it; the results are the value. */
  MAP,
  /** Calls the second argument with each element of the first; the results are the value. */
  MAP_FIRST,
  /** Calls the first argument with each element of it where it is a function; else it. */
  COLLECT,
  /** Calls the first argument with each element of the second; the results are the value. */
  MAP_SECOND,
  /** Calls the first argument with each element of it; it is the value. */
  FILTER,
  FILTER_SECOND,
  /** Calls the first argument with each element of it; tells nothing. */
  TEST,
  /** The first argument's elements, each as the second argument makes it. */
  FROM,
  /** One structure with what all arguments hold. */
  MERGE,
  /** Calls the first argument with it. */
  THEN,
  /** Calls the first argument with what is made and what comes next. */
  REDUCE,

  // Regular expressions
  /** The first argument as a regular expression. */
  PATTERN,
  /** Match and groups of the first argument in it, or of it, an expression, in the first. */
  MATCH,
  /** Match and groups of the first argument in the second. */
  MATCH_FIRST,
  /** The same at the start of a text; of it, an expression, in the first argument. */
  MATCH_START,
  /** {@link #MATCH} or {@link #MATCH_FIRST} for every place where it fits, as a list. */
  MATCH_ALL,
  /** What {@link #FIND} gives for every place, as a list; it may be the expression. */
  FIND_ALL,
  /** The same of the first argument in the second. */
  FIND_ALL_SECOND,
  /** The groups, or else the match, of the first argument in it. */
  FIND,
  /** The same of the second argument in the first. */
  FIND_SECOND,
  /** {@link #MATCH} if it is an expression. */
  EXECUTE,
  /** The third argument with the second for the first, an expression; or it for the first. */
  SUBSTITUTE,

  // Texts
  /** The first argument up to the second. */
  BEFORE,
  CHARACTER,
  CODE,
  CHARACTERS,
  FROM_BASE64,
  FROM_HEX,
  /** Texts by the codec that the second argument names. */
  FROM_CODEC,
  /** Texts from numbers or hexadecimal digits by a template. */
  PACK,
  /** Joins the elements of the first argument with it between them. */
  JOIN_WITH_IT,
  /** Joins its elements with the first argument between them. */
  JOIN_ITS,
  /** Joins the elements of the second argument with the first between them. */
  JOIN_SECOND,
  /** Joins the elements of the first argument with the second between them. */
  JOIN_FIRST,
  /** Joins all arguments. */
  CONCATENATE,
  CONCATENATE_TO_IT,
  JOIN_PATHS,
  JOIN_PATHS_TO_IT,
  /** The home folder. */
  HOME,
  /** A part of it between two bounds. */
  SLICE,
  /** The first argument decoded as the second says. */
  BUFFER,
  UPPER,
  LOWER,
  TRIM,
  REVERSE,
  REPLACE,
  /** Replaces the first argument, the text of an expression, in it. */
  REPLACE_PATTERN,
  SPLIT,
  /** The second argument split at the first. */
  SPLIT_SECOND,
  /** The text before a separator, the separator, and the text behind it. */
  PARTITION,
  /** Puts the arguments into it, a format. */
  FORMAT_IT,
  /** Puts the arguments into the first, a format. */
  FORMAT,
  NUMBER
}
