package io.kindred.training.segmentation;

import java.util.List;

/// A segment in figures and plain words.
///
/// @param segment its number in the model
/// @param suggestedName from its strongest traits; no sibling has the same
/// @param customers whose likeliest segment it is
/// @param share of all customers
/// @param features every feature known for at least 20 of its customers, in the schema's order
/// @param distinguishing the sentences that set it apart, strongest first
public record SegmentDescription(
    int segment,
    String suggestedName,
    int customers,
    double share,
    List<FeatureProfile> features,
    List<Distinction> distinguishing) {
  /// Customers behind every statement, so that none is about a person.
  public static final int FEWEST_CUSTOMERS = 20;

  public SegmentDescription {
    features = List.copyOf(features);
    distinguishing = List.copyOf(distinguishing);
  }

  /// One feature in the segment beside all customers, over those of whom it is known.
  ///
  /// @param known customers of the segment of whom the feature is known
  /// @param median the segment's typical value
  /// @param standardisedDifference the segment's mean less the population's in population standard
  ///   deviations, of skewed features after their logarithm
  public record FeatureProfile(
      String feature,
      String unit,
      int known,
      double mean,
      double median,
      double populationMean,
      double standardisedDifference) {}

  /// One sentence that sets the segment apart.
  ///
  /// @param sentence such as `Spends more per order than others.`
  public record Distinction(String feature, double standardisedDifference, String sentence) {}
}
