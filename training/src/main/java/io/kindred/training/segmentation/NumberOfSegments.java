package io.kindred.training.segmentation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// How many segments there are: the fewest that predict unseen customers within one standard error
/// of the best, or with next to all of its gain over one segment, are found again in another half
/// of the customers, and are more than correlation.
///
/// @param segments the number chosen
/// @param candidates what was tried
/// @param confidence how the chosen number's half-fits bear half-known customers
record NumberOfSegments(
    int segments,
    List<Candidate> candidates,
    StructureCheck structure,
    ConfidenceCheck confidence) {
  /// Agreement of two halves' fits below which segments are an accident of the sample.
  static final double LEAST_STABILITY = .5;

  /// The part of the best candidate's gain over one segment that fewer segments may give up. Scales
  /// and counts are not quite Gaussian: many customers make slivers of segments significant that
  /// explain next to nothing.
  private static final double NEGLIGIBLE = .025;

  private static final int LARGEST_SAMPLE = 10_000;
  private static final int AT_A_TIME = 4;
  private static final int SPLITS = 2;
  private static final int COPIES = 3;

  /// Fewer customers than this to a half cannot carry two segments with statements behind them.
  private static final int FEWEST_ROWS = 4 * SegmentDescription.FEWEST_CUSTOMERS;

  static NumberOfSegments choose(MixedRows allRows, SegmentationOptions options) {
    SplittableRandom random = new SplittableRandom(options.seed());
    MixedRows rows = allRows.sample(LARGEST_SAMPLE, random);
    int most =
        rows.size() < FEWEST_ROWS
            ? 1
            : Math.min(
                options.mostSegments(), rows.size() / (2 * SegmentDescription.FEWEST_CUSTOMERS));
    List<Tried> tried = tried(rows, most, options.restarts(), random.nextLong());
    List<Candidate> candidates = candidates(tried);
    int chosen = chosen(candidates, tried);
    StructureCheck structure = StructureCheck.NOT_NEEDED;
    if (chosen > 1) {
      structure =
          structure(
              rows,
              tried.get(chosen - 1).heldOut(),
              tried.getFirst().heldOut(),
              chosen,
              random.nextLong());
    }
    if (!structure.passed()) {
      chosen = 1;
    }
    return new NumberOfSegments(
        chosen,
        candidates,
        structure,
        ConfidenceCheck.of(tried.get(chosen - 1).fits(), random.nextLong()));
  }

  private record Tried(HalfFits fits, double[] heldOut) {
    double mean() {
      return Summary.of(heldOut).mean();
    }
  }

  /// A few numbers at a time, until the largest is clearly worse than the best.
  private static List<Tried> tried(MixedRows rows, int most, int restarts, long seed) {
    List<Tried> tried = new ArrayList<>();
    while (tried.size() < most) {
      int[] next =
          IntStream.rangeClosed(tried.size() + 1, Math.min(most, tried.size() + AT_A_TIME))
              .toArray();
      HalfFits.of(rows, next, SPLITS, restarts, seed)
          .forEach(fits -> tried.add(new Tried(fits, fits.heldOut())));
      Summary shortfall = Summary.ofDifferences(best(tried).heldOut(), tried.getLast().heldOut());
      if (shortfall.mean() > shortfall.standardError()) {
        break;
      }
    }
    return tried;
  }

  private static Tried best(List<Tried> tried) {
    return tried.stream().max(Comparator.comparingDouble(Tried::mean)).orElseThrow();
  }

  private static List<Candidate> candidates(List<Tried> tried) {
    double[] best = best(tried).heldOut();
    return tried.stream()
        .map(each ->
            new Candidate(
                each.fits().components(),
                each.mean(),
                Summary.ofDifferences(best, each.heldOut()).standardError(),
                each.fits().stability(),
                each.fits().kMeansStability()))
        .toList();
  }

  private static int chosen(List<Candidate> candidates, List<Tried> tried) {
    List<Candidate> stable =
        candidates.stream().filter(candidate -> candidate.stability() >= LEAST_STABILITY).toList();
    Candidate best =
        stable.stream()
            .max(Comparator.comparingDouble(Candidate::heldOutLogLikelihood))
            .orElseThrow();
    for (Candidate candidate : stable) {
      Summary shortfall =
          Summary.ofDifferences(
              tried.get(best.segments() - 1).heldOut(),
              tried.get(candidate.segments() - 1).heldOut());
      double tolerated =
          Math.max(
              shortfall.standardError(),
              NEGLIGIBLE
                  * (best.heldOutLogLikelihood() - candidates.getFirst().heldOutLogLikelihood()));
      if (shortfall.mean() <= tolerated) {
        return candidate.segments();
      }
    }
    return best.segments();
  }

  private static StructureCheck structure(
      MixedRows rows, double[] many, double[] one, int chosen, long seed) {
    Summary gain = Summary.ofDifferences(many, one);
    CorrelatedCopy copy = new CorrelatedCopy(rows);
    SplittableRandom random = new SplittableRandom(seed);
    double copiesGain = 0;
    double squaredErrors = 0;
    for (int c = 0; c < COPIES; c++) {
      List<HalfFits> fits =
          HalfFits.of(copy.draw(random.nextLong()), new int[] {1, chosen}, 1, 2, random.nextLong());
      Summary copyGain = Summary.ofDifferences(fits.getLast().heldOut(), fits.getFirst().heldOut());
      copiesGain += copyGain.mean() / COPIES;
      squaredErrors += Math.pow(copyGain.standardError() / COPIES, 2);
    }
    return new StructureCheck(
        gain.mean(), copiesGain, Math.sqrt(Math.pow(gain.standardError(), 2) + squaredErrors));
  }
}
