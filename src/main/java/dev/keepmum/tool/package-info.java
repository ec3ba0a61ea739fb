/**
 * What a tool call does: which input of which tool is a command, a path, a URL or a text, told as
 * effects. Nothing here decides or reads the machine.
 */
package dev.keepmum.tool;
