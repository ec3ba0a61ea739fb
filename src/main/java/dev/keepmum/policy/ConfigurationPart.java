package dev.keepmum.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one file of the configuration says.
 *
 * @param layer whose file it is
 * @param file its path
 * @param mayLoosen whether what loosens counts: always but in a project that nobody trusts
 * @param mode how much is acted upon
 * @param decisions what the findings of a rule come to, by the rule's id
 * @param rules rules that it brings, by their id
 * @param exemptions single findings that are accepted
 * @param hosts what may be sent to a host: variables, providers, ids of rules
 * @param log whether decisions are kept
 * @param deadline milliseconds after which a call is refused; 0 if it does not say
 */
public record ConfigurationPart(
    ConfigurationLayer layer,
    String file,
    boolean mayLoosen,
    Optional<Mode> mode,
    Map<String, Decision> decisions,
    Map<String, ConfiguredRule> rules,
    List<Exemption> exemptions,
    Map<String, List<String>> hosts,
    Optional<Boolean> log,
    int deadline) {}
