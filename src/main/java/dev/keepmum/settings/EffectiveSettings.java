package dev.keepmum.settings;

import dev.keepmum.event.JsonValue;
import dev.keepmum.event.JsonValue.JsonMember;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.settings.PermissionRule.Kind;
import dev.keepmum.settings.PermissionRules.Roots;
import dev.keepmum.settings.SettingsFinding.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What several settings files say together, as Claude Code 2.1.330 merges them: a stronger file's
 * value of a key wins, members of {@code env} one by one; lists of hooks and permissions add up;
 * deny wins over ask, ask over allow. Files that the client skips say nothing.
 */
public final class EffectiveSettings {

  /** A file and what was read of it. */
  private record Layer(SettingsFile file, SettingsDocument settings) {}

  private final List<Layer> layers = new ArrayList<>();
  private final List<SettingsFile> skipped = new ArrayList<>();

  private EffectiveSettings() {}

  /**
   * Merges files of settings; those of other kinds are left out.
   *
   * @param files the weakest first, as {@link SettingsSearch#loadedIn} gives them
   */
  public static EffectiveSettings of(List<SettingsFile> files) {
    EffectiveSettings merged = new EffectiveSettings();
    for (Scope scope : Scope.values()) {
      for (SettingsFile file : files) {
        if (file.kind() == SettingsKind.CLAUDE_SETTINGS && file.scope() == scope) {
          merged.add(file);
        }
      }
    }
    return merged;
  }

  private void add(SettingsFile file) {
    SettingsDocument settings = SettingsDocument.read(file.text(), file.kind(), file.scope());
    if (isSkipped(settings)) {
      skipped.add(file);
    } else {
      layers.add(new Layer(file, settings));
    }
  }

  private static boolean isSkipped(SettingsDocument settings) {
    for (SettingsFinding finding :
        SettingsChecks.report(settings, SettingsKind.CLAUDE_SETTINGS).findings()) {
      boolean isWhole =
          finding.id().equals("settings/json") || finding.id().equals("settings/type");
      if (isWhole && finding.severity() == Severity.ERROR) {
        return true;
      }
    }
    return false;
  }

  /** The files that the client skips whole. */
  public List<SettingsFile> skipped() {
    return List.copyOf(skipped);
  }

  /** Whose value of a key counts; empty if nobody sets it. */
  public Optional<SettingsFile> winner(String key) {
    for (int i = layers.size() - 1; i >= 0; i--) {
      if (layers.get(i).settings().root().get(key).isPresent()) {
        return Optional.of(layers.get(i).file());
      }
    }
    return Optional.empty();
  }

  /** The value of a key at the top that counts; empty if nobody sets it. */
  public Optional<JsonValue> value(String key) {
    return strongest(List.of(key));
  }

  /** The value of a variable that settings put into the environment; empty if none does. */
  public Optional<JsonValue> variable(String name) {
    return strongest(List.of("env", name));
  }

  private Optional<JsonValue> strongest(List<String> path) {
    for (int i = layers.size() - 1; i >= 0; i--) {
      JsonObject holder = layers.get(i).settings().root();
      for (String name : path.subList(0, path.size() - 1)) {
        holder = holder.object(name);
      }
      JsonMember member = holder.members().get(path.get(path.size() - 1));
      if (member != null) {
        return Optional.of(member.value());
      }
    }
    return Optional.empty();
  }

  /** Whether hooks of files that are not managed run at all. */
  boolean runsUnmanagedHooks() {
    Optional<JsonValue> disabled = value("disableAllHooks");
    for (Layer layer : layers) {
      boolean isManaged = layer.file().scope() == Scope.MANAGED;
      Optional<JsonValue> managedOnly = layer.settings().root().get("allowManagedHooksOnly");
      if (isManaged && managedOnly.isPresent() && managedOnly.get().isTrue()) {
        return false;
      }
    }
    return disabled.isEmpty() || !disabled.get().isTrue();
  }

  /** The hooks that run on an event; the same command of two files once. */
  List<HookEntry> hooks(String event) {
    boolean runsAll = runsUnmanagedHooks();
    List<HookEntry> hooks = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Layer layer : layers) {
      boolean runs = runsAll || layer.file().scope() == Scope.MANAGED;
      for (HookEntry hook : layer.settings().hooks()) {
        if (runs && hook.event().equals(event) && seen.add(hook.identity())) {
          hooks.add(hook);
        }
      }
    }
    return hooks;
  }

  /** Whether a guard is asked on an event. */
  public boolean hasGuard(String event) {
    for (HookEntry hook : hooks(event)) {
      if (hook.isGuard()) {
        return true;
      }
    }
    return false;
  }

  /** Whether a guard is asked on an event whatever a repository's settings say. */
  public boolean hasManagedGuard(String event) {
    for (Layer layer : layers) {
      for (HookEntry hook : layer.settings().guards()) {
        if (layer.file().scope() == Scope.MANAGED && hook.event().equals(event)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * What the permission rules of all files say to a call; empty if no rule fits, and the client
   * asks as its mode wants.
   *
   * @param tool the name under which a hook would see it
   * @param input its input, paths absolute
   * @param project the folder the client was started in
   * @param home the user's home
   */
  public Optional<Kind> decision(String tool, JsonObject input, String project, String home) {
    for (Kind kind : PermissionRule.kinds()) {
      for (Layer layer : layers) {
        if (matches(layer, kind, tool, input, project, home)) {
          return Optional.of(kind);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean matches(
      Layer layer, Kind kind, String tool, JsonObject input, String project, String home) {
    List<PermissionRule> rules = new ArrayList<>();
    for (JsonValue rule : layer.settings().root().object("permissions").elements(kind.key())) {
      if (rule.text().isPresent()) {
        rules.add(PermissionRule.of(rule.text().get()));
      }
    }
    Roots roots = new Roots(project, home, root(layer.file(), project));
    return new PermissionRules(rules, kind, roots).matching(tool, input).isPresent();
  }

  /** Where {@code /x} begins: the project for its own settings, else the file's folder. */
  private static String root(SettingsFile file, String project) {
    int slash = file.path().lastIndexOf('/');
    return file.scope().isRepository() || slash <= 0 ? project : file.path().substring(0, slash);
  }
}
