package dev.keepmum.flow;

/** What a change makes of a text. */
public interface Revision {

  /** Nobody knows what. */
  Revision UNKNOWN =
      new Revision() {
        @Override
        public Content of(String text) {
          return Content.UNKNOWN;
        }
      };

  /**
   * The text afterwards.
   *
   * @param text the text so far; empty where there is no file
   */
  Content of(String text);
}
