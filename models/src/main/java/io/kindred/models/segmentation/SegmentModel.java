package io.kindred.models.segmentation;

import java.util.List;

/// Everything that a bundle knows of segments as numbers: which segment a customer belongs to,
/// which it will turn out to be, and how familiar the customer is.
///
/// @param known how much is known of a customer, by which the forecasts go
/// @param forecasts of the segment that the customer turns out to be in, at least one; confidence
///   and prediction sets speak of the first: of the next period, or of when information is complete
public record SegmentModel(SegmentTree tree, KnownBands known, List<SegmentForecast> forecasts) {
  public SegmentModel {
    forecasts = List.copyOf(forecasts);
    if (forecasts.isEmpty()) {
      throw new IllegalArgumentException("there is no forecast of segments (expected at least 1)");
    }
    for (SegmentForecast forecast : forecasts) {
      if (forecast.weight().length != tree.segments() || forecast.bias().length != known.size()) {
        throw new IllegalArgumentException(
            "%s is not of %d segments and %d bands"
                .formatted(forecast, tree.segments(), known.size()));
      }
    }
  }

  public int segments() {
    return tree.segments();
  }

  /// Refuses a model that does not fit feature rows of a size.
  ///
  /// @throws IllegalArgumentException where it looks at features that rows do not have
  public void check(int rowSize) {
    tree.root().check(rowSize);
    known.check(rowSize);
  }

  static void checkFeature(String who, int feature, int rowSize) {
    if (feature < 0 || feature >= rowSize) {
      throw new IllegalArgumentException(
          "%s looks at feature %d of a row (expected 0 to %d)"
              .formatted(who, feature, rowSize - 1));
    }
  }

  /// What is said of a row.
  ///
  /// @param row the schema's features, NaN where unknown
  /// @throws IllegalArgumentException where the row has another length or holds an infinite value
  public SegmentOutputs outputs(float[] row) {
    double[] posterior = tree.posterior(row);
    int band = known.band(row);
    return new SegmentOutputs(
        posterior,
        tree.macroPosterior(posterior),
        forecasts.stream().map(forecast -> forecast.of(posterior, band)).toArray(double[][]::new),
        tree.familiarity(row));
  }
}
