/**
 * Inline code: a reader per language family that turns a program's text into effects. It joins
 * constants, follows local variables and knows which calls read, print, write and send; it knows no
 * secrets, no files and no shell.
 */
package dev.keepmum.code;
