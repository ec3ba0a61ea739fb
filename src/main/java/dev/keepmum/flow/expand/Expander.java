package dev.keepmum.flow.expand;

import dev.keepmum.flow.Content;
import dev.keepmum.flow.FlowContext;
import dev.keepmum.flow.SecretUrl;
import dev.keepmum.flow.state.ShellState;
import dev.keepmum.flow.state.Variable;
import dev.keepmum.flow.state.Variables;
import dev.keepmum.shell.ParameterOperator;
import dev.keepmum.shell.Word;
import dev.keepmum.shell.WordPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes values of words, in one state of the shell. */
public final class Expander implements WordPart.Visitor<Content> {

  /** More pieces than this are not split apart: the rest stays one field. */
  private static final int MAX_FIELDS = 2_000;

  /** A variable nobody set here: empty, unless the shell that runs it knows more. */
  private static final Content UNSET =
      Content.EMPTY.or(Content.text(String.valueOf(Content.UNKNOWN_PART))).opened();

  private final FlowContext context;
  private final ShellState state;
  private final Substitutions substitutions;
  private final Variables variables;
  private final Globs globs;

  /** Expands words in a shell's state, and has scripts within them run by another. */
  public Expander(FlowContext context, ShellState state, Substitutions substitutions) {
    this.context = context;
    this.state = state;
    this.substitutions = substitutions;
    this.variables = new Variables(context);
    this.globs = new Globs(context);
  }

  /** The arguments that words become: split, with braces and globs expanded. */
  public List<Content> fields(List<Word> words) {
    List<Content> fields = new ArrayList<>();
    for (Word word : words) {
      for (List<WordPart> parts : Braces.expand(word.parts())) {
        addFields(parts, fields);
      }
    }
    return fields;
  }

  /** The one value a word becomes where it is not split: assignments, redirections, here-texts. */
  public Content value(Word word) {
    return valueOf(word.parts());
  }

  /** The file a redirection names: expanded like an argument where that makes one. */
  public Content target(Word word) {
    List<Content> fields = fields(List.of(word));
    if (fields.isEmpty()) {
      return value(word);
    }
    Content target = fields.get(0);
    for (Content other : fields.subList(1, fields.size())) {
      target = target.or(other); // bash takes none of several, zsh all of them.
    }
    return target;
  }

  /** The pattern a word is in {@code case}, {@code [[ ]]} and {@code ${x#…}}. */
  public Content pattern(Word word) {
    Content pattern = Content.EMPTY;
    for (WordPart part : word.parts()) {
      boolean quoted =
          part instanceof WordPart.DoubleQuoted
              || part instanceof WordPart.Literal literal && literal.quoted();
      Content value = part.accept(this);
      pattern = pattern.then(quoted ? FieldBuilder.escaped(value) : value);
    }
    return pattern;
  }

  private Content valueOf(List<WordPart> written) {
    List<WordPart> parts = BareSubscripts.read(written, state);
    Content value = Content.EMPTY;
    boolean first = true;
    for (WordPart part : parts) {
      Content next = part.accept(this);
      if (first && part instanceof WordPart.Literal literal && !literal.quoted()) {
        next = tilde(literal.text(), parts.size() == 1);
      }
      value = value.then(next);
      first = false;
    }
    return value;
  }

  private void addFields(List<WordPart> written, List<Content> fields) {
    List<WordPart> parts = BareSubscripts.read(written, state);
    List<FieldBuilder> builders = new ArrayList<>();
    builders.add(new FieldBuilder());
    boolean first = true;
    for (WordPart part : parts) {
      add(part, first, parts.size() == 1, builders);
      first = false;
    }
    for (FieldBuilder builder : builders) {
      finish(builder, fields);
    }
  }

  private void add(WordPart part, boolean first, boolean alone, List<FieldBuilder> builders) {
    FieldBuilder last = builders.get(builders.size() - 1);
    if (part instanceof WordPart.Literal literal) {
      if (literal.quoted()) {
        last.quoted(text(literal.text()));
      } else {
        last.unquoted(first ? tilde(literal.text(), alone) : text(literal.text()));
      }
    } else if (part instanceof WordPart.DoubleQuoted quoted) {
      addQuoted(quoted, builders);
    } else if (part instanceof WordPart.Parameter parameter && isList(parameter)) {
      addSeparately(elements(parameter), false, builders);
    } else {
      addSplit(context.files().known(part.accept(this)), builders);
    }
  }

  private void addQuoted(WordPart.DoubleQuoted quoted, List<FieldBuilder> builders) {
    if (quoted.parts().isEmpty()) {
      builders.get(builders.size() - 1).quoted(Content.EMPTY);
    }
    for (WordPart part : BareSubscripts.read(quoted.parts(), state)) {
      if (part instanceof WordPart.Parameter parameter && isSeparateList(parameter)) {
        addSeparately(elements(parameter), true, builders);
      } else {
        builders.get(builders.size() - 1).quoted(context.files().known(part.accept(this)));
      }
    }
  }

