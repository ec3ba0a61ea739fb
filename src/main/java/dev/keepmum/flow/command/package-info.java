/** What programs do with their arguments, their input and their output. */
package dev.keepmum.flow.command;
