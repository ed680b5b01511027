package io.kindred.training.segmentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.features.MeasurementScale;
import io.kindred.models.segmentation.PredictionSets;
import io.kindred.models.segmentation.Probabilities;
import io.kindred.models.segmentation.SegmentOutputs;
import io.kindred.models.segmentation.SegmentTree;
import io.kindred.training.panel.CustomerSplit;
import io.kindred.training.segmentation.SegmentTrainer.AssignmentLimits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Confidence and prediction sets of customers held out, of whom part of the answers are missing,
/// beside their true segments and beside the segment that all their answers give.
class HeldOutTruthTest {
  private static final int PARTS = 5;
  private static final AssignmentLimits LIMITS = new AssignmentLimits(.6, .7, 365, .9);

  @ParameterizedTest
  @CsvSource({
    "synth_gauss_micro, .1, 1",
    "synth_gauss_micro, .3, 1",
    "synth_lca_binary, .3, 1",
    "synth_mixed, .5, 1"
  })
  void setsHoldTheTruthAndConfidenceIsHonest(String name, double missing, long seed)
      throws IOException {
    Judged judged = judge(name, missing, seed);

    assertThat(judged.truth.coverage).isGreaterThanOrEqualTo(.88);
    assertThat(judged.truth.calibrationError()).isLessThan(.03 + judged.truth.chance());
    assertThat(judged.outcome.coverage).isGreaterThanOrEqualTo(.88);
    assertThat(judged.outcome.calibrationError()).isLessThan(.03);
  }

  private record Judged(int segments, double agreement, Tally truth, Tally outcome) {}

  private static Judged judge(String name, double missing, long seed) throws IOException {
    LabelledTable complete = LabelledTable.read(name + ".csv.gz", scales(name));
    LabelledTable table = complete.withMissing(missing, seed);
    CustomerSplit split = new CustomerSplit(PARTS, seed);
    int[] learning = split.rowsOutside(table.table(), 0);
    int[] heldOut = split.rowsIn(table.table(), 0);
    LabelledTable learned = table.select(learning);
    SegmentFit fit =
        SegmentFit.of(
            learned.table(),
            SegmentsBefore.none(learned.table().size()),
            SegmentationOptions.defaults(seed));
    TrainedSegments trained =
        SegmentTrainer.ofTable(fit, learned.table(), table.table().select(heldOut), LIMITS, seed);
    SegmentTree tree = trained.model().tree();
    int[] labelOf = learned.majorities(tree);
    PredictionSets sets = trained.rules().sets();
    Tally truth = new Tally();
    Tally outcome = new Tally();
    for (int row : heldOut) {
      SegmentOutputs outputs = trained.model().outputs(table.table().row(row));
      int given = Probabilities.likeliest(outputs.posterior());
      int[] set = sets.set(sets.indexOf(.9), outputs.settled());
      double confidence = outputs.settled()[given];
      int label = table.labels()[row];
      truth.add(
          confidence,
          labelOf[given] == label ? 1 : 0,
          IntStream.of(set).anyMatch(k -> labelOf[k] == label) ? 1 : 0);
      double[] whole = tree.posterior(complete.table().row(row));
      outcome.add(confidence, whole[given], IntStream.of(set).mapToDouble(k -> whole[k]).sum());
    }
    return new Judged(
        tree.segments(), learned.agreement(fit.parts().getFirst().orElseThrow()), truth, outcome);
  }

  private static Function<String, MeasurementScale> scales(String name) {
    return column ->
        name.contains("binary")
            ? MeasurementScale.YES_NO
            : column.startsWith("spend") ? MeasurementScale.SKEWED : MeasurementScale.CONTINUOUS;
  }

  private static final class Tally {
    private final List<double[]> answers = new ArrayList<>();
    private double coverage;

    /// Coverage is a running mean.
    private void add(double confidence, double right, double covered) {
      answers.add(new double[] {confidence, right});
      coverage += (covered - coverage) / answers.size();
    }

    private double calibrationError() {
      return CalibrationError.of(answers);
    }

    /// The error of so many answers that are right exactly as often as they say.
    private double chance() {
      SplittableRandom random = new SplittableRandom(1);
      return IntStream.range(0, 100)
          .mapToDouble(_ ->
              CalibrationError.of(
                  answers.stream()
                      .map(answer ->
                          new double[] {answer[0], random.nextDouble() < answer[0] ? 1 : 0})
                      .toList()))
          .average()
          .orElseThrow();
    }
  }
}
