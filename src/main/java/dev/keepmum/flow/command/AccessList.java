package dev.keepmum.flow.command;

import dev.keepmum.flow.Changes;
import dev.keepmum.flow.Content;
import dev.keepmum.flow.Finding;
import dev.keepmum.flow.Secret;
import java.util.Locale;

/**
 * setfacl and icacls: an entry that leaves a user without the right to read or run a file takes the
 * file from whoever needs it, and one for everybody shows it to them.
 *
 * @see <a href="https://man7.org/linux/man-pages/man1/setfacl.1.html">setfacl(1)</a>
 * @see <a
 *     href="https://learn.microsoft.com/en-us/windows-server/administration/windows-commands/icacls">
 *     icacls</a>
 */
final class AccessList implements Behaviour {

  @Override
  public void run(Invocation call) {
    new General().run(call);
    boolean closes = false;
    boolean stops = false;
    boolean opens = false;
    for (Content word : call.words()) {
      for (String text : word.texts()) {
        closes |= isDenial(text) || takes(text, 'r');
        stops |= takes(text, 'x');
        opens |= givesToAll(text);
      }
    }
    if (opens && !call.arguments().hasOption("/deny")) {
      open(call);
    }
    if (closes || stops) {
      take(call, closes);
    }
  }

  /** Whoever is on the machine reads the files afterwards. */
  private static void open(Invocation call) {
    for (Content word : call.words()) {
      for (Secret secret : call.read(word).secrets()) {
        call.context()
            .findings()
            .report(Finding.Kind.MAY_PUBLISH, secret, call.name(), "everybody on the machine");
      }
    }
  }

  private static void take(Invocation call, boolean closes) {
    Changes changes = call.context().changes();
    for (Content word : call.words()) {
      for (String path : call.resolve(word)) {
        if (closes) {
          changes.closed(call.files().followed(path), call.name());
        } else {
          changes.stopped(call.files().followed(path), call.name());
        }
      }
    }
  }

  private static boolean isDenial(String word) {
    return word.equalsIgnoreCase("/deny")
        || word.equalsIgnoreCase("/inheritance:r")
        || word.equalsIgnoreCase("/inheritancelevel:r");
  }

  /** An entry with which others may read: {@code o::r}, {@code Everyone:R}. */
  private static boolean givesToAll(String entry) {
    String small = entry.toLowerCase(Locale.ROOT);
    boolean others = small.startsWith("o:") || small.startsWith("other:");
    boolean everyone = small.startsWith("everyone:") || small.startsWith("*s-1-1-0:");
    String rights = small.substring(small.lastIndexOf(':') + 1);
    return others && rights.indexOf('r') >= 0
        || everyone && (rights.indexOf('r') >= 0 || rights.indexOf('f') >= 0);
  }

  /** Whether one of the entries {@code u:name:rights}, by commas, comes without a right. */
  private static boolean takes(String entries, char right) {
    int start = 0;
    while (start < entries.length()) {
      int comma = entries.indexOf(',', start);
      int end = comma < 0 ? entries.length() : comma;
      if (isWithout(entries.substring(start, end), right)) {
        return true;
      }
      start = end + 1;
    }
    return false;
  }

  private static boolean isWithout(String entry, char right) {
    int name = entry.indexOf(':');
    int rights = entry.indexOf(':', name + 1);
    if (name < 0 || rights < 0 || !isUser(entry.substring(0, name))) {
      return false;
    }
    return lacks(entry, rights + 1, right);
  }

  private static boolean lacks(String entry, int from, char right) {
    for (int i = from; i < entry.length(); i++) {
      char given = Character.toLowerCase(entry.charAt(i));
      if ("rwx-01234567".indexOf(given) < 0) {
        return false;
      }
      boolean octal = Character.isDigit(given);
      if (given == right || octal && ((given - '0') & (right == 'r' ? 4 : 1)) != 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isUser(String kind) {
    return kind.equals("u") || kind.equals("user") || kind.equals("m") || kind.equals("mask");
  }
}
