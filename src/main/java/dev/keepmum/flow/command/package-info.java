/**
 * What programs do with their arguments, their input and their output: {@code General} does what a
 * rule says in full, and whatever a rule cannot say is a {@code Behaviour} of its own, which the
 * rule names. How words and scripts are followed lives in {@code expand} and {@code run}; what a
 * program is for stands in the rule book and not here.
 */
package dev.keepmum.flow.command;
