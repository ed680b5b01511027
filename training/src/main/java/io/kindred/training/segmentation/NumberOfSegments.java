package io.kindred.training.segmentation;

import io.kindred.models.Persona;
import io.kindred.training.mixture.Covariance;
import io.kindred.training.mixture.MixedColumn;
import io.kindred.training.mixture.MixedRows;
import io.kindred.training.mixture.Mixture;
import io.kindred.training.mixture.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/// How many segments there are: the number that predicts unseen customers best and is found again
/// in another half of the customers, both weighed together, and that is more than correlation.
///
/// @param fitted the mixture of that number, fitted to a sample of the customers
/// @param covariance the kind that predicts unseen customers best
/// @param confidence how the chosen number's half-fits bear half-known customers
record NumberOfSegments(
    Mixture fitted,
    Covariance covariance,
    Search search,
    StructureCheck structure,
    ConfidenceCheck confidence) {
  private static final int LARGEST_SAMPLE = 10_000;

  /// A half of them is enough to say something of a segment.
  private static final int CUSTOMERS_FOR_EACH = 2 * Persona.FEWEST_CUSTOMERS;

  private static final int COLUMNS_FOR_TWO_FACTORS = 6;

  static NumberOfSegments choose(MixedRows allRows, SegmentationOptions options) {
    SplittableRandom random = new SplittableRandom(options.seed());
    MixedRows rows = allRows.sample(LARGEST_SAMPLE, random);
    int most = Math.min(options.mostSegments(), mostAllowed(rows.size()));
    Effort effort = Effort.of(rows, options);
    Covariance covariance = usualCovariance(rows);
    Fits.Plan plan = new Fits.Plan(rows, covariance, effort, random.nextLong());
    Search search = Search.of(plan, most);
    Optional<Covariance> better = betterCovariance(search, plan);
    if (better.isPresent()) {
      covariance = better.get();
      search = Search.of(plan.with(covariance), most);
    }
    int chosen = search.chosen();
    StructureCheck structure =
        chosen > 1
            ? StructureCheck.of(rows, chosen, covariance, random.nextLong())
            : StructureCheck.NOT_NEEDED;
    Fits fits = search.fits(structure.passed() ? chosen : 1);
    return new NumberOfSegments(
        fits.whole(),
        covariance,
        search,
        structure,
        ConfidenceCheck.of(fits.halves(), random.nextLong()));
  }

  /// How many segments so many customers can carry at most, each with enough customers in a half.
  static int mostAllowed(int customers) {
    int searched = Math.min(customers, LARGEST_SAMPLE);
    return searched < Mixtures.FEWEST_FOR_TWO ? 1 : searched / CUSTOMERS_FOR_EACH;
  }

  /// One factor where there are columns for it: enough for columns that rise and fall together.
  private static Covariance usualCovariance(MixedRows rows) {
    return largestBlock(rows) > 0 ? new Covariance(1, false) : Covariance.DIAGONAL;
  }

  /// The covariance, of some others, that predicts unseen customers best with the number of
  /// segments chosen, if it does so by more than one standard error.
  private static Optional<Covariance> betterCovariance(Search search, Fits.Plan plan) {
    int segments = search.chosen();
    Fits own = search.fits(segments);
    double largestGain = 0;
    Optional<Covariance> better = Optional.empty();
    for (Covariance other : otherCovariances(plan.rows())) {
      Fits fits = Fits.of(plan.with(other), new int[] {segments}).getFirst();
      Summary gain = own.shortfallFrom(fits);
      if (gain.mean() > Math.max(gain.standardError(), largestGain)) {
        largestGain = gain.mean();
        better = Optional.of(other);
      }
    }
    return better;
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

  /// Whether another number is next to as good, of those that are found again.
  boolean tolerates(int other) {
    return structure.passed() && search.tolerates(other);
  }
}
