package dev.keepmum.lab;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** A form in which a text can stand in a template, as its name in braces. */
enum Form {
  /** The text itself. */
  AS_IS {
    @Override
    Optional<String> of(String text) {
      return Optional.of(text);
    }
  },
  /** In single quotes. */
  QUOTED {
    @Override
    Optional<String> of(String text) {
      return Optional.of("'" + text.replace("'", "'\\''") + "'");
    }
  },
  /** Itself, provided that no quoting of any language touches it. */
  PLAIN {
    @Override
    Optional<String> of(String text) {
      return text.matches("[^'\"\\\\`$!%#|{}@\n]*") ? Optional.of(text) : Optional.empty();
    }
  },
  /** Every character behind a backslash. */
  BACKSLASHED {
    @Override
    Optional<String> of(String text) {
      return Optional.of(text.replaceAll("(.)", "\\\\$1"));
    }
  },
  BASE64 {
    @Override
    Optional<String> of(String text) {
      return Optional.of(Base64.getEncoder().encodeToString(bytes(text)));
    }
  },
  HEX {
    @Override
    Optional<String> of(String text) {
      return Optional.of(bytes(text, "%02x"));
    }
  },
  HEX_OF_LAST {
    @Override
    Optional<String> of(String text) {
      return LAST.of(text).map(last -> bytes(last, "%02x"));
    }
  },
  /** As escapes of {@code $'…'} and {@code printf}. */
  HEX_ESCAPES {
    @Override
    Optional<String> of(String text) {
      return Optional.of(bytes(text, "\\x%02x"));
    }
  },
  OCTAL_ESCAPES {
    @Override
    Optional<String> of(String text) {
      return Optional.of(bytes(text, "\\%03o"));
    }
  },
  REVERSED {
    @Override
    Optional<String> of(String text) {
      return text.contains("\n")
          ? Optional.empty()
          : QUOTED.of(new StringBuilder(text).reverse().toString());
    }
  },
  ROT13 {
    @Override
    Optional<String> of(String text) {
      return QUOTED.of(Canary.rot13(text));
    }
  },
  UPPER {
    @Override
    Optional<String> of(String text) {
      return text.equals(text.toLowerCase(Locale.ROOT))
          ? Optional.of(text.toUpperCase(Locale.ROOT))
          : Optional.empty();
    }
  },
  FIRST {
    @Override
    Optional<String> of(String text) {
      return text.length() < 2 ? Optional.empty() : Optional.of(text.substring(0, 1));
    }
  },
  AFTER_FIRST {
    @Override
    Optional<String> of(String text) {
      return text.length() < 2 ? Optional.empty() : Optional.of(text.substring(1));
    }
  },
  BUT_LAST {
    @Override
    Optional<String> of(String text) {
      return text.length() < 2
          ? Optional.empty()
          : Optional.of(text.substring(0, text.length() - 1));
    }
  },
  LAST {
    @Override
    Optional<String> of(String text) {
      return text.length() < 2 ? Optional.empty() : Optional.of(text.substring(text.length() - 1));
    }
  },
  /** The words of a command that has only plain ones, but the last. */
  WORDS_BUT_LAST {
    @Override
    Optional<String> of(String text) {
      return plainWords(text).map(words -> words.substring(0, words.lastIndexOf(' ')));
    }
  },
  LAST_WORD {
    @Override
    Optional<String> of(String text) {
      return plainWords(text).map(words -> words.substring(words.lastIndexOf(' ') + 1));
    }
  },
  WORDS_BY_COMMA {
    @Override
    Optional<String> of(String text) {
      return plainWords(text).map(words -> words.replace(' ', ','));
    }
  },
  WORDS_BY_IFS {
    @Override
    Optional<String> of(String text) {
      return plainWords(text).map(words -> words.replace(" ", "${IFS}"));
    }
  },
  WORDS_BY_TAB {
    @Override
    Optional<String> of(String text) {
      return plainWords(text).map(words -> words.replace(" ", "\t \t"));
    }
  },
  WORDS_BY_CONTINUATION {
    @Override
    Optional<String> of(String text) {
      return plainWords(text).map(words -> words.replace(" ", " \\\n "));
    }
  };

  abstract Optional<String> of(String text);

  /** A template with the text in all its places; empty where a form does not fit the text. */
  static Optional<String> fill(String template, String text) {
    StringBuilder filled = new StringBuilder();
    int i = 0;
    while (i < template.length()) {
      Form form = at(template, i);
      if (form == null) {
        filled.append(template.charAt(i));
        i++;
        continue;
      }
      Optional<String> formed = form.of(text);
      if (formed.isEmpty()) {
        return Optional.empty();
      }
      filled.append(formed.get());
      i += form.placeholder().length();
    }
    return Optional.of(filled.toString());
  }

  private static Form at(String template, int start) {
    for (Form form : values()) {
      if (template.startsWith(form.placeholder(), start)) {
        return form;
      }
    }
    return null;
  }

  private String placeholder() {
    return "{" + name().toLowerCase(Locale.ROOT).replace('_', '-') + "}";
  }

  private static Optional<String> plainWords(String command) {
    return command.matches("[A-Za-z0-9._/~=:-]+( [A-Za-z0-9._/~=:-]+)+")
        ? Optional.of(command)
        : Optional.empty();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String bytes(String text, String format) {
    StringBuilder formatted = new StringBuilder();
    for (byte b : bytes(text)) {
      formatted.append(String.format(Locale.ROOT, format, b & 0xff));
    }
    return formatted.toString();
  }
}
