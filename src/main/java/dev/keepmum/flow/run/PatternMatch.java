package dev.keepmum.flow.run;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.keepmum.flow.Content;
import dev.keepmum.flow.state.Variable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code [[ text =~ pattern ]]} leaves in {@code BASH_REMATCH}, worked out for short texts.
 */
final class PatternMatch {

  private static final int MAX_LENGTH = 1_000;

  private PatternMatch() {}

  /** The match and its groups; empty where one of the two is not known, or there is no match. */
  static Optional<Variable> of(Content text, Content pattern) {
    String subject = text.textOr("");
    String expression = pattern.textOr("");
    boolean known = text.isSingleText() && pattern.isSingleText() && !text.hasSecrets();
    if (!known || Math.max(subject.length(), expression.length()) > MAX_LENGTH) {
      return Optional.empty();
    }
    try {
      Matcher matcher = Pattern.compile(expression).matcher(subject);
      if (!matcher.find()) {
        return Optional.empty();
      }
      Map<String, Content> groups = new LinkedHashMap<>();
      for (int i = 0; i <= matcher.groupCount(); i++) {
        String group = matcher.group(i);
        groups.put(Integer.toString(i), Content.text(group == null ? "" : group));
      }
      return Optional.of(Variable.array(groups));
    } catch (PatternSyntaxException notRe2) {
      return Optional.empty();
    }
  }
}
