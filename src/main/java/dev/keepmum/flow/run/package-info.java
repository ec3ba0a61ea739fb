/**
 * What running a syntax tree does: state, branches, loops, redirections. {@link
 * dev.keepmum.flow.run.ShellInterpreter} is the shell, {@code CommandInterpreter} what each kind of
 * command does in it. What a word becomes is {@code expand}'s, and what a program does is {@code
 * command}'s, which is reached through {@code Programs} alone.
 */
package dev.keepmum.flow.run;
