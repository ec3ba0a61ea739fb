package dev.keepmum.scan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keepmum.rule.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Findings that are known and accepted, in a file that is committed with what it is about.
 *
 * <p>An entry says where a finding stands, not what it is: rule, path (relative to the baseline's
 * folder), the name it is assigned to, and its length. So a baseline holds on every machine, stays
 * true when lines move, tells nothing of a value, and can be read in a review. Only a value that is
 * long and random has 16 bits of a hash beside it ({@code check}), so that putting another in its
 * place is found; a password has none, since even so little would help to guess it. Each entry
 * accepts one finding.
 */
public final class Baseline {
  private static final int VERSION = 1;
  private static final int SALT_BYTES = 16;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What tells one finding from another without its value. */
  private record Entry(String rule, String path, String name, int length) {}

  private final String folder;
  private final String salt;
  private final Map<Entry, List<String>> checks;

  private Baseline(String folder, String salt, Map<Entry, List<String>> checks) {
    this.folder = folder;
    this.salt = salt;
    this.checks = checks;
  }

  /** A baseline that accepts nothing. */
  public static Baseline empty(Path file) {
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    return new Baseline(folder(file), Fingerprint.hex(salt), Map.of());
  }

  /**
   * Reads a baseline.
   *
   * @throws ScanFailure if it lacks, cannot be read or is no baseline
   */
  public static Baseline read(Path file) throws ScanFailure {
    try {
      JsonNode root = JSON.readTree(Files.readString(file));
      if (root.path("version").asInt() != VERSION || !root.path("findings").isArray()) {
        throw new ScanFailure(file + ": is no baseline of version " + VERSION);
      }
      Map<Entry, List<String>> checks = new HashMap<>();
      for (JsonNode finding : root.path("findings")) {
        Entry entry =
            new Entry(
                finding.path("rule").asText(),
                finding.path("path").asText(),
                finding.path("name").asText(),
                finding.path("length").asInt());
        checks.computeIfAbsent(entry, key -> new ArrayList<>()).add(finding.path("check").asText());
      }
      return new Baseline(folder(file), root.path("salt").asText(), checks);
    } catch (JsonProcessingException e) {
      throw new ScanFailure(
          file + ":" + e.getLocation().getLineNr() + ": is not valid JSON, so no baseline");
    } catch (ScanFailure e) {
      throw e;
    } catch (IOException e) {
      throw new ScanFailure(file + ": cannot be read as a baseline");
    }
  }

  private static String folder(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    try {
      return absolute.getParent().toRealPath().toString();
    } catch (IOException e) {
      return absolute.getParent().toString();
    }
  }

  /** What values are checked by. */
  public String salt() {
    return salt;
  }

  /** The findings that it does not have; one that it has with another value is noted so. */
  List<ScanFinding> remaining(List<ScanFinding> findings) {
    Map<Entry, List<String>> open = new HashMap<>();
    checks.forEach((entry, values) -> open.put(entry, new ArrayList<>(values)));
    List<ScanFinding> other = new ArrayList<>();
    for (ScanFinding finding : findings) {
      if (!open.getOrDefault(entry(finding), new ArrayList<>()).remove(finding.check())) {
        other.add(finding);
      }
    }
    return other.stream()
        .map(
            finding ->
                open.getOrDefault(entry(finding), List.of()).isEmpty()
                    ? finding
                    : finding.with(ScanFinding.Note.OTHER_VALUE))
        .toList();
  }

  /**
   * Writes a baseline that accepts findings, under the salt of this one.
   *
   * @throws ScanFailure if it cannot be written; then what was there is as it was
   */
  public void write(Path file, List<ScanFinding> findings) throws ScanFailure {
    ObjectNode root = JSON.createObjectNode();
    root.put("version", VERSION);
    root.put(
        "about",
        "Findings that keepmum accepts; made by keepmum scan --write-baseline. No values.");
    root.put("salt", salt);
    ArrayNode list = root.putArray("findings");
    for (ScanFinding finding : findings) {
      Entry entry = entry(finding);
      ObjectNode node = list.addObject();
      node.put("rule", entry.rule()).put("path", entry.path());
      if (!finding.place().isWholeFile()) {
        node.put("name", entry.name()).put("length", entry.length());
      }
      if (!finding.check().isEmpty()) {
        node.put("check", finding.check());
      }
    }
    try {
      Path target = file.toAbsolutePath();
      Path fresh = Files.createTempFile(target.getParent(), ".keepmum", ".new");
      Files.writeString(
          fresh, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
      Files.move(
          fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new ScanFailure(file + ": cannot be written");
    }
  }

  private Entry entry(ScanFinding finding) {
    return new Entry(
        finding.rule().id(),
        path(finding.place()),
        finding.name(),
        finding.fingerprint().map(Fingerprint::length).orElse(0));
  }

  /** Below the baseline's folder a path is relative to it, elsewhere it is as it is. */
  private String path(Place place) {
    String location = place.location();
    boolean isBelow = location.startsWith(folder) && location.length() > folder.length();
    String path = isBelow ? location.substring(folder.length()) : location;
    String slashed = path.replace('\\', '/');
    return isBelow && slashed.startsWith("/") ? slashed.substring(1) : slashed;
  }
}
