/**
 * Follows values from source to sink: what words become, what running a command does with its
 * input, and where a secret ends up. It asks the rule book what is secret and the host what exists;
 * it decides nothing.
 */
package dev.keepmum.flow;
