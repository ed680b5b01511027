package io.kindred.training.segmentation;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Standardised customers, one array each, NaN where unknown.
///
/// @param values by row and column; never changed once here
/// @param yesNo which columns are 0 or 1
/// @param groups the first column of each column's group: the words of one category stand together,
///   of which a customer has at most one; any other column is its own group
/// @param weights how much each column's log-density counts
/// @param floors the smallest variance that a component may have in each column
record MixedRows(
    double[][] values, boolean[] yesNo, int[] groups, double[] weights, double[] floors) {

  int size() {
    return values.length;
  }

  int columns() {
    return weights.length;
  }

  MixedRows select(int[] rows) {
    return with(Arrays.stream(rows).mapToObj(row -> values[row]).toArray(double[][]::new));
  }

  MixedRows with(double[][] otherValues) {
    return new MixedRows(otherValues, yesNo, groups, weights, floors);
  }

  /// Row numbers in an order drawn at random.
  int[] shuffled(RandomGenerator random) {
    int[] order = IntStream.range(0, size()).toArray();
    for (int i = order.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
    return order;
  }

  /// At most this many rows, drawn at random where there are more.
  MixedRows sample(int most, RandomGenerator random) {
    return size() <= most ? this : select(Arrays.copyOf(shuffled(random), most));
  }

  /// How many columns stand in a column's group.
  int groupSize(int column) {
    return (int) Arrays.stream(groups).filter(group -> group == groups[column]).count();
  }

  /// Points for distances between rows: unknown values at their column's mean, every column of unit
  /// variance times its weight, the words of a category together as one column.
  double[][] points() {
    double[][] points = new double[size()][columns()];
    for (int d = 0; d < columns(); d++) {
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
      double factor = variance > 1e-9 ? Math.sqrt(weights[d] / variance / groupSize(d)) : 0;
      for (int i = 0; i < size(); i++) {
        points[i][d] = Double.isNaN(values[i][d]) ? 0 : (values[i][d] - mean) * factor;
      }
    }
    return points;
  }
}
