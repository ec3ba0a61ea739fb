package dev.keepmum.rule;

import java.nio.charset.StandardCharsets;

/** The content tests of the rule book: whether what stands in a file makes it secret. */
final class FileContents {
  private static final String[] PRIVATE_KEYS = {
    "PRIVATE KEY-----",
    "PRIVATE KEY BLOCK-----",
    "PuTTY-User-Key-File-",
    "AGE-SECRET-KEY-1",
    "OpenVPN Static key"
  };

  private static final String[] ENCRYPTED = {
    "$ANSIBLE_VAULT;",
    "kind: SealedSecret",
    "kind: ExternalSecret",
    "\nsops:",
    "\"sops\":",
    "ENC[AES256_GCM",
    "-----BEGIN AGE ENCRYPTED FILE-----",
    "-----BEGIN PGP MESSAGE-----"
  };

  private FileContents() {}

  /**
   * Whether a content is secret.
   *
   * @param test the name of a test; an unknown one finds nothing
   */
  static boolean holdsSecret(String test, byte[] content) {
    // One character per byte: the tests look for ASCII only, and binary content stays what it is.
    String text = new String(content, StandardCharsets.ISO_8859_1);
    switch (test) {
      case "private-key":
        return containsAny(text, PRIVATE_KEYS);
      case "key":
        return isKey(text);
      case "assignments":
        return holdsAssignedSecret(text);
      case "secret-values":
        return holdsValues(text);
      case "core-dump":
        return text.startsWith("\u007fELF");
      default:
        return false;
    }
  }

  private static boolean containsAny(String text, String[] parts) {
    for (int i = 0; i < parts.length; i++) {
      if (text.contains(parts[i])) {
        return true;
      }
    }
    return false;
  }

  /** A file named as a key is one unless it is plainly something else: public, or prose. */
  private static boolean isKey(String text) {
    if (containsAny(text, PRIVATE_KEYS)) {
      return true;
    }
    return !text.isEmpty()
        && !text.contains("-----BEGIN ")
        && !text.startsWith("ssh-")
        && !isProse(text);
  }

  /** More than a few words on a line: no key has blanks in it. */
  private static boolean isProse(String text) {
    int blanks = 0;
    int length = Math.min(text.length(), 4096);
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c == 0) {
        return false;
      }
      blanks += c == ' ' ? 1 : 0;
    }
    return blanks > 3;
  }

  private static boolean holdsAssignedSecret(String text) {
    if (!Tokens.find(text).isEmpty()) {
      return true;
    }
    if (containsAny(text, ENCRYPTED)) {
      return false;
    }
    Assignments assignments = new Assignments(text);
    while (assignments.next()) {
      if (assignments.isSecret()) {
        return true;
      }
    }
    return isSecretManifest(text);
  }

  /** Kubernetes keeps a Secret's values in base64 under any name. */
  private static boolean isSecretManifest(String text) {
    int kind = text.indexOf("kind: Secret");
    if (kind < 0) {
      return false;
    }
    int end = kind + "kind: Secret".length();
    boolean isWhole = end == text.length() || text.charAt(end) <= ' ';
    return isWhole && (holdsBelow(text, "\ndata:") || holdsBelow(text, "\nstringData:"));
  }

  /** Whether anything real stands in a block of YAML under a heading, which may come repeatedly. */
  private static boolean holdsBelow(String text, String heading) {
    for (int at = text.indexOf(heading); at >= 0; at = text.indexOf(heading, at + 1)) {
      int start = at + heading.length();
      if (holdsRealValue(text.substring(start, endOfBlock(text, start)))) {
        return true;
      }
    }
    return false;
  }

  /** Where the next line begins that is not indented. */
  private static int endOfBlock(String text, int start) {
    int end = text.indexOf('\n', start);
    while (end >= 0 && end + 1 < text.length() && text.charAt(end + 1) <= ' ') {
      end = text.indexOf('\n', end + 1);
    }
    return end < 0 ? text.length() : end;
  }

  /**
   * A file that is named for its secrets holds one as soon as anything real stands in it, but for
   * what a manifest of Kubernetes says beside them.
   */
  private static boolean holdsValues(String text) {
    if (containsAny(text, ENCRYPTED)) {
      return false;
    }
    if (text.contains("\nkind: Secret\n")
        && (text.contains("\ndata:\n") || text.contains("\nstringData:\n"))) {
      return holdsAssignedSecret(text);
    }
    Assignments assignments = new Assignments(text);
    boolean any = false;
    while (assignments.next()) {
      any = true;
      if (assignments.isReal()) {
        return true;
      }
    }
    return !any && !text.isBlank();
  }

  private static boolean holdsRealValue(String text) {
    Assignments assignments = new Assignments(text);
    while (assignments.next()) {
      if (assignments.isReal()) {
        return true;
      }
    }
    return false;
  }
}
