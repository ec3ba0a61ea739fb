package dev.keepmum.rule.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Hosts, and the variables whose values go there, by the provider they belong to. */
final class HostRules implements RuleKind {
  private final Map<String, String> hosts = new TreeMap<>();
  private final Map<String, String> variables = new TreeMap<>();

  @Override
  public List<String> marks() {
    return List.of("hosts");
  }

  @Override
  public void read(RuleEntry rule) {
    rule.allow("hosts", "variables");
    String provider = rule.text("provider");
    if (provider.isEmpty()) {
      rule.mistake("no provider");
    }
    for (String host : rule.list("hosts")) {
      if (host.indexOf('*') > 0 || (host.startsWith("*") && !host.startsWith("*."))) {
        rule.mistake("a host is a name, or *. and a name: " + host);
      }
      add(hosts, host.toLowerCase(Locale.ROOT), provider);
    }
    for (String name : rule.list("variables")) {
      if (name.indexOf('*') >= 0 && !name.endsWith("_*")) {
        rule.mistake("a provider's variables are a name, or a prefix and _*: " + name);
      }
      add(variables, name.endsWith("*") ? name.substring(0, name.length() - 1) : name, provider);
    }
  }

  private static void add(Map<String, String> providers, String key, String provider) {
    providers.merge(key, provider, (a, b) -> a + "\t" + b);
  }

  @Override
  public void write(Path folder) throws IOException {
    new TableClass("HostTable", "Which host, and which variable, belongs to whom.")
        .find("host", hosts)
        .find("variable", variables)
        .write(folder);
  }
}
