package io.kindred.training.segmentation;

import io.kindred.models.Persona;
import io.kindred.training.mixture.CorrelatedCopy;
import io.kindred.training.mixture.Covariance;
import io.kindred.training.mixture.MixedColumn;
import io.kindred.training.mixture.MixedRows;
import io.kindred.training.mixture.Summary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// How many segments there are: the number that predicts unseen customers best and is found again
/// in another half of the customers, both weighed together, and that is more than correlation.
///
/// @param segments the number chosen
/// @param covariance the kind that predicts unseen customers best
/// @param candidates what was tried
/// @param confidence how the chosen number's half-fits bear half-known customers
record NumberOfSegments(
    int segments,
    Covariance covariance,
    List<Candidate> candidates,
    StructureCheck structure,
    ConfidenceCheck confidence) {
  /// Agreement of two halves' fits below which segments are an accident of the sample.
  static final double LEAST_STABILITY = .5;

  /// What being found again is worth: that the halves agree by a tenth more (adjusted Rand index)
  /// weighs as much as a hundredth of what the best number gains over one segment. Likelihood alone
  /// takes slivers wherever scales are not quite as modelled; stability alone takes two large
  /// segments.
  private static final double WORTH_OF_STABILITY = .1;

  /// How much less the number of segments before may be worth and yet be kept.
  private static final double NEXT_TO_AS_GOOD = .01;

  private static final int LARGEST_SAMPLE = 10_000;
  private static final int AT_A_TIME = 4;
  private static final int SPLITS = 2;
  private static final int COPIES = 3;
  private static final int COLUMNS_FOR_TWO_FACTORS = 6;

  /// Fewer customers than this to a half cannot carry two segments with statements behind them.
  private static final int FEWEST_ROWS = 4 * Persona.FEWEST_CUSTOMERS;

  static NumberOfSegments choose(MixedRows allRows, SegmentationOptions options) {
    SplittableRandom random = new SplittableRandom(options.seed());
    MixedRows rows = allRows.sample(LARGEST_SAMPLE, random);
    int most =
        rows.size() < FEWEST_ROWS
            ? 1
            : Math.min(options.mostSegments(), rows.size() / (2 * Persona.FEWEST_CUSTOMERS));
    Search search =
        Search.of(rows, most, options.restarts(), usualCovariance(rows), random.nextLong());
    Optional<Covariance> better =
        search.betterCovariance(rows, otherCovariances(rows), options.restarts());
    if (better.isPresent()) {
      search = Search.of(rows, most, options.restarts(), better.get(), random.nextLong());
    }
    int chosen = search.chosen;
    StructureCheck structure = StructureCheck.NOT_NEEDED;
    if (chosen > 1) {
      structure =
          structure(
              rows,
              search.tried.get(chosen - 1).heldOut(),
              search.tried.getFirst().heldOut(),
              chosen,
              search.covariance,
              random.nextLong());
    }
    if (!structure.passed()) {
      chosen = 1;
    }
    return new NumberOfSegments(
        chosen,
        search.covariance,
        search.candidates,
        structure,
        ConfidenceCheck.of(search.tried.get(chosen - 1).fits(), random.nextLong()));
  }

  /// One factor where there are columns for it: enough for columns that rise and fall together.
  private static Covariance usualCovariance(MixedRows rows) {
    return largestBlock(rows) > 0 ? new Covariance(1, false) : Covariance.DIAGONAL;
  }

  private static List<Covariance> otherCovariances(MixedRows rows) {
    int largest = largestBlock(rows);
    if (largest == 0) {
      return List.of();
    }
    List<Covariance> others =
        new ArrayList<>(List.of(Covariance.DIAGONAL, new Covariance(1, true)));
    if (largest >= COLUMNS_FOR_TWO_FACTORS) {
      others.add(new Covariance(2, false));
    }
    return others;
  }

  private static int largestBlock(MixedRows rows) {
    return rows.columns().stream()
        .filter(column -> column.block() != MixedColumn.NO_BLOCK)
        .collect(Collectors.groupingBy(MixedColumn::block, Collectors.counting()))
        .values()
        .stream()
        .mapToInt(Long::intValue)
        .max()
        .orElse(0);
  }

  /// All numbers tried with one kind of covariance, and the one chosen.
  private record Search(
      Covariance covariance, List<Tried> tried, List<Candidate> candidates, int chosen, long seed) {
    static Search of(MixedRows rows, int most, int restarts, Covariance covariance, long seed) {
      List<Tried> tried = NumberOfSegments.tried(rows, most, covariance, restarts, seed);
      List<Candidate> candidates = NumberOfSegments.candidates(tried);
      return new Search(covariance, tried, candidates, NumberOfSegments.chosen(candidates), seed);
    }

    /// The covariance, of some others, that predicts unseen customers best, if it does so by more
    /// than one standard error.
    Optional<Covariance> betterCovariance(MixedRows rows, List<Covariance> others, int restarts) {
      double[] own = tried.get(chosen - 1).heldOut();
      double largestGain = 0;
      Optional<Covariance> better = Optional.empty();
      for (Covariance other : others) {
        double[] heldOut =
            HalfFits.of(rows, new int[] {chosen}, other, SPLITS, restarts, seed)
                .getFirst()
                .heldOut();
        Summary gain = Summary.ofDifferences(heldOut, own);
        if (gain.mean() > Math.max(gain.standardError(), largestGain)) {
          largestGain = gain.mean();
          better = Optional.of(other);
        }
      }
      return better;
    }
  }

  private record Tried(HalfFits fits, double[] heldOut) {
    static Tried of(HalfFits fits) {
      return new Tried(fits, fits.heldOut());
    }

    double mean() {
      return Summary.of(heldOut).mean();
    }
  }

  /// A few numbers at a time, until the largest is clearly worse than the best.
  private static List<Tried> tried(
      MixedRows rows, int most, Covariance covariance, int restarts, long seed) {
    List<HalfFits> fits = new ArrayList<>();
    while (fits.size() < most) {
      int[] next =
          IntStream.rangeClosed(fits.size() + 1, Math.min(most, fits.size() + AT_A_TIME)).toArray();
      fits.addAll(HalfFits.of(rows, next, covariance, SPLITS, restarts, seed));
      List<Tried> tried = fits.stream().map(Tried::of).toList();
      Summary shortfall = Summary.ofDifferences(best(tried).heldOut(), tried.getLast().heldOut());
      if (shortfall.mean() > shortfall.standardError()) {
        break;
      }
    }
    return HalfFits.improvedDownward(fits, covariance).stream().map(Tried::of).toList();
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
                each.fits().stability()))
        .toList();
  }

  /// Whether another number is next to as good, of those that are found again.
  boolean tolerates(int other) {
    List<Candidate> stable = stable(candidates);
    return structure.passed()
        && stable.stream()
            .anyMatch(candidate ->
                candidate.segments() == other
                    && worth(candidate, candidates) >= largestWorth(candidates) - NEXT_TO_AS_GOOD);
  }

  private static int chosen(List<Candidate> candidates) {
    double largest = largestWorth(candidates);
    return stable(candidates).stream()
        .filter(candidate -> worth(candidate, candidates) == largest)
        .findFirst()
        .orElseThrow()
        .segments();
  }

  private static List<Candidate> stable(List<Candidate> candidates) {
    return candidates.stream()
        .filter(candidate -> candidate.stability() >= LEAST_STABILITY)
        .toList();
  }

  private static double largestWorth(List<Candidate> candidates) {
    return stable(candidates).stream()
        .mapToDouble(candidate -> worth(candidate, candidates))
        .max()
        .orElseThrow();
  }

  /// The share of the largest gain in likelihood over one segment, and stability.
  private static double worth(Candidate candidate, List<Candidate> candidates) {
    double one = candidates.getFirst().heldOutLogLikelihood();
    double gain =
        stable(candidates).stream().mapToDouble(Candidate::heldOutLogLikelihood).max().orElseThrow()
            - one;
    if (gain <= 0) {
      return candidate.segments() == 1 ? 1 : 0;
    }
    return (candidate.heldOutLogLikelihood() - one) / gain
        + WORTH_OF_STABILITY * candidate.stability();
  }

  private static StructureCheck structure(
      MixedRows rows, double[] many, double[] one, int chosen, Covariance covariance, long seed) {
    Summary gain = Summary.ofDifferences(many, one);
    CorrelatedCopy copy = new CorrelatedCopy(rows);
    SplittableRandom random = new SplittableRandom(seed);
    double copiesGain = 0;
    double squaredErrors = 0;
    for (int c = 0; c < COPIES; c++) {
      List<HalfFits> fits =
          HalfFits.of(
              copy.draw(random.nextLong()),
              new int[] {1, chosen},
              covariance,
              1,
              2,
              random.nextLong());
      Summary copyGain = Summary.ofDifferences(fits.getLast().heldOut(), fits.getFirst().heldOut());
      copiesGain += copyGain.mean() / COPIES;
      squaredErrors += Math.pow(copyGain.standardError() / COPIES, 2);
    }
    return new StructureCheck(
        gain.mean(), copiesGain, Math.sqrt(Math.pow(gain.standardError(), 2) + squaredErrors));
  }
}
