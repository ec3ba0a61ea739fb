/** What a word becomes: parameters, substitutions, braces, tildes, splitting, globs. */
package dev.keepmum.flow.expand;
