package dev.keepmum.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoTemplateTest {
  private static final String LIST = "items.[].data";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{.}}",
        "{{.data}}",
        "{{.data.password | base64decode}}",
        "{{json .}}",
        "{{- /* all */ -}}{{ .data }}",
        "{{index .data \"tls.crt\"}}",
        "{{index . \"data\"}}",
        "{{(index .data \"tls.crt\") | base64decode}}",
        "{{$name := \"data\"}}{{index . $name}}",
        "{{$d := .data}}{{$d.password}}",
        "{{$.data}}",
        "{{range $k, $v := .data}}{{$k}}={{$v}}{{end}}",
        "{{range $k, $v := .data}}{{.}}{{end}}",
        "{{range .data}}{{.}}{{end}}",
        "{{range .}}{{.password}}{{end}}",
        "{{with .data}}{{.password}}{{end}}",
        "{{with .none}}{{.}}{{else}}{{.data}}{{end}}",
        "{{with .none}}{{.}}{{else with .data}}{{.}}{{end}}",
        "{{if .none}}{{else if .none}}{{.data}}{{end}}",
        "{{$x := \"\"}}{{range .data}}{{$x}}{{$x = .}}{{end}}",
        "{{printf \"%s\" .data}}",
        "{{or .none .data}}",
        "{{range .data}}{{index (split . \"=\") 1}}{{end}}",
        "{{range .data}}{{split . \"=\"}}{{end}}",
        "{{range .data}}{{index (split . \":\") 0}}{{end}}",
        "{{define \"all\"}}{{.data}}{{end}}{{template \"all\" .}}",
        "{{.data",
        "{{if .none}}{{.metadata}}",
        "{{.metadata.name}}{{end}}",
        "{{.metadata ? .name}}",
      })
  void aTemplateMayShowAMemberThatItPrintsOrThatItIsNotReadFor(String template) {
    assertThat(GoTemplate.mayShow(template, "data")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no action at all",
        "{{.metadata.name}}",
        "{{ .type }}",
        "{{- /* {{.data}} */ -}}{{.type}}",
        "{{\"{{.data}}\"}}",
        "{{len .data}}",
        "{{.data | len}}",
        "{{if .data.password}}yes{{else}}no{{end}}",
        "{{range $k, $v := .data}}{{$k}}{{\"\\n\"}}{{end}}",
        "{{range $k, $v := .data}}{{printf \"%s: %d\" $k (len $v)}}{{end}}",
        "{{range .data}}{{index (split . \"=\") 0}}{{end}}",
        "{{range .items}}{{.metadata.name}}{{end}}",
        "{{range $p, $c := .Ports}}{{(index $c 0).HostPort}}{{end}}",
        "{{index .metadata.labels \"app.kubernetes.io/name\"}}",
        "{{with .metadata}}{{.name}}{{end}}{{println}}",
      })
  void aTemplateDoesNotShowAMemberOfWhichItTellsNamesOrLengths(String template) {
    assertThat(GoTemplate.mayShow(template, "data")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{.items}}",
        "{{range .items}}{{.data}}{{end}}",
        "{{(index .items 0).data}}",
        "{{range .items}}{{range .data}}{{.}}{{end}}{{end}}",
        "{{range .items}}{{$i := .}}{{with $i}}{{.data}}{{end}}{{end}}",
      })
  void elementsOfAListAreFollowed(String template) {
    assertThat(GoTemplate.mayShow(template, LIST)).isTrue();
    assertThat(GoTemplate.mayShow(template.replace("data", "type"), LIST))
        .isEqualTo(template.equals("{{.items}}"));
  }
}
