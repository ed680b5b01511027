package io.kindred.models.segmentation;

import io.kindred.models.segmentation.SegmentNode.Leaf;
import io.kindred.models.segmentation.SegmentNode.Learned;
import io.kindred.models.segmentation.SegmentNode.Ruled;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// All segments of a bundle, as a tree of divisions. Segments are its leaves, numbered from 0 in
/// the order in which they stand.
///
/// The probability of a segment is the product of what the divisions above it say: a division knows
/// nothing of those beside it, so that a segment can be divided further without touching its
/// neighbours.
///
/// @param macroSegmentOf the macro-segment of each segment, numbered from 0 without gaps
public record SegmentTree(SegmentNode root, int[] macroSegmentOf) {

  public SegmentTree {
    macroSegmentOf = macroSegmentOf.clone();
    if (macroSegmentOf.length != root.segments()) {
      throw new IllegalArgumentException(
          "%d segments and %d macro-segments of segments (expected as many)"
              .formatted(root.segments(), macroSegmentOf.length));
    }
    int[] macros = Arrays.stream(macroSegmentOf).sorted().distinct().toArray();
    if (macros[0] != 0 || macros[macros.length - 1] != macros.length - 1) {
      throw new IllegalArgumentException(
          "macro-segments are numbered %s (expected from 0 without gaps)"
              .formatted(Arrays.toString(macros)));
    }
  }

  @Override
  public int[] macroSegmentOf() {
    return macroSegmentOf.clone();
  }

  public int segments() {
    return macroSegmentOf.length;
  }

  public int macroSegments() {
    return Arrays.stream(macroSegmentOf).max().orElseThrow() + 1;
  }

  /// The same tree with one segment divided; the new segments stand in its place, in its
  /// macro-segment.
  public SegmentTree with(int segment, SegmentNode division) {
    int[] macro = new int[segments() - 1 + division.segments()];
    for (int k = 0; k < macro.length; k++) {
      int before = k < segment ? k : Math.max(segment, k - division.segments() + 1);
      macro[k] = macroSegmentOf[before];
    }
    return new SegmentTree(divided(root, segment, division), macro);
  }

  private static SegmentNode divided(SegmentNode node, int segment, SegmentNode division) {
    return switch (node) {
      case Leaf _ -> division;
      case Learned learned ->
          new Learned(learned.split(), divided(learned.children(), segment, division));
      case Ruled ruled -> new Ruled(ruled.split(), divided(ruled.children(), segment, division));
    };
  }

  private static List<SegmentNode> divided(
      List<SegmentNode> children, int segment, SegmentNode division) {
    List<SegmentNode> divided = new ArrayList<>();
    int from = 0;
    for (SegmentNode child : children) {
      int to = from + child.segments();
      divided.add(
          from <= segment && segment < to ? divided(child, segment - from, division) : child);
      from = to;
    }
    return divided;
  }

  /// The probability of each segment; they sum to 1.
  ///
  /// @param row the schema's features, NaN where unknown
  /// @throws IllegalArgumentException where the row has another length or holds an infinite value
  public double[] posterior(float[] row) {
    double[] posterior = new double[segments()];
    fill(root, row, 1, posterior, 0);
    return posterior;
  }

  private static void fill(
      SegmentNode node, float[] row, double probability, double[] into, int from) {
    switch (node) {
      case Leaf _ -> into[from] = probability;
      case Learned learned ->
          fill(learned.children(), learned.split().posterior(row), row, probability, into, from);
      case Ruled ruled ->
          fill(ruled.children(), ruled.split().probabilities(row), row, probability, into, from);
    }
  }

  private static void fill(
      List<SegmentNode> children,
      double[] groups,
      float[] row,
      double probability,
      double[] into,
      int from) {
    int next = from;
    for (int g = 0; g < groups.length; g++) {
      SegmentNode child = children.get(g);
      if (groups[g] > 0) {
        fill(child, row, probability * groups[g], into, next);
      }
      next += child.segments();
    }
  }

