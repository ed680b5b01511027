package io.kindred.training.mixture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Fits a mixture by expectation-maximisation from given first assignments.
///
/// Unknown values drop out of both steps. Sums are added up in parts of fixed size and order: the
/// fit is the same however many threads there are.
public final class ExpectationMaximisation {
  private static final int SHORT_RUN = 10;
  private static final int LONG_RUN = 300;
  private static final int PARTS = 32;
  private static final int LONG_RUNS = 2;

  /// Mean gains in a row's objective below which a fit is finished.
  public static final double ROUGH = 1e-4;

  public static final double FINE = 1e-6;

  private final MixedRows rows;
  private final Tile[] tiles;
  private final Covariance covariance;
  private final Maximisation maximisation;
  private final int blocks;

  private ExpectationMaximisation(MixedRows rows, Covariance covariance) {
    this.rows = rows;
    this.tiles = Tile.of(rows);
    this.covariance = covariance;
    this.maximisation = new Maximisation(rows, covariance);
    this.blocks =
        covariance.factors() == 0
            ? 0
            : rows.columns().stream().mapToInt(MixedColumn::block).max().orElse(-1) + 1;
  }

  /// The likeliest of the fits from these starts: each runs a little, the best ones to their end.
  public static Mixture fit(
      MixedRows rows,
      int components,
      Covariance covariance,
      List<int[]> starts,
      double smallestGain) {
    ExpectationMaximisation fitting = new ExpectationMaximisation(rows, covariance);
    List<Fitted> fitted =
        starts.stream()
            .map(start -> fitting.run(fitting.started(start, components), SHORT_RUN, smallestGain))
            .sorted(Comparator.comparingDouble(Fitted::objective).reversed())
            .limit(LONG_RUNS)
            .map(each -> fitting.run(each.mixture(), LONG_RUN, smallestGain))
            .toList();
    return fitted.stream()
        .max(Comparator.comparingDouble(Fitted::objective))
        .orElseThrow()
        .mixture();
  }

  /// The likelier of a fit and one that comes down from a fit with one component more.
  public static Mixture better(
      MixedRows rows, Mixture fitted, Mixture more, Covariance covariance, double smallestGain) {
    Mixture down =
        fit(rows, fitted.components, covariance, MergedStarts.of(more, rows), smallestGain);
    return mean(down.objectives(rows)) > mean(fitted.objectives(rows)) ? down : fitted;
  }

  private static double mean(double[] numbers) {
    return Summary.of(numbers).mean();
  }

  /// A fit that goes on from a mixture.
  ///
  /// @param steps at most so many
  public static Mixture refit(MixedRows rows, Mixture start, Covariance covariance, int steps) {
    return new ExpectationMaximisation(rows, covariance).run(start, steps, FINE).mixture();
  }

  /// A fit that goes on from a mixture to its end.
  public static Mixture refit(MixedRows rows, Mixture start, Covariance covariance) {
    return refit(rows, start, covariance, LONG_RUN);
  }

  private record Fitted(Mixture mixture, double objective) {}

  private Mixture started(int[] assigned, int components) {
    SufficientStatistics statistics = statistics(components, 0);
    double[][] posterior = new double[components][Tile.CAPACITY];
    for (int t = 0; t < tiles.length; t++) {
      for (int i = 0; i < tiles[t].size(); i++) {
        posterior[assigned[t * Tile.CAPACITY + i]][i] = 1;
      }
      statistics.add(tiles[t], posterior);
      for (double[] component : posterior) {
        java.util.Arrays.fill(component, 0);
      }
    }
    Mixture independent = maximisation.independent(statistics, rows.size());
    return blocks == 0
        ? independent
        : FirstFactors.added(independent, rows, assigned, covariance.factors(), blocks);
  }

  private Fitted run(Mixture start, int steps, double smallestGain) {
    Mixture mixture = start;
    double before = Double.NEGATIVE_INFINITY;
    for (int step = 0; step < steps; step++) {
      SufficientStatistics statistics = expectation(mixture);
      double objective = statistics.objective / rows.size();
      if (objective - before < smallestGain) {
        return new Fitted(mixture, objective);
      }
      mixture = maximisation.maximised(statistics, rows.size(), mixture);
      before = objective;
    }
    return new Fitted(mixture, before);
  }

  private SufficientStatistics expectation(Mixture mixture) {
    int parts = Math.min(PARTS, tiles.length);
    List<SufficientStatistics> added = new ArrayList<>();
    IntStream.range(0, parts)
        .parallel()
        .mapToObj(part -> {
          SufficientStatistics statistics = statistics(mixture.components, mixture.blocks.size());
          TilePosterior posterior = new TilePosterior(mixture);
          int to = (int) ((long) tiles.length * (part + 1) / parts);
          for (int t = (int) ((long) tiles.length * part / parts); t < to; t++) {
            statistics.add(tiles[t], posterior);
          }
          return statistics;
        })
        .forEachOrdered(added::add);
    for (int part = 1; part < parts; part++) {
      added.getFirst().add(added.get(part));
    }
    return added.getFirst();
  }

  private SufficientStatistics statistics(int components, int factorBlocks) {
    return new SufficientStatistics(components, rows.columns(), factorBlocks, covariance.factors());
  }
}
