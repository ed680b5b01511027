package io.kindred.training.segmentation;

import io.kindred.models.segmentation.SegmentForecast;
import io.kindred.training.mixture.SmileMinimiser;
import io.kindred.training.panel.CustomerSplit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Fits a {@link SegmentForecast} by penalised maximum likelihood.
///
/// The penalty pulls towards the posterior as it is; how hard, is chosen on customers left out.
public final class ForecastTrainer {
  /// From strong to weak: each search begins where the last one ended.
  private static final double[] PENALTIES = {.1, .01, .001};

  private static final int PARTS = 4;

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
    CustomerSplit split = new CustomerSplit(PARTS, seed);
    List<ForecastExamples> parts =
        IntStream.range(0, PARTS).mapToObj(part -> examples.part(split, part, false)).toList();
    double[] whole = trainer.posteriorAsItIs();
    List<double[]> without = Collections.nCopies(PARTS, whole);
    Optional<Fitted> best = Optional.empty();
    for (double penalty : PENALTIES) {
      List<double[]> starts = without;
      without =
          IntStream.range(0, PARTS)
              .mapToObj(part -> trainer.fitted(parts.get(part), penalty, starts.get(part)))
              .toList();
      whole = trainer.fitted(examples, penalty, whole);
      Fitted next = trainer.judged(examples, split, whole, without);
      if (best.isPresent() && best.get().logLoss <= next.logLoss) {
        break;
      }
      best = Optional.of(next);
    }
    return best.orElseThrow();
  }

  private Fitted judged(
      ForecastExamples examples, CustomerSplit split, double[] whole, List<double[]> without) {
    List<SegmentForecast> forecasts = without.stream().map(this::forecast).toList();
    List<double[]> crossFitted = new ArrayList<>();
    double logLoss = 0;
    for (int i = 0; i < examples.size(); i++) {
      SegmentForecast forecast = forecasts.get(split.part(examples.customers().get(i)));
      double[] given = forecast.of(examples.posteriors().get(i), examples.bands().get(i));
      crossFitted.add(given);
      logLoss += crossEntropy(examples.outcomes().get(i), given) / examples.size();
    }
    return new Fitted(forecast(whole), crossFitted, logLoss);
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

  private double[] posteriorAsItIs() {
    double[] parameters = new double[bands + segments * segments + bands * segments];
    Arrays.fill(parameters, 0, bands, 1);
    return parameters;
  }

  private double[] fitted(ForecastExamples examples, double penalty, double[] start) {
    return segments == 1 || examples.size() == 0
        ? start
        : SmileMinimiser.minimum(new ForecastLoss(examples, segments, bands, penalty), start);
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
