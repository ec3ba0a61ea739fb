/**
 * bash as it is written: lexer, parser, syntax tree ({@link dev.keepmum.shell.Command}, {@link
 * dev.keepmum.shell.Word}). What a word becomes and what running does lives in {@code flow};
 * nothing here knows secrets, programs or the machine.
 */
package dev.keepmum.shell;
