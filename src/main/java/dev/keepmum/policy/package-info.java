/**
 * From flows to a verdict: deny, ask or pass, configuration and its layers, exceptions, and the
 * protection of the guard itself. How values flow is {@code flow}'s, and how an answer is written
 * down is {@code event}'s and {@code cli}'s; rules about what is secret stand in the rule book.
 */
package dev.keepmum.policy;
