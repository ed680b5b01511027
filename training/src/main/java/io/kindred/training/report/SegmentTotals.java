package io.kindred.training.report;

import io.kindred.features.FeatureTable;
import io.kindred.models.Outputs;
import io.kindred.models.ValueOutput;
import io.kindred.training.export.FittedModels;
import java.util.ArrayList;
import java.util.List;

/// What the models expect of a segment's customers together.
///
/// @param customers whose likeliest segment it is
/// @param purchase sum of their probabilities to purchase
/// @param value sum of their expected spend
record SegmentTotals(int customers, double purchase, double value) {
  private SegmentTotals plus(double morePurchase, double moreValue) {
    return new SegmentTotals(customers + 1, purchase + morePurchase, value + moreValue);
  }

  double meanPurchase() {
    return customers == 0 ? 0 : purchase / customers;
  }

  double meanValue() {
    return customers == 0 ? 0 : value / customers;
  }

  /// The totals of each segment in the order of the outputs.
  static List<SegmentTotals> of(int segments, FeatureTable table, FittedModels models) {
    List<SegmentTotals> totals = new ArrayList<>();
    for (int segment = 0; segment < segments; segment++) {
      totals.add(new SegmentTotals(0, 0, 0));
    }
    for (int row = 0; row < table.size(); row++) {
      float[] features = table.row(row);
      Outputs outputs = models.outputs(features);
      int segment = models.segments().segment(features);
      totals.set(
          segment,
          totals
              .get(segment)
              .plus(outputs.propensities()[0], outputs.value(ValueOutput.EXPECTED_SPEND)));
    }
    return totals;
  }
}
