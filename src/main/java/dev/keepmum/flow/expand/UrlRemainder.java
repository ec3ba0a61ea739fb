package dev.keepmum.flow.expand;

import dev.keepmum.flow.Assignments;
import dev.keepmum.flow.Content;
import dev.keepmum.flow.FlowContext;
import dev.keepmum.flow.Secret;
import java.util.Optional;

/**
 * What is cut out of a URL with a password in it: without everything up to the last slash it is the
 * name of a database and no secret.
 */
final class UrlRemainder {

  private final FlowContext context;

  UrlRemainder(FlowContext context) {
    this.context = context;
  }

  /** The URL that a secret value is; empty where that is not known, or it is none. */
  Optional<String> url(Content value) {
    if (!value.texts().isEmpty() || value.secrets().size() != 1) {
      return Optional.empty();
    }
    Secret secret = value.secrets().get(0);
    Optional<String> text =
        secret.file().isEmpty() ? context.host().variable(secret.variable()) : assigned(secret);
    boolean url = text.isPresent() && text.get().contains("://") && text.get().indexOf('@') > 0;
    return url ? text : Optional.empty();
  }

  private Optional<String> assigned(Secret secret) {
    Optional<String> file = context.files().text(secret.file());
    Optional<String> value = Optional.empty();
    if (file.isPresent()) {
      for (Assignments.Assigned line : Assignments.parse(file.get())) {
        if (line.name().equals(secret.variable())) {
          value = Optional.of(line.value());
        }
      }
    }
    return value;
  }

  /** Whether a part of a URL stands before or behind what tells the password. */
  static boolean isBesidePassword(String url, String part) {
    int scheme = url.indexOf("://") + 3;
    int host = url.length() - url.lastIndexOf('@') - 1;
    return url.startsWith(part) && part.length() <= scheme
        || url.endsWith(part) && part.length() <= host;
  }
}
