package io.kindred.datasets.generator;

import io.kindred.datasets.CsvTable;
import io.kindred.features.CustomerId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/// What is really so about a synthetic customer, which no model is told.
///
/// A living customer with purchase rate `l` and drop-out rate `m` a day buys within `h` days with
/// probability `l / (l + m) (1 - e^(-(l + m) h))` and makes `l / m (1 - e^(-m h))` purchases on
/// average; one who has left buys nothing. Where rates follow the calendar both are added up day by
/// day ({@link Course#prospect}).
///
/// @param account whose contact they are; empty for none
/// @param macroSegment at the end of the known time
/// @param alive had not left at the end of the known time
/// @param purchaseProbability of at least one order within the horizon, given the customer's own
///   rates and whether they are alive
/// @param expectedOrders mean number of orders within the horizon, given the same
/// @param expectedSpend mean worth of those orders
/// @param expectedSubscription mean worth of the renewals within the horizon, given the same and
///   today's plan
/// @param leaveProbability of leaving within the horizon; 1 for those who have left
/// @param ordersPerYear the customer's own rate of orders at the end, while alive and at a factor
///   of 1
/// @param rateFactor mean factor of season and drift over the horizon
/// @param migration where the customer changed their segment
/// @param uplift where the customer was part of an experiment
public record Truth(
    CustomerId customer,
    String account,
    String macroSegment,
    String microSegment,
    boolean alive,
    double purchaseProbability,
    double expectedOrders,
    double expectedSpend,
    double expectedSubscription,
    double leaveProbability,
    double ordersPerYear,
    double rateFactor,
    Optional<Migration> migration,
    Optional<Uplift> uplift) {
  /// The columns of `truth.csv`.
  static final List<Field<Truth>> FIELDS =
      List.of(
          Field.text("customer", truth -> truth.customer().value()),
          Field.text("macro_segment", Truth::macroSegment),
          Field.text("micro_segment", Truth::microSegment),
          Field.text("alive", truth -> Boolean.toString(truth.alive())),
          exact("purchase_probability", Truth::purchaseProbability),
          exact("expected_spend", Truth::expectedSpend),
          exact("orders_per_year", Truth::ordersPerYear),
          Field.text("account", Truth::account),
          exact("expected_orders", Truth::expectedOrders),
          exact("expected_subscription", Truth::expectedSubscription),
          exact("leave_probability", Truth::leaveProbability),
          exact("rate_factor", Truth::rateFactor),
          Field.text("segment_at_start", Truth::segmentAtStart),
          ofMigration("migrated_at", change -> change.at().toString()),
          ofUplift("treated", uplift -> Boolean.toString(uplift.treated())),
          ofUplift("uplift_probability", uplift -> Double.toString(uplift.probability())),
          ofUplift("uplift_orders", uplift -> Double.toString(uplift.orders())),
          ofUplift("uplift_spend", uplift -> Double.toString(uplift.spend())));

  /// A change of segment.
  ///
  /// @param from the micro-segment in which the customer began
  public record Migration(String from, Instant at) {}

  /// What an experiment's campaign does to a customer between its start and the last day's end,
  /// given whether they were alive at its start: with the treatment less without.
  ///
  /// @param treated the arm, by lot
  public record Uplift(boolean treated, double probability, double orders, double spend) {}

  /// Reads the `truth.csv` that {@link GeneratedCustomers#writeTo} wrote.
  public static List<Truth> read(Path truthCsv) {
    return CsvTable.read(truthCsv).stream().map(Truth::of).toList();
  }

  private static Truth of(Map<String, String> cells) {
    Optional<Migration> migration =
        Optional.of(cell(cells, "migrated_at"))
            .filter(text -> !text.isEmpty())
            .map(text -> new Migration(cell(cells, "segment_at_start"), Instant.parse(text)));
    Optional<Uplift> uplift =
        Optional.of(cell(cells, "treated"))
            .filter(text -> !text.isEmpty())
            .map(text ->
                new Uplift(
                    Boolean.parseBoolean(text),
                    number(cells, "uplift_probability"),
                    number(cells, "uplift_orders"),
                    number(cells, "uplift_spend")));
    return new Truth(
        new CustomerId(cell(cells, "customer")),
        cell(cells, "account"),
        cell(cells, "macro_segment"),
        cell(cells, "micro_segment"),
        Boolean.parseBoolean(cell(cells, "alive")),
        number(cells, "purchase_probability"),
        number(cells, "expected_orders"),
        number(cells, "expected_spend"),
        number(cells, "expected_subscription"),
        number(cells, "leave_probability"),
        number(cells, "orders_per_year"),
        number(cells, "rate_factor"),
        migration,
        uplift);
  }

  /// The micro-segment in which the customer began.
  public String segmentAtStart() {
    return migration.map(Migration::from).orElse(microSegment);
  }

  private static Field<Truth> exact(String name, ToDoubleFunction<Truth> number) {
    return Field.text(name, truth -> Double.toString(number.applyAsDouble(truth)));
  }

  private static Field<Truth> ofMigration(String name, Function<Migration, String> text) {
    return Field.text(name, truth -> truth.migration().map(text).orElse(""));
  }

  private static Field<Truth> ofUplift(String name, Function<Uplift, String> text) {
    return Field.text(name, truth -> truth.uplift().map(text).orElse(""));
  }

  private static double number(Map<String, String> cells, String column) {
    return Double.parseDouble(cell(cells, column));
  }

  private static String cell(Map<String, String> cells, String column) {
    String cell = cells.get(column);
    if (cell == null) {
      throw new IllegalArgumentException(
          "the truth has no column %s (expected a truth.csv of this version)".formatted(column));
    }
    return cell;
  }
}
