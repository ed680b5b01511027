package io.kindred.datasets.infer;

import java.util.List;

/// A mapping drafted from files, and what each of its guesses goes by.
///
/// @param yaml the mapping, with a comment on every guess
/// @param tables what was found
/// @param guesses one for every use of a column
/// @param checks lines of the mapping that a person should look at
public record Draft(String yaml, List<Found> tables, List<Guess> guesses, List<String> checks) {
  public Draft {
    tables = List.copyOf(tables);
    guesses = List.copyOf(guesses);
    checks = List.copyOf(checks);
  }

  /// Files that are written alike.
  ///
  /// @param delimiter as a mapping writes it; empty for Parquet
  /// @param whole whether all rows were looked at
  public record Found(
      List<String> files,
      int rows,
      boolean whole,
      String delimiter,
      String encoding,
      boolean header,
      String decimal,
      List<FoundColumn> columns) {}

  /// One of their columns.
  ///
  /// @param kind `number`, `time` or `text`
  /// @param blankShare of cells that are blank or say "unknown"
  public record FoundColumn(String name, String kind, int distinct, double blankShare) {}
}
