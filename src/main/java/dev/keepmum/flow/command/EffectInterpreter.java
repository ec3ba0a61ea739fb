package dev.keepmum.flow.command;

import dev.keepmum.effect.Effect;
import dev.keepmum.effect.Language;
import dev.keepmum.effect.Value;
import dev.keepmum.flow.Content;
import dev.keepmum.flow.Finding;
import dev.keepmum.flow.FlowContext;
import dev.keepmum.flow.PathNames;
import dev.keepmum.flow.Replacements;
import dev.keepmum.flow.Secret;
import dev.keepmum.flow.run.ShellInterpreter;
import dev.keepmum.flow.state.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Performs effects: what a tool call or a piece of code does, in a shell's state. */
public final class EffectInterpreter implements Effect.Visitor {

  private final ProgramRunner programs;
  private final ShellInterpreter shell;
  private final String way;
  private final CodeRun code;
  private final ValueEvaluator values;
  private Optional<KnownDocuments> documents = Optional.empty();

  EffectInterpreter(ProgramRunner programs, ShellInterpreter shell, String way, CodeRun code) {
    this.programs = programs;
    this.shell = shell;
    this.way = way;
    this.code = code;
    this.values = new ValueEvaluator(this, shell, way, code);
  }

  /**
   * An interpreter for the effects of a tool call.
   *
   * @param tool how findings call it
   */
  public static EffectInterpreter ofTool(
      ShellInterpreter shell, ProgramRunner programs, String tool) {
    return new EffectInterpreter(
        programs,
        shell,
        tool,
        new CodeRun(
            Language.OTHER,
            Content.EMPTY,
            List.of(),
            Content.UNKNOWN,
            CodeRun.Origin.TOOL,
            CodeRun.Display.NOTHING));
  }

  /** Does one effect. */
  public void perform(Effect effect) {
    context().budget().step();
    effect.accept(this);
  }

  @Override
  public void print(Effect.Print print) {
    Content content = evaluate(print.content());
    if (print.stream() == Effect.Print.Stream.ERROR) {
      shell.streams().printError(content, way);
    } else {
      shell.streams().print(content, way);
    }
  }

  @Override
  public void write(Effect.Write write) {
    write(evaluate(write.path()), evaluate(write.content()));
  }

  private void write(Content path, Content content) {
    switch (code.origin()) {
      case FILE:
        return;
      case TOOL:
        reportEdit(path);
        context().files().write(shell.state().directory(), path, content, way);
        return;
      default:
        shell.streams().write(path, workedOut(path, content), way);
    }
  }

  /** What a program leaves in a document: it is worked out as a whole before it writes anything. */
  private Content workedOut(Content path, Content content) {
    if (documents.isEmpty()) {
      boolean known = shell.state().directory().isSingleText();
      if (!known || !code.text().textOr("").contains(".json")) {
        return content;
      }
      documents = Optional.of(new KnownDocuments(shell, code.language(), code.text().textOr("")));
    }
    return content.hasSecrets() ? content : documents.get().written(path, content);
  }

  @Override
  public void copy(Effect.Copy copy) {
    copy(evaluate(copy.from()), evaluate(copy.to()));
  }

  /** A folder's files go into the target, or into a folder of its name there. */
  private void copy(Content from, Content to) {
    Content content = shell.streams().read(from, way);
    for (String target : resolve(to)) {
      boolean inside = context().host().status(target).isDirectory();
      for (String source : resolve(from)) {
        String file = inside ? target.concat("/").concat(PathNames.base(source)) : target;
        if (context().host().status(source).isDirectory()) {
          context().changes().filled(target, source, way);
          context().changes().filled(file, source, way);
        } else {
          write(Content.text(file), content);
        }
      }
    }
    if (resolve(to).isEmpty() || resolve(from).isEmpty()) {
      write(to, content);
    }
  }

  @Override
  public void link(Effect.Link link) {
    Content from = evaluate(link.from());
    Content to = evaluate(link.to());
    if (link.kind() == Effect.Link.Kind.SYMBOLIC) {
      SymbolicLink.make(context(), from, resolve(to), way);
      return;
    }
    copy(from, to);
    for (String name : resolve(to)) {
      for (String target : resolve(from)) {
        context().files().link(name, target);
      }
    }
  }

