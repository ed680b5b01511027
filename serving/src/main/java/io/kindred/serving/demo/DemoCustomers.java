package io.kindred.serving.demo;

import io.kindred.models.GoldenRow;
import io.kindred.models.format.GoldenFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The demo's customers: what is known of each, what training says of them, and the truth.
///
/// @param ids the customers' ids, in the order of the rows, as everything here
/// @param rows their histories and training's outputs
/// @param purchaseProbabilities what truly is the probability that they buy within the horizon
/// @param expectedSpends what they truly will spend on average within it
/// @param firstOrders when each first ordered after the rows' moment; none for those who did not
record DemoCustomers(
    List<String> ids,
    List<GoldenRow> rows,
    List<String> macroSegments,
    List<String> microSegments,
    double[] purchaseProbabilities,
    double[] expectedSpends,
    List<Optional<Instant>> firstOrders) {
  private static final String CUSTOMERS_FILE = "customers.pb";
  private static final String TRUTH_FILE = "truth.csv";
  private static final String FUTURE_FILE = "future_orders.csv";

  /// Reads the folder that the demo's first half wrote.
  static DemoCustomers read(Path folder) throws IOException {
    List<GoldenRow> rows = GoldenFile.read(folder.resolve(CUSTOMERS_FILE));
    CsvTable truth = CsvTable.read(folder.resolve(TRUTH_FILE));
    if (truth.size() != rows.size()) {
      throw new IOException(
          "%s: has %d customers and %s has %d (expected the same, in the same order; run the demo again)"
              .formatted(
                  folder.resolve(TRUTH_FILE), truth.size(), CUSTOMERS_FILE, rows.size()));
    }
    List<String> ids = truth.column("customer");
    Map<String, Instant> firstOrders = firstOrders(folder.resolve(FUTURE_FILE));
    return new DemoCustomers(
        ids,
        rows,
        truth.column("macro_segment"),
        truth.column("micro_segment"),
        truth.numbers("purchase_probability"),
        truth.numbers("expected_spend"),
        ids.stream().map(id -> Optional.ofNullable(firstOrders.get(id))).toList());
  }

  private static Map<String, Instant> firstOrders(Path file) throws IOException {
    CsvTable orders = CsvTable.read(file);
    List<String> customers = orders.column("customer");
    List<Instant> times = orders.times("time");
    Map<String, Instant> first = new HashMap<>();
    for (int i = 0; i < orders.size(); i++) {
      first.merge(customers.get(i), times.get(i), (a, b) -> a.isBefore(b) ? a : b);
    }
    return first;
  }

  int size() {
    return rows.size();
  }
}
