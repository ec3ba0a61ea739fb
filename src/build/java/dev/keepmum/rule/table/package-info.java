/**
 * Turns the rule book's JSON into Java classes, at build time; nothing of it is in the program. A
 * class per kind of rule checks what its rules say and writes the tables they are looked up in.
 */
package dev.keepmum.rule.table;