  private static void addSeparately(
      List<Content> elements, boolean quoted, List<FieldBuilder> builders) {
    for (int i = 0; i < elements.size(); i++) {
      if (i > 0) {
        builders.add(new FieldBuilder());
      }
      FieldBuilder last = builders.get(builders.size() - 1);
      if (quoted) {
        last.quoted(elements.get(i));
      } else {
        last.unquoted(elements.get(i));
      }
    }
  }

  /** Splits what an unquoted expansion gave at the separators of IFS. */
  private void addSplit(Content content, List<FieldBuilder> builders) {
    String separators = separators();
    boolean split = false;
    for (String text : content.texts()) {
      split |= indexOfAny(text, separators, 0) >= 0;
    }
    if (!split) {
      builders.get(builders.size() - 1).unquoted(content);
      return;
    }
    Content rest = content.withTexts(List.of());
    boolean first = true;
    for (String text : content.texts()) {
      if (!first) {
        builders.add(new FieldBuilder());
      }
      first = false;
      addPieces(text, separators, rest, builders);
    }
  }

  private static void addPieces(
      String text, String separators, Content rest, List<FieldBuilder> builders) {
    int start = 0;
    while (start <= text.length()) {
      int end = indexOfAny(text, separators, start);
      if (end < 0 || builders.size() >= MAX_FIELDS) {
        end = text.length();
      }
      if (end > start) {
        Content piece = Content.text(text.substring(start, end)).withSecrets(rest.secrets());
        builders.get(builders.size() - 1).unquoted(rest.isOpen() ? piece.opened() : piece);
      }
      if (end < text.length() && builders.get(builders.size() - 1).isPresent()) {
        builders.add(new FieldBuilder());
      }
      start = end + 1;
    }
  }

  private String separators() {
    Variable own = state.variables().get("IFS");
    return own == null ? " \t\n" : own.value().textOr(" \t\n");
  }

