package dev.keepmum.code;

import java.util.List;

/**
 * A part of a jq or yq filter.
 *
 * @param kind what it is
 * @param text a field's, function's or variable's name, a constant, an operator
 * @param children its parts, in the order of the text
 */
record JqNode(Kind kind, String text, List<JqNode> children) {

  enum Kind {
    /** {@code .} */
    IDENTITY,
    /** {@code ..} */
    RECURSE,
    /** {@code .name}, also with a constant in brackets. */
    FIELD,
    /** {@code [index]} with an index that is computed, as its child; or a slice. */
    INDEX,
    /** {@code []} */
    ITERATE,
    /** A text. */
    CONSTANT,
    NUMBER,
    /** A string with interpolations: its parts. */
    STRING,
    /** An array of what its child gives; without one an empty array. */
    ARRAY,
    /** An object: its keys and values. */
    OBJECT,
    /** A function with its arguments. */
    CALL,
    VARIABLE,
    /** The parts one after the other; a path is one too. */
    PIPE,
    /** {@code ,} and {@code //}: one or the other. */
    EITHER,
    /** {@code +}: strings and objects joined. */
    SUM,
    /** Other arithmetic; the text has the operators of a product. */
    ARITHMETIC,
    /** A comparison or a truth value; the text has the operators, {@code &} for the words. */
    TEST,
    /** An assignment: the path and what it gets; the text is the operator. */
    ASSIGN,
    /** {@code source as $text | body}. */
    BIND,
    /** {@code reduce} and {@code foreach}: source and the filters in parentheses. */
    FOLD,
    /** Conditions and branches by turns; a last one without a condition is the else branch. */
    IF,
    /** {@code def text: body; rest}; the parameters are VARIABLE nodes between the two. */
    DEFINE
  }

  static JqNode leaf(Kind kind, String text) {
    return new JqNode(kind, text, List.of());
  }
}
