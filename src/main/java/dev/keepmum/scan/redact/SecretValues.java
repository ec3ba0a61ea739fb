package dev.keepmum.scan.redact;

import dev.keepmum.flow.Assignments;
import dev.keepmum.rule.NamedValue;
import dev.keepmum.rule.Rule;
import dev.keepmum.rule.RuleBook;
import dev.keepmum.rule.TokenMatch;
import java.util.List;

/**
 * Takes out of a protected file, or a secret variable, what has to be kept secret, whatever the
 * format: dotenv, ini, JSON, YAML, XML, key files, lines of fields.
 */
final class SecretValues {
  private static final String KEY = "PRIVATE KEY";
  private static final int SHORTEST_KEY_LINE = 24;
  private static final int MAX_FIELD_LINES = 200;

  /** Names that tell which, where or who, never what opens it. */
  private static final String[] TELLING_WHICH = {
    "ID", "HOST", "HOSTNAME", "URL", "URI", "ENDPOINT", "REGION", "ZONE", "NAME", "USER",
    "USERNAME", "LOGIN", "EMAIL", "PATH", "DIR", "FILE", "PORT", "BUCKET", "DOMAIN", "SHA",
    "COMMIT", "VERSION", "ENV", "MODE", "LEVEL", "ACCOUNT", "PROJECT", "MODEL", "PREFIX", "PUBLIC",
    "IMAGE", "TAG", "BRANCH", "DATE", "FORMAT", "LOCALE", "TITLE", "DESCRIPTION"
  };

  private final RuleBook rules;
  private final Needles needles;

  SecretValues(RuleBook rules, Needles needles) {
    this.rules = rules;
    this.needles = needles;
  }

  /** The value of a variable whose name says that it is secret. */
  void addVariable(String value, Rule rule) {
    addTokens(value, rule);
    addNamed(value, rule);
  }

  /** The values in a protected file. */
  void addFile(String text, Rule rule) {
    addTokens(text, rule);
    addKeys(text, rule);
    if (Assignments.isAssignments(text)) {
      for (Assignments.Assigned assigned : Assignments.parse(text)) {
        boolean named = rules.variable(assigned.name()).isPresent();
        addAssigned(assigned.name(), withoutComment(assigned.value()), named, rule);
      }
      return;
    }
    for (NamedValue assigned : rules.assigned(text)) {
      if (assigned.isNamedSecret()) {
        addNamed(assigned.value(), rule);
      }
    }
    if (text.indexOf('=') < 0 && text.indexOf('"') < 0) {
      addFields(text, rule);
    }
  }

  /** Under the rule that knows their shape, if it knows more than that they are secret. */
  private void addTokens(String text, Rule rule) {
    for (TokenMatch token : rules.tokens(text)) {
      String value = text.substring(token.start(), token.end());
      if (value.indexOf('\n') >= 0) {
        continue;
      }
      if (token.rule().namesProvider()) {
        needles.add(value, token.rule());
      } else if (Distinctive.isNamed(value)) {
        needles.add(value, rule);
      }
    }
  }

  private void addAssigned(String name, String value, boolean named, Rule rule) {
    if (named) {
      addNamed(value, rule);
    } else if (!tellsWhich(name) && Distinctive.isUnnamed(value)) {
      needles.add(value, rule);
    } else {
      addPassword(value, rule);
    }
  }

  private void addNamed(String value, Rule rule) {
    addPassword(value, rule);
    if (Distinctive.isNamed(value)) {
      needles.add(value, rule);
    }
  }

  /** The password in an address: {@code postgres://app:password@db/app}. */
  private void addPassword(String value, Rule rule) {
    int scheme = value.indexOf("://");
    int at = value.indexOf('@', Math.max(0, scheme));
    int colon = scheme < 0 ? -1 : value.indexOf(':', scheme + 3);
    if (colon > 0 && colon < at) {
      String password = value.substring(colon + 1, at);
      if (Distinctive.isNamed(password)) {
        needles.add(password, rule);
      }
    }
  }

  private static String withoutComment(String value) {
    int comment = value.indexOf(" #");
    return comment < 0 ? value : value.substring(0, comment).strip();
  }

  private static boolean tellsWhich(String name) {
    int start =
        Math.max(name.lastIndexOf('_'), Math.max(name.lastIndexOf('.'), name.lastIndexOf('-')));
    String last = name.substring(start + 1);
    for (String word : TELLING_WHICH) {
      if (word.equalsIgnoreCase(last)) {
        return true;
      }
    }
    return false;
  }

  /** The lines of private keys: each alone is enough to know, however the key is laid out. */
  private void addKeys(String text, Rule rule) {
    int begin = text.indexOf(KEY);
    while (begin >= 0) {
      int end = text.indexOf("-----END", begin);
      end = end < 0 ? text.length() : end;
      int start = begin + KEY.length();
      for (int i = start; i <= end; i++) {
        if (i == end || Base64.sextet(text.charAt(i)) < 0 && text.charAt(i) != '=') {
          if (i - start >= SHORTEST_KEY_LINE) {
            needles.add(text.substring(start, i), rule);
          }
          // A line break may be written as an escape, whose letter would begin the next line.
          start = i < end && text.charAt(i) == '\\' ? i + 2 : i + 1;
        }
      }
      begin = text.indexOf(KEY, Math.max(end, begin + 1) + "-----END ".length() + KEY.length());
    }
  }

  /** Lines of fields as {@code .netrc} and {@code .pgpass} have them, or nothing but the secret. */
  private void addFields(String text, Rule rule) {
    List<String> lines = Assignments.lines(text);
    if (lines.size() > MAX_FIELD_LINES) {
      return;
    }
    for (String line : lines) {
      int start = 0;
      for (int i = 0; i <= line.length(); i++) {
        if (i == line.length() || line.charAt(i) <= ' ' || line.charAt(i) == ':') {
          String field = line.substring(start, i);
          if (field.length() >= Distinctive.SHORTEST && Distinctive.isField(field)) {
            needles.add(field, rule);
          }
          start = i + 1;
        }
      }
    }
  }
}
