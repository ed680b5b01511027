package io.kindred.serving.demo;

import io.kindred.models.GoldenRow;
import io.kindred.models.format.GoldenFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// The demo's customers: what is known of each, what training says of them, and the truth.
///
/// @param ids the customers' ids, in the order of the rows, as everything here
/// @param rows their histories and training's outputs
/// @param purchaseProbabilities what truly is the probability that they buy within the horizon
/// @param expectedSpends what they truly will spend on average within it
record DemoCustomers(
    List<String> ids,
    List<GoldenRow> rows,
    List<String> macroSegments,
    List<String> microSegments,
    double[] purchaseProbabilities,
    double[] expectedSpends) {
  private static final String CUSTOMERS_FILE = "customers.pb";
  private static final String TRUTH_FILE = "truth.csv";

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
    return new DemoCustomers(
        truth.column("customer"),
        rows,
        truth.column("macro_segment"),
        truth.column("micro_segment"),
        truth.numbers("purchase_probability"),
        truth.numbers("expected_spend"));
  }

  int size() {
    return rows.size();
  }
}
