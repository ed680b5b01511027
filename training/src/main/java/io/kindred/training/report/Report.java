package io.kindred.training.report;

import io.kindred.features.FeatureSchema;
import io.kindred.features.FeatureTable;
import io.kindred.models.Evaluation;
import io.kindred.models.Measure;
import io.kindred.models.PropensityTarget;
import io.kindred.models.Segment;
import io.kindred.models.Segments;
import io.kindred.models.Targets;
import io.kindred.models.Trait;
import io.kindred.training.export.FittedModels;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The report to read: one HTML page that needs no network.
///
/// It speaks of segments, never of a person, and holds no customer's id.
public final class Report {
  private static final Locale LANGUAGE = Locale.ENGLISH;
  private static final String TEMPLATE = "report.html";
  private static final PebbleEngine ENGINE = engine();

  private Report() {}

  /// The page's text.
  ///
  /// @param table all customers as of the training's last day
  public static String render(
      String dataset,
      LocalDate asOf,
      FeatureSchema schema,
      Segments segments,
      Targets targets,
      Evaluation evaluation,
      FeatureTable table,
      FittedModels models) {
    List<SegmentTotals> totals = SegmentTotals.of(segments.segments().size(), table, models);
    double value = totals.stream().mapToDouble(SegmentTotals::value).sum();
    PropensityTarget purchase = targets.propensities().getFirst();
    double widest = segments.segments().stream().mapToDouble(Segment::share).max().orElse(1);
    List<SegmentRow> rows =
        IntStream.range(0, totals.size())
            .mapToObj(i -> row(segments.segments().get(i), totals.get(i), value, widest, schema))
            .sorted(Comparator.comparingDouble(SegmentRow::valueShare).reversed())
            .toList();
    Map<String, Object> context = new HashMap<>();
    context.put("dataset", dataset);
    context.put("asOf", asOf.toString());
    context.put("customers", whole(table.size()));
    context.put("features", schema.size());
    context.put("horizonDays", purchase.horizonDays());
    context.put("currency", schema.currency());
    context.put("value", whole(value));
    context.put("coverage", percent(targets.lifetimeValue().coverage()));
    context.put("segments", rows);
    context.put("groups", groups(segments, rows));
    context.put("measures", evaluation.measures().stream().map(Report::measure).toList());
    context.put("remarks", evaluation.remarks());
    StringWriter page = new StringWriter();
    try {
      ENGINE.getTemplate(TEMPLATE).evaluate(page, context, LANGUAGE);
    } catch (IOException e) {
      throw new UncheckedIOException("the report's template cannot be read", e);
    }
    return page.toString();
  }

  /// A macro-segment and the names of its segments.
  public record Group(String name, String share, List<String> segments) {}

  /// A segment as the page shows it.
  ///
  /// @param width of its bar in percent of the widest
  public record SegmentRow(
      String id,
      String name,
      String share,
      String width,
      String customers,
      String purchase,
      String mean,
      double valueShare,
      String valuePercent,
      List<TraitRow> traits) {}

  /// What sets a segment apart, as the page shows it.
  public record TraitRow(String text, String typical) {}

  /// A figure as the page shows it.
  public record MeasureRow(
      String subject, String name, String value, String interval, String baseline, int customers) {}

  private static SegmentRow row(
      Segment segment, SegmentTotals totals, double value, double widest, FeatureSchema schema) {
    double valueShare = value > 0 ? totals.value() / value : 0;
    return new SegmentRow(
        segment.id(),
        segment.name(),
        percent(segment.share()),
        "%.0f".formatted(100 * segment.share() / widest),
        whole(segment.customers()),
        percent(totals.meanPurchase()),
        whole(totals.meanValue()),
        valueShare,
        percent(valueShare),
        segment.traits().stream().map(trait -> trait(trait, schema)).toList());
  }

  private static TraitRow trait(Trait trait, FeatureSchema schema) {
    String unit = schema.features().get(schema.indexOf(trait.feature())).unit();
    String typical =
        switch (unit) {
          case "share" -> percent(trait.typicalValue());
          case "currency" -> "%s %s".formatted(number(trait.typicalValue()), schema.currency());
          case "yes_no" -> "";
          default -> "%s %s".formatted(number(trait.typicalValue()), unit);
        };
    return new TraitRow(trait.text(), typical);
  }

  private static List<Group> groups(Segments segments, List<SegmentRow> rows) {
    Map<String, String> macroOf =
        segments.segments().stream()
            .collect(Collectors.toMap(Segment::id, Segment::macroSegmentId));
    return segments.macroSegments().stream()
        .map(macro ->
            new Group(
                macro.name(),
                percent(macro.share()),
                rows.stream()
                    .filter(row -> macro.id().equals(macroOf.get(row.id())))
                    .map(SegmentRow::name)
                    .toList()))
        .toList();
  }

  private static MeasureRow measure(Measure measure) {
    return new MeasureRow(
        measure.subject(),
        measure.name(),
        number(measure.value()),
        measure
            .interval()
            .map(interval -> "%s to %s".formatted(number(interval.low()), number(interval.high())))
            .orElse(""),
        measure.baselines().stream()
            .map(baseline -> "%s %s".formatted(baseline.name(), number(baseline.value())))
            .collect(Collectors.joining(", ")),
        measure.customers());
  }

  private static String percent(double share) {
    return "%.0f %%".formatted(100 * share);
  }

  private static String whole(double number) {
    return String.format(LANGUAGE, "%,.0f", number);
  }

  private static String number(double number) {
    return String.format(LANGUAGE, Math.abs(number) >= 100 ? "%,.0f" : "%.3g", number);
  }

  private static PebbleEngine engine() {
    ClasspathLoader loader = new ClasspathLoader(Report.class.getClassLoader());
    loader.setPrefix("io/kindred/training/report");
    return new PebbleEngine.Builder()
        .loader(loader)
        .strictVariables(true)
        .autoEscaping(true)
        .build();
  }
}
