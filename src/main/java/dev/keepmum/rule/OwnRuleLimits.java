package dev.keepmum.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a rule of a user may be like: so much that nothing it says can make a call slow, and nothing
 * that can never fit. Each question is answered by what is wrong, or by nothing.
 */
public final class OwnRuleLimits {
  static final int LONGEST_KEYWORD = 32;

  /**
   * Keywords of one file's rules together. With no more of them what is found at all nodes of their
   * trie fits into a text whose offsets are characters: of n keywords k may end at every node of
   * the others, which makes 2 * 32 * k * (n - k) characters.
   */
  public static final int MOST_KEYWORDS = 60;

  private static final int LONGEST_GLOB = 200;
  private static final int LONGEST_NAME = 100;
  private static final int MOST_CHOICES = 50;
  private static final Alphabet IN_ID = Alphabet.of("a-z0-9-");
  private static final Alphabet NAME = Alphabet.of("A-Za-z0-9_*-");
  private static final Alphabet IN_CLASS = Alphabet.of("A-Za-z0-9_.^-");

  /** By which the rule book's own ids begin. */
  private static final String[] FIRST_WORDS = {
    "layer1",
    "layer2",
    "layer3",
    "layer4",
    "tokens",
    "commands",
    "hosts",
    "guard",
    "flow",
    "keepmum"
  };

  private OwnRuleLimits() {}

  /** What is wrong with an id: the first part of those of the rule book is not to be had. */
  public static Optional<String> id(String id) {
    int slash = id.indexOf('/');
    boolean isId =
        slash > 0
            && slash < id.length() - 1
            && id.length() <= LONGEST_NAME
            && IN_ID.runEnd(id, 0, slash) == slash
            && IN_ID.runEnd(id, slash + 1, id.length()) == id.length();
    if (!isId) {
      return Optional.of("a rule's id is two words like acme/license, of small letters and digits");
    }
    return isOfTheBook(id)
        ? Optional.of("ids with this first word are those of keepmum's own rules; take another")
        : Optional.empty();
  }

  /** Whether an id is one that a rule of the rule book has, or may have some day. */
  public static boolean isOfTheBook(String id) {
    for (String word : FIRST_WORDS) {
      if (id.startsWith(word) && id.startsWith("/", word.length())) {
        return true;
      }
    }
    return false;
  }

  /**
   * A glob as bash would expand its braces: {@code a.{b,c}} is {@code a.b} and {@code a.c}. At most
   * {@value #MOST_CHOICES}; what is left out of more is told by {@link #glob}.
   */
  public static List<String> choices(String glob) {
    List<String> waiting = new ArrayList<>();
    List<String> done = new ArrayList<>();
    waiting.add(glob);
    while (!waiting.isEmpty() && waiting.size() + done.size() <= MOST_CHOICES) {
      String next = waiting.remove(0);
      int open = next.indexOf('{');
      int close = next.indexOf('}', open);
      if (open < 0 || close < 0) {
        done.add(next);
        continue;
      }
      int from = open + 1;
      while (from <= close) {
        int comma = next.indexOf(',', from);
        int to = comma < 0 || comma > close ? close : comma;
        waiting.add(next.substring(0, open) + next.substring(from, to) + next.substring(close + 1));
        from = to + 1;
      }
    }
    done.addAll(waiting);
    return done;
  }

