package io.kindred.training.segmentation;

import io.kindred.training.mixture.CompletedRows;
import io.kindred.training.mixture.Covariance;
import io.kindred.training.mixture.ExpectationMaximisation;
import io.kindred.training.mixture.MixedRows;
import io.kindred.training.mixture.Mixture;
import io.kindred.training.mixture.SmileClustering;
import io.kindred.training.mixture.Starts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Mixtures of one number of components, each fitted to one half of the customers and judged on the
/// other.
///
/// @param components how many components each fit has
/// @param rows all customers
/// @param halves what each fit saw; two that follow each other are a split
/// @param fits as many as halves
record HalfFits(int components, MixedRows rows, List<Half> halves, List<Mixture> fits) {

  /// The rows that a fit saw, and those that judge it.
  record Half(MixedRows seen, MixedRows unseen, int[] unseenRows) {}

  private record Task(MixedRows rows, int components, List<int[]> starts) {}

  /// Fits each number of components from one to another; the same seed always halves alike.
  ///
  /// Starts are drawn one after the other, fits then run in parallel: the answer depends on the
  /// seed alone.
  static List<HalfFits> of(
      MixedRows rows,
      int[] components,
      Covariance covariance,
      int splits,
      int restarts,
      long seed) {
    List<Half> halves = halves(rows, splits, seed);
    List<Task> tasks = new ArrayList<>();
    for (int count : components) {
      SplittableRandom random = new SplittableRandom(seed + count);
      for (Half half : halves) {
        Starts starts = Starts.of(half.seen(), count, restarts, random.nextLong());
        tasks.add(new Task(half.seen(), count, starts.assignments()));
      }
    }
    List<Mixture> fits =
        tasks.parallelStream()
            .map(task ->
                ExpectationMaximisation.fit(
                    task.rows,
                    task.components,
                    covariance,
                    task.starts,
                    ExpectationMaximisation.ROUGH))
            .toList();
    return IntStream.range(0, components.length)
        .mapToObj(c ->
            new HalfFits(
                components[c],
                rows,
                halves,
                fits.subList(c * halves.size(), (c + 1) * halves.size())))
        .toList();
  }

  /// The same fits, improved by coming down from the fits of more components where that fits better
  /// what each had seen.
  ///
  /// @param upward of 1, 2, ... components, by the same halves
  static List<HalfFits> improvedDownward(List<HalfFits> upward, Covariance covariance) {
    int halves = upward.getFirst().halves.size();
    List<List<Mixture>> paths =
        IntStream.range(0, halves)
            .parallel()
            .mapToObj(h -> improved(upward, h, covariance))
            .toList();
    return IntStream.range(0, upward.size())
        .mapToObj(c -> {
          HalfFits own = upward.get(c);
          return new HalfFits(
              own.components,
              own.rows,
              own.halves,
              paths.stream().map(path -> path.get(c)).toList());
        })
        .toList();
  }

  private static List<Mixture> improved(List<HalfFits> upward, int half, Covariance covariance) {
    MixedRows seen = upward.getFirst().halves.get(half).seen();
    List<Mixture> path = new ArrayList<>(upward.stream().map(each -> each.fits.get(half)).toList());
    for (int c = path.size() - 2; c > 0; c--) {
      path.set(
          c,
          ExpectationMaximisation.better(
              seen, path.get(c), path.get(c + 1), covariance, ExpectationMaximisation.ROUGH));
    }
    return path;
  }

  /// Each customer's objective under the fits that had not seen it, averaged over the splits.
  double[] heldOut() {
    double[] heldOut = new double[rows.size()];
    for (int h = 0; h < halves.size(); h++) {
      Half half = halves.get(h);
      double[] objectives = fits.get(h).objectives(half.unseen());
      for (int i = 0; i < objectives.length; i++) {
        heldOut[half.unseenRows()[i]] += objectives[i] * 2 / halves.size();
      }
    }
    return heldOut;
  }

  /// By how much each customer's objective under the fits that had seen it exceeds that under those
  /// that had not, averaged over the splits.
  double[] optimism() {
    double[] optimism = heldOut();
    for (int h = 0; h < halves.size(); h++) {
      Half half = halves.get(h);
      double[] objectives = fits.get(h).objectives(half.seen());
      int[] seen = halves.get(h ^ 1).unseenRows();
      for (int i = 0; i < objectives.length; i++) {
        optimism[seen[i]] -= objectives[i] * 2 / halves.size();
      }
    }
    return Arrays.stream(optimism).map(each -> -each).toArray();
  }

  /// How far the two halves' fits agree on all customers, averaged over the splits; what is not
  /// known of a customer is drawn from one of them, or both would guess.
  double stability() {
    double sum = 0;
    for (int h = 0; h < fits.size(); h += 2) {
      MixedRows whole = CompletedRows.of(rows, fits.get(h), h);
      sum +=
          SmileClustering.adjustedRandIndex(
              fits.get(h).assign(whole), fits.get(h + 1).assign(whole));
    }
    return sum * 2 / fits.size();
  }

  private static List<Half> halves(MixedRows rows, int splits, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Half> halves = new ArrayList<>();
    for (int split = 0; split < splits; split++) {
      int[] order = rows.shuffled(random);
      int[] first = Arrays.copyOf(order, order.length / 2);
      int[] second = Arrays.copyOfRange(order, order.length / 2, order.length);
      halves.add(new Half(rows.select(first), rows.select(second), second));
      halves.add(new Half(rows.select(second), rows.select(first), first));
    }
    return halves;
  }
}
