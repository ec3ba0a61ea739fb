package dev.keepmum.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.keepmum.effect.Language;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What commands.json says is written in words that the reader of the rule book knows. */
class CommandRulesDataTest {
  private static final Set<String> KEYS =
      Set.of(
          "id",
          "names",
          "about",
          "syntax",
          "options",
          "flags",
          "optionalValues",
          "operands",
          "input",
          "output",
          "behaviour",
          "language",
          "subcommands",
          "project",
          "catches",
          "asks",
          "spares");

  private static final Set<String> BEHAVIOURS =
      Set.of(
          """
          agent alias archive arithmetic assign
          base-name base32 base64
          change-directory columns compare compile container copy copy-contents
          debugger decrypted-file directory-name
          echo editor environment evaluate execute
          file-transfer find find-names format
          access-list ansible-module git-add git-commit git-config git-diff git-grep git-list git-log git-show git-work-tree
          hex
          line-filter link
          make mount move
          names new-file
          object-ids object-listing operands
          packed-text pages patch permissions pieces print-variables piped-operands process-ids process-list
          query
          read-array read-variable relay remember-path remote-shell request-items reverse
          same-shell scan search search-tree separated-program sequence serve set-options shell-options
          shift source stream-edit substitute-variables
          take-option timetable touch transfer translate trap typed-keys
          unalias unset
          working-directory
          xargs
          zargs fish-set pipe-file
          """
              .split("\\s+"));

  /** Roles of flags that say something about the whole program, not about a word of its line. */
  private static final Set<String> FLAG_ROLES =
      Set.of(
          "value",
          "harmless",
          "shows",
          "unchecked",
          "recursive",
          "follow",
          "hidden",
          "ignored",
          "check",
          "in-place",
          "each-line",
          "to-stdout",
          "empty-environment",
          "from-stdin",
          "prompt",
          "invert",
          "only-matching",
          "fixed",
          "ignore-case",
          "context",
          "verbose",
          "detached",
          "remove",
          "file-list",
          "quote",
          "nothing");

  private static final Pattern NAME = Pattern.compile("[^ /\\\\A-Z][^ ]*( [^ ]+)*|R|Rscript|Mail");
  private static final Pattern ID = Pattern.compile("commands/[a-z0-9.+_-]+");
  private static final Pattern DASHED =
      Pattern.compile("-|\\+|-[^-]|-[A-Za-z][A-Za-z0-9_-]*|\\+[A-Za-z]|--[a-z0-9][A-Za-z0-9-]*");
  private static final Pattern WORD =
      Pattern.compile("--?[A-Za-z0-9][A-Za-z0-9_-]*|//?[A-Za-z]+:?|-#|\\+");
  private static final Pattern KEY = Pattern.compile("[a-z]+=");

  static List<JsonNode> rules() throws IOException {
    try (InputStream in =
        CommandRulesDataTest.class.getResourceAsStream("/dev/keepmum/rules/commands.json")) {
      List<JsonNode> rules = new ArrayList<>();
      new ObjectMapper().readTree(in).get("rules").forEach(rules::add);
      return rules;
    }
  }

  static Stream<Named<JsonNode>> namedRules() throws IOException {
    return rules().stream().map(rule -> Named.of(rule.get("id").asText(), rule));
  }

  @Test
  void coversThePrograms() throws IOException {
    assertThat(rules()).hasSizeGreaterThan(300);
  }

  @Test
  void noNameAndNoIdStandsTwice() throws IOException {
    Map<String, String> ruleOfName = new HashMap<>();
    Set<String> ids = new HashSet<>();
    for (JsonNode rule : rules()) {
      String id = rule.get("id").asText();
      assertThat(ids.add(id)).as("id " + id).isTrue();
      for (JsonNode name : rule.get("names")) {
        assertThat(ruleOfName.put(name.asText(), id)).as(name + " of " + id).isNull();
      }
    }
  }

