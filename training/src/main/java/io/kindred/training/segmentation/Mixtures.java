package io.kindred.training.segmentation;

import io.kindred.features.FeatureTable;
import io.kindred.models.Persona;
import io.kindred.models.segmentation.LearnedSplit;
import io.kindred.training.mixture.Covariance;
import io.kindred.training.mixture.ExpectationMaximisation;
import io.kindred.training.mixture.MixedRows;
import io.kindred.training.mixture.Mixture;
import io.kindred.training.mixture.SmileClustering;
import io.kindred.training.panel.CustomerSplit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Fits segments as a finite mixture over mixed columns.
///
/// What kind of distribution each column has is {@link ColumnChoice}'s; values that are not known
/// take no part.
public final class Mixtures {
  /// Fewer customers than this in all cannot carry two segments with statements behind them, found
  /// in each of two halves: of fewer there is one segment.
  public static final int FEWEST_FOR_TWO = 4 * Persona.FEWEST_CUSTOMERS;

  /// Enough to forget the customers of one part.
  private static final int STEPS_WITHOUT_PART = 15;

  /// The same where no customer weighs much.
  private static final int STEPS_WITHOUT_FEW = 4;

  /// The part of the gain over one segment that going on with the segments before may cost.
  private static final double NEXT_TO_AS_GOOD = .01;

  /// Agreement with the segments before from which they are the same (adjusted Rand index).
  private static final double THE_SAME = .99;

  /// Customers that a fit is sought on; all take part in its last steps.
  private static final int LARGEST_SAMPLE = 20_000;

  private Mixtures() {}

  /// Whether customers have anything to be segmented on: a feature that varies among them.
  public static boolean vary(FeatureTable table, SegmentationOptions options) {
    return !ColumnChoice.of(table, options.smallestShare()).columns().isEmpty();
  }

  /// The segmentation of these customers; the same for the same table and options.
  ///
  /// @throws IllegalArgumentException where the table is empty, holds an infinite value or has no
  ///   feature that varies among customers of whom it is known
  public static Segmentation fit(FeatureTable table, SegmentationOptions options) {
    return fit(table, SegmentsBefore.none(table.size()), options);
  }

  /// The segmentation of these customers, which goes on with the segments they had before where
  /// that is next to as good.
  ///
  /// @throws IllegalArgumentException as the other
  public static Segmentation fit(
      FeatureTable table, SegmentsBefore before, SegmentationOptions options) {
    if (table.size() == 0) {
      throw new IllegalArgumentException("table has no customers (expected at least 20)");
    }
    ColumnChoice choice = ColumnChoice.of(table, options.smallestShare());
    if (choice.columns().isEmpty()) {
      throw new IllegalArgumentException(
          "no feature of %d customers can be segmented on: %s (expected one that varies)"
              .formatted(table.size(), reasons(choice.leftOut())));
    }
    MixedRows rows = choice.rows();
    NumberOfSegments number = NumberOfSegments.choose(rows, options);
    Covariance covariance = number.covariance();
    Mixture fitted = finished(number.fitted(), rows, covariance, options);
    Mixture mixture =
        goesOn(fitted, rows, before, number)
            ? goingOn(fitted, rows, before, number, options)
            : fitted;
    double temperature = number.confidence().temperature();
    CrossFit<LearnedSplit> crossFit =
        crossFit(table, rows, mixture, covariance, options)
            .map(part -> SplitExport.of(part, choice.columns(), temperature, table));
    return new Segmentation(
        table.size(),
        crossFit,
        MacroSegments.of(mixture, rows),
        covariance,
        number.search().candidates(),
        number.structure(),
        number.confidence(),
        SegmentStability.of(rows, mixture, covariance, options.seed()),
        choice.leftOut());
  }

  private static CrossFit<Mixture> crossFit(
      FeatureTable table,
      MixedRows rows,
      Mixture whole,
      Covariance covariance,
      SegmentationOptions options) {
    CustomerSplit split = new CustomerSplit(CrossFit.PARTS, options.seed());
    return new CrossFit<>(
        whole,
        split,
        IntStream.range(0, CrossFit.PARTS)
            .mapToObj(part -> {
              int[] others = split.rowsOutside(table, part);
              return others.length == table.size() || others.length == 0
                  ? whole
                  : ExpectationMaximisation.refit(
                      rows.select(others),
                      whole,
                      covariance,
                      rows.size() > LARGEST_SAMPLE ? STEPS_WITHOUT_FEW : STEPS_WITHOUT_PART);
            })
            .toList());
  }

