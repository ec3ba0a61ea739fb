package dev.keepmum.flow.command;

import dev.keepmum.effect.Language;
import dev.keepmum.flow.Content;
import dev.keepmum.flow.Secret;
import dev.keepmum.rule.Role;
import java.util.ArrayList;
import java.util.List;

/** sops exec-file: a command line in which {@code {}} is a file that holds what was decrypted. */
final class DecryptedFile implements Behaviour {

  private static final String MARK = "{}";
  private static final String PATH = "/tmp/decrypted/file";
  private static final String RULE = "layer1/vault-entry";

  @Override
  public void run(Invocation call) {
    String label = "a decrypted file";
    for (Content file : call.arguments().values(Role.LOAD)) {
      label = "the decrypted ".concat(file.textOr("file"));
    }
    call.files().mark(PATH, Content.secret(Secret.of(call.rules().rule(RULE), label)));
    for (Content line : call.arguments().values(Role.SHELL)) {
      List<String> texts = new ArrayList<>();
      for (String text : line.texts()) {
        texts.add(text.replace(MARK, PATH));
      }
      call.runCode(new CodeRun(Language.SHELL, line.withTexts(texts), List.of(), call.input()));
    }
  }
}
