package io.kindred.training.lineage;

import io.kindred.features.Customer;
import io.kindred.models.Lineage;
import io.kindred.models.LineageEvent;
import io.kindred.models.Movement;
import io.kindred.models.SegmentIds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// The ids of newly fitted segments, and how they came by them.
///
/// @param segmentIds of the micro-segments, in the model's order
/// @param macroSegmentIds of the macro-segments, in the model's order
/// @param givenNames names that people gave, by id
public record Identity(
    List<String> segmentIds,
    List<String> macroSegmentIds,
    Map<String, String> givenNames,
    Lineage lineage) {
  public Identity {
    segmentIds = List.copyOf(segmentIds);
    macroSegmentIds = List.copyOf(macroSegmentIds);
    givenNames = Map.copyOf(givenNames);
  }

  /// The identity of a first model: numbers in the order of its segments.
  public static Identity first(int segments, int macroSegments) {
    Succession macro = Succession.first(macroSegments, SegmentIds::macroSegment);
    Succession micro = Succession.first(segments, SegmentIds::segment);
    return of(Optional.empty(), macro, micro, Optional.empty());
  }

  /// The identity of a model that continues another.
  ///
  /// @param customers in the order of `after`
  /// @param after the new model's segment of each customer, {@link MovementCount#UNKNOWN} where not
  ///   known as of the new date
  /// @param macroSegmentOf the new model's macro-segment of each of its segments
  public static Identity of(
      ModelBefore model,
      List<Customer> customers,
      Instant asOf,
      int[] after,
      int[] macroSegmentOf) {
    int[] between = model.assign(customers, asOf);
    int[] known =
        IntStream.range(0, after.length)
            .filter(customer -> after[customer] != MovementCount.UNKNOWN)
            .toArray();
    int[] knownBefore = Arrays.stream(known).map(customer -> between[customer]).toArray();
    int[] knownAfter = Arrays.stream(known).map(customer -> after[customer]).toArray();
    Lineage earlier = model.bundle().contents().lineage();
    Succession micro =
        Succession.of(
            Overlap.of(knownBefore, model.segmentIds().size(), knownAfter, macroSegmentOf.length),
            model.segmentIds(),
            earlier.nextSegment(),
            SegmentIds::segment);
    int[] macroBefore = model.macroSegmentOf();
    Succession macro =
        Succession.of(
            Overlap.of(
                Arrays.stream(knownBefore).map(segment -> macroBefore[segment]).toArray(),
                model.macroSegmentIds().size(),
                Arrays.stream(knownAfter).map(segment -> macroSegmentOf[segment]).toArray(),
                Arrays.stream(macroSegmentOf).max().orElseThrow() + 1),
            model.macroSegmentIds(),
            earlier.nextMacroSegment(),
            SegmentIds::macroSegment);
    Instant from = model.bundle().contents().asOf();
    int[] before = from.equals(asOf) ? between : model.assign(customers, from);
    return of(
        Optional.of(model),
        macro,
        micro,
        Optional.of(
            MovementCount.of(from, asOf, model.segmentIds(), micro.ids(), before, between, after)));
  }

  private static Identity of(
      Optional<ModelBefore> model,
      Succession macro,
      Succession micro,
      Optional<Movement> movement) {
    List<LineageEvent> events = new ArrayList<>(macro.events());
    events.addAll(micro.events());
    Map<String, String> givenNames = new TreeMap<>();
    model
        .map(before -> before.bundle().contents().segments().givenNames())
        .ifPresent(givenNames::putAll);
    givenNames.keySet().retainAll(micro.ids());
    return new Identity(
        micro.ids(),
        macro.ids(),
        givenNames,
        new Lineage(
            model.map(before -> before.bundle().id()),
            events,
            micro.nextNumber(),
            macro.nextNumber(),
            movement));
  }
}
