/** What running a syntax tree does: state, branches, loops, redirections. */
package dev.keepmum.flow.run;
