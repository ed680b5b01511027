package io.kindred.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.kindred.features.Customer;
import io.kindred.models.Bundle;
import io.kindred.models.BundleContents;
import io.kindred.models.BundleException;
import io.kindred.models.Evaluation;
import io.kindred.models.GoldenRow;
import io.kindred.models.LineageEvent;
import io.kindred.models.Measure;
import io.kindred.models.Outputs;
import io.kindred.models.Reliability;
import io.kindred.models.Segment;
import io.kindred.models.SegmentWords;
import io.kindred.models.Segments;
import io.kindred.models.format.BundleFormat;
import io.kindred.models.segmentation.SegmentTree;
import io.kindred.scoring.OnnxModel;
import io.kindred.scoring.Scorer;
import io.kindred.training.lineage.ModelBefore;
import io.kindred.training.panel.CustomerSplit;
import io.kindred.training.segmentation.SegmentationOptions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The small shop's largest segment divided further.
class SegmentSplittingTest {
  private static final SegmentationOptions FINER = new SegmentationOptions(3, .05, 2, 1);

  private static Bundle before;
  private static String parent;
  private static BundleContents divided;
  private static Map<String, float[]> rows;

  @BeforeAll
  static void divide() throws BundleException {
    Segments segments = SmallShop.TRAINED.segments();
    parent = segments.segments().getFirst().id();
    Segment neighbour = segments.segments().getLast();
    before =
        bundle(
            SmallShop.TRAINED.withSegments(
                segments.withGivenNames(Map.of(neighbour.id(), "Our best"))));
    divided = divided(parent);
    rows = rows();
  }

  @Test
  void neighboursStayAsTheyWere() {
    for (Segment segment : others(before.contents())) {
      assertThat(divided.segments().segments()).contains(segment);
    }
    assertThat(others(divided)).extracting(Segment::id).containsAll(idsOfOthers());
    assertThat(divided.segments().macroSegments())
        .isEqualTo(before.contents().segments().macroSegments());
    assertThat(divided.segments().givenNames()).containsValue("Our best");
    assertThat(divided.segments().segments())
        .extracting(segment -> segment.name().suggested().english())
        .doesNotHaveDuplicates();
  }

  @Test
  void probabilitiesOfNeighboursStayAndThoseOfChildrenSumToTheirParents() throws BundleException {
    List<String> idsBefore = ids(before.contents());
    List<String> idsAfter = ids(divided);
    try (Scorer then = Scorer.open(before);
        Scorer now = Scorer.open(bundle(divided))) {
      for (float[] row : rows.values()) {
        double[] posteriorBefore = then.segments(new float[][] {row}).getFirst().posterior();
        double[] posterior = now.segments(new float[][] {row}).getFirst().posterior();
        double ofChildren = 0;
        for (int k = 0; k < posterior.length; k++) {
          int old = idsBefore.indexOf(idsAfter.get(k));
          if (old >= 0 && !idsAfter.get(k).equals(parent)) {
            assertThat(posterior[k]).isCloseTo(posteriorBefore[old], within(1e-9));
          } else {
            ofChildren += posterior[k];
          }
        }
        assertThat(ofChildren).isCloseTo(posteriorBefore[idsBefore.indexOf(parent)], within(1e-9));
      }
    }
  }

  @Test
  void propensitiesAndValueStayBitByBit() {
    try (OnnxModel then =
            OnnxModel.load(before.contents().model(), before.contents().schema().size());
        OnnxModel now = OnnxModel.load(divided.model(), divided.schema().size())) {
      float[][] all = rows.values().toArray(float[][]::new);
      List<Outputs> expected = then.run(all);
      List<Outputs> outputs = now.run(all);
      for (int i = 0; i < all.length; i++) {
        assertThat(outputs.get(i).propensities()).isEqualTo(expected.get(i).propensities());
        assertThat(outputs.get(i).value()).isEqualTo(expected.get(i).value());
      }
    }
  }

