package io.kindred.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.kindred.datasets.DatasetMapping;
import io.kindred.features.DeclaredFeature;
import io.kindred.features.FeatureSchema;
import io.kindred.training.TrainingFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the documentation shows works as it stands there.
final class DocumentationTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+?)(#[^)]*)?\\)");
  private static final Pattern VERB = Pattern.compile("\\./kindred ([a-z]+)");

  @TempDir private Path folder;

  @Test
  void theMappingInTheReadmeIsOne() throws IOException {
    DatasetMapping mapping = DatasetMapping.read(write(blocks("README.md").getFirst()));

    assertThat(mapping.name()).isEqualTo("My shop");
    assertThat(mapping.tables()).hasSize(1);
  }

  @Test
  void theTrainingFileInTheReadmeIsOne() throws IOException {
    TrainingFile file = TrainingFile.read(write(blocks("README.md").get(1)));

    assertThat(file.options().name().value()).isEqualTo("my-shop");
    assertThat(file.options().horizonDays()).isEqualTo(90);
  }

  @Test
  void theTrainingFileInItsGuideIsOneWithTheUsualValues() throws IOException {
    TrainingFile file = TrainingFile.read(write(blocks("docs/training.md").getFirst()));
    TrainingFile shortest = TrainingFile.read(write("name: online-shop\ndataset: dataset.yaml\n"));

    assertThat(file.options().asOf()).contains(LocalDate.of(2026, 6, 30));
    assertThat(file.options().coverage()).isEqualTo(shortest.options().coverage());
    assertThat(file.options().horizonDays()).isEqualTo(shortest.options().horizonDays());
    assertThat(file.options().leastConfidence()).isEqualTo(shortest.options().leastConfidence());
    assertThat(file.options().leastMacroConfidence())
        .isEqualTo(shortest.options().leastMacroConfidence());
    assertThat(file.options().segmentation()).isEqualTo(shortest.options().segmentation());
    assertThat(file.options().seed()).isEqualTo(shortest.options().seed());
  }

  @Test
  void theRulesForMacroSegmentsInTheGuideAreRead() throws IOException {
    TrainingFile file =
        TrainingFile.read(
            write(
                "name: online-shop\ndataset: dataset.yaml\n" + blocks("docs/training.md").get(1)));

    assertThat(file.options().macro().rules())
        .extracting(rule -> rule.name().in("sv"))
        .containsExactly("Norden", "Young professionals", "Lapsed", "Everyone else");
    assertThat(file.options().segmentation().mostSegments()).isEqualTo(12);
  }

  @Test
  void theNamesGivenInTheGuideToPersonasAreGiven() throws IOException {
    TrainingFile file = TrainingFile.read(write(blocks("docs/personas.md").getFirst()));

    assertThat(file.options().givenNames())
        .containsExactly(entry("s01", "Our collectors"), entry("s07", "Sommargäster"));
  }

  @Test
  void theFeaturesOfTheGuideAreThoseThereAre() throws IOException {
    List<String> documented =
        Pattern.compile(
                "(?m)^\\| `([a-z0-9_:]+)` \\| ([^|]+) \\| (portrait|signal) \\| ([^|]+) \\|$")
            .matcher(Files.readString(ROOT.resolve("docs/features.md")))
            .results()
            .map(row ->
                "%s %s %s %s".formatted(row.group(1), row.group(2), row.group(3), row.group(4)))
            .toList();
    assertThat(documented)
        .isEqualTo(
            FeatureSchema.complete(
                    ZoneId.of("UTC"), "EUR", new LinkedHashMap<>(), List.of(), List.of())
                .features()
                .stream()
                .map(feature ->
                    "%s %s %s %s"
                        .formatted(
                            feature.name(),
                            feature.unit().replace('_', '/'),
                            feature.use().name().toLowerCase(Locale.ROOT),
                            feature.description()))
                .toList());
  }

  @Test
  void theFeaturesDeclaredInTheGuideAreDeclared() throws IOException {
    TrainingFile file = TrainingFile.read(write(blocks("docs/features.md").getFirst()));

    assertThat(file.options().features().declared())
        .extracting(DeclaredFeature::name)
        .containsExactly("web_orders_90", "book_money", "pricing_webinars");
    assertThat(file.columns()).hasSize(1);
  }

  @Test
  void everyLinkLeadsToAFile() throws IOException {
    for (Path page : pages()) {
      List<Path> targets =
          LINK.matcher(Files.readString(page))
              .results()
              .map(link -> link.group(1))
              .filter(target -> !target.contains("://"))
              .map(page::resolveSibling)
              .toList();
      assertThat(targets).as(page.toString()).allMatch(Files::exists);
    }
  }

  @Test
  void everyVerbIsOneOfTheLauncher() throws IOException {
    String launcher = Files.readString(ROOT.resolve("kindred"));
    for (Path page : pages()) {
      assertThat(VERB.matcher(Files.readString(page)).results().map(verb -> verb.group(1)))
          .as(page.toString())
          .allMatch(verb -> launcher.contains("\n  " + verb + " "));
    }
  }

  private Path write(String yaml) throws IOException {
    return Files.writeString(folder.resolve("example.yaml"), yaml);
  }

  private static List<String> blocks(String page) throws IOException {
    return YAML.matcher(Files.readString(ROOT.resolve(page)))
        .results()
        .map(block -> block.group(1))
        .toList();
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> guides = Files.list(ROOT.resolve("docs"))) {
      return Stream.concat(
              Stream.of("README.md", "ARCHITECTURE.md", "proto/README.md").map(ROOT::resolve),
              guides.filter(guide -> guide.toString().endsWith(".md")))
          .toList();
    }
  }
}
