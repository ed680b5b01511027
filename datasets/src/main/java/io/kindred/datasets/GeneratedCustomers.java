package io.kindred.datasets;

import java.nio.file.Path;
import java.util.List;

/// Synthetic customers, what is known of them, what they do next, and the truth.
///
/// @param customers by id
public record GeneratedCustomers(GeneratorOptions options, List<GeneratedCustomer> customers) {
  /// Names of what {@link #writeTo} writes beside the data files.
  public static final String MAPPING_FILE = "dataset.yaml";

  public static final String TRUTH_FILE = "truth.csv";
  public static final String FUTURE_ORDERS_FILE = "future_orders.csv";

  public GeneratedCustomers {
    customers = List.copyOf(customers);
  }

  /// Writes the folder that a shop with these customers would have: a mapping and data files of
  /// what is known, and beside them the truth and the future's orders, which the mapping does not
  /// name.
  ///
  /// The folder appears whole or not at all.
  ///
  /// @param folder must not exist, or be empty
  /// @return this
  public GeneratedCustomers writeTo(Path folder) {
    GeneratedFolder.write(this, folder);
    return this;
  }
}
