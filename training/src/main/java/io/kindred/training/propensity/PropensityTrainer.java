package io.kindred.training.propensity;

import io.kindred.features.FeatureTable;
import io.kindred.training.metrics.Metrics;
import io.kindred.training.panel.CustomerSplit;
import io.kindred.training.panel.Panel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Fits the probability that a customer purchases within the panel's horizon.
///
/// Each candidate predicts every customer from a fit without them; these predictions calibrate it
/// and decide between the candidates by log-loss. The winner is then fitted on all rows.
public final class PropensityTrainer {
  /// Fewer of either answer than this leave nothing to learn or to judge by.
  private static final int LEAST_OF_EACH = 30;

  private static final int FOLDS = 5;

  private PropensityTrainer() {}

  /// Fits, chooses and calibrates.
  ///
  /// @throws IllegalArgumentException where too few customers purchased, or too few did not
  public static FittedPropensity fit(Panel panel, long seed) {
    float[] labels = panel.purchases();
    int purchases = 0;
    for (float label : labels) {
      purchases += label > 0 ? 1 : 0;
    }
    int others = labels.length - purchases;
    if (purchases < LEAST_OF_EACH || others < LEAST_OF_EACH) {
      throw new IllegalArgumentException(
          "%d rows of the training panel purchased within the horizon and %d did not (expected at"
                  .formatted(purchases, others)
              + " least %d of each; choose another horizon or bring more customers)"
                  .formatted(LEAST_OF_EACH));
    }
    List<Trial> trials = new ArrayList<>();
    for (Trainer trainer : List.<Trainer>of(LogisticTrainer::fit, BoostingTrainer::fit)) {
      trials.add(tryOut(trainer, panel, labels, seed));
    }
    Trial winner = trials.stream().min(Comparator.comparingDouble(Trial::logLoss)).orElseThrow();
    return new FittedPropensity(
        winner.trainer().fit(panel.table(), labels, seed),
        winner.calibration(),
        trials.stream()
            .map(trial -> new FittedPropensity.Candidate(trial.kind(), trial.logLoss()))
            .toList(),
        purchases / (double) labels.length);
  }

  private static Trial tryOut(Trainer trainer, Panel panel, float[] labels, long seed) {
    FeatureTable table = panel.table();
    // Another seed than the one that held customers out: theirs would be an empty fold.
    CustomerSplit split = new CustomerSplit(FOLDS, ~seed);
    List<PropensityModel> models =
        IntStream.range(0, FOLDS)
            .parallel()
            .mapToObj(fold -> panel.select(split.rowsOutside(table, fold)))
            .map(others -> trainer.fit(others.table(), others.purchases(), seed))
            .toList();
    double[] logOdds = new double[labels.length];
    for (int row = 0; row < labels.length; row++) {
      int fold = split.part(table.customer(row));
      logOdds[row] = models.get(fold).logOdds(table.row(row));
    }
    Calibration calibration = Calibration.fit(logOdds, labels);
    double[] probabilities = new double[labels.length];
    for (int row = 0; row < labels.length; row++) {
      probabilities[row] = calibration.calibrated(logOdds[row]);
    }
    return new Trial(
        trainer, models.getFirst().kind(), calibration, Metrics.logLoss(probabilities, labels));
  }

  /// A way to fit a model to rows and their 0 or 1 labels.
  private interface Trainer {
    PropensityModel fit(FeatureTable table, float[] labels, long seed);
  }

  private record Trial(Trainer trainer, String kind, Calibration calibration, double logLoss) {}
}
