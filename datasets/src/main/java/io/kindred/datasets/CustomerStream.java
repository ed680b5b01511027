package io.kindred.datasets;

import io.kindred.features.AttributeDefinition;
import io.kindred.features.BatchFeaturizer;
import io.kindred.features.CustomerId;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The customers of a data set one after another, for more of them than memory holds as histories.
///
/// {@link #forEach} may be called again and again and gives the same customers in the same order.
public sealed interface CustomerStream extends AutoCloseable
    permits ListedCustomers, PartitionedCustomers {
  String name();

  ZoneId zone();

  String currency();

  /// What is declared of attributes, in the order in which the mapping declares them.
  List<AttributeDefinition> attributes();

  /// Whether any customer is the contact of an account.
  boolean hasAccounts();

  /// Why the customers are held in memory; empty where they are not, or were there before.
  default Optional<String> inMemoryBecause() {
    return Optional.empty();
  }

  /// The last day with an event.
  LocalDate lastDay();

  /// Fills the featurizer's columns with each customer in turn.
  ///
  /// @param featurizer of a schema with this stream's {@link #attributes()}
  /// @param each called when the columns are full
  void forEach(BatchFeaturizer featurizer, Consumer<CustomerId> each);

  @Override
  void close();

  /// Reads all of a data set, or refuses all of it, as {@link DatasetReader} does.
  ///
  /// Parquet files whose rows need no more than their columns say are never held in memory; others
  /// are.
  ///
  /// @param badRows takes the rows that are wrong
  /// @throws DatasetException at the first thing that is wrong and may not be set aside
  static CustomerStream open(
      DatasetMapping mapping, Path dataFolder, Instant notAfter, BadRows badRows) {
    try {
      return PartitionedCustomers.read(mapping, dataFolder, notAfter);
    } catch (NoFastWay e) {
      Dataset dataset = DatasetReader.read(mapping, dataFolder, notAfter, badRows);
      return new ListedCustomers(dataset, Optional.ofNullable(e.getMessage()));
    }
  }

  /// Reads all of a data set and sets no row aside.
  ///
  /// @throws DatasetException at the first thing that is wrong
  static CustomerStream open(DatasetMapping mapping, Path dataFolder, Instant notAfter) {
    return open(mapping, dataFolder, notAfter, BadRows.none());
  }

  /// The customers of a data set that is in memory.
  static CustomerStream of(Dataset dataset) {
    return new ListedCustomers(dataset, Optional.empty());
  }
}
