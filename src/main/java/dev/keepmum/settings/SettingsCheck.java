package dev.keepmum.settings;

/** Looks for one kind of mistake or attack in a settings file that can be read. */
interface SettingsCheck {
  void inspect(SettingsDocument settings, Report report);
}
