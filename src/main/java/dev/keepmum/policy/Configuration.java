package dev.keepmum.policy;

import dev.keepmum.event.Position;
import dev.keepmum.flow.Finding;
import dev.keepmum.flow.PathNames;
import dev.keepmum.host.Host;
import dev.keepmum.rule.OwnRule;
import dev.keepmum.rule.OwnRules;
import dev.keepmum.rule.Rule;
import dev.keepmum.rule.RuleBook;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the configuration's layers say together. What an earlier layer has said stands against
 * whatever a later one would loosen; what nobody has said before, managed files, the user and a
 * trusted project may loosen, and anybody may tighten.
 */
public final class Configuration {

  private static final int MAX_FILE = 1 << 20;
  private static final Position START = new Position(1, 1);

  private final List<ConfigurationPart> parts;

  private Configuration(List<ConfigurationPart> parts) {
    this.parts = parts;
  }

  /**
   * Reads the layers that there are.
   *
   * @param directory the folder of the call, absolute
   * @throws ConfigurationMistake if any of them is not wholly right
   */
  public static Configuration read(Host host, RuleBook rules, String directory)
      throws ConfigurationMistake {
    ConfigurationFiles files = new ConfigurationFiles(host, directory);
    List<ConfigurationPart> parts = new ArrayList<>();
    for (ConfigurationLayer layer : ConfigurationLayer.values()) {
      String path = files.path(layer);
      if (files.exists(path)) {
        parts.add(part(host, rules, parts, layer, path));
      }
    }
    return new Configuration(parts);
  }

  private static ConfigurationPart part(
      Host host,
      RuleBook rules,
      List<ConfigurationPart> earlier,
      ConfigurationLayer layer,
      String path)
      throws ConfigurationMistake {
    byte[] content = content(host, path);
    boolean mayLoosen = layer != ConfigurationLayer.PROJECT || isTrusted(host, path, content);
    return new ConfigurationReader(rules, earlier, layer, path, host.accountHome(), mayLoosen)
        .read(new String(content, StandardCharsets.UTF_8));
  }

  /** What a text says as a layer's file that may loosen, beside the files of earlier layers. */
  public static ConfigurationPart part(
      Host host, RuleBook rules, ConfigurationLayer layer, String path, String text)
      throws ConfigurationMistake {
    ConfigurationFiles files = new ConfigurationFiles(host, PathNames.parent(path));
    List<ConfigurationPart> earlier = new ArrayList<>();
    for (ConfigurationLayer other : ConfigurationLayer.values()) {
      if (other.compareTo(layer) < 0 && files.exists(files.path(other))) {
        earlier.add(part(host, rules, earlier, other, files.path(other)));
      }
    }
    return new ConfigurationReader(rules, earlier, layer, path, host.accountHome(), true)
        .read(text);
  }

  private static byte[] content(Host host, String path) throws ConfigurationMistake {
    Optional<byte[]> content = host.readPrefix(path, MAX_FILE);
    if (content.isEmpty()) {
      throw new ConfigurationMistake(path, START, "it cannot be read");
    }
    if (content.get().length == MAX_FILE) {
      throw new ConfigurationMistake(path, START, "it is larger than 1 MiB");
    }
    return content.get();
  }

  private static boolean isTrusted(Host host, String path, byte[] content) {
    Optional<String> place = ConfigurationFiles.place(host, path);
    return place.isPresent() && TrustedFiles.of(host).contains(place.get(), content);
  }

  /** What each file says, in the order in which they bind. */
  public List<ConfigurationPart> parts() {
    return parts;
  }

  /** The rules that its files bring, in the order in which they bind. */
  public List<ConfiguredRule> rules() {
    List<ConfiguredRule> rules = new ArrayList<>();
    for (ConfigurationPart part : parts) {
      rules.addAll(part.rules().values());
    }
    return rules;
  }

  /**
   * What calls are judged by: a rule book alone, then with the rules of the first file that brings
   * some, then with those of the next as well. What any of them finds counts, so that no file's
   * rules can take back what was found without them; the last one has all rules.
   */
  public List<RuleBook> books(RuleBook book) {
    return books(book, own());
  }

  /** The same with rules that {@link #own} has made. */
  static List<RuleBook> books(RuleBook book, List<OwnRules> own) {
    List<RuleBook> books = new ArrayList<>();
    books.add(book);
    for (OwnRules rules : own) {
      books.add(rules.before(books.get(books.size() - 1)));
    }
    return books;
  }

  /** The rules of each file that brings some, ready to be asked. */
  List<OwnRules> own() {
    List<OwnRules> all = new ArrayList<>();
    for (ConfigurationPart part : parts) {
      List<OwnRule> own = new ArrayList<>();
      for (ConfiguredRule rule : part.rules().values()) {
        own.add(rule.rule());
      }
      if (!own.isEmpty()) {
        all.add(OwnRules.of(own));
      }
    }
    return all;
  }

