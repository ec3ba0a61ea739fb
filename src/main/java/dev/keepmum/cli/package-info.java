/**
 * The commands people run by hand: a class each, which parses options, prints, and sets the exit
 * code. No judgement lives here.
 */
package dev.keepmum.cli;
