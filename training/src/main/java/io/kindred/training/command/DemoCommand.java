package io.kindred.training.command;

import io.kindred.datasets.BadRows;
import io.kindred.datasets.generator.GeneratedCustomer;
import io.kindred.datasets.generator.GeneratedCustomers;
import io.kindred.datasets.generator.Generator;
import io.kindred.datasets.generator.GeneratorOptions;
import io.kindred.features.AsOf;
import io.kindred.models.Bundle;
import io.kindred.models.GoldenRow;
import io.kindred.models.ModelName;
import io.kindred.models.Outputs;
import io.kindred.models.format.GoldenFile;
import io.kindred.models.registry.Registry;
import io.kindred.scoring.Scorer;
import io.kindred.training.TrainingFile;
import io.kindred.training.TrainingOptions;
import io.kindred.training.policy.PolicyChoices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The first half of `kindred demo`: customers whose truth is known, trained and published; the
/// serving program's half then scores them.
@Command(
    name = "demo-train",
    hidden = true,
    description = "Generate customers, train on them and publish the bundle.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  /// The customers to score and what training says of them, for the second half.
  private static final String CUSTOMERS_FILE = "customers.pb";

  /// Tells a folder that a demo made from every other.
  private static final String MARK_FILE = "made-by-kindred-demo";

  private static final int CUSTOMERS = 4000;
  private static final LocalDate LAST_DAY = LocalDate.of(2026, 6, 30);

  @Option(names = "--folder", required = true, description = "Made anew by each demo.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path folder;

  @Option(names = "--registry", required = true, description = "Where the bundle is published.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path registryFolder;

  @Option(names = "--model", required = true, description = "The bundle's name.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private String model;

  @Override
  public Integer call() throws IOException {
    deleteEarlierDemo();
    System.out.printf("%d customers of a made-up online shop, whose truth is known%n", CUSTOMERS);
    GeneratorOptions options = GeneratorOptions.eighteenMonths(CUSTOMERS, 1, LAST_DAY);
    GeneratedCustomers generated = Generator.generate(options).writeTo(folder);
    Files.createFile(folder.resolve(MARK_FILE));
    System.out.printf("  written to %s%n%nTraining%n", folder);
    Registry registry = new Registry(registryFolder);
    TrainingFile file =
        new TrainingFile(
            TrainingOptions.defaults(new ModelName(model)).withPolicy(PolicyChoices.using("age")),
            folder.resolve(GeneratedCustomers.MAPPING_FILE),
            folder,
            List.of());
    // Anew each time, so that every demo makes the same bundle.
    Bundle bundle =
        TrainCommand.train(file, registry, Optional.empty(), BadRows.none(), System.out);
    writeCustomers(bundle, generated, AsOf.endOf(LAST_DAY, options.zone()));
    return 0;
  }

  private void writeCustomers(Bundle bundle, GeneratedCustomers generated, Instant asOf)
      throws IOException {
    List<GoldenRow> rows = new ArrayList<>();
    try (Scorer scorer = Scorer.open(bundle)) {
      for (GeneratedCustomer customer : generated.customers()) {
        float[] features = scorer.featurizer().row(customer.known(), asOf);
        Outputs outputs = scorer.score(features, asOf).outputs();
        rows.add(new GoldenRow(asOf, customer.known(), features, outputs));
      }
    }
    GoldenFile.write(folder.resolve(CUSTOMERS_FILE), rows);
  }

  /// Deletes the folder if it is one that a demo made, and nothing else.
  private void deleteEarlierDemo() throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    if (!Files.exists(folder.resolve(MARK_FILE))) {
      throw new IllegalArgumentException(
          "%s: is not the folder of an earlier demo (expected none, or one with %s; move it away)"
              .formatted(folder, MARK_FILE));
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
