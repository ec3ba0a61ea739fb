package dev.keepmum.policy;

import dev.keepmum.effect.Effect;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.flow.FlowAnalysis;
import dev.keepmum.flow.FlowContext;
import dev.keepmum.flow.Trace;
import dev.keepmum.host.Host;
import dev.keepmum.rule.OwnRules;
import dev.keepmum.rule.RuleBook;
import dev.keepmum.tool.ToolCalls;
import java.util.List;
import java.util.Optional;

/**
 * Judges tool calls: what they do, where secrets go, and what that comes to. A configuration that
 * is not right refuses everything, since nobody knows what it was to say. One that is right is read
 * once for a folder. Not for several threads.
 */
public final class Judge {

  private static final String SKILL = "Skill";

  private final RuleBook rules;
  private final Host host;
  private Optional<Read> last = Optional.empty();

  /** Judges by a rule book what would happen on a machine. */
  public Judge(RuleBook rules, Host host) {
    this.rules = rules;
    this.host = host;
  }

  /**
   * Judges one call of a tool.
   *
   * @param directory the folder the call is made in, absolute
   */
  public Verdict judge(String tool, JsonObject input, String directory) {
    return judge(tool, input, directory, Trace.NONE);
  }

  /** Judges one call and tells a listener what was understood on the way. */
  public Verdict judge(String tool, JsonObject input, String directory, Trace trace) {
    if (!isConfigured(directory)) {
      FlowContext context = new FlowContext(host, rules, directory, trace);
      analyse(context, tool, input);
      return Verdicts.of(context.findings().all());
    }
    try {
      return configured(directory, trace).judge(tool, input);
    } catch (ConfigurationMistake mistake) {
      return Verdicts.of(mistake);
    }
  }

  /** Works out what a call does; what is found is in the context afterwards. */
  static void analyse(FlowContext context, String tool, JsonObject input) {
    List<Effect> effects = ToolCalls.effects(tool, input, context.directory());
    new FlowAnalysis(context).follow(tool, effects);
    if (tool.equals(SKILL)) {
      inspectSkill(context, input);
    }
    if (!context.changes().all().isEmpty()) {
      new SelfProtection(context).inspect();
    }
  }

  /** A skill runs the commands in its file before any tool is called. */
  private static void inspectSkill(FlowContext context, JsonObject input) {
    String arguments = input.text("args").orElse("");
    new PromptCheck(context)
        .inspectCommand(new SlashCommand(input.text("skill").orElse(""), arguments));
  }

  /**
   * Judges a prompt, before any of it is sent: the secrets in it, and the files it mentions.
   *
   * @param directory the folder the client is in, absolute
   */
  public Verdict judgePrompt(String prompt, String directory) {
    if (!isConfigured(directory)) {
      return new PromptCheck(new FlowContext(host, rules, directory, Trace.NONE)).inspect(prompt);
    }
    try {
      return configured(directory, Trace.NONE).judgePrompt(prompt);
    } catch (ConfigurationMistake mistake) {
      return Verdicts.of(mistake);
    }
  }

  /**
   * Judges a change of the client's settings that a file already holds and the client has not taken
   * over yet.
   *
   * @param file the file that has changed
   * @param directory the folder the client is in, absolute
   */
  public Verdict judgeSettings(String file, String directory) {
    Verdict verdict = new SettingsChange(rules, host, directory).inspect(file);
    if (!isConfigured(directory)) {
      return verdict;
    }
    try {
      return configured(directory, Trace.NONE).judged(verdict);
    } catch (ConfigurationMistake mistake) {
      return Verdicts.of(mistake);
    }
  }

  /**
   * The exceptions that a call would need to pass, for the user's configuration. A value that
   * stands in it is named by its fingerprint.
   *
   * @param key the key of this installation
   * @param until the last day on which they would count
   * @throws ConfigurationMistake if there can be none: for what guards the guard, for a command
   *     whose words are not all known, or with such a date
   */
  public List<Exemption> exemptions(
      String tool, JsonObject input, String directory, String reason, String until, byte[] key)
      throws ConfigurationMistake {
    CallAnalysis.Found found =
        analysis(directory).of(tool, input, Trace.NONE, CallAnalysis.Trails.KEPT);
    String file = new ConfigurationFiles(host, directory).path(ConfigurationLayer.USER);
    return new Exemptions(host, file, tool, input.text("command").orElse(""), reason, until, key)
        .of(found);
  }

  private CallAnalysis analysis(String directory) {
    List<OwnRules> own = own(directory);
    return new CallAnalysis(host, Configuration.books(rules, own), own, directory);
  }

  /**
   * The rule book, and after it with the rules that the configuration brings; the last has all.
   * Alone where the configuration cannot be used, since who asks for it cannot refuse what has
   * already happened.
   *
   * @param directory the folder of the call, absolute
   */
  public List<RuleBook> books(String directory) {
    return Configuration.books(rules, own(directory));
  }

  private List<OwnRules> own(String directory) {
    if (!isConfigured(directory)) {
      return List.of();
    }
    try {
      return configuration(directory).own();
    } catch (ConfigurationMistake mistake) {
      return List.of();
    }
  }

  /**
   * Milliseconds in which a call has to be judged.
   *
   * @param otherwise where nothing is configured, or nothing that can be read
   */
  public int deadline(String directory, int otherwise) {
    if (!isConfigured(directory)) {
      return otherwise;
    }
    try {
      return configuration(directory).deadline(otherwise);
    } catch (ConfigurationMistake mistake) {
      return otherwise;
    }
  }

  /** Whether everything is to pass, what calls put out included. */
  public boolean isOnlyObserving(String directory) {
    if (!isConfigured(directory)) {
      return false;
    }
    try {
      return configuration(directory).mode() == Mode.OBSERVE;
    } catch (ConfigurationMistake mistake) {
      return false;
    }
  }

  private boolean isConfigured(String directory) {
    return new ConfigurationFiles(host, directory).exist();
  }

  private ConfiguredJudge configured(String directory, Trace trace) throws ConfigurationMistake {
    return new ConfiguredJudge(configuration(directory), rules, host, directory, trace);
  }

  /** Read once for a call, of which several things are asked. */
  private Configuration configuration(String directory) throws ConfigurationMistake {
    if (last.isEmpty() || !last.get().directory().equals(directory)) {
      Configuration configuration = Configuration.read(host, rules, directory);
      last = Optional.of(new Read(directory, configuration));
    }
    return last.get().configuration();
  }

  /** A configuration as it was read for a folder. */
  private record Read(String directory, Configuration configuration) {}
}
