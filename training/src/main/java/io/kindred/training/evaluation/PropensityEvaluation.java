package io.kindred.training.evaluation;

import static io.kindred.features.FeatureNames.DAYS_SINCE_LAST_ORDER;

import io.kindred.models.Measure;
import io.kindred.training.metrics.Bootstrap;
import io.kindred.training.metrics.Metrics;
import io.kindred.training.panel.Panel;
import io.kindred.training.propensity.FittedPropensity;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// A propensity on held-out customers, beside the base rate and beside recency alone.
public final class PropensityEvaluation {
  private final String subject;
  private final double[] probabilities;
  private final double[] baseRate;
  private final double[] recency;
  private final float[] labels;
  private final long seed;

  private PropensityEvaluation(
      String subject, FittedPropensity propensity, Panel heldOut, long seed) {
    this.subject = subject;
    this.labels = heldOut.purchases();
    this.probabilities = new double[labels.length];
    for (int row = 0; row < labels.length; row++) {
      probabilities[row] = propensity.probability(heldOut.table().row(row));
    }
    this.baseRate = new double[labels.length];
    Arrays.fill(baseRate, propensity.baseRate());
    float[] days = heldOut.table().column(DAYS_SINCE_LAST_ORDER);
    this.recency = new double[labels.length];
    for (int row = 0; row < labels.length; row++) {
      recency[row] = Float.isNaN(days[row]) ? Double.NEGATIVE_INFINITY : -days[row];
    }
    this.seed = seed;
  }

  /// The figures, those left out that the held-out customers do not define.
  public static List<Measure> of(
      String subject, FittedPropensity propensity, Panel heldOut, long seed) {
    PropensityEvaluation evaluation = new PropensityEvaluation(subject, propensity, heldOut, seed);
    return evaluation.measures();
  }

  private List<Measure> measures() {
    return List.of(
            measure("AUC", true, Metrics::auc, new Named("recency alone", recency)),
            measure("log-loss", false, Metrics::logLoss, new Named("base rate", baseRate)),
            measure("Brier score", false, Metrics::brier, new Named("base rate", baseRate)),
            measure(
                "calibration error",
                false,
                Metrics::calibrationError,
                new Named("base rate", baseRate)))
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Measure> measure(
      String name, boolean higherIsBetter, Figure figure, Named baseline) {
    double value = figure.of(probabilities, labels);
    if (!Double.isFinite(value)) {
      return Optional.empty();
    }
    ToDoubleFunction<int[]> drawn =
        rows -> figure.of(Bootstrap.pick(probabilities, rows), Bootstrap.pick(labels, rows));
    return Optional.of(
        new Measure(
            subject,
            name,
            value,
            Bootstrap.interval(labels.length, seed, drawn),
            labels.length,
            higherIsBetter,
            List.of(
                new Measure.Baseline(baseline.name(), figure.of(baseline.predictions(), labels)))));
  }

  private interface Figure {
    double of(double[] predictions, float[] labels);
  }

  private record Named(String name, double[] predictions) {}
}
