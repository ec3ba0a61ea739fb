/**
 * Proves that the guard stands: which settings hold it, what could switch it off, and what the
 * registered program answers when it is started as the client starts it. Changes nothing; what a
 * file must look like is for {@link dev.keepmum.settings} to say.
 */
package dev.keepmum.doctor;
