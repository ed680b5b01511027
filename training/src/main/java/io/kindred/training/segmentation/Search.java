package io.kindred.training.segmentation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Fits of 1, 2, ... segments with one kind of covariance.
///
/// @param fits by number of segments, from one
/// @param candidates what each is worth, in the same order
record Search(List<Fits> fits, List<Candidate> candidates) {
  /// Agreement of two halves' fits below which segments are an accident of the sample.
  private static final double LEAST_STABILITY = .5;

  /// What being found again is worth: that the halves agree by a tenth more (adjusted Rand index)
  /// weighs as much as a hundredth of what the best number gains over one segment. Likelihood alone
  /// takes slivers wherever scales are not quite as modelled; stability alone takes two large
  /// segments.
  private static final double WORTH_OF_STABILITY = .1;

  /// How much less another number of segments may be worth and yet do.
  private static final double NEXT_TO_AS_GOOD = .01;

  private static final int AT_A_TIME = 4;

  /// A few numbers at a time, until the two largest are clearly worse than the best; one alone may
  /// have been lost.
  static Search of(Fits.Plan plan, int most) {
    List<Fits> fits = new ArrayList<>();
    while (fits.size() < most) {
      int[] next =
          IntStream.rangeClosed(fits.size() + 1, Math.min(most, fits.size() + AT_A_TIME)).toArray();
      fits.addAll(Fits.of(plan, next));
      Fits best = best(fits);
      if (fits.subList(fits.size() - Math.min(2, next.length), fits.size()).stream()
          .map(each -> each.shortfallFrom(best))
          .allMatch(shortfall -> shortfall.mean() > shortfall.standardError())) {
        break;
      }
    }
    List<Fits> improved = Fits.improvedDownward(fits, plan);
    return new Search(improved, candidates(improved));
  }

  private static Fits best(List<Fits> fits) {
    return fits.stream().max(Comparator.comparingDouble(Fits::meanPredicted)).orElseThrow();
  }

  private static List<Candidate> candidates(List<Fits> fits) {
    Fits best = best(fits);
    return fits.stream()
        .map(each ->
            new Candidate(
                each.components(),
                each.meanPredicted(),
                each.shortfallFrom(best).standardError(),
                each.halves().stability()))
        .toList();
  }

  Fits fits(int segments) {
    return fits.get(segments - 1);
  }

  /// By how much one segment more makes a fit overstate how well it foresees unseen customers, on
  /// average over those tried.
  double optimismOfOneMore() {
    return fits.size() == 1
        ? 0
        : (fits.getLast().optimism() - fits.getFirst().optimism()) / (fits.size() - 1);
  }

  /// The number that is worth most.
  int chosen() {
    return stable().stream().max(Comparator.comparingDouble(this::worth)).orElseThrow().segments();
  }

  /// Whether a number is next to as good as the best, of those that are found again.
  boolean tolerates(int segments) {
    double largest = stable().stream().mapToDouble(this::worth).max().orElseThrow();
    return stable().stream()
        .anyMatch(candidate ->
            candidate.segments() == segments && worth(candidate) >= largest - NEXT_TO_AS_GOOD);
  }

  private List<Candidate> stable() {
    return candidates.stream()
        .filter(candidate -> candidate.stability() >= LEAST_STABILITY)
        .toList();
  }

  /// The share of the largest gain in likelihood over one segment, and stability.
  private double worth(Candidate candidate) {
    double one = candidates.getFirst().logLikelihood();
    double gain = stable().stream().mapToDouble(Candidate::logLikelihood).max().orElseThrow() - one;
    if (gain <= 0) {
      return candidate.segments() == 1 ? 1 : 0;
    }
    return (candidate.logLikelihood() - one) / gain + WORTH_OF_STABILITY * candidate.stability();
  }
}
