package dev.keepmum.flow;

import java.util.ArrayList;
import java.util.List;

/**
 * What a word, a variable, a file or a stream may hold: a bounded set of texts, whether it may be
 * something else, and the secrets mixed into it. Immutable.
 */
public final class Content {

  /** How many alternative texts a content keeps. */
  public static final int MAX_TEXTS = 16;

  /** Stands in a text for a part nobody knows (U+FFFC, object replacement character). */
  public static final char UNKNOWN_PART = '\uFFFC';

  private static final List<Secret> NO_SECRETS = List.of();
  private static final List<String> UNKNOWN_TEXTS = List.of(String.valueOf(UNKNOWN_PART));

  private static final Content NEWLINE = new Content(List.of("\n"), false, NO_SECRETS, "", false);

  /** The empty text. */
  public static final Content EMPTY = new Content(List.of(""), false, NO_SECRETS, "", false);

  /** Something unknown that carries no known secret. */
  public static final Content UNKNOWN = new Content(List.of(), true, NO_SECRETS, "", false);

  private final List<String> texts;
  private final boolean open;
  private final List<Secret> secrets;
  private final String file;
  private final boolean excerpt;
  private final boolean decoded;

  private Content(
      List<String> texts, boolean open, List<Secret> secrets, String file, boolean decoded) {
    this(texts, open, secrets, file, false, decoded);
  }

  private Content(
      List<String> texts,
      boolean open,
      List<Secret> secrets,
      String file,
      boolean excerpt,
      boolean decoded) {
    this.texts = texts;
    this.open = open;
    this.secrets = secrets;
    this.file = file;
    this.excerpt = excerpt;
    this.decoded = decoded;
  }

  /** A text that is known. */
  public static Content text(String text) {
    return new Content(List.of(text), false, NO_SECRETS, "", false);
  }

  /** One of several texts; more than {@link #MAX_TEXTS} leave it open. */
  public static Content oneOf(List<String> texts) {
    if (texts.isEmpty()) {
      return UNKNOWN;
    }
    List<String> kept = new ArrayList<>();
    boolean all = addTexts(kept, texts);
    return new Content(kept, !all, NO_SECRETS, "", false);
  }

  /** An unknown text that carries a secret. */
  public static Content secret(Secret secret) {
    return new Content(List.of(), true, List.of(secret), "", false);
  }

  /** The unchanged content of a file nobody has looked into yet. */
  public static Content ofFile(String path) {
    return new Content(List.of(), true, NO_SECRETS, path, false);
  }

  /** The texts it may be; not all of them if {@link #isOpen()}. */
  public List<String> texts() {
    return texts;
  }

  /** Whether it may be a text that is not listed. */
  public boolean isOpen() {
    return open;
  }

  /** The secrets it carries, or may carry. */
  public List<Secret> secrets() {
    return secrets;
  }

  /** Whether it carries a secret, or may carry one. */
  public boolean hasSecrets() {
    return !secrets.isEmpty();
  }

  /** The path of the file whose unchanged lines these are; empty if it is none. */
  public String file() {
    return file;
  }

  /** Whether it may be only some of the file's lines, or all of them in another order. */
  public boolean isExcerpt() {
    return excerpt;
  }

  /** Whether it was decoded from something that could not be read: visibly made to hide a text. */
  public boolean isDecoded() {
    return decoded;
  }

  /** Whether it is one known text. */
  public boolean isSingleText() {
    return !open && texts.size() == 1;
  }

  /** Whether nothing at all is known of its text. */
  public boolean isWhollyUnknown() {
    for (String text : texts) {
      if (!isUnknown(text)) {
        return false;
      }
    }
    return open || !texts.isEmpty();
  }

  private static boolean isUnknown(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != UNKNOWN_PART) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /** Whether a text has a part that nobody knows. */
  public static boolean isPartial(String text) {
    return text.indexOf(UNKNOWN_PART) >= 0;
  }

  /** The one text it is, or the given one. */
  public String textOr(String otherwise) {
    return isSingleText() ? texts.get(0) : otherwise;
  }

  /** Whether it is known to be the empty text. */
  public boolean isEmptyText() {
    return isSingleText() && texts.get(0).isEmpty() && secrets.isEmpty();
  }

  /** This or the other. */
  public Content or(Content other) {
    if (this == other) {
      return this;
    }
    List<String> joined = new ArrayList<>(texts);
    boolean all = addTexts(joined, other.texts);
    return new Content(
        joined,
        open || other.open || !all,
        union(secrets, other.secrets),
        file.equals(other.file) ? file : "",
        excerpt || other.excerpt,
        decoded || other.decoded);
  }

