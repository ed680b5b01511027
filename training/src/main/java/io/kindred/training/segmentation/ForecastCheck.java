package io.kindred.training.segmentation;

import io.kindred.models.segmentation.Probabilities;
import io.kindred.models.segmentation.SegmentForecast;

/// How well a forecast tells the segment that customers turn out to be in, beside simpler ways.
///
/// @param days how far ahead
/// @param examples how many it rests on
/// @param logLoss of the forecast
/// @param markov of the shares in which customers of a segment turned out before
/// @param stays of staying with the one probability that customers had of staying
/// @param stayed the share of customers who are in the segment they were in
public record ForecastCheck(
    int days, int examples, double logLoss, double markov, double stays, double stayed) {

  /// @param before the examples that the simpler ways learn from
  /// @param after those that judge
  static ForecastCheck of(
      SegmentForecast forecast, ForecastExamples before, ForecastExamples after) {
    int segments = forecast.weight().length;
    double[][] transitions = transitions(before, segments);
    double staying = 0;
    double[] shares = new double[segments];
    for (int i = 0; i < before.size(); i++) {
      double[] outcome = before.outcomes().get(i);
      staying += outcome[Probabilities.likeliest(before.posteriors().get(i))];
      for (int k = 0; k < segments; k++) {
        shares[k] += outcome[k];
      }
    }
    double stayProbability = (staying + 1) / (before.size() + 2);
    double logLoss = 0;
    double markov = 0;
    double stays = 0;
    double stayed = 0;
    for (int i = 0; i < after.size(); i++) {
      double[] posterior = after.posteriors().get(i);
      double[] outcome = after.outcomes().get(i);
      int now = Probabilities.likeliest(posterior);
      logLoss +=
          ForecastTrainer.crossEntropy(outcome, forecast.of(posterior, after.bands().get(i)));
      markov += ForecastTrainer.crossEntropy(outcome, transitions[now]);
      stays +=
          ForecastTrainer.crossEntropy(
              outcome, stayer(now, stayProbability, shares, before.size()));
      stayed += outcome[now];
    }
    int size = Math.max(1, after.size());
    return new ForecastCheck(
        forecast.days(), after.size(), logLoss / size, markov / size, stays / size, stayed / size);
  }

  /// One customer more in each.
  private static double[][] transitions(ForecastExamples before, int segments) {
    double[][] transitions = new double[segments][segments];
    for (int k = 0; k < segments; k++) {
      for (int j = 0; j < segments; j++) {
        transitions[k][j] = 1.0 / segments;
      }
    }
    for (int i = 0; i < before.size(); i++) {
      int now = Probabilities.likeliest(before.posteriors().get(i));
      for (int j = 0; j < segments; j++) {
        transitions[now][j] += before.outcomes().get(i)[j];
      }
    }
    for (double[] row : transitions) {
      double sum = java.util.Arrays.stream(row).sum();
      for (int j = 0; j < row.length; j++) {
        row[j] /= sum;
      }
    }
    return transitions;
  }

  /// Who leaves goes where customers are.
  private static double[] stayer(int now, double staying, double[] shares, int size) {
    double[] given = new double[shares.length];
    double elsewhere = 0;
    for (int k = 0; k < given.length; k++) {
      given[k] = k == now ? 0 : (shares[k] + 1) / (size + given.length);
      elsewhere += given[k];
    }
    for (int k = 0; k < given.length; k++) {
      given[k] = elsewhere == 0 ? 0 : given[k] * (1 - staying) / elsewhere;
    }
    given[now] = given.length == 1 ? 1 : staying;
    return given;
  }
}
