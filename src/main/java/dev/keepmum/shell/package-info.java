/**
 * Shells as they are written, bash before all, and zsh and fish where they have a {@link
 * dev.keepmum.shell.Dialect} of their own: lexer, parser, syntax tree ({@link
 * dev.keepmum.shell.Command}, {@link dev.keepmum.shell.Word}). What a word becomes and what running
 * does lives in {@code flow}; nothing here knows secrets, programs or the machine.
 */
package dev.keepmum.shell;
