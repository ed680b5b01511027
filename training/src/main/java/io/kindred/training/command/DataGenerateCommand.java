package io.kindred.training.command;

import io.kindred.datasets.generator.GeneratedCustomers;
import io.kindred.datasets.generator.Generator;
import io.kindred.datasets.generator.GeneratorOptions;
import io.kindred.datasets.generator.Layout;
import io.kindred.datasets.generator.Scenario;
import io.kindred.datasets.generator.Twists;
import io.kindred.features.NearestName;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/// `kindred data generate`: synthetic customers whose truth is known.
@Command(
    name = "generate",
    description = {
      "Write a folder of synthetic customers, and the truth about them.",
      "docs/generator.md says what scenarios and options do, and what the truth means.",
      "",
      "Examples:",
      "  kindred data generate shop --customers 4000",
      "  kindred data generate everything --scenario shop --missing 0.1 --late 0.2",
      "  kindred data generate companies --scenario business --migration 0.2",
      "  kindred data generate trial --scenario food-delivery --experiment",
      "  kindred data generate big --scenario shop --format parquet --events 10000000",
      ""
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class DataGenerateCommand implements Callable<Integer> {
  private static final int USUAL_CUSTOMERS = 4000;
  private static final int USUAL_MONTHS = 18;

  @Parameters(paramLabel = "FOLDER", description = "Must not exist, or be empty.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path folder;

  @Option(
      names = "--scenario",
      defaultValue = "basic-shop",
      converter = ScenarioWord.class,
      completionCandidates = ScenarioWords.class,
      description = "Whose customers: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Scenario scenario;

  @Option(
      names = "--customers",
      description = {
        "How many, of businesses how many companies",
        "(default: 4000, or as many as --events needs)."
      })
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Optional<Integer> customers;

  @Option(
      names = "--events",
      description = "Ends with the customer with whom so many known events are reached.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Optional<Long> events;

  @Option(
      names = "--format",
      defaultValue = "csv",
      description = {
        "csv: a table for each kind of event (visits as Parquet);",
        "parquet: one table of all events in the order of time, and tables of profiles;",
        "as many as the disk holds (default: ${DEFAULT-VALUE})."
      })
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Format format;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Equal seeds give equal customers (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--first-day",
      description = "Customers join from this day on (default: 18 months before the last day).")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Optional<LocalDate> firstDay;

  @Option(
      names = "--last-day",
      defaultValue = "2026-06-30",
      description = "The last day that is known (default: ${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private LocalDate lastDay;

  @Option(
      names = "--horizon-days",
      defaultValue = "90",
      description = {
        "How many days after it the truth tells of; an experiment",
        "is as long (default: ${DEFAULT-VALUE})."
      })
  private int horizonDays;

  @Option(
      names = "--drift",
      paramLabel = "FACTOR",
      defaultValue = "1",
      description = "Rates change by this factor a year, and preferences with them.")
  private double drift;

  @Option(names = "--seasonality", description = "Rates follow the scenario's year and week.")
  private boolean seasonality;

  @Option(
      names = "--migration",
      paramLabel = "SHARE",
      defaultValue = "0",
      description = "This share of the customers change their segment once.")
  private double migration;

  @Option(
      names = "--experiment",
      description = "Half of the customers get a campaign, by lot, whose uplift is known.")
  private boolean experiment;

  @Option(
      names = "--missing",
      paramLabel = "SHARE",
      defaultValue = "0",
      description = {
        "This share of attributes goes unsaid,",
        "of some the more often the higher or lower they are."
      })
  private double missing;

  @Option(
      names = "--late",
      paramLabel = "SHARE",
      defaultValue = "0",
      description = {
        "This share of orders, returns and support contacts",
        "becomes known days later."
      })
  private double late;

  /// How customers lie in files, as people write it.
  private enum Format {
    CSV,
    PARQUET;

    Layout layout() {
      return switch (this) {
        case CSV -> Layout.TABLES;
        case PARQUET -> Layout.EVENTS;
      };
    }
  }

  @Override
  public Integer call() {
    generate(System.out);
    return 0;
  }

  private void generate(PrintStream out) {
    long mostEvents = events.orElse(Long.MAX_VALUE);
    if (mostEvents < 1) {
      throw new IllegalArgumentException(
          "events is %d (expected at least 1)".formatted(mostEvents));
    }
    int mostCustomers =
        customers.orElse(events.isPresent() ? GeneratorOptions.MOST_CUSTOMERS : USUAL_CUSTOMERS);
    GeneratorOptions options =
        new GeneratorOptions(
            scenario,
            mostCustomers,
            seed,
            firstDay.orElse(lastDay.plusDays(1).minusMonths(USUAL_MONTHS)),
            lastDay,
            horizonDays,
            new Twists(drift, seasonality, migration, experiment, missing, late));
    Generator.Written written;
    try (EventsOnScreen screen =
        new EventsOnScreen(out, TrainCommand.onTerminal(), mostCustomers, events)) {
      written = new Generator(options).write(folder, format.layout(), mostEvents, screen);
    }
    out.printf(
        "Wrote %d %s with %d events to %s: %s says what the files are, %s what is really so.%n",
        written.customers(),
        scenario == Scenario.BUSINESS ? "companies" : "customers",
        written.events(),
        folder,
        GeneratedCustomers.MAPPING_FILE,
        GeneratedCustomers.TRUTH_FILE);
  }

  /// Turns a word into a scenario.
  static final class ScenarioWord implements ITypeConverter<Scenario> {
    @Override
    public Scenario convert(String word) {
      List<String> words = Stream.of(Scenario.values()).map(Scenario::word).toList();
      return Scenario.of(word)
          .orElseThrow(() ->
              new TypeConversionException(
                  "\"%s\" is no scenario (expected one of %s; did you mean %s?)"
                      .formatted(
                          word, String.join(", ", words), NearestName.to(word, words).orElse(""))));
    }
  }

  /// All scenarios' words.
  static final class ScenarioWords implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Stream.of(Scenario.values()).map(Scenario::word).iterator();
    }
  }
}
