/**
 * The small vocabulary that everything shares: what a tool call would do ({@link
 * dev.keepmum.effect.Effect}) and with what ({@link dev.keepmum.effect.Value}), as plain data.
 * Nothing here decides, and nothing here knows what a secret is.
 */
package dev.keepmum.effect;
