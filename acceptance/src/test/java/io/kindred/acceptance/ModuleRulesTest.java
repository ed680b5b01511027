package io.kindred.acceptance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// What each module may use, and where each third-party type stops.
final class ModuleRulesTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.kindred");

  /// A module and the modules it must not see.
  record Module(String name, String... unseen) {
    @Override
    public String toString() {
      return name;
    }
  }

  static final List<Module> MODULES =
      List.of(
          new Module("features", "datasets", "models", "scoring", "training", "serving", "v1"),
          new Module("datasets", "models", "scoring", "training", "serving", "v1"),
          new Module("models", "datasets", "scoring", "training", "serving", "v1"),
          new Module("scoring", "datasets", "training", "serving", "v1"),
          new Module("training", "serving", "v1"),
          new Module("serving", "datasets", "training"));

  /// A third-party type and the one place that may use it.
  record Door(String type, String... places) {
    @Override
    public String toString() {
      return type;
    }
  }

  static final List<Door> DOORS =
      List.of(
          new Door("ai.onnxruntime..", "io.kindred.scoring"),
          new Door("ai.onnx.proto..", "io.kindred.training.export"),
          new Door("io.kindred.v1..", "io.kindred.serving.service"),
          new Door("io.kindred.models.bundle.v1..", "io.kindred.models.format"),
          new Door("smile..", "io.kindred.training.mixture"),
          // Logistic regression there; HDBSCAN beside Smile's ways, which segments are compared
          // with.
          new Door("org.tribuo..", "io.kindred.training.propensity", "io.kindred.training.mixture"),
          new Door("ml.dmlc..", "io.kindred.training.propensity"),
          new Door("org.duckdb..", "io.kindred.datasets"),
          new Door("de.siegmar.fastcsv..", "io.kindred.datasets"),
          new Door("java.sql..", "io.kindred.datasets"),
          new Door("io.pebbletemplates..", "io.kindred.training.report"),
          new Door(
              "org.hipparchus..",
              "io.kindred.training.lifetimevalue",
              "io.kindred.training.mixture"),
          new Door(
              "picocli..",
              "io.kindred.training.command",
              "io.kindred.serving.command",
              "io.kindred.serving.text"));

  @ParameterizedTest
  @FieldSource("MODULES")
  void aModuleSeesOnlyThoseThatTheDesignNames(Module module) {
    String[] unseen = new String[module.unseen().length];
    for (int i = 0; i < unseen.length; i++) {
      unseen[i] = "io.kindred.%s..".formatted(module.unseen()[i]);
    }
    noClasses()
        .that()
        .resideInAPackage("io.kindred.%s..".formatted(module.name()))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(unseen)
        .check(CLASSES);
  }

  @ParameterizedTest
  @FieldSource("DOORS")
  void aThirdPartyTypeStopsAtOneDoor(Door door) {
    ArchRule rule =
        noClasses()
            .that()
            .resideOutsideOfPackages(withGenerated(door))
            .should()
            .dependOnClassesThat(areIn(door.type()));
    rule.check(CLASSES);
  }

  @Test
  @DisplayName("packages form no cycles")
  void packagesFormNoCycles() {
    slices()
        .matching("io.kindred.(**)")
        .should()
        .beFreeOfCycles()
        .check(
            CLASSES.that(
                DescribedPredicate.not(areIn("io.kindred.v1..", "io.kindred.models.bundle.v1.."))));
  }

  private static String[] withGenerated(Door door) {
    String[] places = new String[door.places().length + 2];
    System.arraycopy(door.places(), 0, places, 0, door.places().length);
    places[places.length - 2] = "io.kindred.v1..";
    places[places.length - 1] = "io.kindred.models.bundle.v1..";
    return places;
  }

  private static DescribedPredicate<JavaClass> areIn(String... packages) {
    return JavaClass.Predicates.resideInAnyPackage(packages);
  }
}
