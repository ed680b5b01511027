package io.kindred.training.report;

import io.kindred.models.Outputs;
import io.kindred.models.ValueOutput;
import io.kindred.models.segmentation.Probabilities;
import java.util.ArrayList;
import java.util.Collections;
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
  static List<SegmentTotals> of(int segments, List<Outputs> outputs) {
    List<SegmentTotals> totals = new ArrayList<>(Collections.nCopies(segments, NONE));
    for (Outputs customer : outputs) {
      int segment = Probabilities.likeliest(customer.segments().posterior());
      totals.set(
          segment,
          totals
              .get(segment)
              .plus(
                  new SegmentTotals(
                      1, customer.propensities()[0], customer.value(ValueOutput.EXPECTED_SPEND))));
    }
    return totals;
  }
}
