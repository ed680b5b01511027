package io.kindred.training.report;

import io.kindred.models.Evaluation;
import io.kindred.models.Language;
import io.kindred.models.Measure;
import io.kindred.models.Reliability;
import io.kindred.models.Segment;
import io.kindred.models.SegmentWords;
import io.kindred.models.Segments;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What the page says of how sure a segment is: reliability curves, forecasts and unstable
/// segments.
record ConfidenceContents(Segments segments, Evaluation evaluation, Figures figures) {
  private static final Pattern FORECAST = Pattern.compile("log-loss of the segment in (\\d+) days");

  /// One group of customers.
  ///
  /// @param description of the curve, for those who cannot see it
  public record GroupRow(
      String group,
      String customers,
      String calibrationError,
      String coverage,
      String setSize,
      String description,
      Curve curve) {}

  /// Mean confidence to the right against frequency upward, both from 0 to 100; upward is down the
  /// page in the drawing's own coordinates, so frequencies are turned over.
  ///
  /// @param points joined in order of confidence
  public record Curve(String points, List<Dot> dots) {}

  /// One bin of customers.
  ///
  /// @param title what it says in words
  public record Dot(String x, String y, String title) {}

  /// One forecast beside simpler ways.
  public record ForecastRow(
      String days, String logLoss, String markov, String stays, String customers) {}

  Map<String, Object> values() {
    return Map.of(
        "level",
        figures.percent(segments.rules().usualCoverage()),
        "groups",
        evaluation.segmentConfidence().stream().map(this::row).toList(),
        "forecasts",
        forecasts(),
        "unstable",
        segments.segments().stream()
            .filter(Segment::unstable)
            .map(segment -> segment.name().in(Language.ENGLISH))
            .collect(Collectors.joining(", ")));
  }

  /// Whether the figure stands here and not among the others.
  static boolean shows(Measure measure) {
    return measure.subject().equals(SegmentWords.SUBJECT)
        && FORECAST.matcher(measure.name()).matches();
  }

  private GroupRow row(Reliability group) {
    return new GroupRow(
        group.group().equals("all") ? "All customers" : capitalised(group.group()),
        figures.count(group.customers()),
        figures.exactPercent(group.calibrationError()),
        figures.exactPercent(group.coverage()),
        figures.threeDigits(group.meanSetSize()),
        group.bins().stream().map(this::words).collect(Collectors.joining(" ")),
        curve(group.bins()));
  }

  private static String capitalised(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ENGLISH) + text.substring(1);
  }

  private Curve curve(List<Reliability.Bin> bins) {
    List<Dot> dots =
        bins.stream()
            .map(bin ->
                new Dot(
                    coordinate(bin.meanConfidence()), coordinate(1 - bin.frequency()), words(bin)))
            .toList();
    return new Curve(
        dots.stream().map(dot -> dot.x() + "," + dot.y()).collect(Collectors.joining(" ")), dots);
  }

  private String words(Reliability.Bin bin) {
    return "%s sure: right for %s of %s."
        .formatted(
            figures.percent(bin.meanConfidence()),
            figures.percent(bin.frequency()),
            figures.count(bin.customers()));
  }

  private static String coordinate(double share) {
    return String.format(Locale.ROOT, "%.1f", 100 * share);
  }

  private List<ForecastRow> forecasts() {
    List<ForecastRow> rows = new ArrayList<>();
    for (Measure measure : evaluation.measures()) {
      Matcher days = FORECAST.matcher(measure.name());
      if (shows(measure) && days.matches()) {
        rows.add(
            new ForecastRow(
                days.group(1),
                figures.threeDigits(measure.value()),
                baseline(measure, "Markov"),
                baseline(measure, "stays"),
                figures.count(measure.customers())));
      }
    }
    return rows;
  }

  private String baseline(Measure measure, String name) {
    return measure.baselines().stream()
        .filter(baseline -> baseline.name().equals(name))
        .map(baseline -> figures.threeDigits(baseline.value()))
        .findFirst()
        .orElse("");
  }
}
