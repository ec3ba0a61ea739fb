package dev.keepmum.code;

import dev.keepmum.code.ProgramReader.Display;
import dev.keepmum.effect.Language;
import java.util.Optional;

/** Finds the reader for a language. */
public final class CodeReaders {
  private CodeReaders() {}

  /** The reader of a language; empty for those that are not code or are not read any further. */
  public static Optional<CodeReader> of(Language language) {
    return switch (language) {
      case PYTHON -> program(new PythonLibrary(), Display.NOTHING);
      case IPYTHON -> Optional.of(new IpythonReader(Display.NOTHING));
      case JAVASCRIPT -> program(new JavaScriptLibrary(), Display.NOTHING);
      case AWK -> Optional.of(new AwkReader());
      case SED -> Optional.of(new SedReader());
      case JQ -> Optional.of(new JqReader());
      case YQ -> Optional.of(new JqReader());
      case POWERSHELL -> Optional.of(new PowerShellReader());
      case CMD -> Optional.of(new CmdReader());
      case SQL -> Optional.of(new SqlReader());
      case MAKE -> Optional.of(new MakeReader());
      case VIM -> Optional.of(new VimReader());
      case APPLESCRIPT -> Optional.of(new AppleScriptReader());
      case RUBY -> program(new RubyLibrary(), Display.NOTHING);
      case PERL -> program(new PerlLibrary(), Display.NOTHING);
      case PHP -> program(new PhpLibrary(), Display.NOTHING);
      case LUA -> program(new LuaLibrary(), Display.NOTHING);
      case R -> program(new RLibrary(), Display.EVERY);
      case JAVA -> program(new JavaLibrary(), Display.NOTHING);
      case TCL -> Optional.of(new TclReader());
      case OTHER, COMMANDS -> Optional.of(new GeneralReader(GeneralReader.Display.NOTHING));
      default -> Optional.empty();
    };
  }

  /**
   * The reader for an interpreter that shows the value of the program's last expression, as {@code
   * node -p}, {@code deno eval -p} and {@code bun -p} do.
   */
  public static Optional<CodeReader> printing(Language language) {
    return displaying(language, Display.LAST);
  }

  /**
   * The reader for an interpreter that shows the value of every expression, as a prompt does that
   * reads from a pipe: {@code jshell}, {@code python -i}, {@code irb}, {@code R}.
   */
  public static Optional<CodeReader> interactive(Language language) {
    return displaying(language, Display.EVERY);
  }

  private static Optional<CodeReader> displaying(Language language, Display display) {
    return switch (language) {
      case PYTHON -> program(new PythonLibrary(), display);
      case IPYTHON -> Optional.of(new IpythonReader(display));
      case JAVASCRIPT -> program(new JavaScriptLibrary(), display);
      case RUBY -> program(new RubyLibrary(), display);
      case LUA -> program(new LuaLibrary(), display);
      case JAVA -> program(new JavaLibrary(), display);
      case OTHER, COMMANDS -> Optional.of(new GeneralReader(GeneralReader.Display.VALUES));
      default -> of(language);
    };
  }

  private static Optional<CodeReader> program(Library library, Display display) {
    return Optional.of(new ProgramReader(library, display));
  }
}
