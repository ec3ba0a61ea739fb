package dev.keepmum.rule;

/** How bad it is when what a rule protects is seen. */
public enum Severity {
  CRITICAL,
  HIGH,
  MEDIUM,
  LOW
}
