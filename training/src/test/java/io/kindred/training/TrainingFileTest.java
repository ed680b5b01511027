package io.kindred.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kindred.datasets.DatasetException;
import io.kindred.models.ModelName;
import io.kindred.training.macro.MacroRules;
import io.kindred.training.policy.PolicyChoices;
import io.kindred.training.policy.SensitiveTopic;
import io.kindred.training.segmentation.SegmentationOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingFileTest {
  @TempDir private Path folder;

  @Test
  void nameAndDatasetAreEnough() throws IOException {
    TrainingFile file = read("name: online-shop\ndataset: dataset.yaml\n");

    assertThat(file)
        .isEqualTo(
            new TrainingFile(
                TrainingOptions.defaults(new ModelName("online-shop")),
                folder.resolve("dataset.yaml"),
                folder,
                List.of()));
    assertThat(file.options())
        .isEqualTo(
            new TrainingOptions(
                new ModelName("online-shop"),
                Optional.empty(),
                90,
                0.8,
                0.6,
                0.7,
                365,
                new SegmentationOptions(12, .02, 4, 1),
                FeatureOptions.DEFAULT,
                1,
                PolicyChoices.NONE,
                MacroRules.NONE,
                new TreeMap<>()));
  }

  @Test
  void everyKeyIsRead() throws IOException {
    TrainingFile file =
        read(
            """
            name: online-shop
            dataset: ../mappings/shop.yaml
            data: ../tables/shop
            asOf: 2025-06-30
            horizonDays: 180
            coverage: 0.9
            leastConfidence: 0.5
            leastMacroConfidence: 0.55
            staleAfterDays: 30
            segments:
              most: 8
              smallestShare: 0.03
              names: {s01: Our best, s02: "Sommargäster"}
            seed: 42
            policy:
              allow: [{attribute: religion, purpose: "kosher meals"}]
              use: [gender, age]
              proxies: [{attribute: neighbourhood, of: ethnicity}]
              notSensitive: [{attribute: race, because: "a running race"}]
            """);

    assertThat(file)
        .isEqualTo(
            new TrainingFile(
                new TrainingOptions(
                    new ModelName("online-shop"),
                    Optional.of(LocalDate.of(2025, 6, 30)),
                    180,
                    0.9,
                    0.5,
                    0.55,
                    30,
                    new SegmentationOptions(8, .03, 4, 42),
                    FeatureOptions.DEFAULT,
                    42,
                    new PolicyChoices(
                        List.of(new PolicyChoices.Allowed("religion", "kosher meals")),
                        List.of("gender", "age"),
                        List.of(new PolicyChoices.Proxy("neighbourhood", SensitiveTopic.ETHNICITY)),
                        List.of(new PolicyChoices.NotSensitive("race", "a running race"))),
                    MacroRules.NONE,
                    new TreeMap<>(Map.of("s01", "Our best", "s02", "Sommargäster"))),
                folder.resolveSibling("mappings/shop.yaml"),
                folder.resolveSibling("tables/shop"),
                List.of()));
  }

  @Test
  void aNameIsGivenToOneSegmentAndIsNotBlank() {
    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(() ->
            read("name: a\ndataset: d.yaml\nsegments: {names: {s01: Our best, s02: our best}}\n"))
        .withMessage(
            "training.yaml: segment s02 is named \"our best\" as another is (expected a name of its own)");
    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(() -> read("name: a\ndataset: d.yaml\nsegments: {names: {s01: ' '}}\n"))
        .withMessage(
            "training.yaml: a segment's given name is \" \" (expected 1 to 80 characters, not only spaces)");
  }

  @Test
  void dataBeginWhereTheMappingLiesUnlessSaidOtherwise() throws IOException {
    assertThat(read("name: a\ndataset: sub/dataset.yaml\n").data())
        .isEqualTo(folder.resolve("sub"));
    assertThat(read("name: a\ndataset: sub/dataset.yaml\ndata: .\n").data()).isEqualTo(folder);
    assertThat(read("name: a\ndataset: /there/dataset.yaml\n").data()).isEqualTo(Path.of("/there"));
  }

  @Test
  void aMissingFileSaysWhatIsExpected() {
    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(() -> TrainingFile.read(folder.resolve("training.yaml")))
        .withMessage(
            folder.resolve("training.yaml")
                + ": no such file (expected a training file; docs/training.md shows one)");
  }

  @Test
  void whatIsMissingIsNamed() {
    refused(
        "dataset: dataset.yaml\n",
        "training.yaml:1:1: name is missing (expected one such as online-shop)");
    refused(
        "name: shop\n",
        "training.yaml:1:1: dataset is missing (expected the path of a mapping file such as"
            + " dataset.yaml)");
    refused(
        "  \n",
        "training.yaml: the file is empty (expected a training file; docs/training.md shows one)");
  }

  @Test
  void aMistypedKeyIsNamedWithTheOneProbablyMeant() {
    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(() -> read("name: shop\ndataset: d.yaml\nhorizon: 90\n"))
        .withMessageStartingWith("training.yaml")
        .withMessageEndingWith(
            ": unknown key \"horizon\" (known: asOf, columns, coverage, data, dataset, features, horizonDays,"
                + " leastConfidence, leastMacroConfidence, name, policy, seed, segments, staleAfterDays; did you mean"
                + " \"horizonDays\"?)");
    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(() -> read("name: shop\ndataset: d.yaml\nsegments: {mots: 5}\n"))
        .withMessageStartingWith("training.yaml")
        .withMessageEndingWith(
            ": unknown key \"mots\" in segments (known: macro, most, names, smallestShare; did you mean"
                + " \"most\"?)");
  }

  @Test
  void aValueThatCannotBeSaysWhere() {
    refused(
        "name: shop\ndataset: d.yaml\nhorizonDays: soon\n",
        "training.yaml:3:14: horizonDays is \"soon\" (expected a number)");
    refused(
        "name: shop\ndataset: d.yaml\nasOf: 30 June\n",
        "training.yaml:3:7: asOf is \"30 June\" (expected a date such as 2010-12-01)");
    refused(
        "name: My Shop\ndataset: d.yaml\n",
        "training.yaml:1:1: model name is 'My Shop' (expected 1 to 63 lower-case letters,"
            + " digits and hyphens, such as online-shop)");
  }

  @Test
  void aValueOutOfRangeIsNamed() {
    refused(
        "name: shop\ndataset: d.yaml\nhorizonDays: 0\n",
        "training.yaml: horizonDays is 0 (expected 1 to 3650)");
    refused(
        "name: shop\ndataset: d.yaml\ncoverage: 80\n",
        "training.yaml: coverage is 80.0 (expected a number between 0 and 1, such as 0.8)");
    refused(
        "name: shop\ndataset: d.yaml\nsegments: {most: 0}\n",
        "training.yaml: most segments is 0 (expected at least 1)");
    refused(
        "name: shop\ndataset: d.yaml\nstaleAfterDays: 0\n",
        "training.yaml: staleAfterDays is 0 (expected 1 to 36500)");
  }

  private TrainingFile read(String yaml) throws IOException {
    return TrainingFile.read(Files.writeString(folder.resolve("training.yaml"), yaml));
  }

  private void refused(String yaml, String message) {
    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(() -> read(yaml))
        .withMessage(message);
  }
}
