package io.kindred.training;

import io.kindred.features.FeatureTable;
import io.kindred.models.MacroSegment;
import io.kindred.models.Outputs;
import io.kindred.models.Segment;
import io.kindred.models.SegmentName;
import io.kindred.models.Segments;
import io.kindred.models.Targets;
import io.kindred.models.Text;
import io.kindred.models.segmentation.Probabilities;
import io.kindred.models.segmentation.SegmentTree;
import io.kindred.training.lineage.Identity;
import io.kindred.training.persona.Personas;
import io.kindred.training.persona.Population;
import io.kindred.training.persona.SegmentPersona;
import io.kindred.training.segmentation.SegmentFit;
import io.kindred.training.segmentation.TrainedSegments;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// The fitted segments as a bundle lists them, described from all customers, those held out too.
final class SegmentCatalog {
  private SegmentCatalog() {}

  /// @param outputs of each row of the table
  /// @param identity what the segments are called
  /// @param ruledNames what rules call the macro-segments; empty where they were learned
  /// @param wantedNames what people call segments, by id, above what they were called before
  static Segments of(
      FeatureTable table,
      List<Outputs> outputs,
      Targets targets,
      List<Text> ruledNames,
      Map<String, String> wantedNames,
      TrainedSegments trained,
      Identity identity) {
    SegmentTree model = trained.model().tree();
    int[] macroSegmentOf = model.macroSegmentOf();
    int[] segments =
        outputs.stream()
            .mapToInt(output -> Probabilities.likeliest(output.segments().posterior()))
            .toArray();
    Map<String, String> names = givenNames(wantedNames, identity);
    Population population = new Population(table, segments, macroSegmentOf, outputs, targets);
    boolean areRuled = !ruledNames.isEmpty();
    List<Text> macroNames =
        areRuled ? ruledNames : macroNames(population, model.macroSegments(), names);
    Set<String> taken = new TreeSet<>(names.values());
    for (int macro = 0; macro < macroNames.size(); macro++) {
      if (areRuled || segmentsIn(macro, macroSegmentOf).length > 1) {
        taken.add(macroNames.get(macro).english());
        taken.add(macroNames.get(macro).swedish());
      }
    }
    List<OptionalDouble> stability = trained.fit().stability();
    List<SegmentPersona> personas = Personas.of(population, taken);
    return new Segments(
        IntStream.range(0, macroNames.size())
            .mapToObj(macro -> {
              int[] own = segmentsIn(macro, macroSegmentOf);
              // A learned group of one segment is called as its segment.
              Text name =
                  own.length == 1 && !areRuled
                      ? personas.get(own[0]).suggestedName()
                      : macroNames.get(macro);
              return new MacroSegment(
                  identity.macroSegmentIds().get(macro),
                  SegmentName.suggested(name),
                  Arrays.stream(own).mapToDouble(segment -> personas.get(segment).share()).sum());
            })
            .toList(),
        IntStream.range(0, personas.size())
            .mapToObj(k ->
                segment(k, macroSegmentOf[k], personas.get(k), stability.get(k), names, identity))
            .toList(),
        trained.rules());
  }

  /// Names that were given to segments of the bundle before, and above them those of the training
  /// file.
  private static Map<String, String> givenNames(Map<String, String> wanted, Identity identity) {
    Map<String, String> names = new TreeMap<>(identity.givenNames());
    // A name that is given to another segment now has left the one that had it.
    names.values().removeAll(wanted.values());
    names.putAll(wanted);
    return names;
  }

  /// The given names whose segments there are not, in words; none where all are there.
  static Optional<String> unknownNames(Segments segments, TrainingOptions options) {
    Set<String> unknown = new TreeSet<>(options.givenNames().keySet());
    segments.segments().forEach(segment -> unknown.remove(segment.id()));
    return unknown.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Names are given to segments that there are not: %s."
                .formatted(String.join(", ", unknown)));
  }

  private static List<Text> macroNames(
      Population population, int macroSegments, Map<String, String> names) {
    int[] macroSegmentOf = population.groupOf();
    int[] macros =
        Arrays.stream(population.segmentOf()).map(segment -> macroSegmentOf[segment]).toArray();
    return Personas.groupNames(
        new Population(
            population.table(),
            macros,
            new int[macroSegments],
            population.outputs(),
            population.targets()),
        Set.copyOf(names.values()));
  }

  private static int[] segmentsIn(int macro, int[] macroSegmentOf) {
    return IntStream.range(0, macroSegmentOf.length)
        .filter(segment -> macroSegmentOf[segment] == macro)
        .toArray();
  }

  private static Segment segment(
      int segment,
      int macro,
      SegmentPersona persona,
      OptionalDouble stability,
      Map<String, String> names,
      Identity identity) {
    String id = identity.segmentIds().get(segment);
    return new Segment(
        id,
        identity.macroSegmentIds().get(macro),
        new SegmentName(persona.suggestedName(), Optional.ofNullable(names.get(id))),
        persona.share(),
        persona.customers(),
        stability,
        SegmentFit.isUnstable(stability),
        persona.persona());
  }
}
