package dev.keepmum.policy;

import dev.keepmum.event.JsonReader;
import dev.keepmum.event.JsonValue;
import dev.keepmum.event.JsonValue.JsonArray;
import dev.keepmum.event.JsonValue.JsonMember;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.event.MalformedJson;
import dev.keepmum.host.Host;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the client keeps the plugin that registers the guard: it notes the folder of each installed
 * plugin in {@code plugins/installed_plugins.json}, under the plugin's and its marketplace's name.
 */
final class InstalledPlugins {

  private static final int MAX_LIST = 1 << 20;

  private InstalledPlugins() {}

  /** The client's list of plugins. */
  static String list(Host host) {
    return host.home().concat("/.claude/plugins/installed_plugins.json");
  }

  /** The folders of keepmum's plugin, one for each scope it is installed in. */
  static List<String> folders(Host host) {
    List<String> folders = new ArrayList<>();
    Optional<byte[]> bytes = host.readPrefix(list(host), MAX_LIST);
    if (bytes.isEmpty()) {
      return folders;
    }
    try {
      if (JsonReader.read(new String(bytes.get(), StandardCharsets.UTF_8))
          instanceof JsonObject root) {
        for (JsonMember plugin : root.object("plugins").members().values()) {
          if (plugin.name().startsWith("keepmum@")) {
            addFolders(plugin.value(), folders);
          }
        }
      }
    } catch (MalformedJson notTheClients) {
      return folders;
    }
    return folders;
  }

  /** One entry, or a list of them in newer lists. */
  private static void addFolders(JsonValue value, List<String> folders) {
    if (value instanceof JsonArray array) {
      for (JsonValue element : array.elements()) {
        addFolders(element, folders);
      }
    } else if (value instanceof JsonObject entry) {
      String folder = entry.text("installPath").orElse("");
      if (folder.startsWith("/") && !folders.contains(folder)) {
        folders.add(folder);
      }
    }
  }
}
