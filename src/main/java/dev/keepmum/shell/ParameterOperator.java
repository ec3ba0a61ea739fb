package dev.keepmum.shell;

/** What a parameter expansion does with its value (bash reference manual, 3.5.3). */
public enum ParameterOperator {
  /** {@code ${x}} */
  NONE,
  /** {@code ${#x}} */
  LENGTH,
  /** {@code ${x:-w}} */
  DEFAULT_IF_EMPTY,
  /** {@code ${x-w}} */
  DEFAULT_IF_UNSET,
  /** {@code ${x:=w}} */
  ASSIGN_IF_EMPTY,
  /** {@code ${x=w}} */
  ASSIGN_IF_UNSET,
  /** {@code ${x:?w}} */
  ERROR_IF_EMPTY,
  /** {@code ${x?w}} */
  ERROR_IF_UNSET,
  /** {@code ${x:+w}} */
  ALTERNATIVE_IF_NOT_EMPTY,
  /** {@code ${x+w}} */
  ALTERNATIVE_IF_SET,
  /** {@code ${x:offset:length}} */
  SUBSTRING,
  /** {@code ${x#w}} */
  REMOVE_SHORTEST_PREFIX,
  /** {@code ${x##w}} */
  REMOVE_LONGEST_PREFIX,
  /** {@code ${x%w}} */
  REMOVE_SHORTEST_SUFFIX,
  /** {@code ${x%%w}} */
  REMOVE_LONGEST_SUFFIX,
  /** {@code ${x/p/r}} */
  REPLACE_FIRST,
  /** {@code ${x//p/r}} */
  REPLACE_ALL,
  /** {@code ${x/#p/r}} */
  REPLACE_PREFIX,
  /** {@code ${x/%p/r}} */
  REPLACE_SUFFIX,
  /** {@code ${x^p}} */
  UPPER_FIRST,
  /** {@code ${x^^p}} */
  UPPER_ALL,
  /** {@code ${x,p}} */
  LOWER_FIRST,
  /** {@code ${x,,p}} */
  LOWER_ALL,
  /** {@code ${x~p}} and {@code ${x~~p}} */
  TOGGLE_CASE,
  /** {@code ${x@Q}} and the other letters */
  TRANSFORM,
  /** {@code ${!prefix*}} and {@code ${!prefix@}}: names of variables */
  NAMES_WITH_PREFIX,
  /** {@code ${!array[@]}}: indices of an array */
  INDICES
}
