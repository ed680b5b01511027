package io.kindred.datasets;

/// A table or view of a database, as a mapping names it: `orders`, or `sales.orders` with its
/// schema.
///
/// @param place where the mapping names it, such as `dataset.yaml:5:14`, for errors about it
public record TableName(String name, String place) {
  public TableName {
    if (name.isBlank()) {
      throw new IllegalArgumentException(
          "table is blank (expected the name of a table or view of the database)");
    }
  }
}
