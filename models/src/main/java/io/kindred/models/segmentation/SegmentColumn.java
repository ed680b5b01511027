package io.kindred.models.segmentation;

/// A feature as the mixture sees it: `z = (x - centre) / scale`, where x is what the transform
/// makes of the feature's value, held to `[low, high]`.
///
/// @param feature where it stands in the schema's row
/// @param name the feature's name
/// @param centre the mean of x; 0 for yes/no
/// @param scale the standard deviation of x; 1 for yes/no
/// @param low the least z that counts: of a scale its lower end, else so far out that one wild
///   value decides nothing
/// @param high the largest z that counts
public record SegmentColumn(
    int feature,
    String name,
    Transform transform,
    double centre,
    double scale,
    double low,
    double high) {
  /// How far from the centre a measured value counts.
  public static final double FURTHEST = 6;

  /// What is made of a feature's value.
  public enum Transform {
    /// The value.
    IDENTITY,
    /// `log(1 + max(value, 0))`: a negative value counts as 0.
    LOGARITHM,
    /// 1 where the value is above 0, else 0.
    IS_POSITIVE,
    /// `log(1 + value)` where the value is above 0; unknown where it is not.
    LOGARITHM_OF_POSITIVE;

    /// NaN where the value is, and where the transform leaves it unknown.
    public double of(double value) {
      if (Double.isNaN(value)) {
        return value;
      }
      return switch (this) {
        case IDENTITY -> value;
        case LOGARITHM -> Math.log1p(Math.max(value, 0));
        case IS_POSITIVE -> value > 0 ? 1 : 0;
        case LOGARITHM_OF_POSITIVE -> value > 0 ? Math.log1p(value) : Double.NaN;
      };
    }
  }

  public SegmentColumn {
    if (feature < 0) {
      throw new IllegalArgumentException(
          "column %s has feature number %d (expected >= 0)".formatted(name, feature));
    }
    if (!(scale > 0) || !Double.isFinite(scale) || !Double.isFinite(centre)) {
      throw new IllegalArgumentException(
          "column %s has centre %s and scale %s (expected finite numbers, scale > 0)"
              .formatted(name, centre, scale));
    }
    if (!(low < high)) {
      throw new IllegalArgumentException(
          "column %s is held to %s to %s (expected a range)".formatted(name, low, high));
    }
  }

  /// The standardised value; NaN where the transform leaves none.
  public double standardised(double value) {
    return Math.clamp((transform.of(value) - centre) / scale, low, high);
  }
}