  /// The probability of each macro-segment: the sum of its segments'.
  public double[] macroPosterior(double[] posterior) {
    double[] macro = new double[macroSegments()];
    for (int k = 0; k < posterior.length; k++) {
      macro[macroSegmentOf[k]] += posterior[k];
    }
    return macro;
  }

  /// The likeliest segment; of equals the first.
  public int segment(float[] row) {
    return Probabilities.likeliest(posterior(row));
  }

  /// Why one segment is more probable than another; nothing where one of them is impossible, since
  /// then a rule alone decides.
  public Optional<LogOdds> compare(float[] row, int segment, int other) {
    double[] posterior = posterior(row);
    if (posterior[segment] == 0 || posterior[other] == 0) {
      return Optional.empty();
    }
    return Optional.of(compare(root, row, segment, other));
  }

  private static LogOdds compare(SegmentNode node, float[] row, int segment, int other) {
    List<SegmentNode> children =
        switch (node) {
          case Leaf _ -> List.of();
          case Learned learned -> learned.children();
          case Ruled ruled -> ruled.children();
        };
    int from = 0;
    int groupOfSegment = 0;
    int groupOfOther = 0;
    int beginOfSegment = 0;
    int beginOfOther = 0;
    for (int g = 0; g < children.size(); g++) {
      int to = from + children.get(g).segments();
      if (from <= segment && segment < to) {
        groupOfSegment = g;
        beginOfSegment = from;
      }
      if (from <= other && other < to) {
        groupOfOther = g;
        beginOfOther = from;
      }
      from = to;
    }
    if (children.isEmpty() || segment == other) {
      return new LogOdds(0, 0, List.of());
    }
    if (groupOfSegment == groupOfOther) {
      return compare(
          children.get(groupOfSegment), row, segment - beginOfSegment, other - beginOfSegment);
    }
    double within =
        logWithin(children.get(groupOfSegment), row, segment - beginOfSegment)
            - logWithin(children.get(groupOfOther), row, other - beginOfOther);
    return switch (node) {
      case Leaf _ -> throw new IllegalStateException("a leaf has no children");
      case Ruled ruled ->
          new LogOdds(
              Math.log(
                  ruled.split().shares()[groupOfSegment] / ruled.split().shares()[groupOfOther]),
              within,
              List.of());
      case Learned learned ->
          new LogOdds(
              learned.split().logWeights()[groupOfSegment]
                  - learned.split().logWeights()[groupOfOther],
              within,
              learned.split().termsBetween(row, groupOfSegment, groupOfOther));
    };
  }

  private static double logWithin(SegmentNode node, float[] row, int segment) {
    double[] below = new double[node.segments()];
    fill(node, row, 1, below, 0);
    return Math.log(below[segment]);
  }

  /// How like a row is to those that the segments were made from: see {@link Familiarity}; where
  /// rules leave several macro-segments possible, to those of the one where it is most familiar.
  public double familiarity(float[] row) {
    return familiarity(root, row);
  }

  private static double familiarity(SegmentNode node, float[] row) {
    return switch (node) {
      case Leaf _ -> 0;
      case Learned learned -> learned.split().familiarity(row);
      case Ruled ruled -> {
        boolean[] possible = ruled.split().possible(row);
        double most = Double.NEGATIVE_INFINITY;
        for (int g = 0; g < possible.length; g++) {
          if (possible[g]) {
            most = Math.max(most, familiarity(ruled.children().get(g), row));
          }
        }
        yield most;
      }
    };
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SegmentTree tree
        && root.equals(tree.root)
        && Arrays.equals(macroSegmentOf, tree.macroSegmentOf);
  }

  @Override
  public int hashCode() {
    return 31 * root.hashCode() + Arrays.hashCode(macroSegmentOf);
  }

  @Override
  public String toString() {
    return "tree of %d segments in %d macro-segments".formatted(segments(), macroSegments());
  }
}
