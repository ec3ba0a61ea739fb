package dev.keepmum;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnitReference;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which way the arrows between packages run, and what the hook's path must not pay for. */
class ArchitectureTest {
  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.keepmum");

  private static final String[] JUDGEMENT = {
    "..effect..",
    "..event..",
    "..tool..",
    "..shell..",
    "..code..",
    "..flow..",
    "..rule..",
    "..git..",
    "..policy.."
  };

  @Test
  void arrowsRunOneWay() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .withOptionalLayers(true)
        .layer("door")
        .definedBy("dev.keepmum", "dev.keepmum.cli..")
        .layer("commands")
        .definedBy("..scan..", "..map..", "..vault..", "..log..", "..doctor..")
        .layer("policy")
        .definedBy("..policy..")
        .layer("analysis")
        .definedBy("..flow..", "..settings..")
        .layer("description")
        .definedBy("..tool..", "..shell..", "..code..", "..rule..", "..git..")
        .layer("ground")
        .definedBy("..effect..", "..event..", "..host..")
        .whereLayer("door")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("commands")
        .mayOnlyBeAccessedByLayers("door")
        .whereLayer("policy")
        .mayOnlyBeAccessedByLayers("door", "commands")
        .whereLayer("analysis")
        .mayOnlyBeAccessedByLayers("door", "commands", "policy")
        .whereLayer("description")
        .mayOnlyBeAccessedByLayers("door", "commands", "policy", "analysis")
        .check(PROGRAM);
  }

  @Test
  void packagesFormNoCycle() {
    slices().matching("dev.keepmum.(*)..").should().beFreeOfCycles().check(PROGRAM);
  }

  @Test
  void whatDescribesKnowsNoSecrets() {
    noClasses()
        .that()
        .resideInAnyPackage("..tool..", "..shell..", "..code..", "..git..", "..effect..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..rule..")
        .check(PROGRAM);
  }

  @Test
  void theRuleBookKnowsNoShell() {
    noClasses()
        .that()
        .resideInAnyPackage("..rule..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..shell..", "..code..", "..tool..")
        .check(PROGRAM);
  }

  @Test
  void onlyTheDoorPrints() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.keepmum", "dev.keepmum.cli..")
        .should(ACCESS_STANDARD_STREAMS)
        .check(PROGRAM);
  }

  @Test
  void judgementReachesTheMachineOnlyThroughItsHost() {
    noClasses()
        .that()
        .resideInAnyPackage(JUDGEMENT)
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.nio\\.file\\..*|java\\.io\\.(File|RandomAccess).*|java\\.net\\..*"
                + "|java\\.lang\\.Process.*|java\\.time\\..*")
        .orShould()
        .callMethodWhere(isCallOf(System.class, "getenv", "currentTimeMillis", "nanoTime", "exit"))
        .orShould()
        .callMethodWhere(isCallOf(Runtime.class, "exec", "exit", "halt"))
        .check(PROGRAM);
  }

  @Test
  void theHooksPathStartsNothingCostly() {
    noClasses()
        .that(areOnTheHooksPath())
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "java.util.regex..",
                "java.util.stream..",
                "java.lang.reflect..",
                "java.text..",
                "org.slf4j..",
                "picocli..",
                "com.fasterxml.jackson.."))
        .orShould()
        .callMethodWhere(
            isCallOf(
                String.class,
                "format",
                "formatted",
                "split",
                "matches",
                "replaceAll",
                "replaceFirst",
                "lines"))
        .check(PROGRAM);
  }

  /** Both look the constants up by reflection, for which newer JVMs start method handles. */
  @Test
  void theHooksPathAsksNoEnumForItsConstantsByName() {
    noClasses()
        .that(areOnTheHooksPath())
        .should()
        .dependOnClassesThat()
        .haveNameMatching("java\\.util\\.Enum(Set|Map)")
        .orShould()
        .callMethodWhere(
            describe(
                "valueOf of an enum",
                call -> call.getName().equals("valueOf") && call.getTargetOwner().isEnum()))
        .check(PROGRAM);
  }

  @Test
  void theHooksPathHasNoLambdas() {
    classes().that(areOnTheHooksPath()).should(haveNoLambdas()).check(PROGRAM);
  }

  private static DescribedPredicate<JavaClass> areOnTheHooksPath() {
    return resideInAnyPackage(JUDGEMENT)
        .and(not(nameMatching("dev\\.keepmum\\.rule\\.RuleCatalog.*")))
        .or(nameMatching("dev\\.keepmum\\.host\\.(Host|SystemHost|FileStatus).*"))
        .or(nameMatching("dev\\.keepmum\\.Main"))
        .or(nameMatching("dev\\.keepmum\\.cli\\.(Guard|Judges|SoleReply|EventAnswer|OutputText).*"))
        .or(resideInAnyPackage("..scan.redact.."))
        .as("are on the hook's path");
  }

  private static DescribedPredicate<JavaMethodCall> isCallOf(Class<?> owner, String... names) {
    return describe(
        owner.getSimpleName() + "." + String.join("|", names),
        call ->
            call.getTargetOwner().isEquivalentTo(owner) && List.of(names).contains(call.getName()));
  }

  /** A lambda that does not touch anything else is not seen; {@code StartupTest} sees it. */
  private static ArchCondition<JavaClass> haveNoLambdas() {
    return new ArchCondition<>("have no lambdas and no method references") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (JavaAccess<?> access : type.getAccessesFromSelf()) {
          if (access.isDeclaredInLambda() || access instanceof JavaCodeUnitReference) {
            events.add(SimpleConditionEvent.violated(type, access.getDescription()));
          }
        }
      }
    };
  }
}
