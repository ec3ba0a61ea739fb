package dev.keepmum.settings;

import dev.keepmum.event.Position;
import dev.keepmum.settings.SettingsFinding.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the checks find in one file. Each finding has an identity, which two versions of a file
 * share when they have the same thing at different places.
 */
final class Report {
  private final List<SettingsFinding> findings = new ArrayList<>();
  private final List<String> identities = new ArrayList<>();

  /**
   * Adds an error.
   *
   * @param subject what makes this finding another than one of the same check; may be a value, it
   *     is never shown
   */
  void error(String id, Position at, String message, String subject) {
    add(Severity.ERROR, id, at, message, subject);
  }

  /** Adds a warning. */
  void warning(String id, Position at, String message, String subject) {
    add(Severity.WARNING, id, at, message, subject);
  }

  /** Adds a note. */
  void note(String id, Position at, String message, String subject) {
    add(Severity.NOTE, id, at, message, subject);
  }

  /** Adds a finding that is as bad as its place makes it. */
  void add(Severity severity, String id, Position at, String message, String subject) {
    findings.add(new SettingsFinding(id, severity, at.line(), at.column(), message));
    identities.add(id + ' ' + subject);
  }

  List<SettingsFinding> findings() {
    return List.copyOf(findings);
  }

  /** At most so many findings, the worst first to stay. */
  List<SettingsFinding> worst(int most) {
    if (findings.size() <= most) {
      return findings();
    }
    List<SettingsFinding> worst = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      for (SettingsFinding finding : findings) {
        if (finding.severity() == severity && worst.size() < most) {
          worst.add(finding);
        }
      }
    }
    return worst;
  }

  List<SettingsFinding> newSince(Report before) {
    Set<String> known = new HashSet<>(before.identities);
    List<SettingsFinding> fresh = new ArrayList<>();
    for (int i = 0; i < findings.size(); i++) {
      if (!known.contains(identities.get(i))) {
        fresh.add(findings.get(i));
      }
    }
    return fresh;
  }
}
