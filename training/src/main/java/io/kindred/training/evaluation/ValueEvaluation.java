package io.kindred.training.evaluation;

import static io.kindred.features.FeatureNames.DAYS_SINCE_FIRST_ORDER;

import io.kindred.models.Measure;
import io.kindred.training.lifetimevalue.LifetimeValueModel;
import io.kindred.training.metrics.Bootstrap;
import io.kindred.training.metrics.Metrics;
import io.kindred.training.panel.Panel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Lifetime value on held-out customers, beside "as much a day as so far".
public final class ValueEvaluation {
  private static final String SUBJECT = "lifetime value";
  private static final String PAST_RATE = "past rate";
  private static final String ORDER_VALUE_TOTAL = "order_value_total";

  private final double[] expected;
  private final double[] pastRate;
  private final double[] spend;
  private final double covered;
  private final long seed;

  private ValueEvaluation(LifetimeValueModel model, Panel heldOut, long seed) {
    int rows = heldOut.size();
    this.expected = new double[rows];
    this.pastRate = new double[rows];
    this.spend = heldOut.spend();
    this.seed = seed;
    float[] totals = heldOut.table().column(ORDER_VALUE_TOTAL);
    float[] days = heldOut.table().column(DAYS_SINCE_FIRST_ORDER);
    int inside = 0;
    for (int row = 0; row < rows; row++) {
      LifetimeValueModel.Prediction prediction = model.predict(heldOut.table().row(row));
      expected[row] = prediction.spend();
      pastRate[row] =
          Float.isNaN(days[row]) ? 0 : totals[row] / Math.max(days[row], 1) * model.horizonDays();
      if (prediction.low() <= spend[row] && spend[row] <= prediction.high()) {
        inside++;
      }
    }
    this.covered = inside / (double) rows;
  }

  /// The figures, those left out that the held-out customers do not define.
  ///
  /// @param model fitted to what was known at the panel's moment
  /// @param heldOut rows of that moment
  public static List<Measure> of(LifetimeValueModel model, Panel heldOut, long seed) {
    ValueEvaluation evaluation = new ValueEvaluation(model, heldOut, seed);
    List<Measure> measures = new ArrayList<>();
    evaluation.measure("Spearman", true, Metrics::spearman).ifPresent(measures::add);
    evaluation.measure("normalised Gini", true, Metrics::normalisedGini).ifPresent(measures::add);
    evaluation
        .measure("mean absolute error", false, Metrics::meanAbsoluteError)
        .ifPresent(measures::add);
    evaluation.measure("total error", false, Metrics::totalError).ifPresent(measures::add);
    if (evaluation.spend.length > 0) {
      measures.add(
          new Measure(
              SUBJECT,
              "share within the range",
              evaluation.covered,
              Optional.empty(),
              evaluation.spend.length,
              true,
              List.of()));
    }
    return measures;
  }

  private Optional<Measure> measure(String name, boolean higherIsBetter, Figure figure) {
    double value = figure.of(expected, spend);
    double baseline = figure.of(pastRate, spend);
    if (!Double.isFinite(value) || !Double.isFinite(baseline)) {
      return Optional.empty();
    }
    return Optional.of(
        new Measure(
            SUBJECT,
            name,
            value,
            Bootstrap.interval(
                spend.length,
                seed,
                rows -> figure.of(Bootstrap.pick(expected, rows), Bootstrap.pick(spend, rows))),
            spend.length,
            higherIsBetter,
            List.of(new Measure.Baseline(PAST_RATE, baseline))));
  }

  private interface Figure {
    double of(double[] predictions, double[] outcomes);
  }
}
