package io.kindred.training.mixture;

import io.kindred.training.mixture.MixedColumn.Family;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Standardised customers, one array each, NaN where unknown.
///
/// @param values by row and column; never changed once here
public record MixedRows(double[][] values, List<MixedColumn> columns) {
  public MixedRows {
    columns = List.copyOf(columns);
  }

  public int size() {
    return values.length;
  }

  int width() {
    return columns.size();
  }

  boolean yesNo(int column) {
    return columns.get(column).family() == Family.YES_NO;
  }

  int group(int column) {
    return columns.get(column).group();
  }

  public MixedRows select(int[] rows) {
    return with(Arrays.stream(rows).mapToObj(row -> values[row]).toArray(double[][]::new));
  }

  public MixedRows with(double[][] otherValues) {
    return new MixedRows(otherValues, columns);
  }

  /// Row numbers in an order drawn at random.
  public int[] shuffled(RandomGenerator random) {
    return shuffled(size(), random);
  }

  /// The numbers from 0 to below a count in an order drawn at random.
  public static int[] shuffled(int count, RandomGenerator random) {
    int[] order = IntStream.range(0, count).toArray();
    for (int i = order.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
    return order;
  }

  /// At most this many rows, drawn at random where there are more.
  public MixedRows sample(int most, RandomGenerator random) {
    return size() <= most ? this : select(Arrays.copyOf(shuffled(random), most));
  }

  /// How many columns stand in a column's group.
  int groupSize(int column) {
    return (int) columns.stream().filter(other -> other.group() == group(column)).count();
  }

  /// Points for distances between rows: unknown values at their column's mean, every column of unit
  /// variance times its weight, the words of a category together as one column.
  public double[][] points() {
    double[][] points = new double[size()][width()];
    for (int d = 0; d < width(); d++) {
      double sum = 0;
      double squares = 0;
      int known = 0;
      for (double[] row : values) {
        if (!Double.isNaN(row[d])) {
          sum += row[d];
          squares += row[d] * row[d];
          known++;
        }
      }
      double mean = known == 0 ? 0 : sum / known;
      double variance = known == 0 ? 0 : squares / known - mean * mean;
      double factor =
          variance > 1e-9 ? Math.sqrt(columns.get(d).weight() / variance / groupSize(d)) : 0;
      for (int i = 0; i < size(); i++) {
        points[i][d] = Double.isNaN(values[i][d]) ? 0 : (values[i][d] - mean) * factor;
      }
    }
    return points;
  }
}
