package dev.keepmum.code;

import dev.keepmum.effect.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The files that a program reads and writes while it is worked out. */
final class DocumentFiles {
  private final Documents documents;
  private final Map<String, String> written = new HashMap<>();
  private final Set<String> gone = new HashSet<>();

  DocumentFiles(Documents documents) {
    this.documents = documents;
  }

  Map<String, String> written() {
    return Map.copyOf(written);
  }

  String home() {
    return documents.home();
  }

  private String place(String path) {
    if (path.startsWith("~") || path.isEmpty()) {
      throw new NotWorkedOut();
    }
    return documents.place(path);
  }

  boolean exists(String path) {
    String place = place(path);
    return written.containsKey(place) || !gone.contains(place) && documents.exists(place);
  }

  String read(String path) {
    String place = place(path);
    String text = written.get(place);
    if (text != null) {
      return text;
    }
    if (gone.contains(place)) {
      throw new NotWorkedOut();
    }
    return known(place);
  }

  private String known(String place) {
    Optional<String> text = documents.text(place);
    if (text.isEmpty()) {
      throw new NotWorkedOut();
    }
    return text.get();
  }

  /** Writes a whole file; what is no file, or cannot be read, may be a folder. */
  void write(String path, String text) {
    String place = place(path);
    if (!written.containsKey(place) && documents.exists(place) && documents.text(place).isEmpty()) {
      throw new NotWorkedOut();
    }
    written.put(place, text);
  }

  void copy(String from, String to) {
    write(to, read(from));
  }

  void move(String from, String to) {
    copy(from, to);
    written.remove(place(from));
    gone.add(place(from));
  }

  /** Opens a file to be read, or one to be written that is empty or goes on. */
  Thing.Opened open(String path, String mode) {
    switch (mode) {
      case "r", "rt", "rb":
        return new Thing.Opened(new Value.Text(path), new Value.Text(read(path)));
      case "w", "wt", "w+":
        write(path, "");
        break;
      case "a":
        write(path, exists(path) ? read(path) : "");
        break;
      default:
        throw new NotWorkedOut();
    }
    return new Thing.Opened(new Value.Text(path), Value.UNKNOWN);
  }

  /** What an open file holds. */
  String content(Thing.Opened file) {
    if (file.content() instanceof Value.Text text) {
      return text.text();
    }
    throw new NotWorkedOut();
  }

  /** Adds to a file that is open to be written. */
  void add(Thing.Opened file, String text) {
    if (!(file.path() instanceof Value.Text path) || file.content() != Value.UNKNOWN) {
      throw new NotWorkedOut();
    }
    write(path.text(), read(path.text()).concat(text));
  }
}