  /** What the first of its files say without the others. */
  public Configuration upTo(int files) {
    return new Configuration(parts.subList(0, files));
  }

  /** How much of what is found is acted upon. */
  public Mode mode() {
    Mode mode = Mode.ENFORCE;
    boolean isSaid = false;
    for (ConfigurationPart part : parts) {
      if (part.mode().isPresent()) {
        Mode said = part.mode().get();
        if (said.compareTo(mode) < 0 || !isSaid && part.mayLoosen()) {
          mode = said;
        }
        isSaid = isSaid || part.mayLoosen();
      }
    }
    return mode;
  }

  /**
   * What a rule's findings come to, if nothing else is said {@code otherwise}. Whoever brings a
   * rule has said so, whether or not with a decision of its own.
   */
  public Decision decision(String rule, Decision otherwise) {
    Decision decision = otherwise;
    boolean isSaid = false;
    for (ConfigurationPart part : parts) {
      Decision said = part.decisions().get(rule);
      if (part.rules().containsKey(rule)) {
        decision = said == null ? otherwise : said;
        isSaid = true;
      } else if (said != null) {
        if (said.compareTo(decision) < 0 || !isSaid && part.mayLoosen()) {
          decision = said;
        }
        isSaid = isSaid || part.mayLoosen();
      }
    }
    return decision;
  }

  /** The decision on a finding: by its rule, then by the mode. */
  Decision decision(Rule rule, Finding.Kind kind) {
    Decision decision = decision(rule.id(), Verdicts.decision(kind));
    boolean isGuard = kind == Finding.Kind.GUARD || ConfigurationReader.isGuard(rule.id());
    switch (mode()) {
      case ASK:
        return decision == Decision.DENY && !isGuard ? Decision.ASK : decision;
      case OBSERVE:
        return isGuard && isObservedByProject() ? decision : Decision.PASS;
      default:
        return decision;
    }
  }

  /** The file that has made of a finding what it is: the last that changed it. */
  String source(Rule rule, Finding.Kind kind) {
    Decision before = Verdicts.decision(kind);
    String source = "";
    for (int i = 0; i < parts.size(); i++) {
      Decision after = upTo(i + 1).decision(rule, kind);
      if (after != before) {
        source = parts.get(i).file();
      }
      before = after;
    }
    return source;
  }

  /** Whether it is a project that has everything pass; its word does not reach the guard. */
  private boolean isObservedByProject() {
    for (ConfigurationPart part : parts) {
      if (part.mode().isPresent() && part.layer() != ConfigurationLayer.PROJECT) {
        return false;
      }
    }
    return true;
  }

  /**
   * The exceptions that count on a day: none from a project that nobody trusts, none that is over,
   * none from what an earlier layer has decided.
   */
  public List<Exemption> exemptions(long now) {
    List<Exemption> counting = new ArrayList<>();
    for (ConfigurationPart part : parts) {
      for (Exemption exemption : part.exemptions()) {
        if (part.mayLoosen() && !exemption.isExpired(now) && !isDecidedBefore(exemption)) {
          counting.add(exemption);
        }
      }
    }
    return counting;
  }

  /** Whether an earlier layer has said what the rule's findings come to. */
  public boolean isDecidedBefore(Exemption exemption) {
    for (ConfigurationPart part : parts) {
      if (part.layer() == exemption.layer()) {
        return false;
      }
      String rule = exemption.rule();
      if (part.decisions().containsKey(rule) || part.rules().containsKey(rule)) {
        return true;
      }
    }
    return false;
  }

  /** What may be sent to which host, by the first layer that names the host. */
  public Map<String, List<String>> hosts() {
    Map<String, List<String>> hosts = new LinkedHashMap<>();
    for (ConfigurationPart part : parts) {
      if (part.mayLoosen()) {
        for (Map.Entry<String, List<String>> entry : part.hosts().entrySet()) {
          hosts.putIfAbsent(entry.getKey(), entry.getValue());
        }
      }
    }
    return hosts;
  }

  /** Whether decisions are kept. */
  public boolean isLogged() {
    boolean isLogged = true;
    boolean isSaid = false;
    for (ConfigurationPart part : parts) {
      if (part.log().isPresent()) {
        isLogged = part.log().get() || isLogged && (isSaid || !part.mayLoosen());
        isSaid = isSaid || part.mayLoosen();
      }
    }
    return isLogged;
  }

  /**
   * Milliseconds after which a call is refused. More of them loosen: the client may go on by
   * itself.
   */
  public int deadline(int otherwise) {
    int deadline = otherwise;
    boolean isSaid = false;
    for (ConfigurationPart part : parts) {
      if (part.deadline() > 0) {
        if (part.deadline() < deadline || !isSaid && part.mayLoosen()) {
          deadline = part.deadline();
        }
        isSaid = isSaid || part.mayLoosen();
      }
    }
    return deadline;
  }
}
