package dev.keepmum.settings;

import dev.keepmum.event.JsonValue;
import dev.keepmum.event.JsonValue.JsonArray;
import dev.keepmum.event.JsonValue.JsonMember;
import dev.keepmum.event.JsonValue.JsonString;
import dev.keepmum.event.Position;
import java.util.ArrayList;
import java.util.List;

/** What an agent, skill or command lets itself do, in its front matter. */
final class AgentCheck implements SettingsCheck {

  @Override
  public void inspect(SettingsDocument settings, Report report) {
    JsonMember mode = settings.root().members().get("permissionMode");
    if (mode != null && mode.value().text().orElse("").equals("bypassPermissions")) {
      report.error(
          "permissions/bypass",
          mode.position(),
          "permissionMode bypassPermissions has nobody asked about what this agent does",
          "");
    }
    JsonMember allowed = settings.root().members().get("allowed-tools");
    if (allowed != null) {
      for (JsonValue rule : rules(allowed.value())) {
        PermissionCheck.allow(rule, report);
        RuleCheck.handsOver(PermissionRule.of(rule.text().orElse("")), rule, report);
      }
    }
  }

  /** A list, or one text with commas between the rules. */
  private static List<JsonValue> rules(JsonValue value) {
    if (value instanceof JsonArray array) {
      return array.elements();
    }
    List<JsonValue> rules = new ArrayList<>();
    String text = value.text().orElse("");
    int start = 0;
    int open = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ',';
      open += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (i == text.length() || c == ',' && open <= 0) {
        String rule = text.substring(start, i).strip();
        int at = text.indexOf(rule, start);
        Position place = value.position();
        rules.add(new JsonString(rule, new Position(place.line(), place.column() + at)));
        start = i + 1;
      }
    }
    return rules;
  }
}
