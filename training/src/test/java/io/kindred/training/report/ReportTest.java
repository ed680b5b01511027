package io.kindred.training.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.features.CustomerId;
import io.kindred.features.FeatureSchema;
import io.kindred.features.FeatureTable;
import io.kindred.models.Evaluation;
import io.kindred.models.LifetimeValueTarget;
import io.kindred.models.MacroSegment;
import io.kindred.models.Measure;
import io.kindred.models.Persona;
import io.kindred.models.PropensityTarget;
import io.kindred.models.Reliability;
import io.kindred.models.Segment;
import io.kindred.models.SegmentName;
import io.kindred.models.Segments;
import io.kindred.models.Targets;
import io.kindred.models.Text;
import io.kindred.models.segmentation.SegmentModel;
import io.kindred.training.export.FittedModels;
import io.kindred.training.export.MadeModels;
import io.kindred.training.export.MadeSegments;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReportTest {
  private static final String MARKUP = "<script>alert(1)</script>";
  private static final String ESCAPED = "&lt;script&gt;alert(1)&lt;/script&gt;";

  private static final FeatureSchema SCHEMA =
      FeatureSchema.complete(
          ZoneId.of("UTC"), "SEK", new LinkedHashMap<>(), List.of("gifts"), List.of());

  private static final Targets TARGETS =
      new Targets(
          List.of(
              new PropensityTarget(
                  "purchase",
                  "order",
                  90,
                  PropensityTarget.Direction.HIGH_IS_GOOD,
                  .4,
                  "logistic regression")),
          new LifetimeValueTarget(90, .8, "BG/NBD with Gamma-Gamma"));

  private static Segments segments(String name) {
    return new Segments(
        List.of(
            new MacroSegment("m01", named("Buyers"), .75),
            new MacroSegment("m02", named(name), .25)),
        List.of(
            new Segment(
                "s01",
                "m01",
                new SegmentName(Text.same("Occasional buyers"), Optional.of("Infrequent buyers")),
                .75,
                3,
                OptionalDouble.of(.4),
                true,
                new Persona(
                    Text.same("They order seldom."),
                    List.of(trait("order_count", "Has ordered less often than others.", 1, 4, 2)),
                    List.of(
                        new Persona.TypicalFeature("order_count", 1, 1),
                        new Persona.TypicalFeature("subscription_active", 1, .5)),
                    List.of(
                        new Persona.ChannelShare("web", .75),
                        new Persona.ChannelShare("store", .2)),
                    List.of(),
                    new Persona.Value(
                        OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.of(120)))),
            new Segment(
                "s02",
                "m02",
                named(name),
                .25,
                1,
                OptionalDouble.empty(),
                false,
                new Persona(
                    Text.same(""),
                    List.of(
                        trait(
                            "category_share:gifts", "Spends on %s.".formatted(name), .76, .1, .25)),
                    List.of(),
                    List.of(),
                    List.of(),
                    Persona.Value.UNKNOWN))),
        MadeSegments.rules(2));
  }

  private static SegmentName named(String name) {
    return SegmentName.suggested(Text.same(name));
  }

  private static Persona.Trait trait(
      String feature, String text, double mean, double siblings, double everyone) {
    return new Persona.Trait(
        feature,
        mean,
        new Persona.Difference(Text.same(text), 1, siblings),
        new Persona.Difference(Text.same(text), 1, everyone));
  }

  private static Evaluation evaluation(String remark) {
    return new Evaluation(
        List.of(
            new Measure(
                "purchase",
                "AUC",
                .91328,
                Optional.of(new Measure.Interval(.8949, .932)),
                729,
                true,
                List.of(new Measure.Baseline("recency alone", .8702))),
            new Measure(
                "lifetime value",
                "total error",
                -.00364,
                Optional.empty(),
                729,
                false,
                List.of(new Measure.Baseline("past rate", .49234))),
            new Measure(
                "lifetime value",
                "share within the range",
                .8889,
                Optional.empty(),
                1729,
                true,
                List.of()),
            new Measure(
                "segments",
                "number of segments",
                2,
                Optional.empty(),
                3200,
                true,
                List.of(new Measure.Baseline("G-means", 11), new Measure.Baseline("HDBSCAN", 3))),
            new Measure(
                "segments",
                "log-loss of the segment in 30 days",
                .2113,
                Optional.empty(),
                640,
                false,
                List.of(
                    new Measure.Baseline("Markov", .2987), new Measure.Baseline("stays", .3406)))),
        List.of(
            new Reliability(
                "all",
                640,
                .0214,
                .9125,
                1.274,
                List.of(new Reliability.Bin(.55, .5, 320), new Reliability.Bin(.952, .9988, 320))),
            new Reliability("one order", 25, .0812, .88, 1.9, List.of())),
        List.of(remark),
        1);
  }

  private static String page(String name) {
    return Report.render(
        name,
        LocalDate.of(2026, 6, 30),
        new ReportContents(
            SCHEMA,
            segments(name),
            List.of(new SegmentTotals(3, .9, 300), new SegmentTotals(1, .91, 6266)),
            TARGETS,
            evaluation(name)));
  }

  /// What a reader sees: the page without its markup and style.
  private static String text(String page) {
    return page.replaceAll("(?s)<style>.*?</style>", "")
        .replaceAll("<[^>]*>", " ")
        .replace('\u00a0', ' ')
        .replaceAll("\\s+", " ");
  }

  @Test
  void segmentsStandAtAGlanceInTheOrderOfTheirSpend() {
    assertThat(text(page("Mostly gifts")))
        .contains(
            "Your 4 customers fall into 2 segments in 2 groups. Together they are expected to"
                + " spend 6,566 SEK within the next 90 days.",
            "Mostly gifts 1 25% 91% 6,266 SEK 95% Infrequent buyers 3 75% 30% 100 SEK 5%"
                + " All customers 4 100% 45% 1,642 SEK 100%");
  }

  @Test
  void eachSegmentTellsWhatSetsItApart() {
    assertThat(text(page("Mostly gifts")))
        .contains(
            "s01 · 3 customers, 75% of all · suggested name: Occasional buyers",
            "They order seldom. Stability 0.400, unstable: too uncertain to plan with.",
            "Has ordered less often than others. On average 1 order; siblings 4 orders, everyone 2"
                + " orders.",
            "Spent so far, on average: 120 SEK",
            "Orders by channel: web 75%, store 20%",
            "A typical customer order count: 1 order subscription active: yes",
            "Spends on Mostly gifts. On average 76%; siblings 10%, everyone 25%.")
        .contains("Buyers 75% 5% Infrequent buyers");
  }

  @Test
  void figuresStandBesidePlainWords() {
    assertThat(text(page("Mostly gifts")))
        .contains(
            "Who will buy AUC how well it ranks customers: 0.5 is chance, 1 perfect 0.913"
                + " 0.895 to 0.932 recency alone: 0.870 729",
            "What they will spend total error how far it is off for all customers together: 0% is"
                + " perfect, + is too much −0.364% past rate: +49.2% 729",
            "share within the range how many customers then spent an amount within the range"
                + " given: about 80% is right 88.9% 1,729");
  }

  @Test
  void howSureASegmentIsIsToldInNumbersOfEachGroup() {
    assertThat(text(page("Mostly gifts")))
        .contains(
            "How sure a segment is Unstable, found again too seldom to plan with: Infrequent buyers.",
            "calibration error 2.14% 90% sets hold it 91.2% segments in a set 1.27",
            "One order 25 answers calibration error 8.12% 90% sets hold it 88.0% segments in a set"
                + " 1.90",
            "Customers 30 days 0.211 0.299 0.341 640")
        .contains("2 G-means: 11; HDBSCAN: 3 3,200")
        .doesNotContain("log-loss of the segment in");
  }

  @Test
  void theReliabilityCurveIsDrawnWithItsDiagonal() {
    assertThat(page("Mostly gifts"))
        .contains(
            "<line class=\"diagonal\" x1=\"0\" y1=\"100\" x2=\"100\" y2=\"0\"/>",
            "<polyline class=\"line\" points=\"55.0,50.0 95.2,0.1\"/>",
            "<circle class=\"dot\" cx=\"95.2\" cy=\"0.1\" r=\"1.8\"><title>95% sure: right for"
                + " &gt;99% of 320.</title>",
            "aria-label=\"Confidence against how often it was right. 55% sure: right for 50% of 320.")
        .containsOnlyOnce("<polyline");
  }

  @Test
  void anUnstableSegmentIsFlaggedAndAStableOneIsNot() {
    assertThat(page("Mostly gifts"))
        .contains(
            "<p class=\"flag\">Stability 0.400, unstable: too uncertain to plan with.</p>",
            "<p class=\"flag\">Unstable, found again");
    assertThat(Pattern.compile("class=\"flag\"").matcher(page("Mostly gifts")).results())
        .hasSize(2);
  }

  @Test
  void markupInNamesIsTextAndNothingMore() {
    assertThat(page(MARKUP))
        .doesNotContain("<script")
        .contains(
            "<h1>" + ESCAPED + "</h1>",
            "<title>" + ESCAPED + ": customers by segment</title>",
            "<h3>" + ESCAPED + "</h3>",
            "<li>Spends on " + ESCAPED + ". <span class=\"soft\">On average 76%;",
            "<li>" + ESCAPED + "</li>");
  }

  @Test
  void thePageAllowsItselfItsOwnStyleOnly() throws Exception {
    String page = page("Mostly gifts");
    Matcher style = Pattern.compile("(?s)<style>(.*)</style>").matcher(page);
    assertThat(style.find()).isTrue();
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.group(1).getBytes(UTF_8));
    assertThat(page)
        .contains(
            "content=\"default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'\""
                .formatted(Base64.getEncoder().encodeToString(digest)))
        .doesNotContain("http://", "https://", " style=", "<script", "<link", "url(", "@import");
  }

  @Test
  void oneSegmentIsSaidPlainly() {
    Segments one =
        new Segments(
            List.of(new MacroSegment("m01", named("All customers"), 1)),
            List.of(
                new Segment(
                    "s01",
                    "m01",
                    named("All customers"),
                    1,
                    4,
                    OptionalDouble.empty(),
                    false,
                    Persona.NONE)),
            MadeSegments.rules(1));
    String page =
        Report.render(
            "Shop",
            LocalDate.of(2026, 6, 30),
            new ReportContents(
                SCHEMA,
                one,
                List.of(new SegmentTotals(4, 1, 0)),
                TARGETS,
                new Evaluation(List.of(), List.of(), List.of(), 1)));
    assertThat(text(page))
        .contains("Your 4 customers show no distinct segments", "Much like its siblings.")
        .doesNotContain("Groups of segments", "How sure a segment is");
  }

  @Test
  void theSameModelsGiveTheSamePageAndNoCustomersId() {
    List<CustomerId> customers =
        IntStream.range(0, 4).mapToObj(i -> new CustomerId("secret-customer-" + i)).toList();
    float[][] rows = new float[4][SCHEMA.size()];
    for (int i = 0; i < rows.length; i++) {
      rows[i][SCHEMA.indexOf("order_count")] = i == 3 ? 20 : 1;
      rows[i][SCHEMA.indexOf("days_since_first_order")] = 300;
    }
    FeatureTable table =
        FeatureTable.of(SCHEMA, customers, Instant.parse("2026-06-30T00:00:00Z"), rows);
    String page = rendered(table);
    assertThat(page).doesNotContain("secret-customer").isEqualTo(rendered(table));
    assertThat(text(page)).contains("Infrequent buyers 3 75%", "Mostly gifts 1 25%");
  }

  private static String rendered(FeatureTable table) {
    return Report.render(
        "Shop",
        LocalDate.of(2026, 6, 30),
        SCHEMA,
        segments("Mostly gifts"),
        TARGETS,
        evaluation("A remark."),
        IntStream.range(0, table.size())
            .mapToObj(row -> models().outputs(table.row(row)))
            .toList());
  }

  /// Customers with more than about ten orders are the second segment's.
  private static FittedModels models() {
    int orders = SCHEMA.indexOf("order_count");
    SegmentModel segments =
        MadeSegments.linear(
            SCHEMA.size(),
            List.of(MadeSegments.column(orders, "order_count", 10, 1)),
            new double[][] {{-1}, {1}},
            0,
            1);
    return MadeModels.around(segments, SCHEMA);
  }
}