  /** What is wrong with a glob of files. */
  public static Optional<String> glob(String glob) {
    if (glob.length() > LONGEST_GLOB) {
      return Optional.of("a path may have at most 200 characters");
    }
    List<String> choices = choices(AsciiCase.lower(glob)); // As it is compared.
    if (choices.size() > MOST_CHOICES) {
      return Optional.of("the braces of a path may come to at most 50 paths");
    }
    for (String choice : choices) {
      Optional<String> fault = choice(choice);
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> choice(String glob) {
    boolean begins = glob.startsWith("**/") || glob.startsWith("~/") || glob.startsWith("/");
    if (!begins || glob.endsWith("/")) {
      return Optional.of("a path begins with **/, ~/ or / and ends with a name or /**");
    }
    if (glob.indexOf('{') >= 0 || glob.indexOf('}') >= 0 || !hasWholeClasses(glob)) {
      return Optional.of("a path has whole braces, and classes like [a-z0-9]");
    }
    return isTelling(glob)
        ? Optional.empty()
        : Optional.of("this stands for nearly every file; a path needs a name or a part of one");
  }

  private static boolean hasWholeClasses(String glob) {
    for (int i = 0; i < glob.length(); i++) {
      if (glob.charAt(i) == '[') {
        int close = glob.indexOf(']', i + 2);
        if (close < 0 || !isClass(glob.substring(i + 1, close))) {
          return false;
        }
        i = close;
      } else if (glob.charAt(i) == ']') {
        return false;
      }
    }
    return true;
  }

  private static boolean isClass(String characters) {
    String text = characters.startsWith("^") ? characters.substring(1) : characters;
    return !text.isEmpty()
        && text.indexOf('^') < 0
        && IN_CLASS.runEnd(text, 0, text.length()) == text.length()
        && hasOrderedRanges(text);
  }

  private static boolean hasOrderedRanges(String text) {
    for (int i = 1; i < text.length() - 1; i++) {
      if (text.charAt(i) == '-' && text.charAt(i - 1) >= text.charAt(i + 1)) {
        return false;
      }
    }
    return true;
  }

  /** Whether at least two characters of a name stand for themselves. */
  private static boolean isTelling(String pattern) {
    int literal = 0;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      int close = c == '[' ? pattern.indexOf(']', i + 2) : -1;
      if (close > 0) {
        i = close;
      } else if ("*?/~".indexOf(c) < 0) {
        literal++;
      }
    }
    return literal >= 2;
  }

  /** What is wrong with the name of a variable. */
  public static Optional<String> variable(String name) {
    boolean isName = NAME.runEnd(name, 0, LONGEST_NAME) == name.length();
    if (!isName || !isTelling(name)) {
      return Optional.of("a variable is a name like ACME_TOKEN, or one with * like ACME_*_KEY");
    }
    return Optional.empty();
  }

  /** What is wrong with a URL. */
  public static Optional<String> url(String url) {
    int slash = url.indexOf('/');
    boolean isPlain = isAscii(url) && url.length() <= LONGEST_GLOB && url.indexOf("://") < 0;
    if (!isPlain || slash <= 0 || !isTelling(url.substring(slash))) {
      return Optional.of(
          "a URL is host and path without a scheme, like vault.acme.example/v1/secret/*");
    }
    return Optional.empty();
  }

  /** What is wrong with the name of a program. */
  public static Optional<String> program(String name) {
    boolean isName = isAscii(name) && name.length() <= LONGEST_NAME && name.indexOf('/') < 0;
    return isName && name.indexOf(' ') < 0 && name.indexOf('*') < 0
        ? Optional.empty()
        : Optional.of("a program is named without its folder and its operands");
  }

  /** What is wrong with a keyword of tokens, where such a window is looked at. */
  public static Optional<String> keyword(String keyword, String window) {
    int shortest = window.endsWith("word") ? 3 : 4;
    if (!isAscii(keyword) || keyword.length() < shortest || keyword.length() > LONGEST_KEYWORD) {
      return Optional.of("a keyword has " + shortest + " to 32 ASCII characters with this window");
    }
    return Optional.empty();
  }

  /** What is wrong with an alphabet of tokens. */
  public static Optional<String> alphabet(String alphabet) {
    boolean isOne =
        isAscii(alphabet) && alphabet.length() <= LONGEST_NAME && hasOrderedRanges(alphabet);
    return isOne
        ? Optional.empty()
        : Optional.of(
            "an alphabet is characters and ranges like A-Za-z0-9_-, a - that is meant last");
  }

  /** Whether a text is printable ASCII without blanks, or with them, and not empty. */
  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
