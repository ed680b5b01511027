package io.kindred.datasets.generator;

import java.nio.file.Path;
import java.util.List;

/// Synthetic customers, what is known of them, what they do next, and the truth.
///
/// @param customers by id; where there are accounts their contacts
/// @param accounts by id; empty where customers are people
public record GeneratedCustomers(
    GeneratorOptions options, List<GeneratedCustomer> customers, List<GeneratedAccount> accounts) {
  /// Names of what {@link #writeTo} writes beside the data files.
  public static final String MAPPING_FILE = "dataset.yaml";

  public static final String TRUTH_FILE = "truth.csv";
  public static final String ACCOUNTS_TRUTH_FILE = "truth_accounts.csv";
  public static final String FUTURE_ORDERS_FILE = "future_orders.csv";

  public GeneratedCustomers {
    customers = List.copyOf(customers);
    accounts = List.copyOf(accounts);
  }

  /// How many events are known.
  public long events() {
    return customers.stream().mapToLong(customer -> customer.known().events().size()).sum()
        + accounts.stream().mapToLong(account -> account.known().events().size()).sum();
  }

  /// Writes the folder that a company with these customers would have: a mapping and data files of
  /// what is known, and beside them the truth and the future's orders, which the mapping does not
  /// name.
  ///
  /// The folder appears whole or not at all.
  ///
  /// @param folder must not exist, or be empty
  /// @return this
  public GeneratedCustomers writeTo(Path folder) {
    GeneratedFolder.write(folder, options, Layout.TABLES, writer -> writer.add(this));
    return this;
  }
}
