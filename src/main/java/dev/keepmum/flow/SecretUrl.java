package dev.keepmum.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A URL that is a secret for the password in it. What is cut out of it, or left when the password
 * is replaced, is none.
 */
public final class SecretUrl {

  /** The rule for variables that hold such a URL even where nobody can look at it. */
  private static final String DATABASE = "layer2/database-variable";

  private static final String MADE_UP = "q7Xw2Lr9Tz4Kd8Vb";

  /** What stands in for a URL that nobody can look at. */
  private static final String LIKELY = "postgres://user:" + MADE_UP + "@db.example:5432/app";

  /** So many letters of a password, one behind the other, tell some of it. */
  private static final int PART = 4;

  /** So many letters, with whatever stands between them, tell as much. */
  private static final int SPREAD = 8;

  private final String text;
  private final List<String> told;
  private final boolean known;

  private SecretUrl(String text, List<String> told, boolean known) {
    this.text = text;
    this.told = told;
    this.known = known;
  }

  /** The URL that is all that is secret of a content; empty if something else is, or may be. */
  public static Optional<SecretUrl> of(FlowContext context, Content content) {
    if (content.secrets().size() != 1 || content.texts().size() > 1) {
      return Optional.empty();
    }
    String around =
        content.texts().isEmpty() ? String.valueOf(Content.UNKNOWN_PART) : content.texts().get(0);
    int at = around.indexOf(Content.UNKNOWN_PART);
    if (at < 0 || around.indexOf(Content.UNKNOWN_PART, at + 1) >= 0) {
      return Optional.empty();
    }
    Optional<String> url = url(context, content.secrets().get(0));
    List<String> told = new ArrayList<>();
    for (String line : Assignments.lines(url.orElse(""))) {
      told.addAll(told(line));
    }
    if (told.isEmpty()) {
      return Optional.empty();
    }
    String text = around.substring(0, at).concat(url.get()).concat(around.substring(at + 1));
    return Optional.of(new SecretUrl(text, told, !url.get().equals(LIKELY)));
  }

  private static Optional<String> url(FlowContext context, Secret secret) {
    Optional<String> value =
        secret.file().isEmpty()
            ? context.host().variable(secret.variable())
            : assigned(context, secret);
    boolean likely =
        value.isEmpty()
            && secret.rule().id().equals(DATABASE)
            && context.rules().isAddress(secret.variable());
    return likely ? Optional.of(LIKELY) : value;
  }

  /** What a file gives to a name: one value, or in a section of settings several. */
  private static Optional<String> assigned(FlowContext context, Secret secret) {
    Optional<String> file = context.files().text(secret.file());
    if (file.isEmpty() || secret.variable().isEmpty()) {
      return Optional.empty();
    }
    for (Assignments.Assigned line : Assignments.parse(file.get())) {
      if (line.name().equals(secret.variable())) {
        return Optional.of(line.value());
      }
    }
    List<String> values = new ArrayList<>();
    for (String line : Assignments.lines(file.get())) {
      int equals = line.indexOf('=');
      if (equals > 0 && line.substring(0, equals).strip().equals(secret.variable())) {
        values.add(line.substring(equals + 1).strip());
      }
    }
    return values.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", values));
  }

  /** The parts of a URL that are secret: its password, or its user alone, and what it asks for. */
  private static List<String> told(String url) {
    int start = url.indexOf("://") + 3;
    int at = url.lastIndexOf('@');
    List<String> told = new ArrayList<>();
    if (start < 3 || at <= start) {
      return told;
    }
    int colon = url.indexOf(':', start);
    told.add(url.substring(colon < 0 || colon > at ? start : colon + 1, at));
    int query = url.indexOf('?', at);
    for (int i = query; i >= 0; i = url.indexOf('&', i + 1)) {
      int equals = url.indexOf('=', i);
      int end = url.indexOf('&', i + 1);
      if (equals >= 0) {
        told.add(url.substring(equals + 1, Math.max(equals + 1, end < 0 ? url.length() : end)));
      }
    }
    return told;
  }

  /** The content with the URL in it, or with one as such URLs are. */
  public String text() {
    return text;
  }

  /**
   * What was made of the text, where nothing in it tells of what is secret; not known where the URL
   * is not.
   */
  public Optional<Content> harmless(Content made) {
    if (!made.isSingleText() || tells(made.textOr(""))) {
      return Optional.empty();
    }
    return Optional.of(known ? made : Content.UNKNOWN);
  }

  private boolean tells(String made) {
    for (String secret : told) {
      if (tellsPart(made, secret) || tellsSpread(made, secret)) {
        return true;
      }
    }
    return false;
  }

  private static boolean tellsPart(String made, String secret) {
    int length = Math.min(PART, secret.length());
    for (int i = 0; length > 0 && i + length <= secret.length(); i++) {
      if (made.contains(secret.substring(i, i + length))) {
        return true;
      }
    }
    return false;
  }

  private static boolean tellsSpread(String made, String secret) {
    for (int i = 0; i + SPREAD <= secret.length(); i++) {
      int at = -1;
      int found = 0;
      while (found < SPREAD && (at = made.indexOf(secret.charAt(i + found), at + 1)) >= 0) {
        found++;
      }
      if (found == SPREAD) {
        return true;
      }
    }
    return false;
  }
}