  @Test
  void lineageTellsOfTheSplitAndOfNothingElse() {
    List<LineageEvent> events =
        divided.lineage().events().stream()
            .filter(event -> event.kind() != LineageEvent.Kind.CONTINUED)
            .toList();

    assertThat(divided.lineage().previous()).contains(before.id());
    assertThat(events).hasSize(1);
    LineageEvent split = events.getFirst();
    assertThat(split.kind()).isEqualTo(LineageEvent.Kind.SPLIT);
    assertThat(split.from()).containsExactly(parent);
    assertThat(split.to())
        .containsExactlyElementsOf(
            ids(divided).stream().filter(id -> !idsOfOthers().contains(id)).toList());
    for (LineageEvent event : divided.lineage().events()) {
      assertThat(event.overlap()).isGreaterThan(.9);
    }
  }

  @Test
  void goldenRowsAreRecomputedAndTheBundleVerifies() throws BundleException {
    assertThat(divided.goldenRows()).hasSameSizeAs(before.contents().goldenRows());
    for (int i = 0; i < divided.goldenRows().size(); i++) {
      GoldenRow row = divided.goldenRows().get(i);
      assertThat(row.features()).isEqualTo(before.contents().goldenRows().get(i).features());
      assertThat(row.outputs().segments().posterior())
          .containsExactly(
              divided.segmentModel().outputs(row.features()).posterior(), within(1e-6));
    }
    Scorer.open(bundle(divided)).close();
  }

  @Test
  void theSameSplitIsTheSameBundle() throws BundleException {
    assertThat(bundle(divided(parent)).id()).isEqualTo(bundle(divided).id());
  }

  @Test
  void theEvaluationSaysWhatWasDone() {
    assertThat(divided.evaluation().remarks())
        .contains(
            "Segment %s was divided later; confidence and forecasts were calibrated anew on half of the customers held out."
                .formatted(parent))
        .doesNotHaveDuplicates();
  }

  /// What the search for the segments before had to say is told as past, and of the finer ones
  /// there is a sentence of their own.
  @Test
  void remarksAreOfTheSegmentsThatThereAre() {
    int finer = ids(divided).size() - idsOfOthers().size();
    List<String> remarks = divided.evaluation().remarks();

    assertThat(remarks)
        .filteredOn(remark -> remark.startsWith("Segments of "))
        .singleElement()
        .asString()
        .matches(
            "Segments of \\d+ customers in segment %s: %d, covariance within them: .*"
                .formatted(parent, finer));
    assertThat(before.contents().evaluation().remarks())
        .filteredOn(remark -> remark.startsWith("Segments of "))
        .singleElement()
        .satisfies(remark ->
            assertThat(remarks)
                .contains("Before segment %s was divided: %s".formatted(parent, remark)));
    assertThat(divided.report()).contains("customers in segment " + parent);
  }

  @Test
  void measuresOfTheSegmentsBeforeAreReplacedOrLeftOut() {
    Evaluation now = divided.evaluation();
    Measure number = now.measure("segments", "number of segments").orElseThrow();

    assertThat(number.value()).isEqualTo(ids(divided).size());
    assertThat(number.value()).isGreaterThan(ids(before.contents()).size());
    assertThat(number.baselines()).isEmpty();
    for (String past :
        List.of(
            "stability over half samples",
            "log-likelihood of unseen customers",
            "agreement when half is known",
            "same segments as ours",
            "customers left out")) {
      assertThat(now.measure("segments", past)).as(past).isEmpty();
    }
    assertThat(before.contents().evaluation().measure("segments", "stability over half samples"))
        .isPresent();
    Reliability all = now.segmentConfidence().getFirst();
    assertThat(now.measure("segments", SegmentWords.COVERAGE).orElseThrow().value())
        .isEqualTo(all.coverage());
    assertThat(now.measures())
        .extracting(measure -> measure.subject() + " " + measure.name())
        .doesNotHaveDuplicates();
    assertThat(now.measures())
        .containsAll(
            before.contents().evaluation().measures().stream()
                .filter(measure -> !measure.subject().equals("segments"))
                .toList());
  }

