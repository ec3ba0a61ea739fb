package dev.keepmum.flow.command;

import dev.keepmum.flow.Changes;
import dev.keepmum.flow.Content;
import java.util.List;

/**
 * mount: as long as it lasts, something else stands under the name of a folder or file. With {@code
 * --bind} that is another folder or file, else what nobody can see from here (mount(8)).
 */
final class Mount implements Behaviour {
  @Override
  public void run(Invocation call) {
    List<Content> operands = call.arguments().operands();
    if (operands.size() < 2) {
      new General().run(call);
      return;
    }
    Changes changes = call.context().changes();
    for (String place : call.resolve(operands.get(1))) {
      String target = call.files().followed(place);
      if (!binds(call)) {
        changes.filled(target, call.name());
        continue;
      }
      for (String named : call.resolve(operands.get(0))) {
        String source = call.files().followed(named);
        if (call.files().isFolder(source)) {
          changes.mirrored(target, source, call.name());
        } else {
          changes.written(target, call.files().known(call.files().read(source)), call.name());
        }
        call.files().link(target, source);
      }
    }
  }

  private static boolean binds(Invocation call) {
    Arguments given = call.arguments();
    for (String flag : new String[] {"-B", "--bind", "-R", "--rbind", "-M", "--move"}) {
      if (given.hasOption(flag)) {
        return true;
      }
    }
    String options = given.option("-o").textOr("").concat(given.option("--options").textOr(""));
    return options.contains("bind");
  }
}
