/**
 * Inline code: a reader per language family that turns a program's text into effects. It joins
 * constants, follows local variables and knows which calls read, print, write and send; it knows no
 * secrets, no files and no shell.
 *
 * <p>The languages that are like one another take one way: a {@code Lexer} and a {@code Parser}
 * make {@code Node}s (where a language has much syntax, its expressions are one class and its
 * statements another that extends it), the {@code Evaluator} follows them, a {@code Library} says
 * what the names of a language mean ({@code Meaning}), and {@code LibraryCalls} does it. awk, sed,
 * jq, PowerShell, Tcl, SQL, make, cmd and vim have readers of their own; what nobody reads goes to
 * {@code GeneralReader}.
 *
 * <p>A program or filter that edits a document which is known can also be worked out to the letter,
 * or not at all: {@code DocumentProgram} for Python and JavaScript, {@code JqEvaluation} for jq.
 */
package dev.keepmum.code;
