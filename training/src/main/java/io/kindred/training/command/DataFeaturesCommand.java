package io.kindred.training.command;

import io.kindred.datasets.BadRows;
import io.kindred.datasets.CustomerStream;
import io.kindred.datasets.FeatureFile;
import io.kindred.features.AsOf;
import io.kindred.features.FeatureSchema;
import io.kindred.training.SchemaChoice;
import io.kindred.training.TrainingFile;
import io.kindred.training.TrainingOptions;
import io.kindred.training.policy.PermittedAttributes;
import io.kindred.training.table.ColumnSummary;
import io.kindred.training.table.FeatureTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/// `kindred data features`: the feature table that training would see, as a file.
@Command(
    name = "features",
    description = {
      "Compute every customer's features as of one or several days, by the same code as the service.",
      "Example: kindred data features training.yaml --as-of 2026-03-31 --horizon-days 90 --output panel.parquet"
    },
    mixinStandardHelpOptions = true)
final class DataFeaturesCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "FILE",
      description = "A training file, or a mapping file; see docs/features.md.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path file;

  @Option(
      names = "--as-of",
      paramLabel = "DAY",
      description =
          "The last day that is known; several make a training panel (default: the training file's, or"
              + " the last day from which the horizon can be seen).")
  private List<LocalDate> days = List.of();

  @Option(
      names = "--horizon-days",
      paramLabel = "DAYS",
      description = "Also what each customer buys within so many days after.")
  private @Nullable Integer horizonDays;

  @Option(
      names = "--feature",
      paramLabel = "NAME",
      description = "Only these features (default: all that the data give).")
  private List<String> names = List.of();

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Where to write the rows: a name ending in .parquet or .csv.")
  private @Nullable Path output;

  @Option(
      names = "--summary",
      paramLabel = "FILE",
      description = "Where to write what each column holds, as JSON.")
  private @Nullable Path summary;

  @Mixin private BadRowsChoice badRowsChoice = new BadRowsChoice();

  @Override
  public Integer call() throws IOException {
    if (horizonDays != null && horizonDays < 1) {
      throw new IllegalArgumentException(
          "--horizon-days is %d (expected 1 or more)".formatted(horizonDays));
    }
    if (output != null) {
      FeatureFile.check(output);
    }
    TrainingFile training = TrainingFile.readEither(file);
    try (BadRows badRows = badRowsChoice.open();
        CustomerStream customers =
            CustomerStream.open(
                training.mapping(), training.data(), InstantSource.system().instant(), badRows)) {
      List<LocalDate> asOf = days(training.options(), customers.lastDay());
      List<Instant> moments = asOf.stream().map(day -> AsOf.endOf(day, customers.zone())).toList();
      FeatureSchema schema = schema(customers, moments, training.options());
      List<ColumnSummary> columns = compute(customers, schema, moments);
      print(columns, moments.size());
      customers
          .inMemoryBecause()
          .ifPresent(reason -> System.out.printf("%nRead into memory: %s.%n", reason));
      if (badRows.count() > 0) {
        System.out.printf(
            "%nSet aside %d bad rows, listed in %s.%n", badRows.count(), badRows.listedIn());
      }
      if (summary != null) {
        Files.writeString(summary, json(columns));
      }
    }
    return 0;
  }

  /// The days asked for, each once; else the training file's, or the last from which the horizon
  /// can be seen.
  private List<LocalDate> days(TrainingOptions options, LocalDate lastDay) {
    LocalDate latest = lastDay.minusDays(horizonDays == null ? 0 : horizonDays);
    List<LocalDate> asked =
        days.isEmpty()
            ? List.of(options.asOf().filter(day -> !day.isAfter(latest)).orElse(latest))
            : days.stream().distinct().sorted().toList();
    if (asked.getLast().isAfter(latest)) {
      // The days after the data would count as days on which nothing happened.
      throw new IllegalArgumentException(
          "--as-of is %s%s, but the data end on %s (expected %s or earlier)"
              .formatted(
                  asked.getLast(),
                  horizonDays == null ? "" : " and looks %d days ahead".formatted(horizonDays),
                  lastDay,
                  latest));
    }
    return asked;
  }

  private FeatureSchema schema(
      CustomerStream customers, List<Instant> moments, TrainingOptions options) {
    PermittedAttributes attributes =
        PermittedAttributes.of(customers, options.policy(), options.features().declared());
    if (!names.isEmpty()) {
      attributes.orRefuse(names);
      return FeatureSchema.of(
          customers.zone(),
          customers.currency(),
          customers.attributes(),
          options.features().declared(),
          names);
    }
    attributes.orRefuse();
    options.macro().checkPermitted(attributes);
    Instant latest = moments.stream().max(Instant::compareTo).orElseThrow();
    FeatureSchema all =
        SchemaChoice.of(customers, _ -> true, latest, options.features(), options.macro());
    return all.only(all.names().stream().filter(attributes::permits).toList());
  }

  private List<ColumnSummary> compute(
      CustomerStream customers, FeatureSchema schema, List<Instant> moments) {
    OptionalInt horizon = horizonDays == null ? OptionalInt.empty() : OptionalInt.of(horizonDays);
    if (output == null) {
      return FeatureTables.of(customers, schema, moments, horizon, (_, _, _, _) -> {});
    }
    try (FeatureFile rows = new FeatureFile(output, schema.names(), horizon.isPresent())) {
      List<ColumnSummary> columns =
          FeatureTables.of(
              customers,
              schema,
              moments,
              horizon,
              (customer, asOf, row, purchases) ->
                  rows.add(customer, LocalDate.ofInstant(asOf, customers.zone()), row, purchases));
      rows.finish();
      return columns;
    }
  }

  private void print(List<ColumnSummary> columns, int moments) {
    long rows = columns.getFirst().rows();
    System.out.printf(
        "%d rows of %d columns as of %d %s%s%n%n",
        rows,
        columns.size(),
        moments,
        moments == 1 ? "day" : "days",
        Optional.ofNullable(output).map(written -> ", written to " + written).orElse(""));
    System.out.printf(
        Locale.ROOT, "%-44s %7s %12s %12s %12s%n", "Column", "known", "mean", "least", "most");
    for (ColumnSummary column : columns) {
      System.out.printf(
          Locale.ROOT,
          "%-44s %5.1f %% %12.5g %12.5g %12.5g%n",
          column.name(),
          100.0 * column.known() / Math.max(rows, 1),
          column.known() == 0 ? Double.NaN : column.sum() / column.known(),
          column.least(),
          column.most());
    }
  }

  private static String json(List<ColumnSummary> columns) {
    SequencedMap<String, Object> features = new LinkedHashMap<>();
    for (ColumnSummary column : columns) {
      SequencedMap<String, Object> facts = new LinkedHashMap<>();
      facts.put("known", column.known());
      facts.put("sum", column.sum());
      features.put(column.name(), facts);
    }
    SequencedMap<String, Object> all = new LinkedHashMap<>();
    all.put("rows", columns.getFirst().rows());
    all.put("features", features);
    return JsonMapper.builder().build().writeValueAsString(all);
  }
}
