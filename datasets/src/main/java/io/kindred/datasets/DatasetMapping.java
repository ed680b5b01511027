package io.kindred.datasets;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/// What `dataset.yaml` says: which columns of which files are customers, events and attributes.
///
/// @param name of the data set, for people
/// @param zone where calendar days begin and end, and whose clock a time without a zone is of; UTC
///   where it is left out
/// @param currency of every amount, as in ISO 4217; empty where there is no money
public record DatasetMapping(String name, ZoneId zone, String currency, List<TableMapping> tables) {
  public DatasetMapping {
    zone = zone == null ? ZoneOffset.UTC : zone;
    currency = currency == null ? "" : currency;
    tables = tables == null ? List.of() : List.copyOf(tables);
    if (name == null || name.isBlank()) {
      throw new IllegalArgumentException("name is missing (expected what to call the data set)");
    }
    if (!currency.matches("([A-Z]{3})?")) {
      throw new IllegalArgumentException(
          "currency is \"%s\" (expected three capital letters such as EUR)".formatted(currency));
    }
    if (tables.isEmpty()) {
      throw new IllegalArgumentException("tables is missing (expected at least one table)");
    }
  }

  /// Reads a mapping from a YAML file.
  ///
  /// @throws DatasetException where it is missing, no YAML, or says something it cannot mean
  public static DatasetMapping read(Path yaml) {
    return MappingReader.read(yaml);
  }
}
