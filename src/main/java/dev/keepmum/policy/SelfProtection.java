package dev.keepmum.policy;

import dev.keepmum.effect.Effect;
import dev.keepmum.flow.Changes;
import dev.keepmum.flow.Content;
import dev.keepmum.flow.Finding;
import dev.keepmum.flow.FlowContext;
import dev.keepmum.settings.SettingsChecks;
import dev.keepmum.settings.SettingsFiles;
import dev.keepmum.settings.SettingsFinding;
import dev.keepmum.settings.SettingsKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the agent from loosening its own guard: looks at what a call would change in settings
 * files, in keepmum's configuration and in its program. Costs nothing for calls that change none of
 * them.
 */
final class SelfProtection {

  private static final String SETTINGS_RULE = "guard/settings";
  private static final String PROGRAM_RULE = "guard/program";
  private static final String UNKNOWN = "would change in a way that cannot be known beforehand";

  private final FlowContext context;
  private InstalledProgram program;

  SelfProtection(FlowContext context) {
    this.context = context;
  }

  /** Adds a finding to the context for every change that would weaken the guard. */
  void inspect() {
    for (Changes.Change change : new ArrayList<>(context.changes().all())) {
      inspect(change);
    }
  }

  private void inspect(Changes.Change change) {
    Optional<SettingsKind> kind = kind(change.path(), change.kind());
    if (kind.isEmpty()) {
      Optional<String> real = context.host().realPath(change.path());
      if (real.isEmpty() || real.get().equals(change.path())) {
        return;
      }
      kind = kind(real.get(), change.kind());
      if (kind.isEmpty()) {
        return;
      }
    }
    switch (kind.get()) {
      case KEEPMUM_CONFIGURATION:
        report(
            change, SETTINGS_RULE, "is keepmum's own configuration, which is for people to change");
        break;
      case KEEPMUM_PROGRAM:
        report(change, PROGRAM_RULE, "is part of keepmum's program");
        break;
      default:
        inspectSettings(change, kind.get());
    }
  }

  /** What a path is guarded as. The settings are read only where the program may be meant. */
  private Optional<SettingsKind> kind(String path, Changes.Kind change) {
    Optional<SettingsKind> kind = SettingsFiles.kind(path, context.host().home());
    boolean mayBeProgram = change == Changes.Kind.REMOVED || path.contains("keepmum");
    return kind.isEmpty() && mayBeProgram && program().contains(path)
        ? Optional.of(SettingsKind.KEEPMUM_PROGRAM)
        : kind;
  }

  private InstalledProgram program() {
    if (program == null) {
      program = InstalledProgram.registered(context.host(), context.directory());
    }
    return program;
  }

  private void inspectSettings(Changes.Change change, SettingsKind kind) {
    switch (change.kind()) {
      case REMOVED:
        if (exists(change.path())) {
          report(change, SETTINGS_RULE, "holds the guard's registration and would be taken away");
        }
        break;
      case WRITTEN:
        inspectText(change, kind, known(change.content()));
        break;
      case EDITED:
        Optional<String> before = text(change.path());
        if (before.isPresent()) {
          inspectText(change, kind, edited(before.get(), change.replacements()));
        }
        break;
      default:
        report(change, SETTINGS_RULE, UNKNOWN);
    }
  }

  private boolean exists(String path) {
    return context.host().status(path).exists();
  }

  private Optional<String> text(String path) {
    return context.files().text(path);
  }

  /** The one text that a content is; empty where it may be several or is not known. */
  private Optional<String> known(Content content) {
    Content text = context.files().known(content);
    return text.isSingleText() && !text.hasSecrets()
        ? Optional.of(text.textOr(""))
        : Optional.empty();
  }

  /** The text after an edit; as it was where a passage is not found, since the edit then fails. */
  private static Optional<String> edited(String before, List<Effect.Replacement> replacements) {
    String text = before;
    for (Effect.Replacement replacement : replacements) {
      int at = text.indexOf(replacement.before());
      if (at < 0 || replacement.before().isEmpty()) {
        return Optional.of(before);
      }
      text =
          replacement.everywhere()
              ? text.replace(replacement.before(), replacement.after())
              : text.substring(0, at)
                  + replacement.after()
                  + text.substring(at + replacement.before().length());
    }
    return Optional.of(text);
  }

  private void inspectText(Changes.Change change, SettingsKind kind, Optional<String> after) {
    if (after.isEmpty()) {
      report(change, SETTINGS_RULE, UNKNOWN);
      return;
    }
    for (SettingsFinding finding :
        SettingsChecks.loosened(text(change.path()), after.get(), kind)) {
      if (finding.severity() == SettingsFinding.Severity.ERROR) {
        String place = " (line " + finding.line() + ", column " + finding.column() + ")";
        report(change, SETTINGS_RULE, "would weaken the guard: " + finding.message() + place);
        return;
      }
    }
  }

  private void report(Changes.Change change, String rule, String what) {
    context
        .findings()
        .report(
            Finding.Kind.GUARD,
            context.rules().rule(rule),
            context.files().label(change.path()),
            change.way(),
            what);
  }
}
