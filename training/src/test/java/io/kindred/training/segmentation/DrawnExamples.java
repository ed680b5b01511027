package io.kindred.training.segmentation;

import io.kindred.features.CustomerId;
import io.kindred.models.segmentation.Probabilities;
import java.util.Arrays;
import java.util.SplittableRandom;

/// Draws posteriors and what turns out, by a rule that is known.
final class DrawnExamples {
  private DrawnExamples() {}

  /// What turns out has, beside a posterior, these logarithms of probabilities.
  interface Truth {
    double[] logits(double[] logs, int band);
  }

  /// @param shares how common each segment is
  /// @param perCustomer how many examples each customer has
  static ForecastExamples of(
      int count, double[] shares, int bands, int perCustomer, Truth truth, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ForecastExamples examples = ForecastExamples.none();
    for (int i = 0; i < count; i++) {
      double[] scores = Arrays.stream(shares).map(Math::log).toArray();
      int own = draw(shares, random);
      for (int k = 0; k < scores.length; k++) {
        scores[k] += 1.2 * random.nextGaussian() + (k == own ? 2 : 0);
      }
      double[] posterior = Probabilities.softmax(scores);
      int band = random.nextInt(bands);
      double[] logs = Arrays.stream(posterior).map(Math::log).toArray();
      double[] outcome = new double[shares.length];
      outcome[draw(Probabilities.softmax(truth.logits(logs, band)), random)] = 1;
      examples.add(posterior, band, outcome, new CustomerId("c" + seed + "-" + i / perCustomer));
    }
    return examples;
  }

  private static int draw(double[] probabilities, SplittableRandom random) {
    double left = random.nextDouble();
    for (int k = 0; k < probabilities.length - 1; k++) {
      left -= probabilities[k];
      if (left < 0) {
        return k;
      }
    }
    return probabilities.length - 1;
  }
}
