package dev.keepmum.flow.command;

/** The behaviours by the names that the rule book gives them. */
final class Behaviours {
  private Behaviours() {}

  /** Does what a call's rule says. */
  static void run(Invocation call) {
    General.complain(call);
    of(call.rule().behaviour()).run(call);
  }

  /** The behaviour of a name; the general one for the empty name and for names nobody knows. */
  private static Behaviour of(String name) {
    switch (name) {
      case "assign":
        return new Declare();
      case "unset":
        return new Unset();
      case "set-options":
        return new SetOptions();
      case "evaluate":
        return new Evaluate();
      case "source":
        return new SourceFile();
      case "execute":
        return new Execute();
      case "change-directory":
        return new ChangeDirectory();
      case "read-variable":
        return new ReadIntoVariable();
      case "read-array":
        return new ReadIntoArray();
      case "echo":
        return new Echo();
      case "format":
        return new Format();
      case "take-option":
        return new TakeOption();
      case "shift":
        return new Shift();
      case "trap":
        return new Trap();
      case "alias":
        return new Alias();
      case "remember-path":
        return new RememberPath();
      case "environment":
        return new EnvironmentProgram();
      case "print-variables":
        return new PrintVariables();
      case "columns":
        return new Columns();
      case "search":
        return new Search(Search.Kind.LINES);
      case "search-tree":
        return new Search(Search.Kind.TREE);
      case "base64":
        return new Base64Text();
      case "hex":
        return new HexText();
      case "reverse":
        return new Reverse();
      case "translate":
        return new Translate();
      case "base-name":
        return new PathPart(PathPart.Part.BASE);
      case "directory-name":
        return new PathPart(PathPart.Part.DIRECTORY);
      case "working-directory":
        return new WorkingDirectory();
      case "names":
        return new Names();
      case "find":
        return new Find();
      case "find-names":
        return new FindNames();
      case "substitute-variables":
        return new SubstituteVariables();
      case "decrypted-file":
        return new DecryptedFile();
      case "xargs":
        return new Xargs();
      case "fish-set":
        return new FishSet();
      case "pipe-file":
        return new PipeFile();
      case "zargs":
        return new Zargs();
      case "copy":
        return new Copy(Copy.Kind.COPY);
      case "copy-contents":
        return new Copy(Copy.Kind.CONTENTS);
      case "move":
        return new Copy(Copy.Kind.MOVE);
      case "link":
        return new Copy(Copy.Kind.LINK);
      case "new-file":
        return new NewFile();
      case "permissions":
        return new Permissions();
      case "piped-operands":
        return new PipedOperands();
      case "ansible-module":
        return new AnsibleModule();
      case "git-commit":
        return new GitCommit();
      case "access-list":
        return new AccessList();
      case "git-work-tree":
        return new GitWorkTree();
      case "patch":
        return new Patch();
      case "editor":
        return new Editor();
      case "archive":
        return new Archive();
      case "git-show":
      case "git-diff":
        return new GitObjects(GitObjects.Shown.ALWAYS);
      case "git-log":
        return new GitObjects(GitObjects.Shown.ON_REQUEST);
      case "git-grep":
        return new GitGrep();
      case "touch":
        return new Touch();
      case "packed-text":
        return new GzipText();
      case "line-filter":
        return new LineFilter();
      case "base32":
        return new Base32Text();
      case "pieces":
        return new Pieces();
      case "debugger":
        return new Debugger();
      case "git-list":
        return new GitList();
      case "git-add":
        return new GitAdd();
      case "object-ids":
        return new ObjectNames(ObjectNames.Form.ALONE);
      case "object-listing":
        return new ObjectNames(ObjectNames.Form.LISTED);
      case "git-config":
        return new GitConfig();
      case "typed-keys":
        return new TypedKeys();
      case "timetable":
        return new Timetable();
      case "remote-shell":
        return new RemoteShell();
      case "process-ids":
        return new ProcessIds();
      case "process-list":
        return new ProcessList();
      case "make":
        return new MakeProgram();
      case "compile":
        return new Compile();
      case "stream-edit":
        return new StreamEdit();
      case "scan":
        return new Scan();
      case "query":
        return new Query();
      case "sequence":
        return new Sequence();
      case "pages":
        return new Pages();
      case "shell-options":
        return new ShellOptions();
      case "operands":
        return new Operands();
      case "file-transfer":
        return new FileTransfer();
      case "request-items":
        return new RequestItems();
      case "same-shell":
        return new SameShell();
      case "compare":
        return new Compare();
      case "arithmetic":
        return new Arithmetic();
      case "agent":
        return new Agent();
      case "relay":
        return new Relay();
      case "serve":
        return new Serve();
      case "separated-program":
        return new SeparatedProgram();
      case "mount":
        return new Mount();
      case "container":
        return new Container();
      default:
        return new General();
    }
  }

  /** Whether a behaviour is the shell's own, so that what it changes in the shell stays. */
  static boolean changesShell(String name) {
    switch (name) {
      case "assign":
      case "unset":
      case "set-options":
      case "fish-set":
      case "evaluate":
      case "source":
      case "execute":
      case "change-directory":
      case "read-variable":
      case "read-array":
      case "format":
      case "take-option":
      case "shift":
      case "alias":
      case "shell-options":
      case "same-shell":
      case "arithmetic":
      case "trap":
        return true;
      default:
        return false;
    }
  }
}
