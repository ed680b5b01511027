package io.kindred.training.segmentation;

/// Whether segments explain more than correlation does.
///
/// @param gain held-out log-likelihood per customer that the chosen number of segments gains over
///   one segment
/// @param gainWithoutSegments the same on customers drawn with the same columns and correlations
///   but without segments
/// @param standardError of the difference
public record StructureCheck(double gain, double gainWithoutSegments, double standardError) {
  /// Standard errors that the gain must lie above what correlation alone gives.
  static final double ERRORS_BEYOND = 3;

  static final StructureCheck NOT_NEEDED = new StructureCheck(0, 0, 0);

  /// Whether there is more than correlation.
  public boolean passed() {
    return gain - gainWithoutSegments > ERRORS_BEYOND * standardError && gain > 0;
  }
}
