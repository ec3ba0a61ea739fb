package dev.keepmum.scan;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.function.Consumer;

/** One stream: standard input. */
public final class StreamSource extends Source {
  private final String name;
  private final Path folder;
  private final InputStream in;

  /**
   * A source of one document.
   *
   * @param name what findings call it
   * @param folder where it counts as lying
   */
  public StreamSource(String name, Path folder, InputStream in) {
    this.name = name;
    this.folder = folder;
    this.in = in;
  }

  @Override
  void items(Consumer<Item> to, ScanReport.Builder report) {
    to.accept(new Item(new Document(name, folder.resolve(name).toString(), "", false), () -> in));
  }
}
