package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import java.util.List;

/** hash: {@code -p path name} makes a name stand for a program; else it only lists paths. */
final class RememberPath implements Behaviour {

  /** Where names that hash has made are kept among the files of the call. */
  private static final String FOLDER = "/dev/hash/";

  @Override
  public void run(Invocation call) {
    List<String> programs = call.resolve(call.arguments().option("-p"));
    for (Content name : call.arguments().operands()) {
      General.complain(call, name);
      if (call.arguments().hasOption("-p") && !programs.isEmpty()) {
        call.files().mark(FOLDER.concat(name.textOr("")), Content.ofFile(programs.get(0)));
      }
    }
  }
}