  private static int indexOfAny(String text, String characters, int from) {
    for (int i = from; i < text.length(); i++) {
      if (characters.indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  private void finish(FieldBuilder builder, List<Content> fields) {
    if (!builder.isPresent()) {
      return;
    }
    if (!builder.isGlobbing()) {
      fields.add(builder.text());
      return;
    }
    boolean matched = false;
    for (String pattern : builder.pattern().texts()) {
      if (!GlobPattern.isPattern(pattern) || Content.isPartial(pattern)) {
        continue;
      }
      for (String path : globs.expand(state, pattern)) {
        fields.add(Content.text(path).withSecrets(builder.text().secrets()));
        matched = true;
      }
    }
    if (!matched || builder.text().texts().size() > 1) {
      fields.add(builder.text());
    }
  }

  private Content tilde(String text, boolean alone) {
    if (text.isEmpty()) {
      return Content.text(text);
    }
    if (text.charAt(0) == '=' && alone && text.length() > 1) {
      return Content.text(text).or(Content.text(text.substring(1)));
    }
    if (text.charAt(0) != '~') {
      return text(text);
    }
    int slash = text.indexOf('/');
    String user = slash < 0 ? text.substring(1) : text.substring(1, slash);
    String rest = slash < 0 ? "" : text.substring(slash);
    switch (user) {
      case "":
        return variables
            .value(state, "HOME")
            .orElse(Content.text(context.host().home()))
            .then(Content.text(rest));
      case "+":
        return state.directory().then(Content.text(rest));
      case "-":
        return variables.value(state, "OLDPWD").orElse(state.directory()).then(Content.text(rest));
      default:
        return Content.text(homeOf(user).concat(rest));
    }
  }

  private String homeOf(String user) {
    String home = context.host().home();
    return home.endsWith("/".concat(user)) ? home : "/home/".concat(user);
  }

  @Override
  public Content literal(WordPart.Literal part) {
    return text(part.text());
  }

  /** Text of the source; where a part of it was not known, it may hold what the source held. */
  private Content text(String text) {
    return Content.isPartial(text)
        ? Content.text(text).opened().withSecrets(state.sourceSecrets())
        : Content.text(text);
  }

  @Override
  public Content doubleQuoted(WordPart.DoubleQuoted part) {
    Content value = Content.EMPTY;
    for (WordPart inner : part.parts()) {
      value = value.then(inner.accept(this));
    }
    return value;
  }

  @Override
  public Content commandSubstitution(WordPart.CommandSubstitution part) {
    return substitutions.output(part.script());
  }

  @Override
  public Content arithmetic(WordPart.Arithmetic part) {
    return new ArithmeticValue(variables, state, substitutions)
        .of(valueOf(part.expression().parts()));
  }

  @Override
  public Content processSubstitution(WordPart.ProcessSubstitution part) {
    return part.input()
        ? substitutions.pipeFrom(part.script())
        : substitutions.pipeTo(part.script());
  }

  @Override
  public Content parameter(WordPart.Parameter part) {
    ParameterOperator operator = part.operator();
    switch (operator) {
      case LENGTH:
      case NAMES_WITH_PREFIX:
      case INDICES:
        return harmless(part);
      case ALTERNATIVE_IF_NOT_EMPTY:
      case ALTERNATIVE_IF_SET:
        return alternative(part);
      default:
        break;
    }
    Optional<Content> found = lookUp(part);
    switch (operator) {
      case NONE:
        return found.orElse(UNSET);
      case DEFAULT_IF_EMPTY:
      case DEFAULT_IF_UNSET:
        Content value = withDefault(found, argument(part, 0));
        boolean mayBeSet = operator == ParameterOperator.DEFAULT_IF_UNSET && found.isPresent();
        return mayBeSet ? value.or(found.get()) : value;
      case ASSIGN_IF_EMPTY:
      case ASSIGN_IF_UNSET:
        Content assigned = withDefault(found, argument(part, 0));
        state.variables().put(part.name(), Variable.of(assigned));
        return assigned;
      case ERROR_IF_EMPTY:
      case ERROR_IF_UNSET:
        substitutions.complain(argument(part, 0));
        return found.orElse(UNSET);
      case TOGGLE_CASE:
      case TRANSFORM:
        return transformed(part, found.orElse(UNSET));
      default:
        Content whole = context.files().known(found.orElse(UNSET));
        boolean named = cutsAtEquals(part);
        return cut(part, named ? whole.namesOnly().withTexts(whole.texts()) : whole);
    }
  }

  private Content cut(WordPart.Parameter part, Content value) {
    boolean two = part.arguments().size() > 1;
    Content pattern = patternArgument(part);
    Content second = two ? argument(part, 1) : Content.EMPTY;
    Optional<SecretUrl> url = SecretUrl.of(context, value);
    if (url.isPresent()) {
      Content known = Content.text(url.get().text());
      Content left = ParameterOperations.apply(part.operator(), known, pattern, second, two);
      Optional<Content> harmless = url.get().harmless(left);
      if (harmless.isPresent()) {
        return harmless.get();
      }
    }
    return ParameterOperations.apply(part.operator(), value, pattern, second, two);
  }

  /** {@code ${line%%=*}}: of an assignment only the name is left. */
  private boolean cutsAtEquals(WordPart.Parameter part) {
    return part.operator() == ParameterOperator.REMOVE_LONGEST_SUFFIX
        && patternArgument(part).textOr("").equals("=*");
  }

  /** {@code ${x:+y}}: the other value where there is one, nothing where there is none. */
  private Content alternative(WordPart.Parameter part) {
    Optional<Content> found = lookUp(part);
    Content value = found.orElse(UNSET);
    if (!value.isSingleText() || value.hasSecrets()) {
      return argument(part, 0).or(Content.EMPTY);
    }
    boolean empty = value.textOr("").isEmpty();
    boolean counts = !empty || part.operator() == ParameterOperator.ALTERNATIVE_IF_SET;
    return counts ? argument(part, 0) : Content.EMPTY;
  }

  private static Content withDefault(Optional<Content> found, Content otherwise) {
    if (found.isEmpty() || found.get().isEmptyText()) {
      return found.isEmpty() ? otherwise.opened() : otherwise;
    }
    Content value = found.get();
    boolean certain = value.isSingleText() && !value.textOr("").isEmpty();
    return certain ? value : value.or(otherwise);
  }

  private Content transformed(WordPart.Parameter part, Content value) {
    String letter = argument(part, 0).textOr("");
    if (letter.equals("P") && !value.texts().isEmpty()) {
      return substitutions.expandAgain(value).opened();
    }
    return letter.equals("A") || letter.equals("K") || letter.equals("k") ? value.derived() : value;
  }

  private Content harmless(WordPart.Parameter part) {
    if (part.operator() == ParameterOperator.NAMES_WITH_PREFIX) {
      List<String> names = new ArrayList<>();
      for (String name : variables.names(state)) {
        if (name.startsWith(part.name())) {
          names.add(name);
        }
      }
      return names.isEmpty() ? Content.UNKNOWN : Content.text(String.join(" ", names));
    }
    if (part.operator() == ParameterOperator.INDICES) {
      Variable variable = state.variables().get(part.name());
      return variable == null ? Content.UNKNOWN : Content.oneOf(variable.indices());
    }
    return Content.UNKNOWN;
  }

  private Content argument(WordPart.Parameter part, int index) {
    return index < part.arguments().size() ? value(part.arguments().get(index)) : Content.EMPTY;
  }

  private Content patternArgument(WordPart.Parameter part) {
    return part.arguments().isEmpty() ? Content.EMPTY : pattern(part.arguments().get(0));
  }

  private Optional<Content> lookUp(WordPart.Parameter part) {
    if (part.indirect()) {
      Content name = lookUpDirect(part).orElse(UNSET);
      String number = name.textOr("");
      return !number.isEmpty() && Character.isDigit(number.charAt(0))
          ? positional(number)
          : Optional.of(variables.indirect(state, name));
    }
    return lookUpDirect(part);
  }

  private Optional<Content> lookUpDirect(WordPart.Parameter part) {
    String name = part.name();
    if (isList(part)) {
      Content all = Content.EMPTY;
      String between = separators();
      Content separator = Content.text(between.isEmpty() ? "" : between.substring(0, 1));
      boolean first = true;
      for (Content element : elements(part)) {
        all = first ? element : all.then(separator).then(element);
        first = false;
      }
      return Optional.of(all);
    }
    if (!name.isEmpty() && name.charAt(0) >= '0' && name.charAt(0) <= '9') {
      return positional(name);
    }
    switch (name) {
      case "#":
        return Optional.of(Content.text(Integer.toString(state.positional().size())));
      case "?":
      case "-":
      case "$":
      case "!":
        return Optional.of(Content.UNKNOWN);
      case "_":
        return Optional.of(state.lastArgument());
      default:
        break;
    }
    if (part.subscript().isPresent()) {
      Variable variable = state.variables().get(name);
      if (variable != null) {
        return Optional.of(variable.element(index(variable, value(part.subscript().get()))));
      }
      if (isFiles(name)) {
        Content path = value(part.subscript().get());
        return Optional.of(context.files().read(state.directory(), path));
      }
    }
    return variables.value(state, name);
  }

  /** Whether it is zsh's array of files, from its module {@code zsh/mapfile}. */
  static boolean isFiles(String name) {
    return name.equals("mapfile");
  }

  /** An index of an array, which may be an expression. */
  private Content index(Variable variable, Content written) {
    if (!variable.isArray() || variable.hasElement(written)) {
      return written;
    }
    Content computed = new ArithmeticValue(variables, state, substitutions).of(written);
    return computed.isSingleText() ? computed : written;
  }

  private Optional<Content> positional(String number) {
    if (number.equals("0")) {
      return Optional.of(state.programName());
    }
    try {
      int index = Integer.parseInt(number) - 1;
      return index < state.positional().size()
          ? Optional.of(state.positional().get(index))
          : Optional.empty();
    } catch (NumberFormatException tooLarge) {
      return Optional.empty();
    }
  }

  private static boolean isList(WordPart.Parameter part) {
    boolean slice = part.operator() == ParameterOperator.SUBSTRING;
    if (part.operator() != ParameterOperator.NONE && !slice || part.indirect()) {
      return false;
    }
    return part.name().equals("@") || part.name().equals("*") || isSubscriptAll(part);
  }

  private static boolean isSeparateList(WordPart.Parameter part) {
    return isList(part) && !part.name().equals("*") && !subscript(part).equals("*");
  }

  private static boolean isSubscriptAll(WordPart.Parameter part) {
    return subscript(part).equals("@") || subscript(part).equals("*");
  }

  private static String subscript(WordPart.Parameter part) {
    if (part.subscript().isEmpty() || part.subscript().get().parts().size() != 1) {
      return "";
    }
    return part.subscript().get().parts().get(0) instanceof WordPart.Literal literal
        ? literal.text()
        : "";
  }

  private List<Content> elements(WordPart.Parameter part) {
    if (part.name().equals("@") || part.name().equals("*")) {
      return slice(part, state.positional(), 1);
    }
    Variable variable = state.variables().get(part.name());
    return variable == null
        ? List.of(variables.value(state, part.name()).orElse(Content.UNKNOWN))
        : slice(part, variable.all(), 0);
  }

  /** {@code ${list[@]:from:count}}; the whole list where the numbers are not known. */
  private List<Content> slice(WordPart.Parameter part, List<Content> all, int first) {
    if (part.operator() != ParameterOperator.SUBSTRING) {
      return all;
    }
    int from = number(argument(part, 0), Integer.MIN_VALUE);
    int count = part.arguments().size() < 2 ? all.size() : number(argument(part, 1), -1);
    if (from == Integer.MIN_VALUE || count < 0) {
      return all;
    }
    int start = from < 0 ? all.size() + from : Math.max(0, from - first);
    start = Math.max(0, Math.min(start, all.size()));
    return all.subList(start, Math.min(all.size(), start + count));
  }

  private static int number(Content content, int otherwise) {
    try {
      return Integer.parseInt(content.textOr("").strip());
    } catch (NumberFormatException computed) {
      return otherwise;
    }
  }
}
