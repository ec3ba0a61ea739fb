package dev.keepmum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Command;

/**
 * What the native program is told about the code, held against the code: both ways, since a
 * resource that is not listed lacks at run time, and one that is listed and gone hides a mistake.
 */
class NativeImageTest {
  private static final Path METADATA =
      Path.of("src/main/resources/META-INF/native-image/dev.keepmum/keepmum");
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Path RESOURCES = Path.of("src/main/resources");

  /** Starts on a JVM only, to have an archive made of what it loads. */
  private static final Set<String> NOT_IN_THE_PROGRAM = Set.of("Rehearsal.java");

  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.keepmum", "com.google.re2j");

  /** What would be the build machine's, or must not be in a program before it runs. */
  private static final Pattern OF_THE_MACHINE =
      Pattern.compile(
          String.join(
              "|",
              "java\\.lang\\.System\\.(getenv|getProperty|getProperties|currentTimeMillis|nanoTime"
                  + "|identityHashCode|in|out|err|console|load)",
              "java\\.lang\\.(Runtime|ProcessBuilder|ProcessHandle|Thread|ThreadLocal|ClassLoader)\\.",
              "java\\.lang\\.Math\\.random",
              "java\\.lang\\.Class\\.(forName|getResource)",
              "java\\.lang\\.String\\.(toLowerCase|toUpperCase|getBytes)\\(\\)",
              "java\\.lang\\.String\\.(<init>\\(\\[B(, int)*\\)|format\\(java\\.lang\\.String,)",
              "java\\.(io|net|nio\\.file|nio\\.channels|time|text|security)\\.",
              "java\\.nio\\.charset\\.Charset\\.(defaultCharset|forName|availableCharsets)",
              "java\\.util\\.(Random|UUID|Locale|Timer|TimeZone|Date|Calendar|Scanner"
                  + "|ServiceLoader|ResourceBundle|logging|prefs)[.$]",
              "java\\.util\\.Locale\\.getDefault",
              "java\\.util\\.concurrent\\.(Executor|ThreadLocalRandom|ForkJoin|Completable|Timer)",
              "(javax|sun|jdk)\\."));

  /** A locale that is named is the same everywhere. */
  private static final Pattern THE_SAME_EVERYWHERE =
      Pattern.compile("java\\.util\\.Locale\\.(ROOT|ENGLISH|US)");

  @Test
  void whatIsMadeAtBuildTimeHoldsNothingOfTheMachine() throws IOException {
    Reached reached = new Reached(buildTimeNames());

    assertThat(reached.initialised).contains("dev.keepmum.rule.Automaton$OpenPaths");
    assertThat(reached.initialised).contains("com.google.re2j.UnicodeTables");
    assertThat(reached.ofTheMachine).isEmpty();
  }

  @Test
  void whatIsMadeAtBuildTimeNeedsNothingThatIsNot() throws IOException {
    List<String> names = buildTimeNames();

    assertThat(new Reached(names).initialised)
        .allMatch(type -> names.stream().anyMatch(name -> isIn(type, name)));
  }

  /** Each of these would be caught: without it a test of patterns proves nothing. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.lang.System.getenv(java.lang.String)",
        "java.lang.System.getProperty(java.lang.String)",
        "java.lang.System.out",
        "java.lang.System.nanoTime()",
        "java.util.Random.<init>()",
        "java.util.UUID.randomUUID()",
        "java.lang.Math.random()",
        "java.nio.charset.Charset.defaultCharset()",
        "java.util.Locale.getDefault()",
        "java.lang.String.toLowerCase()",
        "java.lang.String.getBytes()",
        "java.lang.Thread.<init>()",
        "java.nio.file.Path.of(java.lang.String, [Ljava.lang.String;)",
        "java.io.File.<init>(java.lang.String)",
        "java.time.Instant.now()",
        "java.lang.ProcessHandle.current()",
      })
  void knowsWhatIsOfTheMachine(String member) {
    assertThat(isOfTheMachine(member)).isTrue();
  }

  @Test
  void takesNoEncodingFromTheBuildMachine() throws IOException {
    assertThat(arguments())
        .contains("--no-fallback", "-Dfile.encoding=UTF-8", "-Dsun.jnu.encoding=UTF-8");
  }

  /** A native program has but the charsets of StandardCharsets unless it is told otherwise. */
  @Test
  void hasTheCharsetsThatAreAskedForByName() throws IOException {
    assertThat(calls("forName")).anyMatch(call -> call.receiver.equals("Charset"));
    assertThat(arguments()).contains("-H:+AddAllCharsets");
  }

