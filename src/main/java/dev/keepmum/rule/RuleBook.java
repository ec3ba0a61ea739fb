package dev.keepmum.rule;

import java.util.List;
import java.util.Optional;

/**
 * What keepmum knows of secrets and programs: the one place that classifies a name, a path, a text
 * or a command.
 */
public interface RuleBook {

  /**
   * Whether a variable of this name holds a secret.
   *
   * @param name as the environment spells it
   */
  Optional<Rule> variable(String name);

  /**
   * Whether a file of this name holds a secret.
   *
   * @param path absolute or relative, normalised or not; case does not matter
   * @param home the folder that {@code ~} stands for, absolute; may be empty
   */
  FileMatch file(String path, String home);

  /**
   * Whether a glob of the shell could name a protected file that nobody has seen: {@code .en?}.
   *
   * @param glob with {@code *}, {@code ?} and {@code [ ]} meant, everything else escaped by {@code
   *     \}
   */
  Optional<Rule> fileGlob(String glob, String home);

  /**
   * Whether a file's content makes it secret: asked for {@link FileMatch.Kind#BY_CONTENT}. Where
   * there is no content to see, {@link FileMatch#isSecretUnseen} says what holds.
   *
   * @param rule the rule that the name matched
   * @param content the beginning of the file, at most 1 MiB
   */
  boolean holdsSecret(Rule rule, byte[] content);

  /** The secrets that stand in a text: tokens, private keys, passwords in URLs. */
  List<TokenMatch> tokens(String text);

  /**
   * The real values that a text gives to names, whatever its format; no examples, no references.
   */
  List<NamedValue> assigned(String text);

  /**
   * The folders in a home in which a rule knows files by name, relative to it; the home itself is
   * empty.
   */
  List<String> homeFolders();

  /**
   * Whether a URL hands out secrets by being asked: instance metadata, a heap dump, a vault's API.
   */
  Optional<Rule> url(String url);

  /**
   * Whether a secret may be sent to a host: it belongs to the provider that runs it.
   *
   * @param rule what the secret is, if its rule names a provider
   * @param variable the variable it came from, or empty
   * @param host without port
   */
  boolean belongsTo(Rule rule, String variable, String host);

  /** The names of secret variables that the book lists one by one. */
  List<String> secretVariables();

  /**
   * Whether a variable holds an address by its name, so that a secret in it is for the host that it
   * names: {@code DATABASE_URL}, {@code SLACK_WEBHOOK}.
   */
  boolean isAddress(String variable);

  /**
   * What a program does.
   *
   * @param name the program's base name, or {@code program sub-command}
   */
  Optional<CommandRule> command(String name);

  /** The rules about command lines of a program that print secrets. */
  List<FormRule> forms(String program);

  /** A rule by its id, which flow or policy needs to name one of its own findings. */
  Rule rule(String id);

  /** Whether there is a rule of an id. */
  boolean hasRule(String id);
}
