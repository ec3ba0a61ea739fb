/**
 * The rule book: what is secret, what programs do, and the automaton that finds it. Rules are data
 * under {@code dev/keepmum/rules}; this package reads them and answers questions about names,
 * paths, texts and command lines. It knows no shell and follows no value.
 */
package dev.keepmum.rule;
