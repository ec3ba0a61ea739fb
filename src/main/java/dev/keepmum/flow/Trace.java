package dev.keepmum.flow;

/** Listens to what the analysis understood, for people who ask why. */
public interface Trace {

  /** Listens to nothing. */
  Trace NONE =
      new Trace() {
        @Override
        public void command(String words) {}

        @Override
        public void note(String text) {}

        @Override
        public void enter() {}

        @Override
        public void leave() {}
      };

  /**
   * A program is started.
   *
   * @param words the program and its arguments as understood, without any secret's value
   */
  void command(String words);

  /** Something was worked out: a value, a flow. */
  void note(String text);

  /** What follows happens inside the last thing told. */
  void enter();

  void leave();
}
