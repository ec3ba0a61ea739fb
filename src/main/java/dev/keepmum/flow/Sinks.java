package dev.keepmum.flow;

import dev.keepmum.code.DataUrl;
import dev.keepmum.rule.Rule;
import dev.keepmum.rule.Severity;
import dev.keepmum.rule.TokenMatch;
import java.util.List;

/** The places where a secret must not arrive. */
public final class Sinks {

  /** How the transcript is called in findings. */
  public static final String TRANSCRIPT = "the transcript";

  /** How a host is called in findings that nobody can name. */
  public static final String UNKNOWN_HOST = "an unknown host";

  private final FlowContext context;

  Sinks(FlowContext context) {
    this.context = context;
  }

  /** Content is shown: on standard output or error, as a tool's result. */
  public void show(Content content, String way) {
    context.findings().report(Finding.Kind.SHOWN, content, way, TRANSCRIPT);
    reportTokens(Finding.Kind.SHOWN, content, way, TRANSCRIPT);
  }

  /** Content leaves for a host, or for a service that nobody can name if it is unknown. */
  public void send(Content destination, Content content, String way) {
    context.findings().report(Finding.Kind.SENT, hostPart(destination), way, "the network");
    for (Secret secret : content.secrets()) {
      if (!belongs(secret, destination)) {
        context.findings().report(Finding.Kind.SENT, secret, way, name(destination));
      }
    }
    for (String encoded : content.texts()) {
      String text = encoded.indexOf('%') < 0 ? encoded : DataUrl.decoded(encoded);
      List<TokenMatch> tokens = context.rules().tokens(text);
      for (TokenMatch token : tokens) {
        if (!belongs(token, tokens, destination)) {
          Finding.Kind kind = ofToken(Finding.Kind.SENT, token.rule());
          context.findings().report(kind, ofToken(token), token, text, way, name(destination));
        }
      }
    }
  }

  /** What fits a form that many providers use belongs to the one that another rule names. */
  private boolean belongs(TokenMatch token, List<TokenMatch> tokens, Content destination) {
    if (belongs(ofToken(token), destination)) {
      return true;
    }
    if (!token.rule().provider().isEmpty()) {
      return false;
    }
    for (TokenMatch other : tokens) {
      boolean overlaps = other.start() < token.end() && token.start() < other.end();
      boolean isNamed = !other.rule().provider().isEmpty() && !other.rule().provider().equals("*");
      if (overlaps && isNamed && belongs(ofToken(other), destination)) {
        return true;
      }
    }
    return false;
  }

  /** Content goes into a commit, an issue, an image. */
  public void publish(Content content, String way) {
    context.findings().report(Finding.Kind.PUBLISHED, content, way, way);
    reportTokens(Finding.Kind.PUBLISHED, content, way, way);
  }

  /** Content stays in something that is built: an image, whose history others may read. */
  public void store(Content content, String way) {
    context.findings().report(Finding.Kind.MAY_PUBLISH, content, way, way);
    reportTokens(Finding.Kind.PUBLISHED, content, way, way);
  }

  /** Content goes to the clipboard. */
  public void clipboard(Content content, String way) {
    context.findings().report(Finding.Kind.CLIPBOARD, content, way, "the clipboard");
  }

  /** Reports the secrets that stand open in a text. */
  public void reportTokens(Finding.Kind kind, Content content, String way, String sink) {
    for (String text : content.texts()) {
      List<TokenMatch> tokens = context.rules().tokens(text);
      for (TokenMatch token : tokens) {
        Finding.Kind sure = ofToken(kind, token.rule());
        context.findings().report(sure, ofToken(token), token, text, way, sink);
      }
    }
  }

  /** What a name alone makes a secret, or what does little harm, a person may want to go on. */
  private static Finding.Kind ofToken(Finding.Kind kind, Rule rule) {
    if (rule.severity() != Severity.MEDIUM && rule.severity() != Severity.LOW) {
      return kind;
    }
    return kind.possible();
  }

  private static Secret ofToken(TokenMatch token) {
    return Secret.of(token.rule());
  }

  /** A secret that is part of the host's name goes to whoever answers for the name. */
  private Content hostPart(Content destination) {
    boolean named = destination.texts().isEmpty() && !isAddress(destination);
    return destination.hasSecrets() && named ? destination : Content.EMPTY;
  }

  /**
   * Whether a destination is nothing but the value of a variable that holds an address: a webhook's
   * URL, a database's. The secret in it is for the very host that it names.
   */
  private boolean isAddress(Content destination) {
    return destination.texts().isEmpty()
        && destination.secrets().size() == 1
        && context.rules().isAddress(destination.secrets().get(0).variable());
  }

  private boolean belongs(Secret secret, Content destination) {
    if (isAddress(destination)) {
      return secret.same(destination.secrets().get(0));
    }
    if (destination.texts().isEmpty()) {
      return false;
    }
    for (String text : destination.texts()) {
      boolean elsewhere = destination.isOpen() && !Content.isPartial(text);
      String host = host(text);
      if (elsewhere || Content.isPartial(host)) {
        return false;
      }
      if (isLoopback(host)) {
        if (secret.variable().isEmpty() && !belongs(secret, host)) {
          return false;
        }
      } else if (!belongs(secret, host)) {
        return false;
      }
    }
    return true;
  }

  /** Whether it does by every rule that knows it. */
  private boolean belongs(Secret secret, String host) {
    for (Rule other : secret.rule().others()) {
      if (!context.rules().belongsTo(other, secret.variable(), host)) {
        return false;
      }
    }
    return context.rules().belongsTo(secret.rule(), secret.variable(), host);
  }

  private static String name(Content destination) {
    String host = destination.texts().size() == 1 ? host(destination.texts().get(0)) : "";
    return host.isEmpty() || Content.isPartial(host) ? UNKNOWN_HOST : host;
  }

  private static boolean isLoopback(String host) {
    return host.equals("localhost") || host.startsWith("127.") || host.equals("::1");
  }

  /** The host of a URL, {@code user@host:path} or {@code host:port}, lower case. */
  public static String host(String destination) {
    String rest = destination;
    int scheme = rest.indexOf("://");
    if (scheme >= 0) {
      rest = rest.substring(scheme + 3);
    }
    int end = rest.length();
    for (int i = 0; i < rest.length(); i++) {
      char c = rest.charAt(i);
      if (c == '/' || c == '?' || c == '#' || c == '\\') {
        end = i;
        break;
      }
    }
    rest = rest.substring(0, end);
    int at = rest.lastIndexOf('@');
    if (at >= 0) {
      rest = rest.substring(at + 1);
    }
    if (rest.startsWith("[")) {
      int close = rest.indexOf(']');
      return close < 0 ? rest : rest.substring(1, close);
    }
    int colon = rest.indexOf(':');
    if (colon >= 0) {
      rest = rest.substring(0, colon);
    }
    return rest.toLowerCase(java.util.Locale.ROOT);
  }
}
