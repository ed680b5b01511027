package io.kindred.models;

import io.kindred.models.segmentation.PredictionSets;

/// When a customer is given a segment, and what is said where not.
///
/// @param leastConfidence a segment is assigned at this confidence or above
/// @param leastMacroConfidence failing that, the macro-segment is given at this confidence or
///   above; failing that, none
/// @param leastFamiliarity customers less familiar than this are unlike anything seen
/// @param staleAfterDays how long after its data end the segments still hold
/// @param sets of the segments that the customer's own is among
/// @param usualCoverage the level of the set that decides, one of the sets' own
public record AssignmentRules(
    double leastConfidence,
    double leastMacroConfidence,
    double leastFamiliarity,
    int staleAfterDays,
    PredictionSets sets,
    double usualCoverage) {
  public AssignmentRules {
    checkProbability("least confidence", leastConfidence);
    checkProbability("least macro confidence", leastMacroConfidence);
    if (Double.isNaN(leastFamiliarity)) {
      throw new IllegalArgumentException("least familiarity is NaN (expected a number)");
    }
    if (staleAfterDays < 1) {
      throw new IllegalArgumentException(
          "stale after %d days (expected at least 1)".formatted(staleAfterDays));
    }
    if (sets.indexOf(usualCoverage) < 0) {
      throw new IllegalArgumentException(
          "usual coverage is %s (expected a level of the %s)".formatted(usualCoverage, sets));
    }
  }

  private static void checkProbability(String what, double probability) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("%s is %s (expected 0 to 1)".formatted(what, probability));
    }
  }
}
