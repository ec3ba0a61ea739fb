/**
 * The one door to files, environment and clock: the real machine, and a described one for tests and
 * policies. What is done with what it tells lives elsewhere.
 */
package dev.keepmum.host;