  @Test
  void everyResourceThatIsOpenedIsListedAndTheOtherWayRound() throws IOException {
    Set<String> opened = resourcesThatAreOpened();
    List<Pattern> listed = new ArrayList<>();
    for (JsonNode include : json("resource-config.json").at("/resources/includes")) {
      listed.add(Pattern.compile(include.path("pattern").asText()));
    }

    assertThat(opened)
        .contains("dev/keepmum/rules/tokens.json", "dev/keepmum/cli/version.txt")
        .allSatisfy(name -> assertThat(RESOURCES.resolve(name)).isRegularFile())
        .allMatch(name -> listed.stream().anyMatch(pattern -> pattern.matcher(name).matches()));
    assertThat(listed)
        .isNotEmpty()
        .allMatch(pattern -> opened.stream().anyMatch(pattern.asMatchPredicate()));
    assertThat(filesBelow(RESOURCES))
        .as("what is listed beside what is opened")
        .filteredOn(name -> listed.stream().anyMatch(pattern -> pattern.matcher(name).matches()))
        .containsExactlyInAnyOrderElementsOf(opened);
  }

  @Test
  void noClassIsReachedByNameButTheCommands() throws IOException {
    assertThat(
            calls(
                "forName",
                "loadClass",
                "newInstance",
                "getMethod",
                "getDeclaredMethod",
                "getDeclaredField",
                "getDeclaredConstructor",
                "newProxyInstance",
                "findVirtual",
                "findStatic",
                "getBundle"))
        .allMatch(call -> call.receiver.equals("Charset"));
    assertThat(METADATA.resolve("reflect-config.json")).doesNotExist();
    assertThat(METADATA.resolve("proxy-config.json")).doesNotExist();
  }

  /** picocli's annotation processor lists what picocli reaches by name; Maven runs it. */
  @Test
  void everyCommandIsListedForReflection() throws IOException {
    Path generated =
        Path.of("target/classes/META-INF/native-image/picocli-generated/dev.keepmum/keepmum");
    assumeTrue(Files.exists(generated), "not built by Maven");
    Set<String> listed = new TreeSet<>();
    for (JsonNode entry :
        new ObjectMapper().readTree(generated.resolve("reflect-config.json").toFile())) {
      listed.add(entry.path("name").asText());
    }
    Set<String> commands = new TreeSet<>();
    for (JavaClass type : CODE) {
      if (type.isAnnotatedWith(Command.class)) {
        commands.add(type.getName());
      }
    }

    assertThat(commands).isNotEmpty();
    assertThat(listed).containsAll(commands).contains("dev.keepmum.cli.Version");
    assertThat(listed)
        .filteredOn(name -> name.startsWith("dev.keepmum."))
        .allMatch(name -> CODE.contain(name));
  }

  // ---- what is said ----

  private static List<String> arguments() throws IOException {
    Properties properties = new Properties();
    try (var in = Files.newInputStream(METADATA.resolve("native-image.properties"))) {
      properties.load(in);
    }
    return List.of(properties.getProperty("Args").split(" +"));
  }

  /** Packages and classes. */
  private static List<String> buildTimeNames() throws IOException {
    String option = "--initialize-at-build-time=";
    return arguments().stream()
        .filter(argument -> argument.startsWith(option))
        .flatMap(argument -> Stream.of(argument.substring(option.length()).split(",")))
        .toList();
  }

  private static boolean isIn(String type, String name) {
    return type.equals(name) || type.startsWith(name + ".") || type.startsWith(name + "$");
  }

  private static JsonNode json(String file) throws IOException {
    return new ObjectMapper().readTree(METADATA.resolve(file).toFile());
  }

  private static boolean isOfTheMachine(String member) {
    return OF_THE_MACHINE.matcher(member).lookingAt()
        && !THE_SAME_EVERYWHERE.matcher(member).lookingAt();
  }

  // ---- what the code does ----

  /** What runs when the classes of some packages are initialised, in their code and RE2J's. */
  private static final class Reached {
    final Set<String> initialised = new TreeSet<>();
    final Set<String> ofTheMachine = new TreeSet<>();
    private final Set<JavaCodeUnit> seen = new HashSet<>();
    private final Deque<JavaCodeUnit> waiting = new ArrayDeque<>();

