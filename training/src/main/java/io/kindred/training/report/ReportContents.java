package io.kindred.training.report;

import io.kindred.features.FeatureSchema;
import io.kindred.models.Evaluation;
import io.kindred.models.Language;
import io.kindred.models.MacroSegment;
import io.kindred.models.Measure;
import io.kindred.models.Segment;
import io.kindred.models.Segments;
import io.kindred.models.Targets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What the page shows, in words and written numbers.
final class ReportContents {
  private static final Map<String, String> SUBJECTS =
      Map.of(
          "segments", "Segments",
          "purchase", "Who will buy",
          "lifetime value", "What they will spend");

  private final FeatureSchema schema;
  private final Segments segments;
  private final List<SegmentTotals> totals;
  private final Targets targets;
  private final Evaluation evaluation;
  private final Figures figures;
  private final SegmentTotals all;

  /// @param totals of each segment, in the order of the segments
  ReportContents(
      FeatureSchema schema,
      Segments segments,
      List<SegmentTotals> totals,
      Targets targets,
      Evaluation evaluation) {
    this.schema = schema;
    this.segments = segments;
    this.totals = List.copyOf(totals);
    this.targets = targets;
    this.evaluation = evaluation;
    this.figures = new Figures(schema.currency());
    this.all = totals.stream().reduce(SegmentTotals.NONE, SegmentTotals::plus);
  }

  /// A segment, or all of them together.
  ///
  /// @param barWidth of its share of the expected spend, in percent of the largest segment's
  public record SegmentRow(
      String id,
      String name,
      String group,
      String customers,
      String share,
      String purchase,
      String spendEach,
      String spendShare,
      String barWidth,
      PersonaCard persona) {}

  /// A macro-segment and the names of its segments.
  public record GroupRow(String name, String share, String spendShare, List<String> segments) {}

  /// The figures of one subject.
  public record SubjectRows(String subject, List<MeasureRow> measures) {}

  /// A figure beside its baselines.
  public record MeasureRow(
      String name,
      String explanation,
      String value,
      String interval,
      String baseline,
      String customers) {}

  Map<String, Object> values() {
    return Map.ofEntries(
        Map.entry("customers", figures.count(all.customers())),
        Map.entry("features", schema.size()),
        Map.entry("horizonDays", targets.lifetimeValue().horizonDays()),
        Map.entry("purchaseDays", targets.propensities().getFirst().horizonDays()),
        Map.entry("coverage", figures.percent(targets.lifetimeValue().coverage())),
        Map.entry("spend", figures.money(all.value())),
        Map.entry("segments", segmentRows()),
        Map.entry("everyone", row("", "All customers", "", all, 1, PersonaCard.NONE)),
        Map.entry("groups", segments.macroSegments().stream().map(this::group).toList()),
        Map.entry("sureness", new ConfidenceContents(segments, evaluation, figures).values()),
        Map.entry("subjects", subjects()),
        Map.entry("remarks", evaluation.remarks()));
  }

  /// The segments, those first from which most is expected.
  private List<SegmentRow> segmentRows() {
    return byExpectedSpend()
        .mapToObj(i -> {
          Segment segment = segments.segments().get(i);
          return row(
              segment.id(),
              segment.name().in(Language.ENGLISH),
              macroSegment(segment).name().in(Language.ENGLISH),
              totals.get(i),
              segment.share(),
              PersonaCard.of(segment, schema, figures));
        })
        .toList();
  }

  private IntStream byExpectedSpend() {
    return IntStream.range(0, totals.size())
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> totals.get(i).value()).reversed())
        .mapToInt(Integer::intValue);
  }

  private MacroSegment macroSegment(Segment segment) {
    return segments.macroSegments().stream()
        .filter(macro -> macro.id().equals(segment.macroSegmentId()))
        .findFirst()
        .orElseThrow();
  }

  private SegmentRow row(
      String id, String name, String group, SegmentTotals own, double share, PersonaCard persona) {
    double largest = totals.stream().mapToDouble(SegmentTotals::value).max().orElse(0);
    return new SegmentRow(
        id,
        name,
        group,
        figures.count(own.customers()),
        figures.percent(share),
        figures.percent(own.meanPurchase()),
        figures.money(own.meanValue()),
        figures.percent(shareOf(own.value(), all.value())),
        figures.count(100 * shareOf(own.value(), largest)),
        persona);
  }

  private GroupRow group(MacroSegment macro) {
    double value = 0;
    List<String> names = new ArrayList<>();
    for (int i : byExpectedSpend().toArray()) {
      Segment segment = segments.segments().get(i);
      if (segment.macroSegmentId().equals(macro.id())) {
        value += totals.get(i).value();
        names.add(segment.name().in(Language.ENGLISH));
      }
    }
    return new GroupRow(
        macro.name().in(Language.ENGLISH),
        figures.percent(macro.share()),
        figures.percent(shareOf(value, all.value())),
        names);
  }

  private List<SubjectRows> subjects() {
    Map<String, List<MeasureRow>> bySubject = new LinkedHashMap<>();
    for (Measure measure : evaluation.measures()) {
      if (!ConfidenceContents.shows(measure)) {
        bySubject.computeIfAbsent(measure.subject(), _ -> new ArrayList<>()).add(measure(measure));
      }
    }
    return bySubject.entrySet().stream()
        .map(entry ->
            new SubjectRows(
                SUBJECTS.getOrDefault(entry.getKey(), entry.getKey()), entry.getValue()))
        .toList();
  }

  private MeasureRow measure(Measure measure) {
    MeasureWords words = MeasureWords.of(measure.name(), targets, figures);
    return new MeasureRow(
        measure.name(),
        words.explanation(),
        words.written(measure.value(), figures),
        measure
            .interval()
            .map(interval ->
                "%s to %s"
                    .formatted(
                        words.written(interval.low(), figures),
                        words.written(interval.high(), figures)))
            .orElse(""),
        measure.baselines().stream()
            .map(baseline ->
                "%s: %s".formatted(baseline.name(), words.written(baseline.value(), figures)))
            .collect(Collectors.joining("; ")),
        figures.count(measure.customers()));
  }

  private static double shareOf(double part, double whole) {
    return whole > 0 ? part / whole : 0;
  }
}
