package dev.keepmum.flow.command;

import dev.keepmum.code.DocumentProgram;
import dev.keepmum.code.Documents;
import dev.keepmum.effect.Language;
import dev.keepmum.flow.Content;
import dev.keepmum.flow.FlowContext;
import dev.keepmum.flow.PathNames;
import dev.keepmum.flow.run.ShellInterpreter;
import java.util.Map;
import java.util.Optional;

/**
 * The files that code may work with where they are known, those of the machine as the call has
 * changed them so far, and what the code makes of them.
 */
final class KnownDocuments implements Documents {
  private final FlowContext context;
  private final String directory;
  private final Map<String, String> written;

  KnownDocuments(ShellInterpreter shell, Language language, String program) {
    this.context = shell.context();
    this.directory = shell.state().directory().textOr("");
    this.written = DocumentProgram.written(language, program, this);
  }

  /**
   * What a file of data holds once the code is done.
   *
   * @param content what is known without looking into any file; the answer where nothing else is
   */
  Content written(Content path, Content content) {
    String text = path.isSingleText() ? written.get(place(path.textOr(""))) : null;
    return text == null ? content : Content.text(text);
  }

  @Override
  public String home() {
    return context.host().home();
  }

  @Override
  public String place(String path) {
    return context.files().followed(PathNames.resolve(directory, path, home()));
  }

  @Override
  public boolean exists(String place) {
    return context.files().exists(place);
  }

  @Override
  public Optional<String> text(String place) {
    Content content = context.files().known(context.files().read(place));
    return content.isSingleText() && !content.hasSecrets() && !Content.isPartial(content.textOr(""))
        ? Optional.of(content.textOr(""))
        : Optional.empty();
  }
}
