package dev.keepmum.policy;

import dev.keepmum.event.JsonReader;
import dev.keepmum.event.JsonText;
import dev.keepmum.event.JsonValue.JsonMember;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.event.MalformedJson;
import dev.keepmum.host.Host;
import dev.keepmum.rule.Fingerprint;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The configurations of projects that the user has read and trusts, each pinned to its bytes: a
 * file that changes is trusted no longer. A record that cannot be read trusts nothing.
 */
public final class TrustedFiles {

  private static final int MAX_RECORD = 1 << 20;

  private final Map<String, String> hashes;

  private TrustedFiles(Map<String, String> hashes) {
    this.hashes = hashes;
  }

  /** Where the record lies; empty where nobody knows the account's home. */
  public static String recordPath(Host host) {
    String home = host.accountHome();
    return home.isEmpty() ? "" : home.concat("/.local/state/keepmum/trust.json");
  }

  /** What the account trusts. */
  static TrustedFiles of(Host host) {
    Optional<byte[]> record = host.readPrefix(recordPath(host), MAX_RECORD);
    return in(record.isPresent() ? new String(record.get(), StandardCharsets.UTF_8) : "");
  }

  /** What a record holds. */
  public static TrustedFiles in(String record) {
    Map<String, String> hashes = new TreeMap<>();
    try {
      if (!record.isEmpty() && JsonReader.read(record) instanceof JsonObject root) {
        for (JsonMember member : root.object("trusted").members().values()) {
          hashes.put(member.name(), member.value().text().orElse(""));
        }
      }
    } catch (MalformedJson e) {
      hashes.clear();
    }
    return new TrustedFiles(hashes);
  }

  /**
   * Whether a file is trusted as it is.
   *
   * @param path without links
   */
  public boolean contains(String path, byte[] content) {
    String hash = hashes.get(path);
    return hash != null && hash.equals(hash(content));
  }

  /** The same and one file more, or another state of it. */
  public TrustedFiles with(String path, byte[] content) {
    Map<String, String> more = new TreeMap<>(hashes);
    more.put(path, hash(content));
    return new TrustedFiles(more);
  }

  /** The record's text. */
  public String text() {
    StringBuilder text = new StringBuilder("{\n  \"version\": 1,\n  \"trusted\": {");
    String comma = "\n    ";
    for (Map.Entry<String, String> entry : hashes.entrySet()) {
      text.append(comma).append(JsonText.quoted(entry.getKey())).append(": ");
      text.append(JsonText.quoted(entry.getValue()));
      comma = ",\n    ";
    }
    return text.append("\n  }\n}\n").toString();
  }

  private static String hash(byte[] content) {
    try {
      return Fingerprint.hex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
