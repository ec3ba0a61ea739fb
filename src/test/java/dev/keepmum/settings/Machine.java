package dev.keepmum.settings;

import dev.keepmum.host.FileStatus;
import dev.keepmum.host.Host;
import java.util.List;
import java.util.Optional;

/** A described machine on which a file named {@code plain.sh} may not be run. */
record Machine(Host described) implements Host {

  @Override
  public boolean isExecutable(String path) {
    return described.isExecutable(path) && !path.endsWith("/plain.sh");
  }

  @Override
  public FileStatus status(String path) {
    return described.status(path);
  }

  @Override
  public Optional<String> realPath(String path) {
    return described.realPath(path);
  }

  @Override
  public Optional<byte[]> readPrefix(String path, int limit) {
    return described.readPrefix(path, limit);
  }

  @Override
  public List<String> list(String path, int limit) {
    return described.list(path, limit);
  }

  @Override
  public Optional<String> variable(String name) {
    return described.variable(name);
  }

  @Override
  public List<String> variableNames() {
    return described.variableNames();
  }

  @Override
  public String home() {
    return described.home();
  }

  @Override
  public String accountHome() {
    return described.accountHome();
  }

  @Override
  public long now() {
    return described.now();
  }
}
