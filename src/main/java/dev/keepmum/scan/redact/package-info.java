/**
 * Takes the secrets out of what a tool has answered: finds them by their shape, by the values that
 * this machine's protected files and variables hold, and in the encodings they hide in, and puts a
 * placeholder in the place of each. What stands in files and in git is looked for elsewhere.
 */
package dev.keepmum.scan.redact;
