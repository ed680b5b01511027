package io.kindred.training;

import io.kindred.features.Customer;
import io.kindred.features.FeatureTable;
import io.kindred.models.BundleContents;
import io.kindred.models.Evaluation;
import io.kindred.models.GoldenRow;
import io.kindred.models.Graph;
import io.kindred.models.Language;
import io.kindred.models.Measure;
import io.kindred.models.Outputs;
import io.kindred.models.Segment;
import io.kindred.models.SegmentWords;
import io.kindred.models.Segments;
import io.kindred.models.Text;
import io.kindred.models.segmentation.Probabilities;
import io.kindred.models.segmentation.SegmentNode.Learned;
import io.kindred.models.segmentation.SegmentTree;
import io.kindred.scoring.OnnxModel;
import io.kindred.training.evaluation.SegmentEvaluation;
import io.kindred.training.export.GraphExport;
import io.kindred.training.lineage.Identity;
import io.kindred.training.lineage.ModelBefore;
import io.kindred.training.panel.CustomerSplit;
import io.kindred.training.report.Report;
import io.kindred.training.segmentation.CrossFit;
import io.kindred.training.segmentation.Mixtures;
import io.kindred.training.segmentation.SegmentFit;
import io.kindred.training.segmentation.SegmentRemarks;
import io.kindred.training.segmentation.SegmentTrainer;
import io.kindred.training.segmentation.SegmentTrainer.AssignmentLimits;
import io.kindred.training.segmentation.Segmentation;
import io.kindred.training.segmentation.SegmentationOptions;
import io.kindred.training.segmentation.TrainedSegments;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Divides one segment of a bundle further and leaves all others as they are: a customer who was
/// not in it has the same probabilities as before.
///
/// The division is learned from the segment's customers among those that the bundle was fitted to.
/// Confidence and forecasts, which are of all segments together, are calibrated anew, on half of
/// the customers that were held out then, and checked on the other half.
public final class SegmentSplitting {
  private static final int ROWS_AT_ONCE = 1_000;

  private final ModelBefore before;
  private final BundleContents contents;
  private final TrainingOptions options;
  private final List<Customer> customers;
  private final CustomerSplit split;
  private final FeatureTable now;

  private SegmentSplitting(ModelBefore before, List<Customer> known, TrainingOptions options) {
    this.before = before;
    this.contents = before.bundle().contents();
    this.options = options;
    this.customers = known;
    this.split = Training.heldOutSplit(options);
    this.now = FeatureTable.of(before.featurizer(), known, contents.asOf());
  }

  /// The bundle's contents with one segment divided.
  ///
  /// @param customers of the data set that the bundle was trained on, or a later one
  /// @param segmentId a micro-segment of the bundle
  /// @throws IllegalArgumentException where the seed is another than the bundle's, or the segment's
  ///   customers are too few, or show no finer segments
  public static BundleContents run(
      ModelBefore before, List<Customer> customers, String segmentId, TrainingOptions options) {
    Instant asOf = before.bundle().contents().asOf();
    List<Customer> known =
        customers.stream()
            .filter(customer -> !customer.history().asOf(asOf).isEmpty())
            .sorted(Comparator.comparing(Customer::id))
            .toList();
    return new SegmentSplitting(before, known, options).run(segmentId);
  }

  /// Another seed would hold out customers that the segments were fitted to.
  private void checkSeed() {
    long trained = contents.evaluation().seed();
    if (options.seed() != trained) {
      throw new IllegalArgumentException(
          "seed is %d (expected %d, which the bundle was trained with and which tells the customers held out; set it in the training file)"
              .formatted(options.seed(), trained));
    }
  }

