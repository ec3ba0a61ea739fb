package dev.keepmum.flow.run;

import dev.keepmum.flow.Content;
import dev.keepmum.flow.expand.Substitutions;
import dev.keepmum.shell.Command;
import dev.keepmum.shell.Script;
import dev.keepmum.shell.ShellParser;
import java.util.ArrayList;
import java.util.List;

/** Runs the scripts within words in subshells of the shell that expands the words. */
final class ScriptSubstitutions implements Substitutions {

  private final ShellInterpreter shell;
  private int pipes;

  ScriptSubstitutions(ShellInterpreter shell) {
    this.shell = shell;
  }

  @Override
  public Content output(Script script) {
    Content printed = shell.captureSubshell(new ScriptRun(shell, script));
    return withoutTrailingNewlines(shell.context().files().known(printed));
  }

  @Override
  public Content pipeFrom(Script script) {
    String path = pipe();
    shell.context().files().mark(path, output(script));
    return Content.text(path);
  }

  @Override
  public Content pipeTo(Script script) {
    String path = pipe();
    shell.streams().register(path, script);
    return Content.text(path);
  }

  private String pipe() {
    return "/dev/fd/" + (63 + pipes++);
  }

  @Override
  public Content expandAgain(Content content) {
    Content expanded = null;
    shell.context().budget().enter();
    for (String text : content.texts()) {
      Content one = expandedAgain(text).withSecrets(content.secrets());
      expanded = expanded == null ? one : expanded.or(one);
    }
    shell.context().budget().leave();
    if (expanded == null) {
      return content;
    }
    return content.isOpen() ? expanded.opened() : expanded;
  }

  /** A text expanded as a here-document is, which leaves quotes alone. */
  private Content expandedAgain(String text) {
    StringBuilder end = new StringBuilder("E");
    while (text.contains(end)) {
      end.append('E');
    }
    String document = ": <<" + end + "\n" + text + "\n" + end + "\n";
    List<Script.Statement> statements = ShellParser.parse(document).script().statements();
    if (statements.size() == 1
        && statements.get(0).command() instanceof Command.Simple shown
        && shown.redirections().size() == 1) {
      Content value = shell.expander().value(shown.redirections().get(0).target());
      return withoutTrailingNewlines(value);
    }
    return Content.text(text).opened();
  }

  @Override
  public void complain(Content message) {
    shell.streams().printError(message, "bash");
  }

  private static Content withoutTrailingNewlines(Content content) {
    List<String> texts = new ArrayList<>(content.texts().size());
    for (String text : content.texts()) {
      int end = text.length();
      while (end > 0 && text.charAt(end - 1) == '\n') {
        end--;
      }
      texts.add(text.substring(0, end));
    }
    return content.withTexts(texts);
  }
}
