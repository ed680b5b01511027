package io.kindred.training.export;

import io.kindred.models.Outputs;
import io.kindred.models.segmentation.SegmentModel;
import io.kindred.training.lifetimevalue.LifetimeValueModel;
import io.kindred.training.propensity.FittedPropensity;
import java.util.List;

/// Everything fitted that a bundle scores with.
public record FittedModels(
    SegmentModel segments, List<FittedPropensity> propensities, LifetimeValueModel value) {
  public FittedModels {
    propensities = List.copyOf(propensities);
  }

  /// What the models say of one row, computed in Java.
  public Outputs outputs(float[] row) {
    LifetimeValueModel.Prediction prediction = value.predict(row);
    return new Outputs(
        segments.outputs(row),
        propensities.stream().mapToDouble(propensity -> propensity.probability(row)).toArray(),
        new double[] {
          prediction.probabilityAlive(),
          prediction.orders(),
          prediction.spend(),
          prediction.low(),
          prediction.high()
        });
  }
}