  private BundleContents run(String segmentId) {
    checkSeed();
    List<String> ids = contents.segments().segments().stream().map(Segment::id).toList();
    int divided = ids.indexOf(segmentId);
    SegmentTree tree = contents.segmentModel().tree();
    Segmentation finer = finer(segmentId, tree, divided);
    CrossFit<SegmentTree> trees =
        finer.crossFit().map(part -> tree.with(divided, Learned.ofLeaves(part)));
    // Only customers that were held out calibrate, and no part of the tree has seen them.
    SegmentFit fit =
        new SegmentFit(
            new CrossFit<>(
                trees.whole(), trees.split(), Collections.nCopies(CrossFit.PARTS, trees.whole())),
            List.of(Optional.of(finer)),
            stability(divided, finer));
    TrainedSegments trained = trained(fit);
    byte[] graph =
        GraphExport.withSegments(contents.model(), trained.model(), contents.schema().size());
    List<Outputs> outputs = outputs(graph);
    checkParity(trained, outputs);
    Identity identity =
        Identity.of(
            before,
            customers,
            contents.asOf(),
            outputs.stream()
                .mapToInt(output -> Probabilities.likeliest(output.segments().posterior()))
                .toArray(),
            trained.model().tree().macroSegmentOf());
    Segments segments =
        asBefore(
            SegmentCatalog.of(
                now,
                outputs,
                contents.targets(),
                macroNames(),
                namesOfOthers(segmentId),
                trained,
                identity),
            segmentId);
    Evaluation evaluation = evaluation(trained, segmentId);
    LocalDate day = LocalDate.ofInstant(contents.asOf(), contents.schema().zone());
    return new BundleContents(
        contents.name(),
        contents.asOf(),
        contents.schema(),
        segments,
        identity.lineage(),
        trained.model(),
        contents.targets(),
        evaluation,
        goldenRows(graph),
        graph,
        GraphExport.exportSegments(trained.model(), contents.schema().size()),
        Report.render(
            contents.name().value(),
            day,
            contents.schema(),
            segments,
            contents.targets(),
            evaluation,
            outputs));
  }

  private List<Text> macroNames() {
    return contents.segments().macroSegments().stream()
        .map(macro -> macro.name().suggested())
        .toList();
  }

  /// What the other segments are called, so that none of the new ones is called the same.
  private Map<String, String> namesOfOthers(String segmentId) {
    return contents.segments().segments().stream()
        .filter(segment -> !segment.id().equals(segmentId))
        .collect(Collectors.toMap(Segment::id, segment -> segment.name().in(Language.ENGLISH)));
  }

  /// The segments, those that were not divided described as they were.
  private Segments asBefore(Segments segments, String segmentId) {
    Map<String, Segment> others =
        contents.segments().segments().stream()
            .filter(segment -> !segment.id().equals(segmentId))
            .collect(Collectors.toMap(Segment::id, Function.identity()));
    return new Segments(
        contents.segments().macroSegments(),
        segments.segments().stream()
            .map(segment -> others.getOrDefault(segment.id(), segment))
            .toList(),
        segments.rules());
  }

  private Segmentation finer(String segmentId, SegmentTree tree, int divided) {
    FeatureTable members =
        rows(row ->
            split.part(now.customer(row)) != Training.HELD_OUT
                && tree.segment(now.row(row)) == divided);
    SegmentationOptions segmentation = options.segmentation().withSeed(options.seed());
    checkDivisible(segmentId, members, segmentation);
    Segmentation finer = Mixtures.fit(members, segmentation);
    if (finer.segments() == 1) {
      throw new IllegalArgumentException(
          "the %,d customers of segment %s show no finer segments that are found again (expected two or more; split another, or allow smaller ones by segments.smallestShare in the training file)"
              .formatted(members.size(), segmentId));
    }
    return finer;
  }

  private static void checkDivisible(
      String segmentId, FeatureTable members, SegmentationOptions segmentation) {
    if (members.size() < Mixtures.FEWEST_FOR_TWO) {
      throw new IllegalArgumentException(
          "segment %s has %,d customers to learn finer segments from (expected at least %d; split a larger segment, or bring more customers)"
              .formatted(segmentId, members.size(), Mixtures.FEWEST_FOR_TWO));
    }
    if (!Mixtures.vary(members, segmentation)) {
      throw new IllegalArgumentException(
          "the %,d customers of segment %s are alike in every feature (expected one that varies among them; split another segment)"
              .formatted(members.size(), segmentId));
    }
  }

  private List<OptionalDouble> stability(int divided, Segmentation finer) {
    List<OptionalDouble> stability = new ArrayList<>();
    contents.segments().segments().forEach(segment -> stability.add(segment.stability()));
    stability.remove(divided);
    stability.addAll(
        divided, Arrays.stream(finer.stability()).mapToObj(OptionalDouble::of).toList());
    return stability;
  }

