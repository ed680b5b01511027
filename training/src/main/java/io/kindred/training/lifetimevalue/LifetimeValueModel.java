package io.kindred.training.lifetimevalue;

import static io.kindred.features.FeatureNames.DAYS_SINCE_FIRST_ORDER;
import static io.kindred.features.FeatureNames.DAYS_SINCE_LAST_ORDER;
import static io.kindred.features.FeatureNames.REPEAT_PURCHASE_DAYS;
import static io.kindred.features.FeatureNames.REPEAT_PURCHASE_DAY_VALUE;

import io.kindred.features.FeatureSchema;
import java.util.List;
import java.util.Optional;

/// Orders and money expected of a customer within a horizon, from a feature row.
///
/// Customers who bought go by BG/NBD and Gamma-Gamma in days, the others by {@link NewcomerValue}.
///
/// @param columns where the row holds what the models read
public record LifetimeValueModel(
    Columns columns,
    BetaGeometric purchases,
    GammaGamma values,
    NewcomerValue newcomers,
    SpendRanges ranges,
    int horizonDays) {
  /// The features that the models read; a schema without them cannot be valued.
  public static final List<String> FEATURES =
      List.of(
          REPEAT_PURCHASE_DAYS,
          DAYS_SINCE_FIRST_ORDER,
          DAYS_SINCE_LAST_ORDER,
          REPEAT_PURCHASE_DAY_VALUE);

  /// Places in the feature row.
  public record Columns(
      int repeatPurchaseDays,
      int daysSinceFirstOrder,
      int daysSinceLastOrder,
      int repeatPurchaseDayValue) {
    static Columns of(FeatureSchema schema) {
      return new Columns(
          schema.indexOf(REPEAT_PURCHASE_DAYS),
          schema.indexOf(DAYS_SINCE_FIRST_ORDER),
          schema.indexOf(DAYS_SINCE_LAST_ORDER),
          schema.indexOf(REPEAT_PURCHASE_DAY_VALUE));
    }

    boolean hasBought(float[] row) {
      return !Float.isNaN(row[repeatPurchaseDays])
          && !Float.isNaN(row[daysSinceFirstOrder])
          && !Float.isNaN(row[daysSinceLastOrder]);
    }

    /// The row's purchases; impossible values are held to the nearest possible ones.
    PurchaseSummary purchases(float[] row) {
      double repeats = repeats(row);
      double observed = Math.max(row[daysSinceFirstOrder], 0);
      double last = repeats == 0 ? 0 : Math.clamp(observed - row[daysSinceLastOrder], 0, observed);
      return new PurchaseSummary(repeats, last, observed);
    }

    double repeats(float[] row) {
      return Math.max(Math.rint(row[repeatPurchaseDays]), 0);
    }

    /// The mean value of repeat purchases; empty before the first of them.
    Optional<RepeatValue> value(float[] row) {
      float mean = row[repeatPurchaseDayValue];
      return Float.isNaN(mean) || repeats(row) == 0
          ? Optional.empty()
          : Optional.of(new RepeatValue(repeats(row), Math.max(mean, 0)));
    }
  }

  /// What is expected of one customer.
  ///
  /// @param probabilityAlive 0 for one who never bought
  /// @param orders purchase days within the horizon
  /// @param spend money within the horizon
  public record Prediction(
      double probabilityAlive, double orders, double spend, double low, double high) {}

  public Prediction predict(float[] row) {
    if (!columns.hasBought(row)) {
      return new Prediction(
          0,
          newcomers.expectedOrders(),
          newcomers.expectedSpend(),
          newcomers.low(),
          newcomers.high());
    }
    PurchaseSummary customer = columns.purchases(row);
    double orders = purchases.expectedPurchases(customer, horizonDays);
    double spend = orders * expectedValue(row);
    return new Prediction(
        purchases.probabilityAlive(customer), orders, spend, ranges.low(spend), ranges.high(spend));
  }

  private double expectedValue(float[] row) {
    return columns
        .value(row)
        .map(value -> values.expectedValue(value.repeatPurchases(), value.meanValue()))
        .orElseGet(values::populationMean);
  }
}
