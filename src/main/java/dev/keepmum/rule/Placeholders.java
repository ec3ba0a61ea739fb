package dev.keepmum.rule;

/** Values that stand for a secret and are none: examples, references, masks. */
public final class Placeholders {
  private static final String[] PARTS = {
    "example",
    "placeholder",
    "redacted",
    "changeme",
    "change-me",
    "change_me",
    "replaceme",
    "replace-me",
    "replace_me",
    "not-real",
    "not_real",
    "notreal",
    "goes-here",
    "goes_here",
    "your-",
    "your_",
    "your ",
    "my-secret",
    "my_secret",
    "my-password",
    "my_password",
    "my-token",
    "my_token",
    "my-key",
    "my_key",
    "xxxxx",
    "***",
    "...",
    "\u2026",
    "${",
    "$(",
    "{{",
    "<%",
    "00000000",
    "1234567890",
    "0123456789",
    "abcdefghij"
  };

  private static final String[] WORDS = {"fake", "dummy", "sample", "demo", "mock"};

  private static final String[] CODE = {
    "os.environ",
    "process.env",
    "system.getenv",
    "getenv",
    "env[",
    "env.",
    "env(",
    "config.",
    "settings.",
    "secrets.",
    "vars.",
    "var.",
    "self.",
    "this.",
    "vault:",
    "op://",
    "data.",
    "local.",
    "your"
  };

  private Placeholders() {}

  /** Whether a value that anything may be is an example, a reference, a mask, a word. */
  public static boolean isPlaceholder(String value) {
    String lower = AsciiCase.lower(value);
    return isReference(lower)
        || isCommonWord(stem(lower))
        || isTestWord(lower)
        || holdsExample(lower);
  }

  /** Whether a value that has a token's shape is an example of it. */
  static boolean isExample(String token) {
    return holdsExample(AsciiCase.lower(token));
  }

  private static boolean holdsExample(String lower) {
    for (int i = 0; i < PARTS.length; i++) {
      if (lower.contains(PARTS[i])) {
        return true;
      }
    }
    for (int i = 0; i < WORDS.length; i++) {
      if (holdsWord(lower, WORDS[i])) {
        return true;
      }
    }
    return false;
  }

  /** {@code $NAME}, {@code %NAME%}, {@code <your key>}, {@code process.env.NAME}. */
  private static boolean isReference(String value) {
    char first = value.isEmpty() ? '$' : value.charAt(0);
    if (first == '<'
        || first == '{'
        || first == '$' && (value.length() < 2 || isNameStart(value.charAt(1)))) {
      return true;
    }
    if (first == '%' && value.length() > 2 && value.endsWith("%")) {
      return true;
    }
    for (int i = 0; i < CODE.length; i++) {
      if (value.startsWith(CODE[i])) {
        return true;
      }
    }
    return false;
  }

  /** {@code test-token}, {@code test_api_key}: words, the first of which says what it is for. */
  private static boolean isTestWord(String value) {
    if (!value.startsWith("test-") && !value.startsWith("test_")) {
      return false;
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if ((c < 'a' || c > 'z') && c != '-' && c != '_') {
        return false;
      }
    }
    return true;
  }

  private static boolean isNameStart(char c) {
    return (c >= 'a' && c <= 'z') || c == '_' || c == '{';
  }

  /** Without what is hung on to a word to make it another: {@code key_1234}, {@code secret!}. */
  private static String stem(String value) {
    int end = value.length();
    while (end > 0 && (value.charAt(end - 1) < 'a' || value.charAt(end - 1) > 'z')) {
      end--;
    }
    return end == 0 ? value : value.substring(0, end);
  }

  private static boolean isCommonWord(String value) {
    switch (value) {
      case "":
      case "password":
      case "pass":
      case "pwd":
      case "secret":
      case "postgres":
      case "root":
      case "admin":
      case "test":
      case "user":
      case "guest":
      case "token":
      case "key":
      case "minioadmin":
      case "rabbitmq":
      case "null":
      case "none":
      case "nil":
      case "undefined":
      case "true":
      case "false":
      case "yes":
      case "no":
      case "on":
      case "off":
      case "required":
      case "optional":
      case "string":
        return true;
      default:
        return false;
    }
  }

  private static boolean holdsWord(String text, String word) {
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      int end = at + word.length();
      if ((at == 0 || !isLetterOrDigit(text.charAt(at - 1)))
          && (end == text.length() || !isLetterOrDigit(text.charAt(end)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }
}
