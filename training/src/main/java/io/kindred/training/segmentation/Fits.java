package io.kindred.training.segmentation;

import io.kindred.training.mixture.Covariance;
import io.kindred.training.mixture.ExpectationMaximisation;
import io.kindred.training.mixture.MixedRows;
import io.kindred.training.mixture.Mixture;
import io.kindred.training.mixture.Starts;
import io.kindred.training.mixture.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Mixtures of one number of components: one fitted to all customers, others to halves of them.
///
/// @param predicted by customer, what an unseen one's objective should be under the fit to all
/// @param optimism by how much, on average, the fit to all exceeds that
record Fits(Mixture whole, HalfFits halves, double[] predicted, double optimism) {

  /// How often customers are halved and how many starts a fit has, beside what it is fitted to.
  record Plan(MixedRows rows, Covariance covariance, Effort effort, long seed) {
    Plan with(Covariance other) {
      return new Plan(rows, other, effort, seed);
    }
  }

  /// What a fit says of the customers that it saw is too good. By how much, halves show: on average
  /// over as many customers, one fitted to half of them exceeds the truth on what it saw by twice
  /// what a fit to all does, and falls as short on the rest (Akaike 1974; measured instead of
  /// counted, as by Ishiguro, Sakamoto and Kitagawa 1997).
  private static Fits of(Mixture whole, HalfFits halves, MixedRows rows) {
    double[] predicted = whole.objectives(rows);
    double[] optimism = halves.optimism();
    for (int i = 0; i < predicted.length; i++) {
      predicted[i] -= optimism[i] / 2;
    }
    return new Fits(whole, halves, predicted, Summary.of(optimism).mean() / 2);
  }

  static List<Fits> of(Plan plan, int[] components) {
    Effort effort = plan.effort;
    List<HalfFits> halves =
        HalfFits.of(
            plan.rows, components, plan.covariance, effort.splits(), effort.restarts(), plan.seed);
    return IntStream.range(0, components.length)
        .parallel()
        .mapToObj(c -> of(whole(plan, components[c]), halves.get(c), plan.rows))
        .toList();
  }

  private static Mixture whole(Plan plan, int components) {
    long seed = new SplittableRandom(plan.seed - components).nextLong();
    return ExpectationMaximisation.fit(
        plan.rows,
        components,
        plan.covariance,
        Starts.of(plan.rows, components, 2 * plan.effort.restarts(), seed).assignments(),
        ExpectationMaximisation.ROUGH);
  }

  /// The same fits, improved by coming down from those of more components where that fits better.
  ///
  /// @param upward of 1, 2, ... components
  static List<Fits> improvedDownward(List<Fits> upward, Plan plan) {
    List<HalfFits> halves =
        HalfFits.improvedDownward(upward.stream().map(Fits::halves).toList(), plan.covariance);
    List<Fits> improved = new ArrayList<>(upward);
    for (int c = upward.size() - 1; c >= 0; c--) {
      Mixture whole = upward.get(c).whole;
      if (c > 0 && c < upward.size() - 1) {
        whole =
            ExpectationMaximisation.better(
                plan.rows,
                whole,
                improved.get(c + 1).whole,
                plan.covariance,
                ExpectationMaximisation.ROUGH);
      }
      improved.set(c, of(whole, halves.get(c), plan.rows));
    }
    return improved;
  }

  int components() {
    return whole.components();
  }

  double meanPredicted() {
    return Summary.of(predicted).mean();
  }

  /// What another's prediction exceeds this one's by.
  Summary shortfallFrom(Fits other) {
    return Summary.ofDifferences(other.predicted, predicted);
  }
}
