/**
 * The canary laboratory: commands that are really run among canaries, against what is judged of
 * them without running.
 */
package dev.keepmum.lab;
