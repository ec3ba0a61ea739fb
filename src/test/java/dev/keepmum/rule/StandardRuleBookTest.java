package dev.keepmum.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepmum.effect.Language;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the build's tables give back is what stands in the rule files. */
class StandardRuleBookTest {
  private static final Set<RuleCatalog.Kind> WITHOUT_FINDINGS =
      Set.of(RuleCatalog.Kind.COMMAND, RuleCatalog.Kind.HOST, RuleCatalog.Kind.ADDRESS);

  private final RuleBook book = RuleBooks.standard();
  private final RuleCatalog catalog = RuleCatalog.load();

  @Test
  void everyCommandIsFoundByAllItsNames() {
    for (RuleCatalog.Entry entry : catalog.entries()) {
      for (String name : entry.strings("names")) {
        assertThat(book.command(name).map(CommandRule::id)).as(name).contains(entry.id());
      }
    }
    assertThat(book.command("no-such-program")).isEmpty();
  }

  @Test
  void everyFormRuleIsFoundByAllItsPrograms() {
    for (RuleCatalog.Entry entry : catalog.entries()) {
      for (String program : entry.strings("programs")) {
        assertThat(book.forms(program)).extracting(form -> form.rule().id()).contains(entry.id());
      }
    }
    assertThat(book.forms("no-such-program")).isEmpty();
  }

  @Test
  void everyRuleIsFoundByItsId() {
    for (RuleCatalog.Entry entry : catalog.entries()) {
      if (!WITHOUT_FINDINGS.contains(entry.kind())) {
        assertThat(book.rule(entry.id()).about()).isEqualTo(entry.about());
      }
    }
    assertThatThrownBy(() -> book.rule("layer9/none")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aCommandRuleHasWhatItsFileSays() {
    CommandRule grep = book.command("grep").orElseThrow();
    assertThat(grep.options())
        .containsEntry("-e", Role.PATTERN)
        .containsEntry("-f", Role.PATTERN_FILE);
    assertThat(grep.flags()).containsEntry("--quiet", Role.HARMLESS);
    assertThat(grep.operands().get(grep.repeated())).isEqualTo(Role.READ);
    assertThat(grep.behaviour()).isEqualTo("search");
    assertThat(book.command("python3").orElseThrow().language()).contains(Language.PYTHON);
    assertThat(book.command("git").orElseThrow().hasSubcommands()).isTrue();
  }

  @Test
  void aFormRuleHasWhatItsFileSays() {
    FormRule vault = book.forms("op").get(0);
    assertThat(vault.rule().layer()).isEqualTo(Layer.VAULT);
    assertThat(FormMatcher.matches(vault, List.of("read", "op://v/i/f"))).isTrue();
    assertThat(FormMatcher.matches(vault, List.of("whoami"))).isFalse();
  }
}
