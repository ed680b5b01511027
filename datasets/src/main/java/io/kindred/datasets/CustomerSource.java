package io.kindred.datasets;

/// What says whose row it is.
public sealed interface CustomerSource {

  /// An id in a column.
  record InColumn(Column column) implements CustomerSource {}

  /// Each row is a customer of its own and its number, from 1, the id.
  record RowNumber() implements CustomerSource {}

  /// The long form in a mapping: `{column: id}` or `{rowNumber: true}`.
  record Written(Column column, boolean rowNumber) {
    public Written {
      if ((column == null) == !rowNumber) {
        throw new IllegalArgumentException(
            "expected either a column or rowNumber: true, to say whose row it is");
      }
    }

    CustomerSource source() {
      return rowNumber ? new RowNumber() : new InColumn(column);
    }
  }
}
