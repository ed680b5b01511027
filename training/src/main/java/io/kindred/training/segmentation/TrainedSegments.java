package io.kindred.training.segmentation;

import io.kindred.models.AssignmentRules;
import io.kindred.models.Reliability;
import io.kindred.models.segmentation.SegmentModel;
import java.util.List;

/// Segments ready for a bundle.
///
/// @param confidence whether confidence and sets are what they say, on customers nothing was fitted
///   to; empty without such customers
/// @param forecasts how well the forecasts tell, on the same customers; empty without dated
///   examples
/// @param remarks what a reader should know
public record TrainedSegments(
    SegmentFit fit,
    SegmentModel model,
    AssignmentRules rules,
    List<Reliability> confidence,
    List<ForecastCheck> forecasts,
    List<String> remarks) {
  public TrainedSegments {
    confidence = List.copyOf(confidence);
    forecasts = List.copyOf(forecasts);
    remarks = List.copyOf(remarks);
  }
}
