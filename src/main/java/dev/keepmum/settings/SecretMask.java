package dev.keepmum.settings;

import dev.keepmum.event.JsonText;
import dev.keepmum.event.JsonValue;
import dev.keepmum.event.JsonValue.JsonArray;
import dev.keepmum.event.JsonValue.JsonMember;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.rule.RuleBook;
import dev.keepmum.rule.TokenMatch;
import java.util.ArrayList;
import java.util.List;

/**
 * Leaves out of what is shown of a file all that may be a secret: what was found to be one,
 * whatever looks like one, every value of {@code env} and {@code headers}. Of a file that cannot be
 * read as JSON no string but its keys is shown, and nothing of a comment.
 */
public final class SecretMask {
  private static final String MASK = "****";

  /** A file with more values is shown like one that cannot be read. */
  private static final int MOST_VALUES = 2_000;

  /** Shorter values stand in too many other words. */
  private static final int SHORTEST = 4;

  private final RuleBook rules;
  private boolean isReadable;
  private boolean mayHoldTokens;
  private final List<String> hidden = new ArrayList<>();

  SecretMask(RuleBook rules, SettingsDocument settings, SecretCheck secrets) {
    this.rules = rules;
    this.isReadable = settings.fault().isEmpty();
    this.mayHoldTokens = secrets.mayHoldTokens();
    for (String secret : secrets.values()) {
      hide(secret);
    }
    collect(settings.root(), false);
    if (hidden.size() > MOST_VALUES) {
      hidden.clear();
      isReadable = false;
      mayHoldTokens = true;
    }
    hidden.sort((a, b) -> Integer.compare(b.length(), a.length()));
  }

  private void collect(JsonValue value, boolean isHidden) {
    if (value instanceof JsonObject object) {
      for (JsonMember member : object.members().values()) {
        collect(member, isHidden);
      }
      for (JsonMember member : object.overridden()) {
        collect(member, isHidden);
      }
    } else if (value instanceof JsonArray array) {
      for (JsonValue element : array.elements()) {
        collect(element, isHidden);
      }
    } else if (isHidden && value.text().isPresent()) {
      hide(value.text().get());
    }
  }

  private void collect(JsonMember member, boolean isHidden) {
    boolean holdsValues = member.name().equals("env") || member.name().equals("headers");
    collect(member.value(), isHidden || holdsValues && member.value() instanceof JsonObject);
  }

  private void hide(String secret) {
    if (secret.length() >= SHORTEST) {
      hidden.add(secret);
      String written = JsonText.quoted(secret);
      hidden.add(written.substring(1, written.length() - 1));
    }
  }

  /** A text without secrets. */
  String apply(String text) {
    String masked = text;
    for (String secret : hidden) {
      masked = masked.replace(secret, MASK);
    }
    if (!mayHoldTokens) {
      return masked;
    }
    StringBuilder out = new StringBuilder();
    int done = 0;
    for (TokenMatch token : rules.tokens(masked)) {
      if (token.start() >= done) {
        out.append(masked, done, token.start()).append(MASK);
        done = token.end();
      }
    }
    return out.append(masked.substring(done)).toString();
  }

  /** A line of the file without secrets. */
  String line(String line, int column) {
    return apply(isReadable ? line : structure(line, column));
  }

  /** Where a column of the file is in its masked line, from 0. */
  int caret(String line, int column) {
    int at = Math.min(column - 1, line.length());
    return isReadable ? apply(line.substring(0, at)).length() : at;
  }

  /** A whole text without secrets, line by line. */
  public String text(String text) {
    SourceText source = new SourceText(text);
    StringBuilder shown = new StringBuilder();
    for (int i = 1; i <= source.lineCount(); i++) {
      shown.append(i == 1 ? "" : "\n").append(line(source.line(i), Integer.MAX_VALUE));
    }
    return shown.toString();
  }

  /** Keys and punctuation only, and nothing behind the place of the fault. */
  private static String structure(String line, int column) {
    StringBuilder out = new StringBuilder();
    int end = (int) Math.min(line.length(), column + 1L);
    int i = 0;
    while (i < end) {
      char c = line.charAt(i);
      boolean isComment = c == '#' || line.startsWith("//", i) || line.startsWith("/*", i);
      if (isComment) {
        return out.append(line, i, Math.min(end, i + 2)).toString();
      }
      if (c != '"' && c != '\'') {
        out.append(c);
        i++;
        continue;
      }
      int close = line.indexOf(c, i + 1);
      int after = close < 0 ? line.length() : close + 1;
      int next = after;
      while (next < line.length() && line.charAt(next) == ' ') {
        next++;
      }
      boolean isKey = close > 0 && next < line.length() && line.charAt(next) == ':';
      out.append(isKey ? line.substring(i, after) : c + blank(after - i - 2) + c);
      i = after;
    }
    return out.toString();
  }

  private static String blank(int length) {
    return "*".repeat(Math.max(0, length));
  }
}