  /** This and then the other. */
  public Content then(Content other) {
    if (isEmptyText()) {
      return other;
    }
    if (other.isEmptyText()) {
      return this;
    }
    List<String> joined = new ArrayList<>();
    boolean all = true;
    for (String left : texts.isEmpty() ? UNKNOWN_TEXTS : texts) {
      for (String right : other.texts.isEmpty() ? UNKNOWN_TEXTS : other.texts) {
        all &= addText(joined, left.concat(right));
      }
    }
    return new Content(
        joined,
        open || other.open || !all,
        union(secrets, other.secrets),
        "",
        decoded || other.decoded);
  }

  /** This and, on a line of its own, what stands beside it: another argument, another header. */
  public Content beside(Content other) {
    return isEmptyText() || other.isEmptyText() ? then(other) : then(NEWLINE).then(other);
  }

  /** The same secrets in a text that is not known any more and whose lines are not its lines. */
  public Content derived() {
    List<Secret> opaque = new ArrayList<>(secrets.size());
    for (Secret secret : secrets) {
      add(opaque, secret.opaque());
    }
    return new Content(List.of(), true, opaque, "", decoded);
  }

  /** Some lines of this: what is known stays as one possibility. */
  public Content excerpt() {
    return isEmptyText() ? this : new Content(texts, true, secrets, file, true, decoded);
  }

  /** Lines of this: the same secrets in the same shape, the text not known any more. */
  public Content lines() {
    return new Content(List.of(), true, secrets, "", decoded);
  }

  /** The same secrets with these texts instead. */
  public Content withTexts(List<String> replaced) {
    List<String> kept = new ArrayList<>();
    boolean all = addTexts(kept, replaced);
    return new Content(kept, open || !all, secrets, "", decoded);
  }

  /** This with another secret mixed in. */
  public Content withSecrets(List<Secret> added) {
    return added.isEmpty()
        ? this
        : new Content(texts, open, union(secrets, added), file, excerpt, decoded);
  }

  /** The texts alone. */
  public Content withoutSecrets() {
    return secrets.isEmpty() ? this : new Content(texts, open, NO_SECRETS, file, excerpt, decoded);
  }

  /** This without the secrets that stand elsewhere in the document than at some places. */
  public Content at(List<String> members) {
    List<Secret> kept = new ArrayList<>();
    boolean same = true;
    for (Secret secret : secrets) {
      boolean lines = secret.isAssignmentsIn(members);
      if (secret.isIn(members)) {
        add(kept, lines ? secret.asAssignments() : secret);
      }
      same &= secret.isIn(members) && !lines;
    }
    return same ? this : new Content(texts, true, kept, "", decoded);
  }

  /** This without the secrets that a names-only view cuts off (see {@link Secret.Shape}). */
  public Content namesOnly() {
    List<Secret> kept = new ArrayList<>();
    for (Secret secret : secrets) {
      if (secret.shape() != Secret.Shape.ASSIGNMENTS) {
        kept.add(secret);
      }
    }
    return new Content(List.of(), true, kept, "", false);
  }

  /** This with a line's end in the place of each zero byte. */
  public Content zerosAsLines() {
    List<Secret> changed = new ArrayList<>(secrets.size());
    for (Secret secret : secrets) {
      boolean lines = secret.shape() == Secret.Shape.ZERO_ENDED;
      add(changed, lines ? secret.asAssignments() : secret);
    }
    return new Content(List.of(), true, changed, "", decoded);
  }

  /** Whether it holds secrets, all of them as values of assignments. */
  public boolean isAssignments() {
    for (Secret secret : secrets) {
      if (secret.shape() != Secret.Shape.ASSIGNMENTS) {
        return false;
      }
    }
    return !secrets.isEmpty();
  }

  /** Marks that it came out of a decoder that could not be followed. */
  public Content decodedFromUnknown() {
    return new Content(texts, open, secrets, "", true);
  }

  /** Marks it as possibly something else as well. */
  public Content opened() {
    return open ? this : new Content(texts, true, secrets, file, excerpt, decoded);
  }

  /** A number that grows whenever something is learnt: how loops see that nothing changes. */
  public int weight() {
    return texts.size() + secrets.size() * 32 + (open ? 1 : 0);
  }

  private static boolean addTexts(List<String> to, List<String> from) {
    boolean all = true;
    for (String text : from) {
      all &= addText(to, text);
    }
    return all;
  }

  private static boolean addText(List<String> to, String text) {
    if (to.contains(text)) {
      return true;
    }
    if (to.size() >= MAX_TEXTS) {
      return false;
    }
    to.add(text);
    return true;
  }

  private static List<Secret> union(List<Secret> left, List<Secret> right) {
    if (right.isEmpty() || left == right) {
      return left;
    }
    if (left.isEmpty()) {
      return right;
    }
    List<Secret> joined = new ArrayList<>(left);
    for (Secret secret : right) {
      add(joined, secret);
    }
    return joined;
  }

  private static void add(List<Secret> to, Secret secret) {
    for (Secret present : to) {
      if (present.same(secret)) {
        return;
      }
    }
    if (to.size() < 64) {
      to.add(secret);
    }
  }
}
