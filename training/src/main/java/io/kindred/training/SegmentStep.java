package io.kindred.training;

import io.kindred.features.Customer;
import io.kindred.features.CustomerId;
import io.kindred.features.FeatureSchema;
import io.kindred.features.FeatureTable;
import io.kindred.features.Featurizer;
import io.kindred.models.Language;
import io.kindred.models.Text;
import io.kindred.models.segmentation.SegmentTree;
import io.kindred.training.lineage.Identity;
import io.kindred.training.lineage.ModelBefore;
import io.kindred.training.lineage.MovementCount;
import io.kindred.training.panel.CustomerSplit;
import io.kindred.training.panel.TrainingDates;
import io.kindred.training.segmentation.SegmentFit;
import io.kindred.training.segmentation.SegmentTrainer;
import io.kindred.training.segmentation.SegmentTrainer.AssignmentLimits;
import io.kindred.training.segmentation.SegmentationOptions;
import io.kindred.training.segmentation.SegmentsBefore;
import io.kindred.training.segmentation.TrainedSegments;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The segments' part of a training: fitted by rules or learned, with confidence, ids and names.
///
/// @param customers all of them, by id
/// @param before the model to continue; empty for a first bundle
record SegmentStep(
    List<Customer> customers, TrainingOptions options, Optional<ModelBefore> before) {

  /// Segments fitted to the customers who are not held out, with their confidence.
  ///
  /// @param now all customers, those held out too
  TrainedSegments trained(
      Featurizer featurizer,
      TrainingDates dates,
      CustomerSplit split,
      FeatureTable learningNow,
      FeatureTable now) {
    SegmentationOptions segmentation = options.segmentation().withSeed(options.seed());
    SegmentsBefore earlier = segmentsBefore(learningNow, dates.asOf());
    SegmentFit fit =
        options.macro().isEmpty()
            ? SegmentFit.of(learningNow, earlier, segmentation)
            : SegmentFit.of(
                learningNow, options.macro().resolve(featurizer.schema()), earlier, segmentation);
    Map<Boolean, List<Customer>> byPart =
        customers.stream()
            .collect(
                Collectors.partitioningBy(
                    customer -> split.part(customer.id()) == Training.HELD_OUT));
    return SegmentTrainer.ofHistories(
        fit,
        learningNow,
        now.select(split.rowsIn(now, Training.HELD_OUT)),
        new SegmentTrainer.Histories(
            featurizer,
            byPart.getOrDefault(false, List.of()),
            byPart.getOrDefault(true, List.of()),
            dates.first(),
            dates.asOf()),
        new AssignmentLimits(
            options.leastConfidence(),
            options.leastMacroConfidence(),
            options.staleAfterDays(),
            options.coverage()),
        options.seed());
  }

  /// What the training file calls its macro-segments; nothing where they are learned.
  List<Text> ruledNames(FeatureSchema schema) {
    return options.macro().isEmpty()
        ? List.of()
        : options.macro().resolve(schema).macros().stream()
            .map(macro ->
                new Text(
                    macro.name().in(Language.ENGLISH.tag()),
                    macro.name().in(Language.SWEDISH.tag())))
            .toList();
  }

  /// The segments that the bundle before gives the customers now.
  private SegmentsBefore segmentsBefore(FeatureTable learningNow, Instant asOf) {
    if (before.isEmpty()) {
      return SegmentsBefore.none(learningNow.size());
    }
    int[] all = before.get().assign(customers, asOf);
    Map<CustomerId, Integer> byCustomer = new HashMap<>();
    for (int i = 0; i < all.length; i++) {
      byCustomer.put(customers.get(i).id(), all[i]);
    }
    int[] segmentOf =
        IntStream.range(0, learningNow.size())
            .map(row -> byCustomer.getOrDefault(learningNow.customer(row), SegmentsBefore.NONE))
            .map(segment -> segment < 0 ? SegmentsBefore.NONE : segment)
            .toArray();
    return new SegmentsBefore(
        segmentOf, before.get().bundle().contents().segments().segments().size());
  }

  /// What the segments are called, and what became of those before.
  Identity identity(SegmentTree model, FeatureTable now, Instant asOf) {
    if (before.isEmpty()) {
      return Identity.first(model.segments(), model.macroSegments());
    }
    Map<CustomerId, Integer> segmentOf = new HashMap<>();
    for (int row = 0; row < now.size(); row++) {
      segmentOf.put(now.customer(row), model.segment(now.row(row)));
    }
    int[] after =
        customers.stream()
            .mapToInt(customer -> segmentOf.getOrDefault(customer.id(), MovementCount.UNKNOWN))
            .toArray();
    return Identity.of(before.get(), customers, asOf, after, model.macroSegmentOf());
  }
}
