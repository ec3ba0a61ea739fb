package dev.keepmum.flow.command;

import dev.keepmum.code.CodeReader;
import dev.keepmum.code.CodeReaders;
import dev.keepmum.code.Modules;
import dev.keepmum.effect.Effect;
import dev.keepmum.effect.Language;
import dev.keepmum.flow.Content;
import dev.keepmum.flow.Finding;
import dev.keepmum.flow.FlowContext;
import dev.keepmum.flow.run.ShellInterpreter;
import dev.keepmum.shell.Dialect;
import java.util.List;
import java.util.Optional;

/** Runs code of any language: the shell's own by its interpreter, others by their effects. */
final class CodeRunner {

  /** The rule for text that was made unreadable before it is run. */
  private static final String HIDDEN_CODE = "flow/hidden-code";

  private final ProgramRunner programs;

  CodeRunner(ProgramRunner programs) {
    this.programs = programs;
  }

  void run(ShellInterpreter shell, CodeRun code) {
    FlowContext context = shell.context();
    Content text = context.files().known(code.text());
    if (text.isOpen() && text.isDecoded()) {
      context
          .findings()
          .report(
              Finding.Kind.HIDDEN_CODE,
              context.rules().rule(HIDDEN_CODE),
              "a decoded text",
              "run as code",
              "a program");
    }
    context.budget().enter();
    for (String candidate : text.texts()) {
      switch (code.language()) {
        case SHELL:
          runShell(shell, code, candidate, Dialect.BASH);
          break;
        case FISH:
          runShell(shell, code, candidate, Dialect.FISH);
          break;
        case COMMANDS:
          runShell(shell, code, candidate, Dialect.BASH);
          runEffects(shell, code, candidate);
          break;
        default:
          runEffects(shell, code, candidate);
          break;
      }
    }
    if (text.texts().isEmpty() && text.hasSecrets()) {
      shell.streams().printError(text, "a message about code that is none");
    }
    context.budget().leave();
  }

  private static void runShell(ShellInterpreter shell, CodeRun code, String text, Dialect dialect) {
    shell.inSubshell(
        new Runnable() {
          @Override
          public void run() {
            shell.state().sourceSecrets(code.text().secrets());
            shell.state().positional(code.arguments());
            shell.state().descriptors(shell.state().descriptors().withInput(code.input()));
            StartupFile.run(shell);
            shell.runText(text, dialect);
            shell.runExitTraps();
          }
        });
  }

  private void runEffects(ShellInterpreter shell, CodeRun code, String text) {
    Optional<CodeReader> reader = reader(code);
    if (reader.isEmpty()) {
      return;
    }
    Modules modules = new WrittenModules(shell.context().files(), code.language());
    List<Effect> effects = reader.get().read(text, modules);
    shell.inSubshell(
        new Runnable() {
          @Override
          public void run() {
            EffectInterpreter interpreter =
                new EffectInterpreter(programs, shell, nameOf(code.language()), code);
            for (Effect effect : effects) {
              interpreter.perform(effect);
            }
          }
        });
  }

  private static Optional<CodeReader> reader(CodeRun code) {
    switch (code.display()) {
      case LAST:
        return CodeReaders.printing(code.language());
      case EVERY:
        return CodeReaders.interactive(code.language());
      default:
        return CodeReaders.of(code.language());
    }
  }

  private static String nameOf(Language language) {
    return language.name().toLowerCase(java.util.Locale.ROOT);
  }
}
