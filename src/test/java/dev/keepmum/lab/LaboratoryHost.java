package dev.keepmum.lab;

import dev.keepmum.host.FileStatus;
import dev.keepmum.host.Host;
import dev.keepmum.host.SystemHost;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The real machine with the environment and the home of a room of the laboratory. */
final class LaboratoryHost implements Host {
  private final SystemHost machine = new SystemHost();
  private final Map<String, String> environment;

  LaboratoryHost(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public FileStatus status(String path) {
    return machine.status(path);
  }

  @Override
  public Optional<String> realPath(String path) {
    return machine.realPath(path);
  }

  @Override
  public Optional<byte[]> readPrefix(String path, int limit) {
    return machine.readPrefix(path, limit);
  }

  @Override
  public List<String> list(String path, int limit) {
    return machine.list(path, limit);
  }

  @Override
  public Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name));
  }

  @Override
  public List<String> variableNames() {
    return List.copyOf(environment.keySet());
  }

  @Override
  public String home() {
    return environment.get("HOME");
  }

  @Override
  public String accountHome() {
    return home();
  }

  @Override
  public long now() {
    return machine.now();
  }
}
