/**
 * What git tracks and what it leaves out of commits, by a repository's own files, which are read
 * through the host. It knows no secrets and starts no git; asking git itself is for {@code scan}.
 */
package dev.keepmum.git;
