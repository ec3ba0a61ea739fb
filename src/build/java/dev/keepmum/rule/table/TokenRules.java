package dev.keepmum.rule.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Tokens by their shape, and the keywords that say where one may stand. */
final class TokenRules implements RuleKind {
  private final Set<String> checksums;
  private final Set<String> windows;
  private final CommonFields common;
  private final List<String> tokens = new ArrayList<>();
  private final Map<String, String> keywords = new TreeMap<>();

  TokenRules(SourceWords words, CommonFields common) {
    checksums = words.ofSwitches("Checksums");
    windows = words.ofSwitches("TokenWindow");
    this.common = common;
  }

  @Override
  public List<String> marks() {
    return List.of("pattern");
  }

  @Override
  public void read(RuleEntry rule) {
    rule.allow(
        "keywords",
        "pattern",
        "minLength",
        "maxLength",
        "alphabet",
        "entropy",
        "checksum",
        "fakes",
        "window",
        "mixed",
        "secretName",
        "nameHolds",
        "rotation");
    compile(rule, rule.text("pattern"), "the pattern is none");
    compile(rule, "[ " + rule.text("alphabet") + "]", "the alphabet is none, a - goes last");
    keywords(rule);
    tokens.add(
        new FieldText(rule)
            .add(common.add(rule))
            .add(rule.text("pattern"))
            .add(rule.number("minLength", 1))
            .add(rule.number("maxLength", Integer.MAX_VALUE))
            .add(rule.text("alphabet"))
            .add(rule.text("entropy", "0"))
            .add(rule.word("checksum", checksums, ""))
            .add(rule.word("window", windows, "word"))
            .addIfSaid("mixed")
            .addIfSaid("secretName")
            .add(rule.list("nameHolds"))
            .add(rule.list("fakes"))
            .toString());
  }

  private void keywords(RuleEntry rule) {
    if (rule.list("keywords").isEmpty()) {
      rule.mistake("no keywords");
    }
    int shortest = rule.text("window", "word").endsWith("word") ? 2 : 3;
    for (String keyword : rule.list("keywords")) {
      if (keyword.length() < shortest) {
        rule.mistake("a keyword needs " + shortest + " characters: " + keyword);
      }
      keywords.merge(
          keyword.toLowerCase(Locale.ROOT), TableClass.index(tokens.size()), String::concat);
    }
  }

  private static void compile(RuleEntry rule, String pattern, String mistake) {
    try {
      Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      rule.mistake(mistake + ": " + e.getMessage());
    }
  }

  @Override
  public void write(Path folder) throws IOException {
    new TableClass("TokenTable", "Shapes of tokens.").texts("text", tokens).write(folder);
    KeywordTrie trie = new KeywordTrie(keywords);
    new TableClass("TokenTrie", "The keywords of the shapes of tokens.")
        .number("shapes", tokens.size())
        .number("keywords", keywords.size())
        .text("characters", trie.characters())
        .text("firstChildren", trie.firstChildren())
        .text("fallbacks", trie.fallbacks())
        .text("found", trie.found())
        .text("foundFrom", trie.foundFrom())
        .write(folder);
  }
}
