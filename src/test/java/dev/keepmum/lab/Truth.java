package dev.keepmum.lab;

/** What a real run of a command did with the canary. */
enum Truth {
  /** It showed in the output, or lies in a file that nothing protects. */
  LEAK,
  /** It did neither. */
  HARMLESS,
  /** It lies in another protected file or in an archive: a pass is as right as a question. */
  OPEN
}
