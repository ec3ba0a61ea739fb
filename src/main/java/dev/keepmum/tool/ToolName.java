package dev.keepmum.tool;

import java.util.ArrayList;
import java.util.List;

/**
 * The name of a tool, in its words. A tool of an MCP server is called {@code mcp__server__tool}.
 *
 * @param server the words of the server's name; empty for a tool of the client's own
 * @param action the words of the tool's own name
 */
record ToolName(List<String> server, List<String> action) {
  private static final String MCP = "mcp__";

  static ToolName of(String name) {
    if (!name.startsWith(MCP)) {
      return new ToolName(List.of(), words(name));
    }
    int end = name.indexOf("__", MCP.length());
    if (end < 0) {
      return new ToolName(List.of(), words(name.substring(MCP.length())));
    }
    return new ToolName(words(name.substring(MCP.length(), end)), words(name.substring(end + 2)));
  }

  /** Splits at everything that is no letter or digit, and before a capital within a word. */
  static List<String> words(String name) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i <= name.length(); i++) {
      char c = i == name.length() ? ' ' : name.charAt(i);
      boolean starts =
          Character.isUpperCase(c) && i > 0 && Character.isLowerCase(name.charAt(i - 1));
      if ((starts || !Character.isLetterOrDigit(c)) && word.length() > 0) {
        words.add(word.toString());
        word.setLength(0);
      }
      if (Character.isLetterOrDigit(c)) {
        word.append(Character.toLowerCase(c));
      }
    }
    return words;
  }

  /** Whether one of the words stands in the tool's own name. */
  boolean does(String... words) {
    return containsAny(action, words);
  }

  /** Whether one of the words stands in the tool's name or its server's. */
  boolean isAbout(String... words) {
    return containsAny(action, words) || containsAny(server, words);
  }

  private static boolean containsAny(List<String> words, String... wanted) {
    for (String word : wanted) {
      if (words.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the tool's name says that it shows all variables of its process. */
  boolean readsEnvironment() {
    return does("printenv", "environ")
        || does("env") && does("print", "dump", "show") && action.size() == 2;
  }

  /**
   * Whether the tool hands a stored secret to the model: a word for reading, and one for a secret
   * or a server that keeps nothing else. Telling names, changing and scanning are no reading.
   */
  boolean readsVault() {
    if (server.isEmpty()
        || does("list", "search", "names", "metadata", "scanning", "alert", "alerts", "versions")
        || does("create", "set", "put", "update", "delete", "rotate", "status", "policy")) {
      return false;
    }
    boolean reads =
        does("get", "read", "reveal", "retrieve", "fetch", "show", "view", "access", "inject")
            || does("resolve", "decrypt", "export", "copy");
    boolean isSecret =
        does("secret", "secrets", "password", "passwords", "passphrase", "credential")
            || does("credentials", "kv", "totp", "otp", "reveal")
            || does("vault") && does("read");
    boolean isVault =
        containsAny(server, "1password", "onepassword", "op", "bitwarden", "bw", "doppler", "vault")
            || containsAny(server, "infisical", "keychain", "keepass", "keepassxc", "lastpass")
            || containsAny(server, "dashlane", "akeyless", "passbolt", "secrets", "secret");
    boolean isParameterStore = containsAny(server, "aws", "ssm") && does("parameter", "parameters");
    boolean isItem = action.size() == 2 && does("item") && action.get(1).equals("get");
    return reads && (isSecret || isVault || isParameterStore || isItem);
  }
}
