/**
 * From flows to a verdict: deny, ask or pass, configuration and its layers, exceptions, and the
 * protection of the guard itself.
 */
package dev.keepmum.policy;
