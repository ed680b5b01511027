package io.kindred.training;

import io.kindred.datasets.Dataset;
import io.kindred.datasets.DatasetMapping;
import io.kindred.datasets.DatasetReader;
import io.kindred.datasets.DatasetSummary;
import io.kindred.datasets.generator.GeneratedCustomers;
import io.kindred.datasets.generator.Generator;
import io.kindred.datasets.generator.GeneratorOptions;
import io.kindred.features.AsOf;
import io.kindred.features.Customer;
import io.kindred.models.BundleContents;
import io.kindred.models.ModelName;
import io.kindred.training.macro.MacroRules;
import io.kindred.training.policy.PolicyChoices;
import io.kindred.training.segmentation.SegmentationOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Six hundred synthetic customers, trained once for all tests as of a day three months before
/// their data end.
final class SmallShop {
  static final LocalDate LAST_DAY = LocalDate.of(2025, 6, 30);
  static final LocalDate AS_OF_DAY = LocalDate.of(2025, 3, 31);
  static final Dataset DATASET = generated();
  static final Instant AS_OF = AsOf.endOf(AS_OF_DAY, DATASET.zone());
  static final BundleContents TRAINED = Training.run(DATASET, options(), _ -> {});

  private SmallShop() {}

  static TrainingOptions options() {
    return options(Optional.of(AS_OF_DAY), 60);
  }

  static TrainingOptions options(Optional<LocalDate> asOf, int horizonDays) {
    return new TrainingOptions(
        new ModelName("small-shop"),
        asOf,
        horizonDays,
        0.8,
        0.6,
        0.7,
        365,
        new SegmentationOptions(3, .05, 1, 1),
        FeatureOptions.DEFAULT,
        1,
        PolicyChoices.using("age"),
        MacroRules.NONE,
        new TreeMap<>());
  }

  /// The same data set with other customers.
  static Dataset with(UnaryOperator<List<Customer>> change) {
    List<Customer> customers = change.apply(new ArrayList<>(DATASET.customers()));
    Optional<LocalDate> lastDay =
        customers.stream()
            .flatMap(customer -> customer.history().events().stream())
            .map(event -> LocalDate.ofInstant(event.time(), DATASET.zone()))
            .max(LocalDate::compareTo);
    DatasetSummary summary = DATASET.summary();
    return new Dataset(
        DATASET.name(),
        DATASET.zone(),
        DATASET.currency(),
        DATASET.attributes(),
        customers,
        new DatasetSummary(
            summary.files(),
            summary.rows(),
            summary.rowsFiltered(),
            summary.rowsWithoutCustomer(),
            summary.duplicates(),
            customers.size(),
            summary.accounts(),
            summary.events(),
            summary.firstDay(),
            lastDay));
  }

  static List<Customer> shuffled(List<Customer> customers) {
    List<Customer> shuffled = new ArrayList<>(customers);
    Collections.shuffle(shuffled, new Random(5));
    return shuffled;
  }

  /// Each as known on the training's day, those not seen by then left out.
  static List<Customer> knownByTheDay(List<Customer> customers) {
    return customers.stream()
        .map(customer -> new Customer(customer.id(), customer.history().asOf(AS_OF)))
        .filter(customer -> !customer.history().isEmpty())
        .toList();
  }

  /// Written among the build's outputs, so that nothing is left elsewhere where a run is broken
  /// off.
  private static Dataset generated() {
    try {
      Path folder =
          Files.createTempDirectory(Files.createDirectories(Path.of("target")), "small-shop");
      try {
        Generator.generate(GeneratorOptions.eighteenMonths(600, 1, LAST_DAY)).writeTo(folder);
        return DatasetReader.read(
            DatasetMapping.read(folder.resolve(GeneratedCustomers.MAPPING_FILE)),
            folder,
            AsOf.endOf(LAST_DAY.plusDays(1), ZoneOffset.UTC));
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the small shop cannot be written", e);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
