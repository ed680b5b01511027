package io.kindred.training.export;

import io.kindred.models.segmentation.ColumnRange;
import io.kindred.models.segmentation.CommonFactors;
import io.kindred.models.segmentation.FactorAlgebra;
import io.kindred.models.segmentation.Familiarity;
import io.kindred.models.segmentation.KnownBands;
import io.kindred.models.segmentation.LearnedSplit;
import io.kindred.models.segmentation.Probabilities;
import io.kindred.models.segmentation.Region;
import io.kindred.models.segmentation.RuleSplit;
import io.kindred.models.segmentation.SegmentColumn;
import io.kindred.models.segmentation.SegmentColumn.Transform;
import io.kindred.models.segmentation.SegmentForecast;
import io.kindred.models.segmentation.SegmentModel;
import io.kindred.models.segmentation.SegmentNode;
import io.kindred.models.segmentation.SegmentNode.Leaf;
import io.kindred.models.segmentation.SegmentNode.Learned;
import io.kindred.models.segmentation.SegmentNode.Ruled;
import io.kindred.models.segmentation.SegmentTree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Segments with divisions of every kind, drawn at random.
final class RandomSegments {
  private static final List<Transform> TRANSFORMS = List.of(Transform.values());
  private static final float[] BOUNDS = {-3, 0, .5f, 1, 2, 7, 1e6f, 1e-30f};

  private final SplittableRandom random;
  private final int features;

  RandomSegments(SplittableRandom random, int features) {
    this.random = random;
    this.features = features;
  }

  /// One learned division.
  SegmentModel learned(int segments, int columns, int factors) {
    return model(Learned.ofLeaves(split(segments, columns, factors)));
  }

  /// Divisions by rules and learned ones within each other, up to a depth.
  SegmentModel tree(int depth) {
    return model(node(depth, true));
  }

  private SegmentModel model(SegmentNode root) {
    int segments = root.segments();
    KnownBands bands = bands();
    return new SegmentModel(
        new SegmentTree(
            root, IntStream.range(0, segments).map(k -> k % Math.min(segments, 3)).toArray()),
        bands,
        IntStream.rangeClosed(0, random.nextInt(3))
            .mapToObj(days -> forecast(days, segments, bands.size()))
            .toList());
  }

  private SegmentNode node(int depth, boolean divided) {
    if (depth == 0 || !divided) {
      return new Leaf();
    }
    int groups = 1 + random.nextInt(4);
    List<SegmentNode> children = new ArrayList<>();
    while (children.size() < groups) {
      children.add(node(depth - 1, random.nextBoolean()));
    }
    return random.nextBoolean()
        ? new Ruled(rules(groups), children)
        : new Learned(split(groups, random.nextInt(features), random.nextInt(4)), children);
  }

  /// Regions that divide all rows among them, dealt out to the groups.
  private RuleSplit rules(int groups) {
    List<Region> regions = new ArrayList<>(List.of(Region.EVERYWHERE));
    while (regions.size() < groups + random.nextInt(4)) {
      Region cut = regions.remove(random.nextInt(regions.size()));
      float bound = BOUNDS[random.nextInt(BOUNDS.length)];
      ColumnRange range = new ColumnRange(random.nextInt(features), bound, Float.POSITIVE_INFINITY);
      cut.within(range).ifPresent(regions::add);
      range.complement().forEach(other -> cut.within(other).ifPresent(regions::add));
    }
    List<List<Region>> dealt = new ArrayList<>();
    for (int g = 0; g < groups; g++) {
      int group = g;
      dealt.add(
          IntStream.range(0, regions.size())
              .filter(r -> r % groups == group)
              .mapToObj(regions::get)
              .toList());
    }
    double[] shares = random.doubles(groups, .01, 1).toArray();
    double sum = Arrays.stream(shares).sum();
    return new RuleSplit(dealt, Arrays.stream(shares).map(share -> share / sum).toArray());
  }

  private LearnedSplit split(int groups, int columns, int factors) {
    List<SegmentColumn> of = new ArrayList<>();
    for (int d = 0; d < columns; d++) {
      Transform transform = TRANSFORMS.get(random.nextInt(TRANSFORMS.size()));
      boolean isYesNo = transform == Transform.IS_POSITIVE;
      of.add(
          new SegmentColumn(
              features - 1 - d,
              "c" + d,
              transform,
              isYesNo ? 0 : normal(),
              isYesNo ? 1 : .1 + random.nextDouble(),
              -random.nextDouble(.5, SegmentColumn.FURTHEST),
              random.nextDouble(.5, SegmentColumn.FURTHEST)));
    }
    double[][] quadratic = matrix(groups, columns);
    for (double[] row : quadratic) {
      for (int d = 0; d < columns; d++) {
        row[d] = -Math.abs(row[d]);
      }
    }
    return new LearnedSplit(
        features,
        of,
        logShares(groups),
        matrix(groups, columns),
        matrix(groups, columns),
        quadratic,
        columns == 0 || factors == 0
            ? List.of()
            : List.of(factors(groups, columns, factors), factors(groups, columns, factors)),
        new Familiarity(vector(columns), Arrays.stream(vector(columns)).map(Math::abs).toArray()));
  }

  /// As of Gaussians with random loadings, of a random part of the columns.
  private CommonFactors factors(int groups, int width, int factors) {
    int[] columns = IntStream.range(0, width).filter(d -> d == 0 || random.nextBoolean()).toArray();
    double[][][] constant = new double[groups][factors][columns.length];
    double[][][] linear = new double[groups][factors][columns.length];
    double[][][] information = new double[groups][FactorAlgebra.pairs(factors)][columns.length];
    for (int k = 0; k < groups; k++) {
      for (int j = 0; j < columns.length; j++) {
        double[] loading = vector(factors);
        double variance = .05 + random.nextDouble();
        double mean = normal();
        for (int f = 0; f < factors; f++) {
          linear[k][f][j] = loading[f] / variance;
          constant[k][f][j] = -mean * loading[f] / variance;
          for (int g = 0; g <= f; g++) {
            information[k][FactorAlgebra.pair(f, g)][j] = loading[f] * loading[g] / variance;
          }
        }
      }
    }
    return new CommonFactors(columns, .2 + random.nextDouble(), constant, linear, information);
  }

  private KnownBands bands() {
    return switch (random.nextInt(3)) {
      case 0 ->
          new KnownBands(
              new int[] {0}, false, new double[] {1, 2, 5}, List.of("none", "one", "few", "many"));
      case 1 ->
          new KnownBands(
              IntStream.range(0, 1 + random.nextInt(features)).toArray(),
              true,
              new double[] {.25, .5, 1},
              List.of("little", "some", "most", "all"));
      default -> new KnownBands(new int[] {1}, false, new double[0], List.of("all"));
    };
  }

  private SegmentForecast forecast(int days, int segments, int bands) {
    double[][] weight = matrix(segments, segments);
    for (double[] row : weight) {
      for (int j = 0; j < segments; j++) {
        row[j] *= .2;
      }
    }
    return new SegmentForecast(
        days, random.doubles(bands, .3, 1.5).toArray(), weight, matrix(bands, segments));
  }

  private double[] logShares(int groups) {
    return Arrays.stream(Probabilities.softmax(vector(groups))).map(Math::log).toArray();
  }

  private double[] vector(int length) {
    return random.doubles(length).map(_ -> normal()).toArray();
  }

  private double[][] matrix(int rows, int columns) {
    return IntStream.range(0, rows).mapToObj(_ -> vector(columns)).toArray(double[][]::new);
  }

  private double normal() {
    return random.nextGaussian();
  }
}