  private static String reasons(List<LeftOutColumn> leftOut) {
    return leftOut.stream()
        .map(column -> "%s: %s".formatted(column.name(), column.explanation()))
        .limit(5)
        .collect(Collectors.joining(" "));
  }

  /// A fit to all rows, without small components, the largest first.
  private static Mixture finished(
      Mixture fitted, MixedRows rows, Covariance covariance, SegmentationOptions options) {
    return largestFirst(
        withoutSmall(
            ExpectationMaximisation.refit(rows, fitted, covariance), rows, covariance, options),
        rows);
  }

  /// Whether there is something to go on with: another division of the customers into as many
  /// segments, into a number that is next to as good, or into more, as after one was divided by
  /// hand. The same data find the same segments, and nothing changes.
  private static boolean goesOn(
      Mixture fitted, MixedRows rows, SegmentsBefore before, NumberOfSegments number) {
    if (before.segments() < 2
        || !number.structure().passed()
        || (before.segments() < fitted.components() && !number.tolerates(before.segments()))) {
      return false;
    }
    int[] known = before.known();
    int[] now = fitted.assign(rows.select(known));
    int[] then = Arrays.stream(known).map(row -> before.segmentOf()[row]).toArray();
    return SmileClustering.adjustedRandIndex(now, then) < THE_SAME;
  }

  /// The fit that begins with the segments before, unless it explains clearly less of unseen
  /// customers.
  private static Mixture goingOn(
      Mixture fitted,
      MixedRows rows,
      SegmentsBefore before,
      NumberOfSegments number,
      SegmentationOptions options) {
    Covariance covariance = number.covariance();
    int[] known = before.known();
    int[] starting = known.length <= LARGEST_SAMPLE ? known : Arrays.copyOf(known, LARGEST_SAMPLE);
    Mixture going =
        finished(
            ExpectationMaximisation.fit(
                rows.select(starting),
                before.segments(),
                covariance,
                List.of(Arrays.stream(starting).map(row -> before.segmentOf()[row]).toArray()),
                ExpectationMaximisation.ROUGH),
            rows,
            covariance,
            options);
    MixedRows sample = rows.sample(LARGEST_SAMPLE, new SplittableRandom(options.seed()));
    double best = objective(fitted, sample);
    double one = objective(number.search().fits(1).whole(), sample);
    int more = going.components() - fitted.components();
    // More segments must earn it; otherwise what is next to as good does.
    double tolerated = more > 0 ? 0 : NEXT_TO_AS_GOOD * (best - one);
    double overstated = number.search().optimismOfOneMore() * more;
    return objective(going, sample) - overstated >= best - tolerated ? going : fitted;
  }

  private static double objective(Mixture mixture, MixedRows rows) {
    return Arrays.stream(mixture.objectives(rows)).average().orElseThrow();
  }

  /// Drops the smallest component and fits on, until each has its share of the customers.
  private static Mixture withoutSmall(
      Mixture fitted, MixedRows rows, Covariance covariance, SegmentationOptions options) {
    Mixture mixture = fitted;
    while (mixture.components() > 1) {
      int[] sizes = sizes(mixture, rows);
      int smallest = 0;
      for (int k = 1; k < sizes.length; k++) {
        smallest = sizes[k] < sizes[smallest] ? k : smallest;
      }
      double fewest = Math.max(Persona.FEWEST_CUSTOMERS, options.smallestShare() * rows.size());
      if (sizes[smallest] >= fewest) {
        break;
      }
      int dropped = smallest;
      int[] kept = IntStream.range(0, sizes.length).filter(k -> k != dropped).toArray();
      mixture = ExpectationMaximisation.refit(rows, mixture.only(kept, rows.columns()), covariance);
    }
    return mixture;
  }

  private static int[] sizes(Mixture mixture, MixedRows rows) {
    int[] sizes = new int[mixture.components()];
    for (int segment : mixture.assign(rows)) {
      sizes[segment]++;
    }
    return sizes;
  }

  private static Mixture largestFirst(Mixture mixture, MixedRows rows) {
    double[] logWeights = mixture.logWeights();
    int[] order =
        IntStream.range(0, mixture.components())
            .boxed()
            .sorted(Comparator.comparingDouble(k -> -logWeights[k]))
            .mapToInt(Integer::intValue)
            .toArray();
    return mixture.only(order, rows.columns());
  }
}
