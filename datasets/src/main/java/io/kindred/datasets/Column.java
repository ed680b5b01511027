package io.kindred.datasets;

/// A column of a table, as a mapping names it.
///
/// @param place where the mapping names it, such as `dataset.yaml:12:15`, for errors about it
public record Column(String name, String place) {
  public Column {
    if (name.isBlank()) {
      throw new IllegalArgumentException("column name is blank (expected a name of the header)");
    }
  }
}
