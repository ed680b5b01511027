package io.kindred.training.segmentation;

import io.kindred.features.Customer;
import io.kindred.features.CustomerId;
import io.kindred.features.FeatureTable;
import io.kindred.features.Featurizer;
import io.kindred.models.AssignmentRules;
import io.kindred.models.segmentation.KnownBands;
import io.kindred.models.segmentation.PredictionSets;
import io.kindred.models.segmentation.SegmentForecast;
import io.kindred.models.segmentation.SegmentModel;
import io.kindred.models.segmentation.SegmentTree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/// From fitted segments to what a bundle says of them: calibrates confidence, prediction sets,
/// forecasts and familiarity on customers that the segments were not fitted to, and checks them on
/// others.
///
/// Where histories reach back far enough, what customers turn out to be is seen: the segment that
/// the same tree gives them 30 and 90 days later. Elsewhere it is made: part of what is known is
/// hidden.
public final class SegmentTrainer {
  /// How far ahead segments are forecast; confidence speaks of the first.
  static final int[] DAYS = {30, 90};

  /// Beside the level that training asks for.
  private static final double[] LEVELS = {.8, .9, .95};

  private static final double USUAL_LEVEL = .9;

  /// The share of customers that may be called unlike anything seen though they are not.
  private static final double UNFAMILIAR = .001;

  /// What is nearer than this to what is usual is familiar, however few customers there were to
  /// learn from.
  private static final double ALWAYS_FAMILIAR = -4;

  private static final int FEWEST_EXAMPLES = 100;

  /// More make forecasts no better that have a few hundred parameters.
  private static final int MOST_CUSTOMERS = 2_000;

  private static final String NOT_FAR_ENOUGH = "The data do not reach back far enough to forecast";
  private static final String TOO_FEW = "Too few customers to forecast their segment";
  private static final String SAME_PERIOD = "The forecast of segments in";

  /// How remarks begin that tell of calibration.
  static final List<String> REMARKS = List.of(NOT_FAR_ENOUGH, TOO_FEW, SAME_PERIOD);

  private final SegmentFit fit;
  private final AssignmentLimits limits;
  private final KnownBands bands;
  private final long seed;
  private final List<String> remarks = new ArrayList<>();

  private SegmentTrainer(SegmentFit fit, AssignmentLimits limits, KnownBands bands, long seed) {
    this.fit = fit;
    this.limits = limits;
    this.bands = bands;
    this.seed = seed;
  }

  /// What a person decides of assignments.
  ///
  /// @param coverage a further level of prediction sets
  public record AssignmentLimits(
      double leastConfidence, double leastMacroConfidence, int staleAfterDays, double coverage) {}

  /// Customers with their histories.
  ///
  /// @param learning those that the segments were fitted to
  /// @param heldOut those that nothing is fitted to
  /// @param first when the first event of all was
  public record Histories(
      Featurizer featurizer,
      List<Customer> learning,
      List<Customer> heldOut,
      Instant first,
      Instant asOf) {}

  /// Segments of a table without histories.
  ///
  /// @param learning the rows that the segments were fitted to
  /// @param heldOut rows that nothing is fitted to
  public static TrainedSegments ofTable(
      SegmentFit fit,
      FeatureTable learning,
      FeatureTable heldOut,
      AssignmentLimits limits,
      long seed) {
    return new SegmentTrainer(fit, limits, KnownBandsChoice.byShare(fit.features()), seed)
        .completed(learning, heldOut);
  }

  /// Segments of customers with histories.
  public static TrainedSegments ofHistories(
      SegmentFit fit,
      FeatureTable learning,
      FeatureTable heldOut,
      Histories histories,
      AssignmentLimits limits,
      long seed) {
    KnownBands bands = KnownBandsChoice.of(learning.schema(), fit.features());
    return new SegmentTrainer(fit, limits, bands, seed).ofHistories(learning, heldOut, histories);
  }

