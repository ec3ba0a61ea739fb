package dev.keepmum.scan;

import dev.keepmum.rule.Fingerprint;
import dev.keepmum.rule.Rule;
import dev.keepmum.rule.RuleCatalog;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Names values without telling them, under the installation's key and a baseline's salt. */
final class Fingerprints {
  private static final int CHECK_BYTES = 2;
  private static final int UNGUESSABLE = 20;
  private static final int UNGUESSABLE_WHATEVER_IT_IS = 64;

  private final byte[] installKey;
  private final byte[] salt;
  private final Map<String, List<String>> keywords = new ConcurrentHashMap<>();

  Fingerprints(byte[] installKey, String salt) {
    this.installKey = installKey.clone();
    this.salt = ("keepmum baseline " + salt).getBytes(StandardCharsets.UTF_8);
  }

  Fingerprint of(Rule rule, String value) {
    return Fingerprint.of(rule, fixedPrefix(rule, value), value, installKey);
  }

  /** What all secrets of the kind begin with: a keyword of the rule that the value begins with. */
  private String fixedPrefix(Rule rule, String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    for (String keyword : keywords.computeIfAbsent(rule.id(), Fingerprints::keywords)) {
      if (lower.startsWith(keyword)) {
        return value.substring(0, keyword.length());
      }
    }
    return "";
  }

  private static List<String> keywords(String rule) {
    return Catalog.RULES.entry(rule).map(entry -> entry.strings("keywords")).orElse(List.of());
  }

  /**
   * Enough of a value to see that it has changed, and far too little to guess it by: 16 bits, and
   * only of values that are long and random, so that trying them all is hopeless with or without.
   */
  String check(Rule rule, String value) {
    boolean isUnguessable =
        value.length() >= UNGUESSABLE_WHATEVER_IT_IS
            || value.length() >= UNGUESSABLE && rule.hasProvider();
    return isUnguessable
        ? Fingerprint.hex(Arrays.copyOf(Fingerprint.hmac(salt, value), CHECK_BYTES))
        : "";
  }

  /** Read only when something is found. */
  private static final class Catalog {
    private static final RuleCatalog RULES = RuleCatalog.load();
  }
}
