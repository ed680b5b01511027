package io.kindred.training.report;

import io.kindred.features.FeatureTable;
import io.kindred.models.Outputs;
import io.kindred.models.ValueOutput;
import io.kindred.models.segmentation.Probabilities;
import io.kindred.training.export.FittedModels;
import java.util.ArrayList;
import java.util.List;

/// What the models expect of a segment's customers together.
///
/// @param customers whose likeliest segment it is
/// @param purchase sum of their probabilities to purchase
/// @param value sum of their expected spend
record SegmentTotals(int customers, double purchase, double value) {
  static final SegmentTotals NONE = new SegmentTotals(0, 0, 0);

  SegmentTotals plus(SegmentTotals more) {
    return new SegmentTotals(
        customers + more.customers, purchase + more.purchase, value + more.value);
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
      totals.add(NONE);
    }
    for (int row = 0; row < table.size(); row++) {
      float[] features = table.row(row);
      Outputs outputs = models.outputs(features);
      int segment = Probabilities.likeliest(outputs.segments().posterior());
      SegmentTotals customer =
          new SegmentTotals(
              1, outputs.propensities()[0], outputs.value(ValueOutput.EXPECTED_SPEND));
      totals.set(segment, totals.get(segment).plus(customer));
    }
    return totals;
  }
}