  private TrainedSegments ofHistories(
      FeatureTable learning, FeatureTable heldOut, Histories histories) {
    NextPeriods fitting =
        new NextPeriods(
            histories.featurizer(),
            sampled(histories.learning()),
            id -> fit.trees().without(id),
            bands);
    NextPeriods checking =
        new NextPeriods(
            histories.featurizer(), sampled(histories.heldOut()), _ -> fit.trees().whole(), bands);
    List<Calibrated> forecasts = new ArrayList<>();
    for (int days : DAYS) {
      List<Instant> beginnings =
          NextPeriods.beginnings(histories.asOf(), histories.first(), days, histories.featurizer());
      if (beginnings.isEmpty()) {
        remarks.add("%s the segment in %d days.".formatted(NOT_FAR_ENOUGH, days));
        continue;
      }
      // The last period judges, where there is another to learn from.
      List<Instant> earlier =
          beginnings.size() == 1 ? beginnings : beginnings.subList(1, beginnings.size());
      ForecastExamples examples = fitting.examples(earlier, days);
      if (examples.size() < FEWEST_EXAMPLES) {
        remarks.add(
            "%s: only %d are known %d days before.".formatted(TOO_FEW, examples.size(), days));
        continue;
      }
      if (beginnings.size() == 1) {
        remarks.add(
            "%s %d days was checked on other customers of the same period: the data have no further one."
                .formatted(SAME_PERIOD, days));
      }
      ForecastExamples judging = checking.examples(beginnings.subList(0, 1), days);
      forecasts.add(calibrated(days, examples, judging));
    }
    return forecasts.isEmpty() ? completed(learning, heldOut) : trained(forecasts, learning);
  }

  private static FeatureTable sampled(FeatureTable table) {
    int step = Math.max(1, (table.size() + MOST_CUSTOMERS - 1) / MOST_CUSTOMERS);
    return table.select(IntStream.range(0, table.size()).filter(i -> i % step == 0).toArray());
  }

  private static List<Customer> sampled(List<Customer> customers) {
    int step = (customers.size() + MOST_CUSTOMERS - 1) / MOST_CUSTOMERS;
    return IntStream.range(0, customers.size())
        .filter(i -> i % Math.max(1, step) == 0)
        .mapToObj(customers::get)
        .toList();
  }

  private TrainedSegments completed(FeatureTable allLearning, FeatureTable heldOut) {
    FeatureTable learning = sampled(allLearning);
    ForecastExamples examples =
        HiddenExamples.of(
            learning, row -> fit.trees().without(learning.customer(row)), bands, seed);
    ForecastExamples judging =
        HiddenExamples.of(sampled(heldOut), _ -> fit.trees().whole(), bands, seed + 1);
    return trained(List.of(calibrated(0, examples, judging)), learning);
  }

  /// @param judging examples that nothing was fitted to
  private record Calibrated(
      ForecastTrainer.Fitted fitted, ForecastExamples examples, ForecastExamples judging) {
    SegmentForecast forecast() {
      return fitted.forecast();
    }
  }

  private Calibrated calibrated(int days, ForecastExamples examples, ForecastExamples judging) {
    return new Calibrated(
        ForecastTrainer.fit(examples, days, fit.trees().whole().segments(), bands.size(), seed),
        examples,
        judging);
  }

  private TrainedSegments trained(List<Calibrated> forecasts, FeatureTable learning) {
    Calibrated settled = forecasts.getFirst();
    double[] levels =
        Arrays.stream(LEVELS).anyMatch(level -> level == limits.coverage())
            ? LEVELS
            : IntStream.range(0, LEVELS.length + 1)
                .mapToDouble(i -> i < LEVELS.length ? LEVELS[i] : limits.coverage())
                .sorted()
                .toArray();
    SegmentTree tree = fit.trees().whole();
    PredictionSets sets =
        Conformal.sets(settled.fitted().crossFitted(), settled.examples(), tree.segments(), levels);
    AssignmentRules rules =
        new AssignmentRules(
            limits.leastConfidence(),
            limits.leastMacroConfidence(),
            leastFamiliarity(learning, fit.trees()::without),
            limits.staleAfterDays(),
            sets,
            USUAL_LEVEL);
    List<double[]> judged = new ArrayList<>();
    for (int i = 0; i < settled.judging().size(); i++) {
      judged.add(
          settled
              .forecast()
              .of(settled.judging().posteriors().get(i), settled.judging().bands().get(i)));
    }
    return new TrainedSegments(
        fit,
        new SegmentModel(tree, bands, forecasts.stream().map(Calibrated::forecast).toList()),
        rules,
        ReliabilityCheck.of(
            settled.judging(), judged, bands.names(), sets, sets.indexOf(USUAL_LEVEL)),
        forecasts.stream()
            .filter(each -> each.forecast().days() > 0 && each.judging().size() > 0)
            .map(each -> ForecastCheck.of(each.forecast(), each.examples(), each.judging()))
            .toList(),
        remarks);
  }

  private static double leastFamiliarity(
      FeatureTable learning, Function<CustomerId, SegmentTree> tree) {
    double[] familiarity =
        IntStream.range(0, learning.size())
            .parallel()
            .mapToDouble(row -> tree.apply(learning.customer(row)).familiarity(learning.row(row)))
            .sorted()
            .toArray();
    return Math.min(ALWAYS_FAMILIAR, familiarity[(int) (UNFAMILIAR * familiarity.length)]);
  }
}
