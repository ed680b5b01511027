package io.kindred.training.segmentation;

import io.kindred.features.FeatureTable;
import io.kindred.models.Persona;
import io.kindred.models.segmentation.SegmentTree;
import io.kindred.training.mixture.MixedRows;
import io.kindred.training.mixture.SmileClustering;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Segments beside those of other ways, on a sample of the same customers: the columns and weights
/// that the mixture was fitted to, unknown values at their column's mean.
///
/// @param ours as found when their number was chosen
/// @param others k-means, G-means, hierarchical clustering and HDBSCAN
public record Comparison(Row ours, List<Row> others) {
  private static final int SPLITS = 2;

  /// Fewer customers cannot be halved and still carry two segments.
  private static final int FEWEST_ROWS = 4 * Persona.FEWEST_CUSTOMERS;

  public Comparison {
    others = List.copyOf(others);
  }

  /// One way to segment.
  ///
  /// @param segments how many it has
  /// @param findsNumber whether it found the number itself; else it was told ours
  /// @param stability agreement (adjusted Rand index) of the fits of two halves on all customers; 0
  ///   where a half shows no segment at all
  /// @param leftOut the share of the customers that it leaves in no segment
  /// @param agreement with our segments (adjusted Rand index), those in no segment being one more
  public record Row(
      String name,
      int segments,
      boolean findsNumber,
      double stability,
      double leftOut,
      double agreement) {}

  /// The comparison in the largest macro-segment in which segments were learned; nothing where none
  /// were, or too few customers are in it.
  ///
  /// @param table that the segments were fitted to
  /// @param options that they were fitted with
  public static Optional<Comparison> ofLargest(
      SegmentFit fit, FeatureTable table, SegmentationOptions options) {
    Optional<Integer> part = fit.largestPart();
    if (part.isEmpty()) {
      return Optional.empty();
    }
    List<Optional<Segmentation>> parts = fit.parts();
    int from =
        parts.subList(0, part.get()).stream()
            .mapToInt(each -> each.map(Segmentation::segments).orElse(1))
            .sum();
    Segmentation segmentation = parts.get(part.get()).orElseThrow();
    int to = from + segmentation.segments();
    SegmentTree tree = fit.trees().whole();
    int[] members =
        IntStream.range(0, table.size())
            .filter(row -> {
              int segment = tree.segment(table.row(row));
              return from <= segment && segment < to;
            })
            .toArray();
    return of(segmentation, table.select(members), options);
  }

  /// @param table that the segments were fitted to
  static Optional<Comparison> of(
      Segmentation segmentation, FeatureTable table, SegmentationOptions options) {
    ColumnChoice choice = ColumnChoice.of(table, options.smallestShare());
    if (table.size() < FEWEST_ROWS || choice.columns().isEmpty()) {
      return Optional.empty();
    }
    MixedRows rows = choice.rows();
    SplittableRandom random = new SplittableRandom(options.seed());
    int[] order = rows.shuffled(random);
    List<Row> others = new ArrayList<>();
    for (Peer peer : Peer.all(segmentation.segments(), options)) {
      int[] sample = Arrays.copyOf(order, Math.min(order.length, peer.mostRows()));
      int[] ours = segmentation.assign(table.select(sample));
      others.add(row(peer, rows.select(sample).points(), ours, random));
    }
    return Optional.of(
        new Comparison(
            new Row("ours", segmentation.segments(), true, segmentation.chosen().stability(), 0, 1),
            others));
  }

  private static Row row(Peer peer, double[][] points, int[] ours, SplittableRandom random) {
    int[] whole = peer.way().fit(points, random.nextLong()).assign(points);
    double stability = 0;
    for (int split = 0; split < SPLITS; split++) {
      int[] order = MixedRows.shuffled(points.length, random);
      int half = points.length / 2;
      int[] one = ofHalf(peer, points, Arrays.copyOf(order, half), random.nextLong());
      int[] other =
          ofHalf(peer, points, Arrays.copyOfRange(order, half, order.length), random.nextLong());
      if (segments(one) > 0 && segments(other) > 0) {
        stability += SmileClustering.adjustedRandIndex(one, other) / SPLITS;
      }
    }
    long leftOut = Arrays.stream(whole).filter(segment -> segment == Peer.LEFT_OUT).count();
    return new Row(
        peer.name(),
        segments(whole),
        peer.findsNumber(),
        stability,
        (double) leftOut / points.length,
        SmileClustering.adjustedRandIndex(whole, ours));
  }

  private static int[] ofHalf(Peer peer, double[][] points, int[] half, long seed) {
    double[][] seen = Arrays.stream(half).mapToObj(row -> points[row]).toArray(double[][]::new);
    return peer.way().fit(seen, seed).assign(points);
  }

  private static int segments(int[] assignment) {
    return (int)
        Arrays.stream(assignment).filter(segment -> segment != Peer.LEFT_OUT).distinct().count();
  }
}
