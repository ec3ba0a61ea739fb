package dev.keepmum;

import dev.keepmum.cli.Guard;
import dev.keepmum.cli.Keepmum;
import dev.keepmum.event.HookReply.OnPass;
import java.io.InputStream;
import java.io.PrintStream;

/**
 * The program's door. The hook goes straight through, past everything that reads options: it is
 * started for every tool call, and what it loads is waited for.
 */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    int status = run(arguments, System.in, System.out, System.err);
    System.out.flush();
    if (isPlainHook(arguments)) {
      Runtime.getRuntime().halt(status);
    }
    System.exit(status);
  }

  /**
   * Runs one command.
   *
   * @return its exit code: 0 fine, 1 findings, 2 usage or broken input; for {@code hook} what the
   *     hook protocol says
   */
  public static int run(String[] arguments, InputStream in, PrintStream out, PrintStream err) {
    return isPlainHook(arguments)
        ? new Guard(onPass(arguments)).answer(in, out, err)
        : Keepmum.run(arguments, in, out, err);
  }

  /** Everything else that begins with {@code hook} is a question about it, or a mistake. */
  private static boolean isPlainHook(String[] arguments) {
    return arguments.length > 0
        && arguments[0].equals("hook")
        && (arguments.length == 1 || arguments.length == 2 && isOnPass(arguments[1]));
  }

  private static boolean isOnPass(String argument) {
    return argument.equals("--on-pass=allow") || argument.equals("--on-pass=nothing");
  }

  private static OnPass onPass(String[] arguments) {
    return arguments.length == 2 && arguments[1].equals("--on-pass=allow")
        ? OnPass.ALLOW
        : OnPass.NOTHING;
  }
}
