package io.kindred.training;

import static io.kindred.training.macro.Rules.atLeast;
import static io.kindred.training.macro.Rules.between;
import static io.kindred.training.macro.Rules.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.features.Customer;
import io.kindred.features.Featurizer;
import io.kindred.features.History;
import io.kindred.models.BundleContents;
import io.kindred.models.BundleException;
import io.kindred.models.Graph;
import io.kindred.models.Language;
import io.kindred.models.MacroSegment;
import io.kindred.models.Outputs;
import io.kindred.models.Segment;
import io.kindred.models.format.BundleFormat;
import io.kindred.models.segmentation.Probabilities;
import io.kindred.models.segmentation.SegmentModel;
import io.kindred.models.segmentation.SegmentNode.Ruled;
import io.kindred.models.segmentation.SegmentOutputs;
import io.kindred.scoring.OnnxModel;
import io.kindred.scoring.Scorer;
import io.kindred.training.macro.MacroRules;
import io.kindred.training.macro.ResolvedMacroRules;
import io.kindred.training.macro.Rules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Macro-segments by rules all the way into the bundle and its graph.
class RuledTrainingTest {
  private static final MacroRules RULES =
      Rules.of(
          rule("Younger", between("age", 18, 65)),
          rule("Regulars", atLeast("order_count", 4)),
          // Nobody: no micro-segments can be learned here.
          rule("Ancient", atLeast("age", 119)));
  private static final BundleContents TRAINED =
      Training.run(SmallShop.DATASET, SmallShop.options().withMacro(RULES), _ -> {});

  @Test
  void macroSegmentsAreCalledAndOrderedAsTheRules() {
    assertThat(TRAINED.segments().macroSegments())
        .extracting(macro -> macro.name().in(Language.ENGLISH))
        .containsExactly("Younger", "Regulars", "Ancient", "Everyone else");
    assertThat(TRAINED.segments().macroSegments())
        .extracting(macro -> macro.name().in(Language.SWEDISH))
        .endsWith("Alla andra");
    assertThat(TRAINED.segments().segments().stream().map(Segment::macroSegmentId).distinct())
        .containsExactlyElementsOf(
            TRAINED.segments().macroSegments().stream().map(MacroSegment::id).toList());
  }

  @Test
  void remarksNameTheMacroSegmentAndTheNumberIsOfAllSegments() {
    assertThat(TRAINED.evaluation().measure("segments", "number of segments").orElseThrow().value())
        .isEqualTo(TRAINED.segments().segments().size());
    assertThat(TRAINED.evaluation().remarks())
        .anyMatch(remark ->
            remark.matches("Segments of \\d+ customers in macro-segment Younger: \\d+, .*"))
        .anyMatch(remark ->
            remark.matches(
                "How stable and likely segments are was measured in macro-segment .*, the largest .*"))
        .noneMatch(remark -> remark.contains("macro-segment Ancient"));
  }

  @Test
  void whoseMacroSegmentIsCertainIsInItAndNowhereElse() {
    SegmentModel model = TRAINED.segmentModel();
    assertThat(model.tree().root()).isInstanceOf(Ruled.class);
    assertThat(model.segments()).isGreaterThan(model.tree().macroSegments());
    ResolvedMacroRules rules = RULES.resolve(TRAINED.schema());
    int[] certainly = new int[rules.size()];
    int uncertain = 0;
    for (float[] row : rows()) {
      double[] macro = model.outputs(row).macroSegments();
      OptionalInt certain = rules.certain(row);
      boolean[] possible = rules.possible(row);
      for (int m = 0; m < macro.length; m++) {
        assertThat(macro[m] > 0).isEqualTo(possible[m]);
      }
      assertThat(Arrays.stream(macro).sum()).isBetween(1 - 1e-9, 1 + 1e-9);
      if (certain.isPresent()) {
        certainly[certain.getAsInt()]++;
        assertThat(macro[certain.getAsInt()]).isBetween(1 - 1e-9, 1 + 1e-9);
      } else {
        uncertain++;
      }
    }
    assertThat(certainly[0]).isPositive();
    assertThat(certainly[1]).isPositive();
    assertThat(certainly[2]).isZero();
    assertThat(uncertain).isPositive();
  }

  @Test
  void theGraphsAnswerAsTheModel() throws BundleException {
    SegmentModel model = TRAINED.segmentModel();
    float[][] rows = rows();
    try (Scorer scorer = Scorer.open(BundleFormat.decode(BundleFormat.encode(TRAINED)))) {
      for (Customer customer : SmallShop.DATASET.customers().subList(0, 50)) {
        assertThat(scorer.score(customer.history(), SmallShop.AS_OF).outputs().isFinite()).isTrue();
      }
    }
    try (OnnxModel full = OnnxModel.load(TRAINED.model(), TRAINED.schema().size());
        OnnxModel own = OnnxModel.loadSegments(TRAINED.segmentGraph(), TRAINED.schema().size())) {
      List<Outputs> whole = full.run(rows);
      List<SegmentOutputs> alone = own.runSegments(rows);
      for (int i = 0; i < rows.length; i++) {
        double[] expected = model.outputs(rows[i]).all();
        assertThat(Outputs.distance(whole.get(i).segments().all(), expected))
            .isLessThan(Graph.TOLERANCE);
        assertThat(Outputs.distance(alone.get(i).all(), expected)).isLessThan(Graph.TOLERANCE);
      }
    }
  }

  @Test
  void everyCustomerIsCountedInTheirOwnSegment() {
    SegmentModel model = TRAINED.segmentModel();
    int[] counted = new int[model.segments()];
    for (Customer customer : SmallShop.knownByTheDay(SmallShop.DATASET.customers())) {
      counted[Probabilities.likeliest(model.outputs(row(customer)).posterior())]++;
    }
    assertThat(TRAINED.segments().segments().stream().mapToInt(Segment::customers))
        .containsExactly(IntStream.of(counted).boxed().toArray(Integer[]::new));
  }

  /// Of every customer, and of nobody.
  private static float[][] rows() {
    List<float[]> rows = new ArrayList<>();
    for (Customer customer : SmallShop.DATASET.customers()) {
      rows.add(row(customer));
    }
    rows.add(new Featurizer(TRAINED.schema()).row(History.empty(), SmallShop.AS_OF));
    float[] unknown = new float[TRAINED.schema().size()];
    Arrays.fill(unknown, Float.NaN);
    rows.add(unknown);
    return rows.toArray(float[][]::new);
  }

  private static float[] row(Customer customer) {
    return new Featurizer(TRAINED.schema()).row(customer.history(), SmallShop.AS_OF);
  }
}
