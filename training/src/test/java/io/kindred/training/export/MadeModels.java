package io.kindred.training.export;

import io.kindred.features.FeatureSchema;
import io.kindred.models.segmentation.SegmentModel;
import io.kindred.training.lifetimevalue.BetaGeometric;
import io.kindred.training.lifetimevalue.GammaGamma;
import io.kindred.training.lifetimevalue.LifetimeValueModel;
import io.kindred.training.lifetimevalue.NewcomerValue;
import io.kindred.training.lifetimevalue.SpendRanges;
import io.kindred.training.propensity.Calibration;
import io.kindred.training.propensity.FittedPropensity;
import io.kindred.training.propensity.LogisticModel;
import java.util.List;

/// Models written by hand, for tests that are about segments.
public final class MadeModels {
  private MadeModels() {}

  /// Segments beside a propensity of a half for everyone and a plain lifetime value.
  ///
  /// @param schema with the features that lifetime value takes
  public static FittedModels around(SegmentModel segments, FeatureSchema schema) {
    LifetimeValueModel value =
        new LifetimeValueModel(
            new LifetimeValueModel.Columns(
                schema.indexOf("repeat_purchase_days"),
                schema.indexOf("days_since_first_order"),
                schema.indexOf("days_since_last_order"),
                schema.indexOf("repeat_purchase_day_value")),
            new BetaGeometric(.5, 60, .8, 2.4),
            new GammaGamma(6, 4, 15),
            new NewcomerValue(0, 0, 0, 0, 0),
            new SpendRanges(new double[] {0}, new double[] {0}, new double[] {2}),
            90);
    FittedPropensity purchase =
        new FittedPropensity(new LogisticModel(0, List.of()), new Calibration(1, 0), List.of(), .5);
    return new FittedModels(segments, List.of(purchase), value);
  }
}
