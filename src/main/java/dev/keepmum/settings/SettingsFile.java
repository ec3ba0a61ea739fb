package dev.keepmum.settings;

/**
 * A file of settings as it was found.
 *
 * @param path how it is named to people
 * @param kind what it is
 * @param scope whose it is
 * @param text all of it; bytes that are no UTF-8 replaced, as the client does
 */
public record SettingsFile(String path, SettingsKind kind, Scope scope, String text) {}
