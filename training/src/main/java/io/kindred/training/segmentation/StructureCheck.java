package io.kindred.training.segmentation;

import io.kindred.training.mixture.CorrelatedCopy;
import io.kindred.training.mixture.Covariance;
import io.kindred.training.mixture.MixedRows;
import io.kindred.training.mixture.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Whether segments explain more than correlation does: what they gain over one segment, against
/// what they gain on copies of the customers that have the same columns and correlations but no
/// segments (a parametric bootstrap of the likelihood ratio, McLachlan 1987, on unseen customers).
///
/// Customers and copies are fitted by the same short search, so that the gains compare.
///
/// @param gain held-out log-likelihood per customer that the segments gain over one segment
/// @param gainWithoutSegments the mean of the copies' gains
/// @param deviation the copies' standard deviation
public record StructureCheck(double gain, double gainWithoutSegments, double deviation) {
  /// Standard deviations that the gain must lie above what copies gain: about one in two hundred
  /// copies would, as a dozen are drawn.
  static final double DEVIATIONS_BEYOND = 3;

  static final StructureCheck NOT_NEEDED = new StructureCheck(0, 0, 0);

  private static final int COPIES = 12;
  private static final int COPIES_AT_A_TIME = 4;
  private static final int FITS = 3;
  private static final int RESTARTS = 4;

  static StructureCheck of(MixedRows rows, int segments, Covariance covariance, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double gain = 0;
    for (int fit = 0; fit < FITS; fit++) {
      gain += gain(rows, segments, covariance, random.nextLong()) / FITS;
    }
    CorrelatedCopy copy = new CorrelatedCopy(rows);
    List<Double> gains = new ArrayList<>();
    StructureCheck check;
    do {
      for (int c = 0; c < COPIES_AT_A_TIME; c++) {
        MixedRows drawn = copy.draw(random.nextLong());
        gains.add(gain(drawn, segments, covariance, random.nextLong()));
      }
      check = of(gain, gains);
    } while (gains.size() < COPIES && !check.clear());
    return check;
  }

  private static StructureCheck of(double gain, List<Double> copies) {
    Summary summary = Summary.of(copies.stream().mapToDouble(Double::doubleValue).toArray());
    // The summary's error is of a mean and divides by the number; a deviation of few numbers is
    // divided by one fewer, and the copies' own mean adds its part.
    double deviation = summary.standardError() * Math.sqrt(copies.size());
    double few = (copies.size() + 1.0) / (copies.size() - 1.0);
    return new StructureCheck(gain, summary.mean(), deviation * Math.sqrt(few));
  }

  /// What segments gain on customers that a fit to the other half had not seen.
  private static double gain(MixedRows rows, int segments, Covariance covariance, long seed) {
    List<HalfFits> fits = HalfFits.of(rows, new int[] {1, segments}, covariance, 1, RESTARTS, seed);
    return Summary.ofDifferences(fits.getLast().heldOut(), fits.getFirst().heldOut()).mean();
  }

  /// Whether more copies could hardly change the answer.
  private boolean clear() {
    return gain <= gainWithoutSegments || beyond(3 * DEVIATIONS_BEYOND);
  }

  private boolean beyond(double deviations) {
    return gain - gainWithoutSegments > deviations * deviation;
  }

  /// Whether there is more than correlation.
  public boolean passed() {
    return gain > 0 && beyond(DEVIATIONS_BEYOND);
  }
}
