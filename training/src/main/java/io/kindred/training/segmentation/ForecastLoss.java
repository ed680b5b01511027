package io.kindred.training.segmentation;

import io.kindred.models.segmentation.SegmentForecast;
import io.kindred.training.mixture.SmileMinimiser;
import java.util.Arrays;
import java.util.stream.IntStream;

/// The penalised cross-entropy of a {@link SegmentForecast} over examples, with its gradient.
///
/// Parameters lie one after the other: sharpness by band, weights row by row, biases band by band.
/// The penalty pulls towards the posterior as it is.
final class ForecastLoss implements SmileMinimiser.Smooth {
  /// Sharpness is one number a band and well determined: it is held back less than the rest.
  private static final double SHARPNESS_PENALTY = .1;

  /// Examples that are added up together; the order of the sums is the same whatever the threads.
  private static final int ROWS_AT_ONCE = 1024;

  private final int segments;
  private final int bands;
  private final double penalty;
  private final double[][] logs;
  private final double[][] outcomes;
  private final int[] band;

  ForecastLoss(ForecastExamples examples, int segments, int bands, double penalty) {
    this.segments = segments;
    this.bands = bands;
    this.penalty = penalty;
    this.logs =
        examples.posteriors().stream()
            .map(posterior ->
                Arrays.stream(posterior)
                    .map(p -> Math.log(Math.max(p, SegmentForecast.LEAST)))
                    .toArray())
            .toArray(double[][]::new);
    this.outcomes = examples.outcomes().toArray(double[][]::new);
    this.band = examples.bands().stream().mapToInt(Integer::intValue).toArray();
  }

  private static final class Sums {
    private double loss;
    private final double[] gradient;

    private Sums(int parameters) {
      this.gradient = new double[parameters];
    }
  }

  @Override
  public double valueAndGradient(double[] at, double[] gradient) {
    int parts = (logs.length + ROWS_AT_ONCE - 1) / ROWS_AT_ONCE;
    Sums[] sums = new Sums[parts];
    IntStream.range(0, parts)
        .parallel()
        .forEach(part ->
            sums[part] =
                sums(at, part * ROWS_AT_ONCE, Math.min(logs.length, (part + 1) * ROWS_AT_ONCE)));
    Arrays.fill(gradient, 0);
    double loss = 0;
    for (Sums part : sums) {
      loss += part.loss / logs.length;
      for (int p = 0; p < gradient.length; p++) {
        gradient[p] += part.gradient[p] / logs.length;
      }
    }
    for (int p = 0; p < at.length; p++) {
      double away = p < bands ? at[p] - 1 : at[p];
      double weight = p < bands ? SHARPNESS_PENALTY * penalty : penalty;
      loss += weight * away * away / 2;
      gradient[p] += weight * away;
    }
    return loss;
  }

  private Sums sums(double[] at, int from, int to) {
    Sums sums = new Sums(at.length);
    double[] gradient = sums.gradient;
    double[] logits = new double[segments];
    for (int i = from; i < to; i++) {
      double[] log = logs[i];
      double[] outcome = outcomes[i];
      double sharpness = at[band[i]];
      int bias = bands + segments * segments + band[i] * segments;
      for (int j = 0; j < segments; j++) {
        logits[j] = sharpness * log[j] + at[bias + j];
      }
      for (int k = 0; k < segments; k++) {
        int row = bands + k * segments;
        for (int j = 0; j < segments; j++) {
          logits[j] += at[row + j] * log[k];
        }
      }
      sums.loss += toErrors(logits, outcome);
      for (int j = 0; j < segments; j++) {
        gradient[band[i]] += logits[j] * log[j];
        gradient[bias + j] += logits[j];
      }
      for (int k = 0; k < segments; k++) {
        int row = bands + k * segments;
        for (int j = 0; j < segments; j++) {
          gradient[row + j] += logits[j] * log[k];
        }
      }
    }
    return sums;
  }

  /// Turns logits into probabilities less what turned out, and gives the cross-entropy.
  private static double toErrors(double[] logits, double[] outcome) {
    double largest = Double.NEGATIVE_INFINITY;
    double said = 0;
    for (int j = 0; j < logits.length; j++) {
      largest = Math.max(largest, logits[j]);
      said += outcome[j] * logits[j];
    }
    double sum = 0;
    for (int j = 0; j < logits.length; j++) {
      logits[j] = Math.exp(logits[j] - largest);
      sum += logits[j];
    }
    for (int j = 0; j < logits.length; j++) {
      logits[j] = logits[j] / sum - outcome[j];
    }
    return largest + Math.log(sum) - said;
  }
}
