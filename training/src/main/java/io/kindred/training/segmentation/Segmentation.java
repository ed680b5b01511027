package io.kindred.training.segmentation;

import io.kindred.features.FeatureTable;
import io.kindred.training.mixture.Covariance;
import java.util.List;

/// A fitted segmentation: the model, and what is known of how good it is.
///
/// Segments are numbered from the largest weight down. One segment means that the table shows no
/// structure beyond correlation.
///
/// @param covariance how measured columns vary together within a segment
/// @param candidates the numbers of segments tried, from 1 up
/// @param structure whether segments explain more than correlation does
/// @param confidence how honest the posterior is for half-known customers
/// @param qualities by segment
/// @param leftOut the features that take no part
public record Segmentation(
    SegmentModel model,
    Covariance covariance,
    List<Candidate> candidates,
    StructureCheck structure,
    ConfidenceCheck confidence,
    List<SegmentQuality> qualities,
    List<LeftOutColumn> leftOut) {
  public Segmentation {
    candidates = List.copyOf(candidates);
    qualities = List.copyOf(qualities);
    leftOut = List.copyOf(leftOut);
  }

  /// The likeliest segment of each row of a table of the same schema.
  public int[] assign(FeatureTable table) {
    int[] assigned = new int[table.size()];
    for (int i = 0; i < assigned.length; i++) {
      assigned[i] = model.segment(table.row(i));
    }
    return assigned;
  }
}
