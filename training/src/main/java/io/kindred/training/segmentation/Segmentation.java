package io.kindred.training.segmentation;

import io.kindred.features.FeatureTable;
import io.kindred.models.segmentation.LearnedSplit;
import io.kindred.models.segmentation.SegmentNode.Learned;
import io.kindred.models.segmentation.SegmentTree;
import io.kindred.training.mixture.Covariance;
import java.util.List;
import java.util.stream.IntStream;

/// A fitted segmentation: the model, and what is known of how good it is.
///
/// Segments are numbered from the largest weight down. One segment means that the table shows no
/// structure beyond correlation.
///
/// @param customers how many it was fitted to
/// @param crossFit the fit, and the fits without each part of the customers
/// @param macroSegmentOf the macro-segment of each segment, numbered from 0
/// @param covariance how measured columns vary together within a segment
/// @param candidates the numbers of segments tried, from 1 up
/// @param structure whether segments explain more than correlation does
/// @param confidence how honest the posterior is for half-known customers
/// @param stability how well each segment is found again in refits (mean Jaccard index), 0 to 1
/// @param leftOut the features that take no part
public record Segmentation(
    int customers,
    CrossFit<LearnedSplit> crossFit,
    int[] macroSegmentOf,
    Covariance covariance,
    List<Candidate> candidates,
    StructureCheck structure,
    ConfidenceCheck confidence,
    double[] stability,
    List<LeftOutColumn> leftOut) {
  public Segmentation {
    macroSegmentOf = macroSegmentOf.clone();
    stability = stability.clone();
    candidates = List.copyOf(candidates);
    leftOut = List.copyOf(leftOut);
  }

  public LearnedSplit split() {
    return crossFit.whole();
  }

  public int segments() {
    return split().groups();
  }

  /// What was found of the number of segments that there are.
  public Candidate chosen() {
    return candidate(segments());
  }

  /// What was found of one number of segments.
  public Candidate candidate(int segments) {
    return candidates.stream()
        .filter(candidate -> candidate.segments() == segments)
        .findFirst()
        .orElseThrow(() ->
            new IllegalStateException("no candidate of %d segments was tried".formatted(segments)));
  }

  /// The tree of these segments alone, and the same without each part of the customers.
  public CrossFit<SegmentTree> trees() {
    return crossFit.map(split -> new SegmentTree(Learned.ofLeaves(split), macroSegmentOf));
  }

  /// The likeliest segment of each row of a table of the same schema.
  public int[] assign(FeatureTable table) {
    SegmentTree tree = trees().whole();
    return IntStream.range(0, table.size())
        .parallel()
        .map(row -> tree.segment(table.row(row)))
        .toArray();
  }
}
