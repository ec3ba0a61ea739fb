/**
 * Looks for secrets in what is already there: files and folders, what git would commit or has
 * committed, a stream. It finds and names places, and never keeps, shows or writes a value; how
 * findings are printed is for {@code cli}.
 */
package dev.keepmum.scan;
