/**
 * What a shell knows at one moment: variables, functions, folder, descriptors, options. It is
 * copied for a branch and joined behind it; what a word becomes and what running does is told
 * beside.
 */
package dev.keepmum.flow.state;
