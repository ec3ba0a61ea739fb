/**
 * The rule book: what is secret, what programs do, and the automaton that finds it. Rules are data
 * under {@code dev/keepmum/rules}, which the build turns into tables of this package; from these it
 * answers questions about names, paths, texts and command lines. It knows no shell and follows no
 * value.
 */
package dev.keepmum.rule;
