package dev.keepmum.rule;

import java.util.List;

/**
 * What a rule of a user says of a kind of token; the words are those of {@code tokens.json}.
 *
 * @param keywords literals, in any case, of which one stands in every such token or just before it
 * @param window how much around a keyword is looked at, see {@link TokenWindow}
 * @param pattern its first group is the value, or else all of it
 * @param alphabet the characters that a value is made of
 * @param minLength characters of a value
 * @param maxLength the same
 * @param entropy bits per character that it has at least
 * @param isMixed whether it goes between letters and digits, or small and capital letters, as words
 *     of a person do not
 * @param needsSecretName whether the name that is given the value must be a secret's
 * @param nameHolds of which that name holds one, in small letters; any name will do without them
 * @param fakes examples that are none
 */
public record TokenDefinition(
    List<String> keywords,
    String window,
    OwnPattern pattern,
    String alphabet,
    int minLength,
    int maxLength,
    double entropy,
    boolean isMixed,
    boolean needsSecretName,
    List<String> nameHolds,
    List<String> fakes) {}
