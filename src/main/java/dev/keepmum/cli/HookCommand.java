package dev.keepmum.cli;

import dev.keepmum.event.HookReply.OnPass;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The hook as the help knows it; when the client calls it, {@code Main} takes the short way. */
@Command(
    name = "hook",
    description = "Answers one hook event on standard input: what Claude Code starts.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:no opinion ({}), or a question to the user",
      "2:refused, or not judged; the answer and the reason say why"
    },
    footerHeading = "%nExample:%n",
    footer = {
      "  keepmum hook < event.json",
      "Register it with an absolute path, as the README shows."
    })
final class HookCommand implements Callable<Integer> {
  private final InputStream in;
  private final OutputStream out;
  private final OutputStream err;

  @Option(
      names = "--on-pass",
      paramLabel = "nothing|allow",
      defaultValue = "nothing",
      description =
          "What is said to a call that no secret leaks by: nothing (the default: the client asks"
              + " you as it always does), or allow (the client no longer asks).")
  private OnPass onPass;

  HookCommand(InputStream in, OutputStream out, OutputStream err) {
    this.in = in;
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() {
    return new Guard(onPass).answer(in, out, err);
  }
}