  private TrainedSegments trained(SegmentFit fit) {
    CustomerSplit halves = new CustomerSplit(2, options.seed());
    IntPredicate heldOut = row -> split.part(now.customer(row)) == Training.HELD_OUT;
    Map<Integer, List<Customer>> byHalf =
        customers.stream()
            .filter(customer -> split.part(customer.id()) == Training.HELD_OUT)
            .collect(Collectors.groupingBy(customer -> halves.part(customer.id())));
    return SegmentTrainer.ofHistories(
        fit,
        rows(heldOut.and(row -> halves.part(now.customer(row)) == 0)),
        rows(heldOut.and(row -> halves.part(now.customer(row)) == 1)),
        new SegmentTrainer.Histories(
            before.featurizer(),
            byHalf.getOrDefault(0, List.of()),
            byHalf.getOrDefault(1, List.of()),
            firstEvent(),
            contents.asOf()),
        new AssignmentLimits(
            contents.segments().rules().leastConfidence(),
            contents.segments().rules().leastMacroConfidence(),
            contents.segments().rules().staleAfterDays(),
            contents.targets().lifetimeValue().coverage()),
        options.seed());
  }

  private FeatureTable rows(IntPredicate wanted) {
    return now.select(IntStream.range(0, now.size()).filter(wanted).toArray());
  }

  private Instant firstEvent() {
    return customers.stream()
        .filter(customer -> !customer.history().events().isEmpty())
        .map(customer -> customer.history().events().getFirst().time())
        .min(Instant::compareTo)
        .orElse(contents.asOf());
  }

  private List<Outputs> outputs(byte[] graph) {
    List<Outputs> outputs = new ArrayList<>();
    try (OnnxModel model = OnnxModel.load(graph, contents.schema().size())) {
      for (int from = 0; from < now.size(); from += ROWS_AT_ONCE) {
        outputs.addAll(
            model.run(
                IntStream.range(from, Math.min(now.size(), from + ROWS_AT_ONCE))
                    .mapToObj(now::row)
                    .toArray(float[][]::new)));
      }
    }
    return outputs;
  }

  private void checkParity(TrainedSegments trained, List<Outputs> outputs) {
    for (int row = 0; row < now.size(); row++) {
      double distance =
          Outputs.distance(
              outputs.get(row).segments().all(), trained.model().outputs(now.row(row)).all());
      if (distance > Graph.TOLERANCE) {
        throw new IllegalStateException(
            "the graph's segments differ by %.2g from the model's in row %d (expected at most %.0e)"
                .formatted(distance, row, Graph.TOLERANCE));
      }
    }
  }

  /// What was measured of the segments before is not of these, and left out where it was not
  /// measured again.
  private Evaluation evaluation(TrainedSegments trained, String segmentId) {
    int fitted = rows(row -> split.part(now.customer(row)) != Training.HELD_OUT).size();
    List<Measure> measures = new ArrayList<>(SegmentEvaluation.afterDivision(trained, fitted));
    contents.evaluation().measures().stream()
        .filter(measure -> !measure.subject().equals(SegmentWords.SUBJECT))
        .forEach(measures::add);
    return new Evaluation(
        measures,
        trained.confidence(),
        SegmentRemarks.afterDivision(
            contents.evaluation().remarks(),
            segmentId,
            trained,
            options.segmentation().mostSegments()),
        contents.evaluation().seed());
  }

  private List<GoldenRow> goldenRows(byte[] graph) {
    List<GoldenRow> rows = contents.goldenRows();
    try (OnnxModel model = OnnxModel.load(graph, contents.schema().size())) {
      List<Outputs> outputs =
          model.run(rows.stream().map(GoldenRow::features).toArray(float[][]::new));
      return IntStream.range(0, rows.size())
          .mapToObj(i ->
              new GoldenRow(
                  rows.get(i).asOf(),
                  rows.get(i).history(),
                  rows.get(i).account(),
                  rows.get(i).features(),
                  outputs.get(i)))
          .toList();
    }
  }
}
