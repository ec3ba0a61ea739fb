package dev.keepmum.tool;

import dev.keepmum.effect.Effect;
import dev.keepmum.effect.Value;

/** A resource that an MCP server hands over, named by a URI. */
final class McpResource {
  private McpResource() {}

  /** A file's URI makes the file the result; what other servers keep is not known. */
  static void read(ToolInput in) {
    String uri = in.take("uri");
    String path = FileUrl.path(uri);
    if (!path.isEmpty()) {
      in.add(new Effect.Print(new Value.ReadFile(new Value.Text(path))));
    } else if (isVaultReference(uri)) {
      in.add(new Effect.Print(new Value.ReadVault(new Value.Text(uri))));
    } else if (!uri.isEmpty()) {
      in.sendTo(uri);
    }
  }

  private static boolean isVaultReference(String uri) {
    int end = uri.indexOf("://");
    return switch (end < 0 ? "" : uri.substring(0, end)) {
      case "op", "vault", "secret", "secrets", "keychain", "bw", "doppler", "infisical" -> true;
      default -> false;
    };
  }
}
