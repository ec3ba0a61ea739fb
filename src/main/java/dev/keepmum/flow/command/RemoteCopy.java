package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import dev.keepmum.flow.PathNames;
import dev.keepmum.rule.Role;
import java.util.List;

/** Copies between this machine and others: scp, rsync, buckets. */
final class RemoteCopy {
  private RemoteCopy() {}

  /** Sends or writes what all operands but the last name to where the last one says. */
  static void run(Invocation call) {
    List<Content> places = call.arguments().values(Role.REMOTE_OR_FILE);
    if (places.size() < 2 || call.arguments().isSet(Role.HARMLESS)) {
      return;
    }
    Content target = places.get(places.size() - 1);
    for (Content source : places.subList(0, places.size() - 1)) {
      Content content = read(call, source);
      if (isRemote(target)) {
        call.context().sinks().send(target, content, call.name());
      } else {
        write(call, source, target, content);
        change(call, source, target, content);
      }
    }
  }

  private static Content read(Invocation call, Content source) {
    if (isRemote(source)) {
      return call.read(Content.text(remotePath(source.textOr(""))));
    }
    Content one = call.read(source);
    if (!call.arguments().isSet(Role.RECURSIVE) && !isFolder(call, source)) {
      return one;
    }
    FileTree tree = new FileTree(call.shell());
    List<String> excluded = Reading.texts(call, Role.EXCLUDE);
    List<String> included = Reading.texts(call, Role.INCLUDE);
    Content files = tree.read(source, FileTree.Selection.allBut(excluded));
    if (!included.isEmpty()) {
      files = files.then(tree.read(source, FileTree.Selection.only(included)));
    }
    return one.withSecrets(files.secrets());
  }

  /** Some take folders only when told to; those that do not refuse them. */
  private static boolean isFolder(Invocation call, Content source) {
    for (String path : call.resolve(source)) {
      if (call.context().host().status(path).isDirectory()) {
        return true;
      }
    }
    return false;
  }

  private static void write(Invocation call, Content source, Content target, Content content) {
    if (!content.hasSecrets() || isFolder(call, source)) {
      return;
    }
    String text = target.textOr("");
    boolean folder = text.endsWith("/") || text.equals(".") || text.equals("..");
    Content file =
        folder
            ? Content.text(text.concat("/").concat(PathNames.base(remotePath(source.textOr("")))))
            : target;
    call.write(file, content);
  }

  /** What is copied here, secret or not, changes the files of that name. */
  private static void change(Invocation call, Content source, Content target, Content content) {
    boolean remote = isRemote(source);
    boolean recursive = call.arguments().isSet(Role.RECURSIVE);
    boolean contents = source.textOr("").endsWith("/");
    Content place =
        TreeCopy.isFolder(call, target) && !contents ? TreeCopy.inside(target, source) : target;
    if (!remote && recursive && TreeCopy.isFolder(call, source)) {
      TreeCopy.fill(call, source, place, manner(call));
      return;
    }
    for (String named : call.resolve(place)) {
      String path = call.files().followed(named);
      if (remote || contents) {
        call.context().changes().filled(path, call.name());
      } else {
        call.context().changes().written(path, call.files().known(content), call.name());
      }
    }
  }

  private static TreeCopy.Manner manner(Invocation call) {
    return call.arguments().hasOption("--delete")
        ? TreeCopy.Manner.MIRRORING
        : TreeCopy.Manner.ADDING;
  }

  /**
   * {@code host:path}, {@code scheme://…}: what stands in front of the colon is no local folder.
   */
  static boolean isRemote(Content place) {
    String text = place.texts().isEmpty() ? "" : place.texts().get(0);
    int colon = text.indexOf(':');
    int slash = text.indexOf('/');
    return (colon > 1 || colon == 1 && !isDrive(text)) && (slash < 0 || colon < slash);
  }

  /** {@code C:\folder}, {@code c:/folder}: a host of one letter has no slash there. */
  private static boolean isDrive(String text) {
    return text.length() > 2 && (text.charAt(2) == '\\' || text.charAt(2) == '/');
  }

  private static String remotePath(String place) {
    int scheme = place.indexOf("://");
    if (scheme >= 0) {
      int slash = place.indexOf('/', scheme + 3);
      return slash < 0 ? "/" : place.substring(slash);
    }
    int colon = place.indexOf(':');
    String path = colon < 0 ? place : place.substring(colon + 1);
    return path.startsWith("/") ? path : "/".concat(path);
  }
}
