package dev.keepmum.flow.command;

/** What a program does beyond what its rule can say. Without state: one object serves all calls. */
interface Behaviour {

  /** Does what the program would do with its arguments, input and output. */
  void run(Invocation call);
}
