package io.kindred.training.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kindred.features.FeatureSchema;
import io.kindred.models.Evaluation;
import io.kindred.models.Outputs;
import io.kindred.models.Segments;
import io.kindred.models.Targets;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The report to read: one HTML page that needs no network.
///
/// It speaks of segments, never of a person, and holds no customer's id. Whatever came with the
/// data is escaped; beyond that the page allows itself nothing but its own style, known by its
/// digest.
public final class Report {
  private static final String TEMPLATE = "report.html";
  private static final String STYLE = style();
  private static final PebbleEngine ENGINE = engine();

  private Report() {}

  /// The page's text.
  ///
  /// @param outputs of all customers as of the training's last day
  public static String render(
      String dataset,
      LocalDate asOf,
      FeatureSchema schema,
      Segments segments,
      Targets targets,
      Evaluation evaluation,
      List<Outputs> outputs) {
    List<SegmentTotals> totals = SegmentTotals.of(segments.segments().size(), outputs);
    return render(dataset, asOf, new ReportContents(schema, segments, totals, targets, evaluation));
  }

  static String render(String dataset, LocalDate asOf, ReportContents contents) {
    Map<String, Object> values = new HashMap<>(contents.values());
    values.put("dataset", dataset);
    values.put("asOf", asOf.toString());
    values.put("style", STYLE);
    values.put("styleDigest", digest(STYLE));
    StringWriter page = new StringWriter();
    try {
      ENGINE.getTemplate(TEMPLATE).evaluate(page, values, Locale.ENGLISH);
    } catch (IOException e) {
      throw new UncheckedIOException("the report's template cannot be read", e);
    }
    return page.toString();
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

  private static String style() {
    try (InputStream file = Report.class.getResourceAsStream("report.css")) {
      if (file == null) {
        throw new IllegalStateException("report.css is missing beside the report's classes");
      }
      return new String(file.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the report's style cannot be read", e);
    }
  }

  private static String digest(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
