package io.kindred.datasets;

import io.kindred.features.CustomerId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// What is really so about a synthetic customer, which no model is told.
///
/// A living customer with purchase rate `l` and drop-out rate `m` a day buys within `h` days with
/// probability `l / (l + m) (1 - e^(-(l + m) h))` and makes `l / m (1 - e^(-m h))` purchases on
/// average; one who has left buys nothing.
///
/// @param alive had not left at the end of the known time
/// @param purchaseProbability of at least one order within the horizon, given the customer's own
///   rates and whether they are alive
/// @param expectedSpend mean worth of the orders within the horizon, given the same
/// @param ordersPerYear the customer's own rate of orders while alive
public record Truth(
    CustomerId customer,
    String macroSegment,
    String microSegment,
    boolean alive,
    double purchaseProbability,
    double expectedSpend,
    double ordersPerYear) {
  static final List<String> COLUMNS =
      List.of(
          "customer",
          "macro_segment",
          "micro_segment",
          "alive",
          "purchase_probability",
          "expected_spend",
          "orders_per_year");

  /// Reads the `truth.csv` that {@link GeneratedCustomers#writeTo} wrote.
  public static List<Truth> read(Path truthCsv) {
    List<Truth> truths = new ArrayList<>();
    try (Rows rows =
        new DataFiles(truthCsv.toAbsolutePath().resolveSibling(""))
            .open(truthCsv.toAbsolutePath(), TableFormat.PLAIN)) {
      List<Function<Row, String>> cells =
          COLUMNS.stream()
              .map(name -> rows.header().index(new Column(name, "truth")))
              .<Function<Row, String>>map(index -> row -> row.cells()[index])
              .toList();
      rows.forEach(row -> {
        List<String> texts = cells.stream().map(cell -> cell.apply(row)).toList();
        truths.add(
            new Truth(
                new CustomerId(texts.get(0)),
                texts.get(1),
                texts.get(2),
                Boolean.parseBoolean(texts.get(3)),
                Double.parseDouble(texts.get(4)),
                Double.parseDouble(texts.get(5)),
                Double.parseDouble(texts.get(6))));
      });
    }
    return List.copyOf(truths);
  }

  List<String> cells() {
    return List.of(
        customer.value(),
        macroSegment,
        microSegment,
        Boolean.toString(alive),
        Double.toString(purchaseProbability),
        Double.toString(expectedSpend),
        Double.toString(ordersPerYear));
  }
}
