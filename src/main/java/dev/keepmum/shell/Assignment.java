package dev.keepmum.shell;

import java.util.List;
import java.util.Optional;

/**
 * {@code name=value}, {@code name+=value}, {@code name[i]=value} or {@code name=( … )}.
 *
 * @param name the variable
 * @param subscript what stands in {@code [ ]}
 * @param append true for {@code +=}
 * @param value the word assigned; empty word for an array
 * @param elements the elements of {@code ( … )}, in order; empty unless it is one
 * @param array true for {@code ( … )}
 */
public record Assignment(
    String name,
    Optional<Word> subscript,
    boolean append,
    Word value,
    List<Element> elements,
    boolean array) {

  /**
   * An element of an array: {@code word}, {@code [subscript]=word} or {@code [subscript]+=word}.
   */
  public record Element(Optional<Word> subscript, boolean append, Word value) {}
}
