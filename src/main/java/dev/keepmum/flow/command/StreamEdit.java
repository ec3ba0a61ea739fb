package dev.keepmum.flow.command;

import dev.keepmum.code.SedMode;
import dev.keepmum.code.SedReader;
import dev.keepmum.effect.Language;
import dev.keepmum.flow.Assignments;
import dev.keepmum.flow.Content;
import dev.keepmum.flow.Revision;
import dev.keepmum.flow.Secret;
import dev.keepmum.flow.SecretUrl;
import dev.keepmum.rule.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * sed: what its script lets through of the stream, and what it reads, writes and runs beside it.
 */
final class StreamEdit implements Behaviour {
  @Override
  public void run(Invocation call) {
    Content code = CodeText.of(call);
    CodeText.reportProtected(call, code);
    Content stream = Reading.gather(call);
    SedMode mode = mode(call);
    call.runCode(new CodeRun(Language.SED, code, List.of(), stream));
    if (call.arguments().isSet(Role.IN_PLACE)) {
      changeFiles(call, code, mode);
    } else {
      Content known = stream.hasSecrets() ? Content.UNKNOWN : call.files().known(stream);
      Optional<Content> computed = computed(code, mode, known);
      Optional<Content> masked = withoutPassword(call, code, mode, stream);
      Content told = telling(call, code, mode, stream);
      call.print(computed.orElse(masked.orElse(shown(code, mode, told))));
    }
  }

  private static Optional<Content> computed(Content code, SedMode mode, Content text) {
    if (text.isSingleText() && code.texts().size() > 1) {
      return anyOf(code, mode, text);
    }
    if (!text.isSingleText() || !code.isSingleText()) {
      return Optional.empty();
    }
    Optional<String> edited = LineEdit.apply(code.textOr(""), mode, text.textOr(""));
    if (edited.isPresent()) {
      return Optional.of(Content.text(edited.get()));
    }
    return mode.quiet() ? Optional.empty() : Optional.of(edited(code, mode, text));
  }

  /** What one of several scripts makes of a text. */
  private static Optional<Content> anyOf(Content code, SedMode mode, Content text) {
    List<String> results = new ArrayList<>();
    for (String script : code.texts()) {
      Optional<String> edited = LineEdit.apply(script, mode, text.textOr(""));
      if (edited.isPresent()) {
        results.add(edited.get());
      }
    }
    return results.isEmpty() ? Optional.empty() : Optional.of(Content.oneOf(results).opened());
  }

  /** What is left of a stream that is a URL, where its password is cut out. */
  private static Optional<Content> withoutPassword(
      Invocation call, Content code, SedMode mode, Content stream) {
    Optional<SecretUrl> url = SecretUrl.of(call.context(), stream);
    return url.isEmpty() || mode.quiet() || !code.isSingleText()
        ? Optional.empty()
        : url.get().harmless(edited(code, mode, Content.text(url.get().text())));
  }

  /** The stream without the secrets of files whose telling lines the script does not print. */
  private static Content telling(Invocation call, Content code, SedMode mode, Content stream) {
    List<Secret> told = new ArrayList<>();
    for (Secret secret : stream.secrets()) {
      if (!code.isSingleText() || prints(call, code.textOr(""), mode, secret)) {
        told.add(secret);
      }
    }
    return told.size() == stream.secrets().size() ? stream : Content.UNKNOWN.withSecrets(told);
  }

  private static boolean prints(Invocation call, String script, SedMode mode, Secret secret) {
    String file = secret.file();
    if (secret.shape() != Secret.Shape.ASSIGNMENTS
        || file.isEmpty()
        || call.files().isWritten(file)
        || call.state().isElsewhere()) {
      return true;
    }
    Optional<String> text = call.files().text(file);
    Optional<String> selected = text.isEmpty() ? text : LineEdit.selected(script, mode, text.get());
    if (selected.isEmpty()) {
      return true;
    }
    for (String line : Assignments.lines(selected.get())) {
      if (Assignments.tells(line)) {
        return true;
      }
    }
    return false;
  }

  private static Content edited(Content code, SedMode mode, Content text) {
    return Substitution.apply(code.textOr(""), dialect(mode), text.textOr(""));
  }

  private static LinePattern.Dialect dialect(SedMode mode) {
    return mode.extended() ? LinePattern.Dialect.EXTENDED : LinePattern.Dialect.BASIC;
  }

  private static SedMode mode(Invocation call) {
    Arguments arguments = call.arguments();
    boolean quiet =
        arguments.hasOption("-n")
            || arguments.hasOption("--quiet")
            || arguments.hasOption("--silent");
    boolean extended =
        arguments.hasOption("-E")
            || arguments.hasOption("-r")
            || arguments.hasOption("--regexp-extended");
    return new SedMode(quiet, extended);
  }

  private static Content shown(Content code, SedMode mode, Content stream) {
    if (!code.isSingleText()) {
      return stream.derived();
    }
    switch (new SedReader().shown(code.textOr(""), mode)) {
      case NOTHING:
        return Content.UNKNOWN;
      case NAMES:
        return stream.namesOnly();
      default:
        return mode.quiet() || !stream.hasSecrets() ? stream.derived() : around(code, mode, stream);
    }
  }

  /** What a substitution puts around a line that nobody may see: it may be run as code. */
  private static Content around(Content code, SedMode mode, Content stream) {
    String line = Content.UNKNOWN_PART + "\n";
    Content edited = Substitution.apply(code.textOr(""), dialect(mode), line);
    boolean changed = edited.isSingleText() && !edited.textOr("").equals(line);
    return changed ? stream.derived().withTexts(edited.texts()) : stream.derived();
  }

  private static void changeFiles(Invocation call, Content code, SedMode mode) {
    Revision revision = new Edited(code, mode);
    for (Content file : call.arguments().values(Role.READ)) {
      for (String path : call.resolve(file)) {
        call.context().changes().revised(call.files().followed(path), revision, call.name());
      }
    }
  }

  /** What the script makes of a text, where that can be worked out. */
  private record Edited(Content code, SedMode mode) implements Revision {
    @Override
    public Content of(String text) {
      return code.isSingleText() && !mode.quiet()
          ? edited(code, mode, Content.text(text))
          : Content.UNKNOWN;
    }
  }
}
