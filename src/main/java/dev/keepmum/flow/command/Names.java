package dev.keepmum.flow.command;

import dev.keepmum.effect.Language;
import dev.keepmum.flow.Content;
import dev.keepmum.rule.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** ls and compgen: names of files or of variables, which other programs may take as arguments. */
final class Names implements Behaviour {

  private static final int MAX_NAMES = 1_000;

  @Override
  public void run(Invocation call) {
    List<String> names = new ArrayList<>();
    complete(call);
    if (completesFiles(call)) {
      listCompletions(call, names);
    } else if (namesVariables(call)) {
      names.addAll(call.shell().variables().names(call.state()));
    } else if (call.arguments().has(Role.NAME) || call.words().isEmpty()) {
      listOperands(call, names);
    } else if (listsFoldersThemselves(call)) {
      names.add(".");
    } else if (!call.arguments().has(Role.VALUE) && !call.arguments().has(Role.TEXT)) {
      listFolder(call, Content.text("."), names);
    }
    Collections.sort(names);
    if (!names.isEmpty()) {
      Content listed = Content.text(String.join("\n", names).concat("\n"));
      call.print(lacksOperands(call) ? listed.or(Content.EMPTY) : listed);
    } else if (!call.arguments().has(Role.TEXT)) {
      call.print(Content.UNKNOWN);
    }
  }

  /** Whether none of the operands is there, so that ls may only complain. */
  private static boolean lacksOperands(Invocation call) {
    List<Content> operands = call.arguments().operands();
    for (Content operand : operands) {
      for (String path : call.resolve(operand)) {
        if (call.files().exists(path)) {
          return false;
        }
      }
    }
    return !operands.isEmpty() && !call.name().equals("compgen");
  }

  /** {@code compgen}: words of a list, or what a command line or a function gives. */
  private static void complete(Invocation call) {
    for (Content list : call.arguments().values(Role.TEXT)) {
      call.print(call.shell().substitutions().expandAgain(list));
    }
    for (Content line : call.arguments().values(Role.SHELL)) {
      call.runCode(new CodeRun(Language.SHELL, line, List.of(), Content.EMPTY));
    }
  }

  private static boolean completesFiles(Invocation call) {
    String action = call.arguments().option("-A").textOr("");
    return call.name().equals("compgen")
        && (call.arguments().hasOption("-f")
            || call.arguments().hasOption("-d")
            || action.equals("file")
            || action.equals("directory"));
  }

  /** The paths that begin with a word. */
  private static void listCompletions(Invocation call, List<String> names) {
    for (Content word : call.arguments().operands()) {
      String text = word.textOr("");
      String folder = text.substring(0, text.lastIndexOf('/') + 1);
      for (String path : call.resolve(Content.text(folder.isEmpty() ? "." : folder))) {
        for (String name : call.files().names(path, MAX_NAMES)) {
          if (folder.concat(name).startsWith(text)) {
            names.add(folder.concat(name));
          }
        }
      }
    }
  }

  private static boolean namesVariables(Invocation call) {
    return call.arguments().hasOption("-e")
        || call.arguments().hasOption("-v")
        || call.arguments().option("-A").textOr("").equals("variable")
        || call.arguments().option("-A").textOr("").equals("export");
  }

  private static void listOperands(Invocation call, List<String> names) {
    List<Content> operands = call.arguments().operands();
    if (operands.isEmpty()) {
      listFolder(call, Content.text("."), names);
    }
    boolean itself = listsFoldersThemselves(call);
    for (Content operand : operands) {
      if (operand.hasSecrets()) {
        call.printError(operand);
      }
      if (itself) {
        names.addAll(operand.texts());
        continue;
      }
      listFolder(call, operand, names);
    }
  }

  /** {@code ls -d}. */
  private static boolean listsFoldersThemselves(Invocation call) {
    return !call.name().equals("compgen")
        && (call.arguments().hasOption("-d") || call.arguments().hasOption("--directory"));
  }

  private static void listFolder(Invocation call, Content folder, List<String> names) {
    boolean hidden = call.arguments().hasOption("-a") || call.arguments().hasOption("-A");
    List<String> paths = call.resolve(folder);
    for (String path : paths) {
      if (!call.files().isFolder(path)) {
        names.add(folder.textOr(path));
        continue;
      }
      for (String name : call.files().names(path, MAX_NAMES)) {
        if (hidden || !name.startsWith(".")) {
          names.add(name);
        }
      }
    }
  }
}