  @Test
  void theProgramOfEverySubcommandSaysThatItHasSome() throws IOException {
    Map<String, Boolean> hasSubcommands = new HashMap<>();
    for (JsonNode rule : rules()) {
      for (JsonNode name : rule.get("names")) {
        hasSubcommands.put(name.asText(), rule.path("subcommands").asBoolean());
      }
    }
    for (String name : hasSubcommands.keySet()) {
      int blank = name.indexOf(' ');
      if (blank > 0) {
        assertThat(hasSubcommands.get(name.substring(0, blank))).as(name).isEqualTo(true);
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("namedRules")
  void aRuleIsWrittenInKnownWords(JsonNode rule) {
    assertThat(KEYS).containsAll(names(rule));
    assertThat(rule.get("id").asText()).matches(ID);
    assertThat(rule.get("about").asText()).isNotBlank();
    assertThat(texts(rule.get("names"))).isNotEmpty().allMatch(NAME.asMatchPredicate());
    assertThat(syntax(rule)).isIn(words(CommandRule.Syntax.values()));
    assertThat(rule.path("input").asText("never")).isIn(words(CommandRule.Input.values()));
    assertThat(rule.path("output").asText("harmless")).isIn(words(CommandRule.Output.values()));
    assertThat(BEHAVIOURS).containsAll(present(rule, "behaviour"));
    assertThat(languages()).containsAll(present(rule, "language"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("namedRules")
  void optionsAndOperandsHaveKnownRoles(JsonNode rule) {
    assertThat(words(Role.values())).containsAll(texts(rule.path("options")));
    assertThat(FLAG_ROLES).containsAll(texts(rule.path("flags")));
    long repeated =
        texts(rule.path("operands")).stream()
            .peek(operand -> assertThat(operand.replace("*", "")).isIn(words(Role.values())))
            .filter(operand -> operand.endsWith("*"))
            .count();
    assertThat(repeated).as("operands that repeat").isLessThanOrEqualTo(1);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("namedRules")
  void optionsAreSpelledAsTheSyntaxHasThem(JsonNode rule) {
    Pattern form = "keys".equals(syntax(rule)) ? KEY : "words".equals(syntax(rule)) ? WORD : DASHED;
    List<String> spellings = new ArrayList<>(spellings(rule.path("options")));
    assertThat(spellings).containsAll(texts(rule.path("optionalValues")));
    spellings.addAll(spellings(rule.path("flags")));
    assertThat(spellings).allMatch(form.asMatchPredicate()).doesNotHaveDuplicates();
    assertThat("none".equals(syntax(rule)) && !spellings.isEmpty()).isFalse();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("namedRules")
  void whatRunsCodeSaysInWhichLanguage(JsonNode rule) {
    List<String> roles = new ArrayList<>(texts(rule.path("options")));
    texts(rule.path("operands")).forEach(operand -> roles.add(operand.replace("*", "")));
    roles.add(rule.path("input").asText());
    if (roles.contains("code")
        || roles.contains("code-line")
        || roles.contains("script")
        || roles.contains("encoded-code")) {
      assertThat(present(rule, "language")).isNotEmpty();
    }
  }

  private static String syntax(JsonNode rule) {
    return rule.path("syntax").asText("gnu");
  }

  private static List<String> present(JsonNode rule, String key) {
    return rule.has(key) ? List.of(rule.get(key).asText()) : List.of();
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    for (Iterator<String> each = node.fieldNames(); each.hasNext(); ) {
      names.add(each.next());
    }
    return names;
  }

  private static List<String> spellings(JsonNode node) {
    List<String> spellings = new ArrayList<>();
    names(node).forEach(key -> spellings.addAll(List.of(key.split(" "))));
    return spellings;
  }

  private static List<String> texts(JsonNode node) {
    List<String> texts = new ArrayList<>();
    node.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  private static List<String> languages() {
    return Stream.of(Language.values()).map(each -> each.name().toLowerCase(Locale.ROOT)).toList();
  }

  private static List<String> words(Role[] roles) {
    return Stream.of(roles).map(Role::word).toList();
  }

  private static List<String> words(CommandRule.Syntax[] values) {
    return Stream.of(values).map(CommandRule.Syntax::word).toList();
  }

  private static List<String> words(CommandRule.Input[] values) {
    return Stream.of(values).map(CommandRule.Input::word).toList();
  }

  private static List<String> words(CommandRule.Output[] values) {
    return Stream.of(values).map(CommandRule.Output::word).toList();
  }
}
