package io.kindred.models.segmentation;

import io.kindred.models.segmentation.SegmentColumn.Transform;
import io.kindred.models.segmentation.SegmentNode.Leaf;
import io.kindred.models.segmentation.SegmentNode.Learned;
import io.kindred.models.segmentation.SegmentNode.Ruled;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// Segment models drawn at random, of every kind of division, for rows of {@link #ROW_SIZE}
/// features.
final class RandomSegments {
  static final int ROW_SIZE = 6;

  private final Random random;

  RandomSegments(long seed) {
    this.random = new Random(seed);
  }

  /// Values around the bounds of rules, some of them unknown.
  float[] row() {
    float[] row = new float[ROW_SIZE];
    for (int feature = 0; feature < ROW_SIZE; feature++) {
      row[feature] = random.nextInt(3) == 0 ? Float.NaN : random.nextInt(-3, 8) / 2f;
    }
    return row;
  }

  SegmentTree tree() {
    SegmentNode root = random.nextBoolean() ? learned(3) : ruled(3);
    int[] macroSegmentOf = IntStream.range(0, root.segments()).map(k -> k % 2).toArray();
    return new SegmentTree(root, macroSegmentOf);
  }

  private SegmentNode node(int depth) {
    return switch (depth == 0 ? 0 : random.nextInt(3)) {
      case 1 -> learned(depth);
      case 2 -> ruled(depth);
      default -> new Leaf();
    };
  }

  private List<SegmentNode> nodes(int count, int depth) {
    return IntStream.range(0, count).mapToObj(_ -> node(depth - 1)).toList();
  }

  private SegmentNode learned(int depth) {
    int groups = random.nextInt(2, 4);
    return new Learned(split(groups), nodes(groups, depth));
  }

  private SegmentNode ruled(int depth) {
    int groups = random.nextInt(2, 4);
    return new Ruled(rules(groups), nodes(groups, depth));
  }

  /// Six cells of two columns, given to groups as it happens, none left without.
  RuleSplit rules(int groups) {
    int one = random.nextInt(ROW_SIZE);
    int other = (one + 1 + random.nextInt(ROW_SIZE - 1)) % ROW_SIZE;
    List<List<Region>> regions = new ArrayList<>();
    IntStream.range(0, groups).forEach(_ -> regions.add(new ArrayList<>()));
    List<Region> cells = new ArrayList<>();
    for (ColumnRange range : ranges(one, 0, 2)) {
      for (ColumnRange otherRange : ranges(other, 1)) {
        cells.add(new Region(List.of(range, otherRange)));
      }
    }
    Collections.shuffle(cells, random);
    for (int i = 0; i < cells.size(); i++) {
      regions.get(i % groups).add(cells.get(i));
    }
    double[] shares = DoubleStream.generate(() -> random.nextDouble(.1, 1)).limit(groups).toArray();
    return new RuleSplit(regions, shares);
  }

  private static List<ColumnRange> ranges(int column, float... bounds) {
    List<ColumnRange> ranges = new ArrayList<>();
    float from = Float.NEGATIVE_INFINITY;
    for (float bound : bounds) {
      ranges.add(new ColumnRange(column, from, bound));
      from = bound;
    }
    ranges.add(new ColumnRange(column, from, Float.POSITIVE_INFINITY));
    return ranges;
  }

  /// Two columns of the first feature, one of each other, and a block of common factors.
  LearnedSplit split(int groups) {
    List<SegmentColumn> columns = new ArrayList<>();
    columns.add(column(0, Transform.IS_POSITIVE));
    columns.add(column(0, Transform.LOGARITHM_OF_POSITIVE));
    for (int feature = 1; feature < ROW_SIZE; feature++) {
      columns.add(column(feature, feature % 2 == 0 ? Transform.IDENTITY : Transform.LOGARITHM));
    }
    int width = columns.size();
    return new LearnedSplit(
        ROW_SIZE,
        columns,
        numbers(groups, -2, 0),
        rows(groups, width),
        rows(groups, width),
        rows(groups, width),
        List.of(factors(groups, random.nextInt(1, 4), 1, 3, 4, 6)),
        new Familiarity(numbers(width, -2, 0), numbers(width, 0, 1)));
  }

  private CommonFactors factors(int groups, int factors, int... columns) {
    double[][][] constant = new double[groups][][];
    double[][][] linear = new double[groups][][];
    double[][][] information = new double[groups][FactorAlgebra.pairs(factors)][columns.length];
    for (int k = 0; k < groups; k++) {
      constant[k] = rows(factors, columns.length);
      linear[k] = rows(factors, columns.length);
      for (int f = 0; f < factors; f++) {
        for (int g = 0; g <= f; g++) {
          for (int j = 0; j < columns.length; j++) {
            information[k][FactorAlgebra.pair(f, g)][j] = linear[k][f][j] * linear[k][g][j];
          }
        }
      }
    }
    return new CommonFactors(columns, random.nextDouble(.5, 1), constant, linear, information);
  }

  private SegmentColumn column(int feature, Transform transform) {
    return new SegmentColumn(
        feature,
        "feature " + feature,
        transform,
        random.nextDouble(-1, 1),
        random.nextDouble(.5, 2),
        -SegmentColumn.FURTHEST,
        SegmentColumn.FURTHEST);
  }

  double[][] rows(int rows, int columns) {
    return IntStream.range(0, rows).mapToObj(_ -> numbers(columns, -1, 1)).toArray(double[][]::new);
  }

  double[] numbers(int count, double from, double below) {
    return DoubleStream.generate(() -> random.nextDouble(from, below)).limit(count).toArray();
  }
}
