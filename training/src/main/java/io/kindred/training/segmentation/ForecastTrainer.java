package io.kindred.training.segmentation;

import io.kindred.models.segmentation.Probabilities;
import io.kindred.models.segmentation.SegmentForecast;
import io.kindred.training.mixture.SmileMinimiser;
import io.kindred.training.panel.CustomerSplit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Fits a {@link SegmentForecast} by penalised maximum likelihood.
///
/// The penalty pulls towards the posterior as it is; how hard, is chosen on customers left out.
public final class ForecastTrainer {
  private static final double[] PENALTIES = {.0003, .003, .03, .3};
  private static final int PARTS = 4;

  /// Sharpness is one number a band and well determined: it is held back less than the rest.
  private static final double SHARPNESS_PENALTY = .1;

  private final int days;
  private final int segments;
  private final int bands;

  private ForecastTrainer(int days, int segments, int bands) {
    this.days = days;
    this.segments = segments;
    this.bands = bands;
  }

  /// A fitted forecast.
  ///
  /// @param crossFitted for each example, the forecast of a fit that had not seen its customer
  /// @param logLoss of those
  public record Fitted(SegmentForecast forecast, List<double[]> crossFitted, double logLoss) {}

  /// The forecast of these examples.
  ///
  /// @param days how far ahead; 0 for complete information
  /// @param bands how many bands of what is known there are
  public static Fitted fit(
      ForecastExamples examples, int days, int segments, int bands, long seed) {
    ForecastTrainer trainer = new ForecastTrainer(days, segments, bands);
    CrossFitted best = trainer.crossFitted(examples, PENALTIES[0], seed);
    for (int p = 1; p < PENALTIES.length; p++) {
      CrossFitted next = trainer.crossFitted(examples, PENALTIES[p], seed);
      if (next.logLoss < best.logLoss) {
        best = next;
      }
    }
    return new Fitted(trainer.fit(examples, best.penalty), best.forecasts, best.logLoss);
  }

  private record CrossFitted(double penalty, List<double[]> forecasts, double logLoss) {}

  private CrossFitted crossFitted(ForecastExamples examples, double penalty, long seed) {
    CustomerSplit split = new CustomerSplit(PARTS, seed);
    List<SegmentForecast> without =
        IntStream.range(0, PARTS)
            .parallel()
            .mapToObj(part -> fit(examples.part(split, part, false), penalty))
            .toList();
    List<double[]> forecasts = new ArrayList<>();
    double logLoss = 0;
    for (int i = 0; i < examples.size(); i++) {
      SegmentForecast forecast = without.get(split.part(examples.customers().get(i)));
      double[] given = forecast.of(examples.posteriors().get(i), examples.bands().get(i));
      forecasts.add(given);
      logLoss += crossEntropy(examples.outcomes().get(i), given) / examples.size();
    }
    return new CrossFitted(penalty, forecasts, logLoss);
  }

  static double crossEntropy(double[] outcome, double[] given) {
    double sum = 0;
    for (int k = 0; k < outcome.length; k++) {
      if (outcome[k] > 0) {
        sum -= outcome[k] * Math.log(Math.max(given[k], 1e-12));
      }
    }
    return sum;
  }

  private SegmentForecast fit(ForecastExamples examples, double penalty) {
    double[] start = new double[bands + segments * segments + bands * segments];
    Arrays.fill(start, 0, bands, 1);
    if (segments == 1 || examples.size() == 0) {
      return forecast(start);
    }
    double[][] logs = new double[examples.size()][segments];
    for (int i = 0; i < logs.length; i++) {
      for (int k = 0; k < segments; k++) {
        logs[i][k] = Math.log(Math.max(examples.posteriors().get(i)[k], SegmentForecast.LEAST));
      }
    }
    return forecast(
        SmileMinimiser.minimum(
            (at, gradient) -> loss(examples, logs, penalty, at, gradient), start));
  }

  /// Parameters lie one after the other: sharpness, weights row by row, biases band by band.
  private double loss(
      ForecastExamples examples, double[][] logs, double penalty, double[] at, double[] gradient) {
    Arrays.fill(gradient, 0);
    double[] logits = new double[segments];
    double loss = 0;
    for (int i = 0; i < logs.length; i++) {
      int band = examples.bands().get(i);
      int bias = bands + segments * segments + band * segments;
      for (int j = 0; j < segments; j++) {
        logits[j] = at[band] * logs[i][j] + at[bias + j];
      }
      for (int k = 0; k < segments; k++) {
        int weights = bands + k * segments;
        for (int j = 0; j < segments; j++) {
          logits[j] += at[weights + j] * logs[i][k];
        }
      }
      double[] given = Probabilities.softmax(logits);
      double[] outcome = examples.outcomes().get(i);
      loss += crossEntropy(outcome, given) / logs.length;
      for (int j = 0; j < segments; j++) {
        double error = (given[j] - outcome[j]) / logs.length;
        gradient[band] += error * logs[i][j];
        gradient[bias + j] += error;
        for (int k = 0; k < segments; k++) {
          gradient[bands + k * segments + j] += error * logs[i][k];
        }
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

  private SegmentForecast forecast(double[] at) {
    double[][] weight = new double[segments][segments];
    double[][] bias = new double[bands][segments];
    for (int k = 0; k < segments; k++) {
      System.arraycopy(at, bands + k * segments, weight[k], 0, segments);
    }
    for (int band = 0; band < bands; band++) {
      System.arraycopy(at, bands + segments * segments + band * segments, bias[band], 0, segments);
    }
    return new SegmentForecast(days, Arrays.copyOf(at, bands), weight, bias);
  }
}
