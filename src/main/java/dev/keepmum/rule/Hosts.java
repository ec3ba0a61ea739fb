package dev.keepmum.rule;

import java.util.List;

/**
 * Whose host it is, and whose secret: a provider's own secret may be sent to it.
 *
 * <p>Hosts are compared by whole labels from the right: {@code api.stripe.com} is Stripe's, {@code
 * stripe.com.evil.example} and {@code notstripe.com} are not.
 */
final class Hosts {
  /** The provider of a secret that stands where a request carries its receiver's own. */
  private static final String RECEIVER = "*";

  private Hosts() {}

  static boolean belongsTo(String provider, String variable, String host) {
    if (provider.equals(RECEIVER)) {
      return !host.isEmpty();
    }
    List<String> owners = owners(host);
    if (owners.isEmpty()) {
      return false;
    }
    return owners.contains(provider) || containsAny(owners, providers(variable));
  }

  /** Whether the last words of a variable's name say that it holds an address. */
  static boolean isAddress(String variable) {
    String words = VariableNames.words(variable);
    int start = 0;
    while (AddressTable.ending(words.substring(start)).isEmpty()) {
      start = words.indexOf('_', start) + 1;
      if (start == 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean containsAny(List<String> owners, List<String> providers) {
    for (int i = 0; i < providers.size(); i++) {
      if (owners.contains(providers.get(i))) {
        return true;
      }
    }
    return false;
  }

  /** The providers that run a host: by its whole name, or else by what it lies below. */
  private static List<String> owners(String host) {
    String name = AsciiCase.lower(host);
    if (name.endsWith(".")) {
      name = name.substring(0, name.length() - 1);
    }
    String found = HostTable.host(name);
    int dot = name.indexOf('.');
    while (found.isEmpty() && dot >= 0) {
      found = HostTable.host("*".concat(name.substring(dot)));
      dot = name.indexOf('.', dot + 1);
    }
    return Fields.split(found, '\t');
  }

  private static List<String> providers(String variable) {
    String name = VariableNames.words(variable);
    String found = HostTable.variable(name);
    for (int end = name.lastIndexOf('_'); found.isEmpty() && end > 0; ) {
      found = HostTable.variable(name.substring(0, end + 1));
      end = name.lastIndexOf('_', end - 1);
    }
    return Fields.split(found, '\t');
  }
}
