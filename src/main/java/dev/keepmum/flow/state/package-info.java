/** What a shell knows at one moment: variables, functions, folder, descriptors. */
package dev.keepmum.flow.state;
