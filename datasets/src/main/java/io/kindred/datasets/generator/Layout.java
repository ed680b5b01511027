package io.kindred.datasets.generator;

/// How customers lie in files.
public enum Layout {
  /// A table for each kind of event, in each of the formats that the reader knows, customer by
  /// customer.
  TABLES,
  /// One Parquet table of all events in the order of time, as a warehouse has it, and tables of who
  /// the customers are.
  EVENTS
}
