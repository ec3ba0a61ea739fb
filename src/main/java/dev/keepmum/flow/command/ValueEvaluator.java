package dev.keepmum.flow.command;

import dev.keepmum.effect.Value;
import dev.keepmum.flow.Content;
import dev.keepmum.flow.FlowContext;
import dev.keepmum.flow.Secret;
import dev.keepmum.flow.run.ShellInterpreter;
import dev.keepmum.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says what values are in a shell's state: what a file holds, what a started program prints. */
final class ValueEvaluator implements Value.Visitor<Content> {
  private static final int MAX_DEPTH = 64;

  private final EffectInterpreter effects;
  private final ShellInterpreter shell;
  private final String way;
  private final CodeRun code;
  private int depth;

  ValueEvaluator(EffectInterpreter effects, ShellInterpreter shell, String way, CodeRun code) {
    this.effects = effects;
    this.shell = shell;
    this.way = way;
    this.code = code;
  }

  /** What a value is in this state. */
  Content evaluate(Value value) {
    if (++depth > MAX_DEPTH) {
      depth--;
      return Content.UNKNOWN;
    }
    Content content = value.accept(this);
    depth--;
    return content;
  }

  @Override
  public Content text(Value.Text text) {
    return constant(text.text());
  }

  /** A constant of the code; where a part of the code was not known, it may hold what that held. */
  private Content constant(String text) {
    return Content.isPartial(text)
        ? Content.text(text).opened().withSecrets(code.text().secrets())
        : Content.text(text);
  }

  @Override
  public Content unknown() {
    return Content.UNKNOWN;
  }

  @Override
  public Content joined(Value.Joined joined) {
    return joined(joined.parts());
  }

  private Content joined(List<Value> parts) {
    Content joined = Content.EMPTY;
    for (Value part : parts) {
      joined = joined.then(evaluate(part));
    }
    return joined;
  }

  @Override
  public Content oneOf(Value.OneOf oneOf) {
    List<Content> contents = new ArrayList<>(oneOf.alternatives().size());
    for (Value alternative : oneOf.alternatives()) {
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

  @Override
  public Content derived(Value.Derived derived) {
    return joined(derived.parts()).derived();
  }

  @Override
  public Content names(Value.Names names) {
    return shell.variables().names(shell.state(), evaluate(names.of()));
  }

  @Override
  public Content readFile(Value.ReadFile read) {
    return shell.streams().read(evaluate(read.path()), way);
  }

  @Override
  public Content readTree(Value.ReadTree tree) {
    return new FileTree(shell).read(evaluate(tree.root()), FileTree.Selection.of(tree));
  }

  @Override
  public Content readVariable(Value.ReadVariable read) {
    return shell.variables().indirect(shell.state(), evaluate(read.name()));
  }

  @Override
  public Content readEnvironment() {
    return shell.variables().environment(shell.state());
  }

  @Override
  public Content readInput() {
    return code.input();
  }

  @Override
  public Content argument(Value.Argument argument) {
    int index = argument.position() - 1;
    boolean given = index >= 0 && index < code.arguments().size();
    return given ? code.arguments().get(index) : Content.UNKNOWN;
  }

  @Override
  public Content arguments() {
    return any(code.arguments());
  }

  @Override
  public Content output(Value.Output output) {
    return shell.capture(
        new Runnable() {
          @Override
          public void run() {
            effects.perform(output.run());
          }
        });
  }

  @Override
  public Content response(Value.Response response) {
    effects.perform(response.request());
    Content url = evaluate(response.request().destination());
    for (String text : url.texts()) {
      Optional<Rule> rule = context().rules().url(text);
      if (rule.isPresent()) {
        return Content.secret(Secret.of(rule.get()));
      }
    }
    return Content.UNKNOWN;
  }

  @Override
  public Content readMemory(Value.ReadMemory memory) {
    return secret("layer4/process-memory", "the memory of a process");
  }

  @Override
  public Content readVault(Value.ReadVault vault) {
    return secret("layer1/vault-entry", "a vault entry");
  }

  private Content secret(String rule, String label) {
    return Content.secret(Secret.of(context().rules().rule(rule), label));
  }

  private FlowContext context() {
    return shell.context();
  }
}
