package dev.keepmum.lab;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

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
  /** As escapes of {@code $'…'} of four digits. */
  UNICODE_ESCAPES {
    @Override
    Optional<String> of(String text) {
      return text.chars().allMatch(c -> c < 128)
          ? Optional.of(bytes(text, "\\u%04x"))
          : Optional.empty();
    }
  },
  UNICODE_ESCAPES_AFTER_FIRST {
    @Override
    Optional<String> of(String text) {
      return AFTER_FIRST.of(text).flatMap(UNICODE_ESCAPES::of);
    }
  },
  BASE32 {
    @Override
    Optional<String> of(String text) {
      StringBuilder encoded = new StringBuilder(Canary.base32(text + "\0\0\0\0"));
      int letters = (bytes(text).length * 8 + 4) / 5;
      encoded.setLength(letters);
      while (encoded.length() % 8 > 0) {
        encoded.append('=');
      }
      return text.chars().allMatch(c -> c < 128)
          ? Optional.of(encoded.toString())
          : Optional.empty();
    }
  },
  /** Compressed, then in base64. */
  GZIP_BASE64 {
    @Override
    Optional<String> of(String text) {
      ByteArrayOutputStream compressed = new ByteArrayOutputStream();
      try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
        out.write(bytes(text));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return Optional.of(Base64.getEncoder().encodeToString(compressed.toByteArray()));
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
  /** Provided that it needs no quotes. */
  ROT13_PLAIN {
    @Override
    Optional<String> of(String text) {
      return text.matches("[a-z.]+") ? Optional.of(Canary.rot13(text)) : Optional.empty();
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
