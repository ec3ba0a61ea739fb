package dev.keepmum.flow;

/** Listens to what the analysis understood, for people who ask why. No text holds a secret. */
public interface Trace {

  /** Listens to nothing. */
  Trace NONE =
      new Trace() {
        @Override
        public boolean isListening() {
          return false;
        }

        @Override
        public void command(String words) {}

        @Override
        public void note(String text) {}

        @Override
        public void enter() {}

        @Override
        public void leave() {}
      };

  /** Whether it is worth telling anything: texts cost time to make. */
  boolean isListening();

  /** A program is started; {@code words} are it and its arguments as understood. */
  void command(String words);

  /** Something was worked out: a secret that is read, a place where it arrives. */
  void note(String text);

  /** What follows happens inside the last thing told. */
  void enter();

  void leave();
}
