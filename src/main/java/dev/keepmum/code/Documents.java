package dev.keepmum.code;

import java.util.Optional;

/** The files that a program is worked out with. */
public interface Documents {

  /** The home folder. */
  String home();

  /** The absolute form of a path, under which a file is known however it is named. */
  String place(String path);

  /** Whether something stands at an absolute path. */
  boolean exists(String place);

  /** The text of the file at an absolute path, if all of it is known. */
  Optional<String> text(String place);
}
