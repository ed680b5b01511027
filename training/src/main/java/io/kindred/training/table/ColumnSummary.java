package io.kindred.training.table;

/// What one column of a feature table holds.
///
/// @param rows all of them
/// @param known those where the value is known; the other figures are theirs
/// @param sum in double precision, in the order of the rows
public record ColumnSummary(
    String name, long rows, long known, double sum, double least, double most) {

  static final class Sums {
    private final String name;
    private long rows;
    private long known;
    private double sum;
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;

    Sums(String name) {
      this.name = name;
    }

    void add(double value) {
      rows++;
      if (!Double.isNaN(value)) {
        known++;
        sum += value;
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
    }

    ColumnSummary summary() {
      return new ColumnSummary(
          name, rows, known, sum, known == 0 ? Double.NaN : least, known == 0 ? Double.NaN : most);
    }
  }
}
