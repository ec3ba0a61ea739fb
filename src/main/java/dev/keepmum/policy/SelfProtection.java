package dev.keepmum.policy;

import dev.keepmum.flow.Changes;
import dev.keepmum.flow.Changes.Change;
import dev.keepmum.flow.Content;
import dev.keepmum.flow.FlowContext;
import dev.keepmum.host.FileStatus;
import dev.keepmum.settings.SettingsKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the agent from loosening its own guard: looks at what a call would change in settings
 * files, in keepmum's configuration and in its program. A change of a folder is one of what it
 * holds, and settings are asked what becomes of them. Costs next to nothing for calls that change
 * none of them.
 */
final class SelfProtection {

  private final FlowContext context;
  private final GuardedFiles guarded;
  private final Map<String, GuardedFile> files = new LinkedHashMap<>();

  SelfProtection(FlowContext context) {
    this.context = context;
    this.guarded = new GuardedFiles(context.host(), context.directory());
  }

  /** Adds a finding to the context for every change that would weaken the guard. */
  void inspect() {
    for (Change change : context.changes().all()) {
      inspect(change);
    }
    for (GuardedFile file : files.values()) {
      file.judge();
    }
  }

  private void inspect(Change change) {
    switch (change.kind()) {
      case GIVEN:
        GuardedFile given = GuardedFile.ofOneRun(context);
        given.replace(change.content(), change.way());
        given.judge();
        break;
      case REMOVED:
      case CLOSED:
      case STOPPED:
        loseAll(change);
        break;
      case FILLED:
      case MIRRORED:
        fill(change);
        break;
      default:
        write(change);
    }
  }

  private void write(Change change) {
    Optional<GuardedFile> found = file(change.path());
    if (found.isEmpty()) {
      return;
    }
    GuardedFile file = found.get();
    switch (change.kind()) {
      case WRITTEN:
        file.replace(change.content(), change.way());
        break;
      case APPENDED:
        file.append(change.content(), change.way());
        break;
      case REVISED:
        file.revise(change.revision(), change.way());
        break;
      default:
        file.replace(Content.UNKNOWN, change.way());
    }
  }

  /** What is taken is taken from everything in it. */
  private void loseAll(Change asked) {
    Change change = slashed(asked);
    boolean removed = change.kind() == Changes.Kind.REMOVED;
    String path = removed ? guarded.place(change.path()) : guarded.real(change.path());
    lose(change, change.path());
    if (!path.equals(change.path())) {
      lose(change, path);
    }
    if (context.host().status(path).isDirectory()) {
      boolean link = removed && !guarded.real(path).equals(path);
      for (String below : link ? guarded.loadedBelow(path) : guarded.below(path)) {
        lose(change, below);
      }
    }
  }

  /** cmd and PowerShell part names by a backslash, wherever they run. */
  private Change slashed(Change change) {
    String path = change.path();
    boolean other = path.indexOf('\\') >= 0 && !context.host().status(path).exists();
    return other
        ? new Change(
            path.replace('\\', '/'),
            change.kind(),
            change.content(),
            change.revision(),
            change.source(),
            change.way())
        : change;
  }

  private void lose(Change change, String path) {
    FileStatus status = context.host().status(path);
    boolean named = path.equals(change.path());
    boolean link = change.kind() == Changes.Kind.REMOVED && guarded.kind(path).isEmpty();
    Optional<GuardedFile> file =
        !link && (named || status.exists()) ? file(path) : Optional.empty();
    if (file.isEmpty() || !status.isRegular() && !file.get().isOwn()) {
      return;
    }
    boolean onlyStopped = change.kind() == Changes.Kind.STOPPED && change.path().equals(path);
    if (!onlyStopped || file.get().isProgram()) {
      file.get().remove(change.way());
    }
  }

  /** The files of a tree stand below the folder afterwards. */
  private void fill(Change change) {
    String folder = guarded.real(change.path());
    String source = change.source();
    boolean known = !source.isEmpty() && context.host().status(source).isDirectory();
    if (!known) {
      if (guarded.isFolder(folder) || guarded.kind(folder).isPresent()) {
        fillWithAnything(folder, change.way());
      }
      return;
    }
    for (String path : guarded.below(folder)) {
      String from = source.concat(path.substring(folder.equals("/") ? 0 : folder.length()));
      Optional<GuardedFile> file = file(path);
      if (file.isPresent() && context.host().status(from).isRegular()) {
        file.get().replace(context.files().read(from), change.way());
      } else if (file.isPresent()
          && change.kind() == Changes.Kind.MIRRORED
          && context.host().status(path).exists()
          && !context.host().status(from).exists()) {
        file.get().remove(change.way());
      }
    }
  }

  private void fillWithAnything(String folder, String way) {
    Optional<GuardedFile> own = file(folder);
    if (own.isPresent()) {
      own.get().replace(Content.UNKNOWN, way);
    }
    for (String path : guarded.below(folder)) {
      Optional<GuardedFile> file = file(path);
      if (file.isPresent()) {
        file.get().replace(Content.UNKNOWN, way);
      }
    }
  }

  private Optional<GuardedFile> file(String path) {
    String place = path;
    Optional<SettingsKind> kind = guarded.kind(path);
    if (kind.isEmpty()) {
      place = guarded.real(path);
      kind = place.equals(path) ? Optional.empty() : guarded.kind(place);
    }
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    GuardedFile file = files.get(place);
    if (file == null) {
      file = new GuardedFile(context, place, path, kind.get());
      files.put(place, file);
    }
    return Optional.of(file);
  }
}
