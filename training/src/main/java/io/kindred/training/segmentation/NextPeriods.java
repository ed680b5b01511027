package io.kindred.training.segmentation;

import io.kindred.features.AsOf;
import io.kindred.features.Customer;
import io.kindred.features.CustomerId;
import io.kindred.features.FeatureTable;
import io.kindred.features.Featurizer;
import io.kindred.models.segmentation.KnownBands;
import io.kindred.models.segmentation.SegmentTree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Examples made from customers' histories: what the segments' probabilities were at one moment,
/// and in which segment the same customers are some days later.
///
/// The segments are the same at both moments: what differs is what the customers did.
public final class NextPeriods {
  private static final int MOST_PERIODS = 4;

  private final Featurizer featurizer;
  private final List<Customer> customers;
  private final Function<CustomerId, SegmentTree> tree;
  private final KnownBands bands;
  private final Map<Instant, Map<CustomerId, float[]>> rows = new HashMap<>();

  /// @param tree for a customer, a tree that was fitted without them
  NextPeriods(
      Featurizer featurizer,
      List<Customer> customers,
      Function<CustomerId, SegmentTree> tree,
      KnownBands bands) {
    this.featurizer = featurizer;
    this.customers = customers;
    this.tree = tree;
    this.bands = bands;
  }

  /// Beginnings of periods of so many days that lie one after the other and end by a moment, the
  /// latest first, with at least a period of history before each.
  ///
  /// @param first the first event of all
  static List<Instant> beginnings(Instant until, Instant first, int days, Featurizer featurizer) {
    List<Instant> beginnings = new ArrayList<>();
    Instant begin = AsOf.plusDays(until, -days, featurizer.schema().zone());
    while (beginnings.size() < MOST_PERIODS
        && !AsOf.plusDays(begin, -days, featurizer.schema().zone()).isBefore(first)) {
      beginnings.add(begin);
      begin = AsOf.plusDays(begin, -days, featurizer.schema().zone());
    }
    return beginnings;
  }

  /// The examples of periods with these beginnings, of customers known at the beginning.
  ForecastExamples examples(List<Instant> beginnings, int days) {
    ForecastExamples examples = ForecastExamples.none();
    for (Instant begin : beginnings) {
      Map<CustomerId, float[]> before = rowsAt(begin);
      Map<CustomerId, float[]> after =
          rowsAt(AsOf.plusDays(begin, days, featurizer.schema().zone()));
      for (Customer customer : customers) {
        float[] row = before.get(customer.id());
        float[] later = after.get(customer.id());
        if (row != null && later != null) {
          SegmentTree own = tree.apply(customer.id());
          double[] outcome = new double[own.segments()];
          outcome[own.segment(later)] = 1;
          examples.add(own.posterior(row), bands.band(row), outcome, customer.id());
        }
      }
    }
    return examples;
  }

  private Map<CustomerId, float[]> rowsAt(Instant moment) {
    return rows.computeIfAbsent(
        moment,
        _ -> {
          List<Customer> known =
              customers.stream()
                  .filter(customer -> !customer.history().asOf(moment).isEmpty())
                  .toList();
          FeatureTable table = FeatureTable.of(featurizer, known, moment);
          Map<CustomerId, float[]> byCustomer = new HashMap<>();
          for (int i = 0; i < table.size(); i++) {
            byCustomer.put(table.customer(i), table.row(i));
          }
          return byCustomer;
        });
  }
}