  @Override
  public void edit(Effect.Edit edit) {
    Content path = evaluate(edit.path());
    List<Effect.Replacement> replacements = edit.replacements();
    reportEdit(path);
    for (String named : resolve(path)) {
      String file = context().files().followed(named);
      context().changes().revised(file, new Replacements(replacements), way);
      if (!context().files().isProtected(file)) {
        for (Effect.Replacement replacement : replacements) {
          context()
              .sinks()
              .reportTokens(
                  Finding.Kind.WRITTEN,
                  Content.text(replacement.after()),
                  way,
                  context().files().label(file));
        }
      }
    }
  }

  /** A person should see it when a tool changes a protected file. */
  private void reportEdit(Content path) {
    for (String file : resolve(path)) {
      Optional<Secret> secret = context().files().changedSecret(file);
      if (secret.isPresent()) {
        context().findings().report(Finding.Kind.EDITED, secret.get(), way, "the file");
      }
    }
  }

  private List<String> resolve(Content path) {
    return context().files().resolve(shell.state().directory(), path);
  }

  @Override
  public void fill(Effect.Fill fill) {
    for (String path : resolve(evaluate(fill.folder()))) {
      context().changes().filled(context().files().followed(path), way);
    }
  }

  @Override
  public void remove(Effect.Remove remove) {
    for (String path : resolve(evaluate(remove.path()))) {
      context().changes().removed(path, way);
    }
  }

  @Override
  public void send(Effect.Send send) {
    Content destination = evaluate(send.destination());
    Content content = evaluate(send.content());
    if (code.origin() == CodeRun.Origin.FILE) {
      return;
    }
    context().sinks().send(destination, content.then(destination.derived()), way);
  }

  /** Reads a dotenv file into the environment of what follows. */
  @Override
  public void load(Effect.Load load) {
    EnvironmentFile.load(shell, evaluate(load.path()), way);
  }

  @Override
  public void setVariable(Effect.SetVariable set) {
    shell.state().variables().put(set.name(), Variable.of(evaluate(set.value())));
  }

  @Override
  public void changeDirectory(Effect.ChangeDirectory change) {
    List<String> folders = resolve(evaluate(change.path()));
    shell.state().directory(folders.isEmpty() ? Content.UNKNOWN : Content.oneOf(folders));
  }

  @Override
  public void run(Effect.Run run) {
    List<Content> words = new ArrayList<>(run.words().size());
    for (Value word : run.words()) {
      if (word instanceof Value.Arguments) {
        words.addAll(code.arguments());
      } else {
        words.add(evaluate(word));
      }
    }
    Content input = evaluate(run.input());
    if (words.isEmpty()) {
      return;
    }
    boolean asList = run.words().get(0) instanceof Value.Arguments && words.size() > 1;
    if (run.language() == Language.ARGUMENTS || asList) {
      shell.withDescriptors(
          shell.state().descriptors().withInput(input),
          new Runnable() {
            @Override
            public void run() {
              programs.runFrom(code.language(), shell, words);
            }
          });
    } else {
      List<Content> arguments = words.subList(1, words.size());
      runCode(
          new CodeRun(
              run.language(), words.get(0), arguments, input, origin(), CodeRun.Display.NOTHING));
    }
  }

  @Override
  public void unfollowed() {
    if (code.origin() != CodeRun.Origin.FILE) {
      throw context().budget().limit("code");
    }
  }

  /** Runs what code starts; a command line goes to sh, whichever shell that is (system(3)). */
  private void runCode(CodeRun started) {
    boolean outer = shell.state().isPlain();
    shell.state().plain(code.origin() != CodeRun.Origin.TOOL);
    programs.code().run(shell, started);
    shell.state().plain(outer);
  }

  /** Where code comes from that is started here: a tool's own code stands in the call. */
  private CodeRun.Origin origin() {
    return code.origin() == CodeRun.Origin.TOOL ? CodeRun.Origin.CALL : code.origin();
  }

  private Content evaluate(Value value) {
    return values.evaluate(value);
  }

  private FlowContext context() {
    return shell.context();
  }
}
