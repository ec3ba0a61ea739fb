/**
 * What running a syntax tree does: state, branches, loops, redirections. What a word becomes is
 * {@code expand}'s, and what a program does is {@code command}'s, which is reached through {@code
 * Programs} alone.
 */
package dev.keepmum.flow.run;