  /// With no more than one segment allowed there is none finer.
  @Test
  void aSegmentWithoutFinerOnesIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> divided(parent, new SegmentationOptions(1, .05, 1, 1)))
        .withMessageMatching(
            "the \\d+ customers of segment %s show no finer segments that are found again \\(expected two or more; split another, or allow smaller ones by segments\\.smallestShare in the training file\\)"
                .formatted(parent));
  }

  /// Read from the bundle's file: another seed would hold out other customers.
  @Test
  void anotherSeedThanTheBundlesIsRefused() throws BundleException {
    assertThat(divided.evaluation().seed()).isEqualTo(SmallShop.options().seed()).isNotZero();
    try (ModelBefore model = ModelBefore.open(before)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() ->
              SegmentSplitting.run(model, SmallShop.DATASET.customers(), parent, options(FINER, 2)))
          .withMessage(
              "seed is 2 (expected 1, which the bundle was trained with and which tells the customers held out; set it in the training file)");
    }
  }

  /// As if the data had 79 that the bundle was fitted to, and no others.
  @Test
  void aSegmentOfTooFewCustomersIsRefused() throws BundleException {
    try (ModelBefore model = ModelBefore.open(before)) {
      SegmentTree tree = before.contents().segmentModel().tree();
      int wanted = ids(before.contents()).indexOf(parent);
      CustomerSplit split = Training.heldOutSplit(SmallShop.options());
      List<Customer> fitted =
          SmallShop.knownByTheDay(SmallShop.DATASET.customers()).stream()
              .filter(customer -> split.part(customer.id()) != Training.HELD_OUT)
              .filter(customer ->
                  tree.segment(model.featurizer().row(customer.history(), SmallShop.AS_OF))
                      == wanted)
              .limit(79)
              .toList();
      assertThat(fitted).hasSize(79);

      assertThatIllegalArgumentException()
          .isThrownBy(() -> SegmentSplitting.run(model, fitted, parent, SmallShop.options()))
          .withMessage(
              "segment %s has 79 customers to learn finer segments from (expected at least 80; split a larger segment, or bring more customers)"
                  .formatted(parent));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> SegmentSplitting.run(model, List.of(), parent, SmallShop.options()))
          .withMessageStartingWith("segment %s has 0 customers".formatted(parent));
    }
  }

  private static BundleContents divided(String id) throws BundleException {
    return divided(id, FINER);
  }

  private static BundleContents divided(String id, SegmentationOptions finer)
      throws BundleException {
    try (ModelBefore model = ModelBefore.open(before)) {
      return SegmentSplitting.run(
          model, SmallShop.DATASET.customers(), id, options(finer, SmallShop.options().seed()));
    }
  }

  private static TrainingOptions options(SegmentationOptions finer, long seed) {
    TrainingOptions usual = SmallShop.options();
    return new TrainingOptions(
        usual.name(),
        usual.asOf(),
        usual.horizonDays(),
        0.8,
        0.6,
        0.7,
        365,
        finer,
        usual.features(),
        seed,
        usual.policy(),
        usual.macro(),
        new TreeMap<>());
  }

  /// Feature rows as of the bundle's date, by customer.
  private static Map<String, float[]> rows() throws BundleException {
    Map<String, float[]> byCustomer = new TreeMap<>();
    try (ModelBefore model = ModelBefore.open(before)) {
      SmallShop.knownByTheDay(SmallShop.DATASET.customers())
          .forEach(customer ->
              byCustomer.put(
                  customer.id().value(),
                  model.featurizer().row(customer.history(), SmallShop.AS_OF)));
    }
    return byCustomer;
  }

  private static List<Segment> others(BundleContents contents) {
    return contents.segments().segments().stream()
        .filter(segment -> idsOfOthers().contains(segment.id()))
        .toList();
  }

  private static List<String> idsOfOthers() {
    return ids(before.contents()).stream().filter(id -> !id.equals(parent)).toList();
  }

  private static List<String> ids(BundleContents contents) {
    return contents.segments().segments().stream().map(Segment::id).toList();
  }

  private static Bundle bundle(BundleContents contents) throws BundleException {
    return BundleFormat.decode(BundleFormat.encode(contents));
  }
}
