package dev.keepmum.scan;

import dev.keepmum.rule.FileMatch;
import dev.keepmum.rule.Rule;
import dev.keepmum.rule.RuleBook;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks into one document after the other; each thread has its own. */
final class DocumentScan {
  private static final int CONTENT_TESTED = 1 << 20;

  private final RuleBook rules;
  private final String home;
  private final Fingerprints fingerprints;
  private final boolean opensArchives;
  private final ScanReport.Builder report;
  private final SecretText text;

  DocumentScan(Scanner.Settings settings, ScanReport.Builder report) {
    this.rules = settings.rules();
    this.home = settings.home();
    this.fingerprints = settings.fingerprints();
    this.opensArchives = settings.opensArchives();
    this.report = report;
    this.text = new SecretText(rules, report.progress());
  }

  /** Looks into a document and reports what it finds. */
  void scan(long sequence, Item item) throws ScanFailure {
    List<ScanFinding> findings = new ArrayList<>();
    report.progress().file();
    try {
      addProtectedFile(item, findings);
      if (!item.isRepeated()) {
        addSecrets(item, findings);
      }
    } catch (ScanFailure e) {
      throw e;
    } catch (IOException e) {
      report.unread(item.document().path(), Unreadable.reason(e));
    }
    if (!findings.isEmpty()) {
      report.found(sequence, findings);
    }
  }

  private void addProtectedFile(Item item, List<ScanFinding> findings) throws IOException {
    if (!item.document().isTaken()) {
      return;
    }
    FileMatch match = rules.file(item.document().location(), home);
    if (isProtected(match, item.content())) {
      findings.add(
          new ScanFinding(
              List.of(match.rule().get()),
              Place.wholeFile(item.document()),
              "",
              Optional.empty(),
              "",
              ScanFinding.Note.NONE));
    }
  }

  private boolean isProtected(FileMatch match, Content content) throws IOException {
    if (match.kind() != FileMatch.Kind.BY_CONTENT) {
      return match.kind() == FileMatch.Kind.PROTECTED;
    }
    try (InputStream in = content.open()) {
      return rules.holdsSecret(match.rule().get(), in.readNBytes(CONTENT_TESTED));
    }
  }

  private void addSecrets(Item item, List<ScanFinding> findings) throws IOException {
    try (InputStream in = item.content().open()) {
      if (opensArchives) {
        BufferedInputStream marked = new BufferedInputStream(in);
        Optional<Archive> archive = Archive.of(marked);
        if (archive.isPresent()) {
          addEntries(archive.get(), marked, item.document(), findings);
          return;
        }
        addText(item.document(), marked, findings);
      } else {
        addText(item.document(), in, findings);
      }
    }
    if (!findings.isEmpty() && !item.earlier().isEmpty()) {
      removeEarlier(item, findings);
    }
  }

  private void addEntries(
      Archive archive, InputStream in, Document document, List<ScanFinding> findings) {
    try {
      archive.entries(in, (name, entry) -> addText(document.entry(name), entry, findings));
    } catch (IOException e) {
      report.unread(document.path(), Unreadable.reason(e));
    }
  }

  private void addText(Document document, InputStream in, List<ScanFinding> findings)
      throws IOException {
    if (!text.read(in)) {
      report.binary();
      return;
    }
    report.omitted(text.omitted());
    for (LocatedSecret secret : text.secrets()) {
      add(secret, document, findings);
    }
  }

  private void add(LocatedSecret secret, Document document, List<ScanFinding> findings) {
    List<Rule> remaining = secret.rules();
    ScanFinding.Note note = ScanFinding.Note.NONE;
    if (secret.mark().isPresent()) {
      if (secret.mark().get().hasReason()) {
        remaining = secret.mark().get().remaining(remaining);
      } else {
        note = ScanFinding.Note.NO_REASON;
      }
    }
    if (remaining.isEmpty()) {
      report.ignored();
      return;
    }
    Rule rule = remaining.get(0);
    findings.add(
        new ScanFinding(
            remaining,
            secret.place(document),
            secret.name(),
            Optional.of(fingerprints.of(rule, secret.value())),
            fingerprints.check(rule, secret.value()),
            note));
  }

  /**
   * Takes out the secrets that the document held before; its name is new in any case. Of a version
   * that is not there (a partial clone has not all) nothing is known, so its secrets stay.
   */
  private void removeEarlier(Item item, List<ScanFinding> findings) throws IOException {
    Set<String> known = new HashSet<>();
    for (Content content : item.earlier()) {
      try (InputStream in = content.open()) {
        if (text.read(in)) {
          for (LocatedSecret secret : text.secrets()) {
            known.add(fingerprints.of(secret.rules().get(0), secret.value()).hash());
          }
        }
      } catch (ScanFailure e) {
        continue;
      }
    }
    findings.removeIf(
        finding ->
            finding.fingerprint().isPresent()
                && known.contains(finding.fingerprint().get().hash()));
  }
}
