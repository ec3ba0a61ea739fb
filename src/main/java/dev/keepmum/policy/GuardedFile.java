package dev.keepmum.policy;

import dev.keepmum.flow.Content;
import dev.keepmum.flow.Finding;
import dev.keepmum.flow.FlowContext;
import dev.keepmum.flow.Revision;
import dev.keepmum.settings.HelperCommand;
import dev.keepmum.settings.RegisteredHook;
import dev.keepmum.settings.Scope;
import dev.keepmum.settings.SettingsChecks;
import dev.keepmum.settings.SettingsFile;
import dev.keepmum.settings.SettingsFinding;
import dev.keepmum.settings.SettingsKind;
import java.util.List;
import java.util.Optional;

/**
 * A file of the guard while a call changes it. Each state that something else follows is judged;
 * what is built up piece by piece is judged when it is complete.
 */
final class GuardedFile {

  private static final String SETTINGS_RULE = "guard/settings";
  private static final String PROGRAM_RULE = "guard/program";
  private static final String UNKNOWN = "would change in a way that cannot be known beforehand";
  private static final String TAKEN = "holds the guard's registration and would be taken away";

  private enum State {
    UNTOUCHED,
    CHANGED,
    REMOVED
  }

  private final FlowContext context;
  private final String path;
  private final String label;
  private final SettingsKind kind;
  private State state = State.UNTOUCHED;
  private Content content = Content.UNKNOWN;
  private String way = "";

  /**
   * @param path where it stands
   * @param asked how the call names it
   */
  GuardedFile(FlowContext context, String path, String asked, SettingsKind kind) {
    this(context, path, kind, context.files().label(asked));
  }

  private GuardedFile(FlowContext context, String path, SettingsKind kind, String label) {
    this.context = context;
    this.path = path;
    this.kind = kind;
    this.label = label;
  }

  /** Settings that stand in no file and count for one run of an agent. */
  static GuardedFile ofOneRun(FlowContext context) {
    return new GuardedFile(context, "", SettingsKind.CLAUDE_SETTINGS, "--settings");
  }

  /** Whether it is keepmum's own, of which nothing may be changed at all. */
  boolean isOwn() {
    return isProgram() || kind == SettingsKind.KEEPMUM_CONFIGURATION;
  }

  boolean isProgram() {
    return kind == SettingsKind.KEEPMUM_PROGRAM;
  }

  /** It becomes another text; a program that empties it first is judged by what it then writes. */
  void replace(Content text, String by) {
    boolean emptied = state == State.CHANGED && content.isEmptyText() && way.equals(by);
    if (!emptied) {
      judge();
    }
    become(text, by);
  }

  void append(Content text, String by) {
    become(now().then(text), by);
  }

  void revise(Revision revision, String by) {
    Content now = now();
    judge();
    become(now.isSingleText() ? revision.of(now.textOr("")) : Content.UNKNOWN, by);
  }

  void remove(String by) {
    judge();
    state = State.REMOVED;
    content = Content.EMPTY;
    way = by;
  }

  private void become(Content text, String by) {
    state = State.CHANGED;
    content = context.files().known(text);
    way = by;
  }

  private Content now() {
    if (state != State.UNTOUCHED) {
      return content;
    }
    if (!context.host().status(path).exists()) {
      return Content.EMPTY;
    }
    Optional<String> text = before();
    return text.isPresent() ? Content.text(text.get()) : Content.UNKNOWN;
  }

  private Optional<String> before() {
    return path.isEmpty() ? Optional.empty() : context.files().text(path);
  }

  /** Reports what has become of it so far, if that weakens the guard. */
  void judge() {
    if (state == State.UNTOUCHED) {
      return;
    }
    switch (kind) {
      case KEEPMUM_CONFIGURATION:
        report(SETTINGS_RULE, "is keepmum's own configuration, which is for people to change");
        break;
      case KEEPMUM_PROGRAM:
        report(PROGRAM_RULE, "is part of keepmum's program");
        break;
      default:
        judgeSettings();
    }
  }

  private void judgeSettings() {
    if (content.isOpen() || content.hasSecrets() || content.texts().isEmpty()) {
      report(SETTINGS_RULE, UNKNOWN);
      return;
    }
    Optional<String> before = before();
    boolean unread = before.isEmpty() && !path.isEmpty() && context.host().status(path).exists();
    if (unread && state == State.REMOVED) {
      report(SETTINGS_RULE, UNKNOWN);
      return;
    }
    for (String text : content.texts()) {
      judgeText(before, text);
    }
  }

  private void judgeText(Optional<String> before, String after) {
    if (Content.isPartial(after)) {
      report(SETTINGS_RULE, UNKNOWN);
      return;
    }
    if (kind == SettingsKind.CLAUDE_SETTINGS || kind == SettingsKind.PLUGIN) {
      HookCommands commands = new HookCommands(context);
      commands.inspect(hooks(before.orElse("")), hooks(after));
      commands.inspectHelpers(helpers(before.orElse("")), helpers(after));
    }
    for (SettingsFinding finding : SettingsChecks.loosened(before, after, kind)) {
      if (finding.severity() == SettingsFinding.Severity.ERROR) {
        String place = " (line " + finding.line() + ", column " + finding.column() + ")";
        report(
            SETTINGS_RULE,
            state == State.REMOVED
                ? TAKEN
                : "would weaken the guard: " + finding.message() + place);
        return;
      }
    }
  }

  private List<RegisteredHook> hooks(String text) {
    return RegisteredHook.of(new SettingsFile(path, kind, Scope.ANY, text));
  }

  private List<HelperCommand> helpers(String text) {
    return HelperCommand.of(new SettingsFile(path, kind, Scope.ANY, text));
  }

  private void report(String rule, String what) {
    context.findings().report(Finding.Kind.GUARD, context.rules().rule(rule), label, way, what);
  }
}
