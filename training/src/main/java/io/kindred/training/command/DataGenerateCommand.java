package io.kindred.training.command;

import io.kindred.datasets.GeneratedCustomers;
import io.kindred.datasets.Generator;
import io.kindred.datasets.GeneratorOptions;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `kindred data generate`: synthetic customers whose truth is known.
@Command(
    name = "generate",
    description = {
      "Write a folder of synthetic customers of an online shop, and the truth about them.",
      "Example: kindred data generate shop --customers 4000"
    },
    mixinStandardHelpOptions = true)
final class DataGenerateCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FOLDER", description = "Must not exist, or be empty.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path folder;

  @Option(
      names = "--customers",
      defaultValue = "4000",
      description = "How many (default: ${DEFAULT-VALUE}).")
  private int customers;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Equal seeds give equal customers (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--last-day",
      defaultValue = "2026-06-30",
      description = "The last day that is known (default: ${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private LocalDate lastDay;

  @Override
  public Integer call() {
    Generator.generate(GeneratorOptions.eighteenMonths(customers, seed, lastDay)).writeTo(folder);
    System.out.printf(
        "Wrote %d customers to %s: %s says what the files are, %s what is really so.%n",
        customers, folder, GeneratedCustomers.MAPPING_FILE, GeneratedCustomers.TRUTH_FILE);
    return 0;
  }
}
