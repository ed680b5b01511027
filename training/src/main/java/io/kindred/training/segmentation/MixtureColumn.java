package io.kindred.training.segmentation;

/// A feature as the mixture sees it: `z = (x - centre) / scale`, where x is the feature's value or
/// its logarithm, held to [-6, 6].
///
/// @param feature where it stands in the schema's row
/// @param name the feature's name
/// @param logarithm whether x is `log(1 + max(value, 0))`: a skewed column counts a negative value
///   as 0
/// @param centre the mean of x; 0 for yes/no
/// @param scale the standard deviation of x; 1 for yes/no
public record MixtureColumn(
    int feature, String name, boolean logarithm, double centre, double scale) {
  /// How far from the centre a value counts, so that one wild value decides nothing.
  public static final double FURTHEST = 6;

  public MixtureColumn {
    if (feature < 0) {
      throw new IllegalArgumentException(
          "column %s has feature number %d (expected >= 0)".formatted(name, feature));
    }
    if (!(scale > 0) || !Double.isFinite(scale) || !Double.isFinite(centre)) {
      throw new IllegalArgumentException(
          "column %s has centre %s and scale %s (expected finite numbers, scale > 0)"
              .formatted(name, centre, scale));
    }
  }

  /// The standardised value; NaN where the value is.
  public double standardised(double value) {
    return Math.clamp((transformed(value, logarithm) - centre) / scale, -FURTHEST, FURTHEST);
  }

  /// The value, or the logarithm that a skewed column is modelled by; NaN where the value is.
  static double transformed(double value, boolean logarithm) {
    return logarithm ? Math.log1p(Math.max(value, 0)) : value;
  }
}
