/**
 * Claude Code's settings files as they are written, and the checks on them: which guard stands in
 * them, what takes it away, what a repository must not do. It writes nothing.
 */
package dev.keepmum.settings;