    Reached(List<String> names) {
      for (JavaClass type : CODE) {
        if (names.stream().anyMatch(name -> isIn(type.getName(), name))) {
          initialise(type);
        }
      }
      while (!waiting.isEmpty()) {
        follow(waiting.remove());
      }
    }

    private void initialise(JavaClass type) {
      if (CODE.contain(type.getName()) && initialised.add(type.getName())) {
        type.getStaticInitializer().ifPresent(this::add);
      }
    }

    private void add(JavaCodeUnit unit) {
      if (seen.add(unit)) {
        waiting.add(unit);
      }
    }

    private void follow(JavaCodeUnit unit) {
      for (JavaAccess<?> access : unit.getAccessesFromSelf()) {
        JavaClass owner = access.getTargetOwner();
        String member = access.getTarget().getFullName();
        if (isOfTheMachine(member)) {
          ofTheMachine.add(unit.getFullName() + " -> " + member);
        }
        if (!CODE.contain(owner.getName())) {
          continue;
        }
        initialise(owner);
        access
            .getTarget()
            .resolveMember()
            .filter(JavaCodeUnit.class::isInstance)
            .map(JavaCodeUnit.class::cast)
            .ifPresent(target -> addWithOverrides(owner, target));
      }
    }

    private void addWithOverrides(JavaClass owner, JavaCodeUnit target) {
      add(target);
      if (target instanceof JavaMethod) {
        for (JavaClass type : owner.getAllSubclasses()) {
          for (JavaMethod method : type.getMethods()) {
            if (method.getName().equals(target.getName())) {
              add(method);
            }
          }
        }
      }
    }
  }

  private static Set<String> resourcesThatAreOpened() throws IOException {
    Set<String> opened = new TreeSet<>();
    for (Call call : calls("getResource", "getResourceAsStream", "getResources")) {
      String name = call.argument.orElseThrow(() -> new AssertionError(call + " names nothing"));
      String folder = SOURCES.relativize(call.source.getParent()).toString().replace('\\', '/');
      String path = name.startsWith("/") ? name.substring(1) : folder + "/" + name;
      if (path.endsWith("/")) {
        filesBelow(RESOURCES).stream().filter(file -> file.startsWith(path)).forEach(opened::add);
      } else {
        opened.add(path);
      }
    }
    return opened;
  }

  private static List<String> filesBelow(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .toList();
    }
  }

  /** A call in a source file; the argument is the text that it begins with, if that is constant. */
  private record Call(Path source, String receiver, String method, Optional<String> argument) {}

  private static List<Call> calls(String... methods) throws IOException {
    Set<String> names = new LinkedHashSet<>(List.of(methods));
    List<Path> sources;
    try (Stream<Path> files = Files.walk(SOURCES)) {
      sources =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !NOT_IN_THE_PROGRAM.contains(file.getFileName().toString()))
              .filter(file -> mentions(file, names))
              .toList();
    }
    List<Call> calls = new ArrayList<>();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      for (Path source : sources) {
        JavacTask task =
            (JavacTask)
                compiler.getTask(
                    null, manager, null, null, null, manager.getJavaFileObjects(source));
        task.parse().forEach(unit -> unit.accept(new CallFinder(source, names, calls), null));
      }
    }
    return calls;
  }

  private static boolean mentions(Path file, Set<String> names) {
    try {
      String text = Files.readString(file);
      return names.stream().anyMatch(name -> text.contains("." + name + "("));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static final class CallFinder extends TreeScanner<Void, Void> {
    private final Path source;
    private final Set<String> names;
    private final List<Call> calls;

    CallFinder(Path source, Set<String> names, List<Call> calls) {
      this.source = source;
      this.names = names;
      this.calls = calls;
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
      if (call.getMethodSelect() instanceof MemberSelectTree method
          && names.contains(method.getIdentifier().toString())) {
        Optional<String> argument =
            call.getArguments().isEmpty()
                ? Optional.empty()
                : constantBeginning(call.getArguments().get(0));
        calls.add(
            new Call(
                source,
                method.getExpression().toString(),
                method.getIdentifier().toString(),
                argument));
      }
      return super.visitMethodInvocation(call, nothing);
    }

    private static Optional<String> constantBeginning(ExpressionTree expression) {
      if (expression instanceof BinaryTree joined) {
        return constantBeginning(joined.getLeftOperand());
      }
      return expression instanceof LiteralTree literal && literal.getValue() instanceof String text
          ? Optional.of(text)
          : Optional.empty();
    }
  }
}
