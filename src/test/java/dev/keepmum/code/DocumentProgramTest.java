package dev.keepmum.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepmum.effect.Language;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs leave in a document; the results are those of CPython 3.12 and Node.js 22. */
class DocumentProgramTest {

  private static final String DOCUMENT =
      "{\"m\":\"a\",\"p\":{\"allow\":[\"x\",\"y\"]},\"no\":null}";

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "d['m'] = 'b' => {\"m\":\"b\",\"p\":{\"allow\":[\"x\",\"y\"]},\"no\":null}",
        "del d['m'], d['no'] => {\"p\":{\"allow\":[\"x\",\"y\"]}}",
        "d = {'k': [1, True, None]} => {\"k\":[1,true,null]}",
        "d = {**d['p'], 'deny': []} => {\"allow\":[\"x\",\"y\"],\"deny\":[]}",
        "a = d['p']['allow']; a.append('z'); d = a => [\"x\",\"y\",\"z\"]",
        "d = d['p'].setdefault('ask', []) + ['q'] => [\"q\"]",
        "d = [d.pop('m'), d.get('m', 'gone')] => [\"a\",\"gone\"]",
        "d = ['x' in d['p']['allow'], 'z' not in d, d['no'] is None] => [true,true,true]",
        "d = [d['no'] or 'o', d['m'] and 'n', not d['m']] => [\"o\",\"n\",false]",
        "d = [k for k in d] => [\"m\",\"p\",\"no\"]",
        "d = sorted(set(['b', 'a', 'b'])) => [\"a\",\"b\"]",
        "d = f\"{d['m']}-{len(d['p'])}\" => \"a-1\"",
        "d = 'one' if d['no'] else 'two' => \"two\"",
        "d = (lambda v: [v])(d['m']) => [\"a\"]",
      })
  void pythonIsWorkedOut(String statements, String result) {
    assertThat(afterPython(statements.replace("; ", "\n"))).isEqualTo(result);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "try:\n    d.pop('m')\nexcept KeyError:\n    pass",
        "while 'm' in d:\n    d.pop('m')",
        "for k in ['m']:\n    break",
        "d = {k: v for k, v in d.items()}",
        "d = [k for k in d if k != 'm']",
        "if d['no']:\n    d = 1\nelif d['m']:\n    d = 2\nelif d['p']:\n    d = 3",
        "d = 'a' < 'b' < 'c'",
        "d = not 'm' in d",
        "d = 'm' in d and 'p' in d or 'q' in d",
        "d['p'].clear()",
        "d['missing']",
        "d['p']['allow'][5] = 'z'",
        "d = d['m'] == ['a']",
        "d = 1 == True",
        "d = d['m'][0:1]",
        "import sys\nd = sys.argv[1]",
        "d = input()",
        "import os\nd = os.environ['A']",
        "global d\nd = 1",
        "x = [p for p in [1]]\np = 's.json'\nd = [p for p in [2]]",
        "class C:\n    pass\nd = C()",
        "d = eval('1')",
        "raise SystemExit(1)",
      })
  void pythonThatDoesMoreIsNot(String statements) {
    assertThat(afterPython(statements)).isEqualTo("-");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "d.m = 'b'; => {\"m\":\"b\",\"p\":{\"allow\":[\"x\",\"y\"]},\"no\":null}",
        "delete d.m; delete d['no']; => {\"p\":{\"allow\":[\"x\",\"y\"]}}",
        "d.r = {...d.p, deny: []}; => {\"r\":{\"allow\":[\"x\",\"y\"],\"deny\":[]}}",
        "const a = d.p.allow; a.push('z'); d.r = a; => {\"r\":[\"x\",\"y\",\"z\"]}",
        "d.p.ask ??= []; d.p.ask.push('q'); d.r = d.p.ask; => {\"r\":[\"q\"]}",
        "d.r = [...new Set([...d.p.allow, 'x'])]; => {\"r\":[\"x\",\"y\"]}",
        "d.r = d.p.allow.filter(v=>v !== 'x'); => {\"r\":[\"y\"]}",
        "d.r = [d.p?.none?.deep ?? 'u', !d.m, 'm' in d]; => {\"r\":[\"u\",false,true]}",
        "if (!d.p.allow.includes('x')) { d.r = 1; } else { d.r = 2; } => {\"r\":2}",
        "d.r = d.no === null ? `n${d.m}` : 0; => {\"r\":\"na\"}",
        "const {m} = d; d.r = [m]; => {\"r\":[\"a\"]}",
      })
  void javaScriptIsWorkedOut(String statements, String result) {
    assertThat(afterJavaScript(statements)).isEqualTo(result);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "try { delete d.m; } catch (e) {}",
        "while (d.m) { delete d.m; }",
        "for (let i = 0; i < 2; i++) { d.r = i; }",
        "const {m, ...rest} = d; d.r = rest;",
        "d.r = d.p.allow.map(v => {\"r\":v).reverse();}",
        "d.r = '' || 'x';",
        "d.r = {f() { return 1; }};",
        "d.r = d.missing;",
        "let q = 1; { let q = 2; d.r = q; }",
        "d.r = d.m.replace(/a/, 'b');",
        "d.p.allow.length = 0;",
        "d.r = process.env.A;",
        "d.r = JSON.parse(JSON.stringify(d, (k, v) => {\"r\":v));}",
        "switch (d.m) { case 'a': d.r = 1; }",
        "d.r = typeof d;",
        "d.r = 1 == '1';",
      })
  void javaScriptThatDoesMoreIsNot(String statements) {
    assertThat(afterJavaScript(statements)).isEqualTo("-");
  }

  private static String afterPython(String statements) {
    return after(
        Language.PYTHON,
        "import json\nd = json.load(open('s.json'))\n"
            + statements
            + "\nwith open('s.json', 'w') as f:\n    json.dump(d, f, indent=2)\n");
  }

  private static String afterJavaScript(String statements) {
    return after(
        Language.JAVASCRIPT,
        "const fs = require('fs'); const d = JSON.parse(fs.readFileSync('s.json', 'utf8')); "
            + statements
            + (statements.contains("d.r")
                ? " fs.writeFileSync('s.json', JSON.stringify({r: d.r}));"
                : " fs.writeFileSync('s.json', JSON.stringify(d));"));
  }

  private static String after(Language language, String program) {
    return Optional.ofNullable(
            DocumentProgram.written(language, program, new OneDocument()).get("/w/s.json"))
        .orElse("-");
  }

  private static final class OneDocument implements Documents {
    private final Map<String, String> files = Map.of("/w/s.json", DOCUMENT);

    @Override
    public String home() {
      return "/home/dev";
    }

    @Override
    public String place(String path) {
      return path.startsWith("/") ? path : "/w/" + path;
    }

    @Override
    public boolean exists(String place) {
      return files.containsKey(place);
    }

    @Override
    public Optional<String> text(String place) {
      return Optional.ofNullable(files.get(place));
    }
  }
}
