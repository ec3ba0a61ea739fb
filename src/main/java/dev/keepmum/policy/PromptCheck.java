package dev.keepmum.policy;

import dev.keepmum.effect.Effect;
import dev.keepmum.event.JsonReader;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.event.MalformedJson;
import dev.keepmum.flow.Finding;
import dev.keepmum.flow.FlowAnalysis;
import dev.keepmum.flow.FlowContext;
import dev.keepmum.flow.LimitReached;
import dev.keepmum.flow.PathNames;
import dev.keepmum.flow.Secret;
import dev.keepmum.flow.Sinks;
import dev.keepmum.host.FileStatus;
import dev.keepmum.rule.TokenMatch;
import dev.keepmum.tool.ToolCalls;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks at a prompt before it is sent: what stands in it, and the files that the client sends along
 * without calling a tool, since the prompt mentions them or the instructions (CLAUDE.md) import
 * them.
 */
final class PromptCheck {

  private static final String NOT_SENT = " The prompt was not sent: ";
  private static final String[] INSTRUCTIONS = {
    "CLAUDE.md", ".claude/CLAUDE.md", "CLAUDE.local.md"
  };
  private static final int MAX_FOLDERS = 32;
  private static final int MAX_IMPORTS = 256;
  private static final String SHELL = "Bash";

  private final FlowContext context;
  private final Ruling ruling;

  PromptCheck(FlowContext context) {
    this(context, Ruling.STANDARD);
  }

  PromptCheck(FlowContext context, Ruling ruling) {
    this.context = context;
    this.ruling = ruling;
  }

  Verdict inspect(String prompt) {
    reportTokens(prompt, "");
    if (!isClean()) {
      return refusal("take the value out, and rotate it if others have seen it.");
    }
    reportMentioned(prompt);
    if (!isClean()) {
      return refusal("write the name without the @.");
    }
    inspectCommand(SlashCommand.in(prompt));
    if (!isClean()) {
      return refusal("the command's file does that by itself; change it there.");
    }
    inspectInstructions();
    return isClean() ? Verdict.PASS : refusal("take the @ import out of the instructions.");
  }

  /** Reports what calling a command or skill would show. */
  void inspectCommand(SlashCommand command) {
    if (command.isNone()) {
      return;
    }
    List<String> files = new ArrayList<>(command.files(context.host().home()));
    for (String folder : foldersUpwards()) {
      files.addAll(command.files(folder));
    }
    for (String file : files) {
      Optional<String> text = context.files().text(file);
      if (text.isPresent()) {
        inspectExpansion(command.expanded(text.get()));
      }
    }
  }

  private void inspectExpansion(String text) {
    reportMentioned(text);
    for (String input : SlashCommand.shellInputs(text)) {
      List<Effect> effects = ToolCalls.effects(SHELL, object(input), context.directory());
      new FlowAnalysis(context).follow(SHELL, effects);
    }
    new SelfProtection(context).inspect();
  }

  private static JsonObject object(String json) {
    try {
      return (JsonObject) JsonReader.read(json);
    } catch (MalformedJson e) {
      throw new IllegalStateException("written a moment ago", e);
    }
  }

  /** The folder the client is in and all above it, the nearest first. */
  private List<String> foldersUpwards() {
    List<String> folders = new ArrayList<>();
    String folder = context.directory();
    while (!folder.equals("/") && folders.size() < MAX_FOLDERS) {
      folders.add(folder);
      folder = PathNames.parent(folder);
    }
    folders.add("/");
    return folders;
  }

  private void reportMentioned(String prompt) {
    try {
      for (String path : Mentions.in(prompt)) {
        context.budget().step();
        reportFile(resolve(context.directory(), path));
      }
    } catch (LimitReached reached) {
      context
          .findings()
          .report(
              Finding.Kind.LIMIT,
              context.rules().rule(FlowAnalysis.LIMIT),
              "the prompt",
              "",
              reached.getMessage());
    }
  }

  private Verdict verdict() {
    return ruling.verdict(context.findings().all());
  }

  private boolean isClean() {
    return verdict().decision() == Decision.PASS;
  }

  private Verdict refusal(String way) {
    Verdict verdict = verdict();
    return new Verdict(
        verdict.decision(),
        verdict.rule(),
        verdict.layer(),
        verdict.reason() + (verdict.reason().endsWith(".") ? "" : ".") + NOT_SENT + way,
        verdict.flow());
  }

  private String resolve(String folder, String path) {
    return PathNames.resolve(folder, path, context.host().home());
  }

  /** A file that is sent along: secret as a whole, or with a secret in it. Of a folder, names. */
  private void reportFile(String path) {
    if (context.host().status(path).kind() == FileStatus.Kind.DIRECTORY) {
      return;
    }
    Optional<Secret> secret = context.files().secret(path);
    if (secret.isPresent()) {
      report(secret.get(), "@");
      return;
    }
    Optional<String> text = context.files().text(path);
    if (text.isPresent()) {
      reportTokens(text.get(), context.files().label(path));
    }
  }

  private void reportTokens(String text, String file) {
    for (TokenMatch token : context.rules().tokens(text)) {
      report(
          file.isEmpty() ? Secret.of(token.rule()) : Secret.of(token.rule(), file), "the prompt");
    }
  }

  private void report(Secret secret, String way) {
    context.findings().report(Finding.Kind.SHOWN, secret, way, Sinks.TRANSCRIPT);
  }

  /** The instructions go with every prompt: those of the folder, of all above it, of the user. */
  private void inspectInstructions() {
    Deque<String> files = new ArrayDeque<>();
    for (String folder : foldersUpwards()) {
      for (String name : INSTRUCTIONS) {
        files.add(resolve(folder, name));
      }
    }
    files.add(resolve("/", "~/.claude/CLAUDE.md"));
    try {
      followImports(files);
    } catch (LimitReached enough) {
      return; // Nobody has that much to say to an agent; what was read was clean.
    }
  }

  private void followImports(Deque<String> files) {
    Set<String> seen = new HashSet<>(files);
    while (!files.isEmpty() && seen.size() < MAX_IMPORTS) {
      String file = files.remove();
      Optional<String> text = context.files().text(file);
      if (text.isEmpty()) {
        continue;
      }
      for (String path : imports(text.get())) {
        String imported = resolve(PathNames.parent(file), path);
        if (seen.add(imported) && !reportImport(file, imported)) {
          files.add(imported);
        }
      }
    }
  }

  private boolean reportImport(String file, String imported) {
    Optional<Secret> secret = context.files().secret(imported);
    if (secret.isPresent()) {
      report(secret.get(), context.files().label(file));
    }
    return secret.isPresent();
  }

  private static Set<String> imports(String instructions) {
    return Mentions.in(Markdown.withoutCode(instructions));
  }
}
