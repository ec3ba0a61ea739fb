/**
 * The door: {@link dev.keepmum.Main} sends the hook straight through and everything else to cli.
 */
package dev.keepmum;
