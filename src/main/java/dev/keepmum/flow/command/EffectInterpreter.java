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
import dev.keepmum.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Performs effects: what a tool call or a piece of code does, in a shell's state. */
public final class EffectInterpreter {

  private static final int MAX_DEPTH = 64;

  private final ProgramRunner programs;
  private final ShellInterpreter shell;
  private final String way;
  private final CodeRun code;
  private Optional<KnownDocuments> documents = Optional.empty();
  private int depth;

  EffectInterpreter(ProgramRunner programs, ShellInterpreter shell, String way, CodeRun code) {
    this.programs = programs;
    this.shell = shell;
    this.way = way;
    this.code = code;
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
    if (effect instanceof Effect.Print print) {
      shell.streams().print(evaluate(print.content()), way);
    } else if (effect instanceof Effect.Write write) {
      write(evaluate(write.path()), evaluate(write.content()));
    } else if (effect instanceof Effect.Edit edit) {
      edit(evaluate(edit.path()), edit.replacements());
    } else if (effect instanceof Effect.Copy copy) {
      copy(evaluate(copy.from()), evaluate(copy.to()));
    } else if (effect instanceof Effect.Link link) {
      link(evaluate(link.from()), evaluate(link.to()));
    } else if (effect instanceof Effect.Fill fill) {
      for (String path : resolve(evaluate(fill.folder()))) {
        context().changes().filled(context().files().followed(path), way);
      }
    } else if (effect instanceof Effect.Remove remove) {
      for (String path : resolve(evaluate(remove.path()))) {
        context().changes().removed(path, way);
      }
    } else if (effect instanceof Effect.Send send) {
      send(send);
    } else if (effect instanceof Effect.Load load) {
      load(evaluate(load.path()));
    } else if (effect instanceof Effect.SetVariable set) {
      shell.state().variables().put(set.name(), Variable.of(evaluate(set.value())));
    } else if (effect instanceof Effect.ChangeDirectory change) {
      changeDirectory(evaluate(change.path()));
    } else if (effect instanceof Effect.Run run) {
      run(run);
    } else if (effect instanceof Effect.Unfollowed && code.origin() != CodeRun.Origin.FILE) {
      throw context().budget().limit("code");
    }
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

  private void link(Content from, Content to) {
    copy(from, to);
    for (String name : resolve(to)) {
      for (String target : resolve(from)) {
        context().files().link(name, target);
      }
    }
  }

  private void edit(Content path, List<Effect.Replacement> replacements) {
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

  private void send(Effect.Send send) {
    Content destination = evaluate(send.destination());
    Content content = evaluate(send.content());
    if (code.origin() == CodeRun.Origin.FILE) {
      return;
    }
    context().sinks().send(destination, content.then(destination.derived()), way);
  }

  /** Reads a dotenv file into the environment of what follows. */
  private void load(Content path) {
    EnvironmentFile.load(shell, path, way);
  }

  private void changeDirectory(Content path) {
    List<String> folders = resolve(path);
    shell.state().directory(folders.isEmpty() ? Content.UNKNOWN : Content.oneOf(folders));
  }

  private void run(Effect.Run run) {
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

  /** What a value is in this state. */
  Content evaluate(Value value) {
    if (++depth > MAX_DEPTH) {
      depth--;
      return Content.UNKNOWN;
    }
    Content content = evaluated(value);
    depth--;
    return content;
  }

  private Content evaluated(Value value) {
    if (value instanceof Value.Text text) {
      return text(text.text());
    } else if (value instanceof Value.Joined joined) {
      return joined(joined.parts());
    } else if (value instanceof Value.OneOf oneOf) {
      return oneOf(oneOf.alternatives());
    } else if (value instanceof Value.Derived derived) {
      return joined(derived.parts()).derived();
    } else if (value instanceof Value.Names names) {
      return shell.variables().names(shell.state(), evaluate(names.of()));
    } else if (value instanceof Value.ReadFile read) {
      return shell.streams().read(evaluate(read.path()), way);
    } else if (value instanceof Value.ReadTree tree) {
      return new FileTree(shell).read(evaluate(tree.root()), FileTree.Selection.of(tree));
    } else if (value instanceof Value.ReadVariable read) {
      return shell.variables().indirect(shell.state(), evaluate(read.name()));
    } else if (value instanceof Value.ReadEnvironment) {
      return shell.variables().environment(shell.state());
    } else if (value instanceof Value.ReadInput) {
      return code.input();
    } else if (value instanceof Value.Argument argument) {
      int index = argument.position() - 1;
      boolean given = index >= 0 && index < code.arguments().size();
      return given ? code.arguments().get(index) : Content.UNKNOWN;
    } else if (value instanceof Value.Arguments) {
      return any(code.arguments());
    } else if (value instanceof Value.Output output) {
      return output(output.run());
    } else if (value instanceof Value.Response response) {
      perform(response.request());
      return response(evaluate(response.request().destination()));
    } else if (value instanceof Value.ReadMemory) {
      return secret("layer4/process-memory", "the memory of a process");
    } else if (value instanceof Value.ReadVault vault) {
      return secret("layer1/vault-entry", "a vault entry");
    }
    return Content.UNKNOWN;
  }

  /** A constant of the code; where a part of the code was not known, it may hold what that held. */
  private Content text(String text) {
    return Content.isPartial(text)
        ? Content.text(text).opened().withSecrets(code.text().secrets())
        : Content.text(text);
  }

  private Content response(Content url) {
    for (String text : url.texts()) {
      Optional<Rule> rule = context().rules().url(text);
      if (rule.isPresent()) {
        return Content.secret(Secret.of(rule.get()));
      }
    }
    return Content.UNKNOWN;
  }

  private Content secret(String rule, String label) {
    return Content.secret(Secret.of(context().rules().rule(rule), label));
  }

  private Content output(Effect.Run run) {
    return shell.capture(
        new Runnable() {
          @Override
          public void run() {
            perform(run);
          }
        });
  }

  private Content joined(List<Value> parts) {
    Content joined = Content.EMPTY;
    for (Value part : parts) {
      joined = joined.then(evaluate(part));
    }
    return joined;
  }

  private Content oneOf(List<Value> alternatives) {
    List<Content> contents = new ArrayList<>(alternatives.size());
    for (Value alternative : alternatives) {
      contents.add(evaluate(alternative));
    }
    return any(contents);
  }

  private static Content any(List<Content> contents) {
    if (contents.isEmpty()) {
      return Content.UNKNOWN;
    }
    Content any = contents.get(0);
    for (int i = 1; i < contents.size(); i++) {
      any = any.or(contents.get(i));
    }
    return any;
  }

  private FlowContext context() {
    return shell.context();
  }
}
