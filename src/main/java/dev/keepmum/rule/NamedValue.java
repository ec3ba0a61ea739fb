package dev.keepmum.rule;

/**
 * A value that a text gives to a name: {@code NAME=value}, {@code "name": "value"}, {@code
 * <name>value</name>}.
 *
 * @param value without its quotes
 * @param isNamedSecret whether the name says that it is a secret
 */
public record NamedValue(String name, String value, boolean isNamedSecret) {}
