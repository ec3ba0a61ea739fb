/**
 * What a word becomes: parameters, substitutions, braces, tildes, splitting, globs. Scripts within
 * substitutions are run by whoever asks; nothing here runs a command.
 */
package dev.keepmum.flow.expand;
