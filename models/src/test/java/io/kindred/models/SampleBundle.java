package io.kindred.models;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kindred.features.Attribute;
import io.kindred.features.AttributeDefinition;
import io.kindred.features.AttributeValue;
import io.kindred.features.Basis;
import io.kindred.features.Cart;
import io.kindred.features.CustomEvent;
import io.kindred.features.FeatureSchema;
import io.kindred.features.Featurizer;
import io.kindred.features.History;
import io.kindred.features.LateEvent;
import io.kindred.features.Message;
import io.kindred.features.Order;
import io.kindred.features.OrderLine;
import io.kindred.features.Return;
import io.kindred.features.Subscription;
import io.kindred.features.SupportContact;
import io.kindred.features.Visit;
import io.kindred.features.WordFamily;
import io.kindred.models.segmentation.PredictionSets;
import io.kindred.models.segmentation.SegmentOutputs;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// A small bundle that holds something of every kind.
public final class SampleBundle {
  public static final ModelName NAME = new ModelName("online-shop");
  public static final Instant AS_OF = Instant.parse("2026-06-30T21:59:59.999999999Z");

  private SampleBundle() {}

  public static BundleContents contents() {
    return contents("<html><body>Köpare i maj</body></html>");
  }

  /// The sample with a report of its own, and so with an id of its own.
  public static BundleContents contents(String report) {
    return contents(NAME, report);
  }

  public static BundleContents contents(ModelName name, String report) {
    return new BundleContents(
        name,
        AS_OF,
        schema(),
        segments(),
        lineage(),
        SampleSegments.model(),
        new Targets(
            List.of(
                new PropensityTarget(
                    "purchase",
                    "order",
                    90,
                    PropensityTarget.Direction.HIGH_IS_GOOD,
                    .25,
                    "boosted trees")),
            new LifetimeValueTarget(182, .9, "BG/NBD with Gamma-Gamma")),
        evaluation(),
        List.of(
            goldenRow(everything(), History.empty()),
            goldenRow(History.empty(), everything()),
            goldenRow(History.empty(), History.empty())),
        "a graph in bytes\0\1\2".getBytes(UTF_8),
        "segments' own graph\0\1".getBytes(UTF_8),
        report);
  }

  public static FeatureSchema schema() {
    SequencedMap<AttributeDefinition, List<String>> attributes = new LinkedHashMap<>();
    attributes.put(attribute("age", Basis.DEMOGRAPHIC, AttributeDefinition.Type.NUMBER), List.of());
    attributes.put(
        attribute("country", Basis.GEOGRAPHIC, AttributeDefinition.Type.CATEGORY), List.of("se"));
    attributes.put(
        new AttributeDefinition(
            "thrift", Basis.PSYCHOGRAPHIC, AttributeDefinition.Type.SCALE, -2, 2),
        List.of());
    attributes.put(
        attribute("member", Basis.SITUATIONAL, AttributeDefinition.Type.YES_NO), List.of());
    attributes.put(
        attribute("interests", Basis.PSYCHOGRAPHIC, AttributeDefinition.Type.MULTI_VALUE),
        List.of("böcker"));
    attributes.put(
        attribute("birthday", Basis.DEMOGRAPHIC, AttributeDefinition.Type.DATE), List.of());
    return FeatureSchema.complete(
            ZoneId.of("Europe/Stockholm"),
            "SEK",
            attributes,
            Map.of(WordFamily.CATEGORY, List.of("böcker")),
            List.of(),
            true)
        .only(
            List.of(
                "order_count",
                "order_value_total",
                "category_share:böcker",
                "attribute:age",
                "attribute:country=se",
                "attribute:thrift",
                "attribute:member",
                "attribute:interests=böcker",
                "attribute:birthday",
                "account:order_count"));
  }

  /// A history with an event and an attribute of every kind.
  public static History everything() {
    Instant time = Instant.parse("2026-05-01T10:00:00.123456789Z");
    return History.of(
        List.of(
            new Order(
                "o",
                time,
                19.99,
                2,
                "böcker",
                "web",
                "MAJ",
                "atlas",
                "Umeå",
                List.of(
                    new OrderLine("atlas", "böcker", 14.99, 1),
                    new OrderLine("bokmärke", "", 5, 1))),
            new Return("r", time.plusSeconds(1), 9.99, 1, "böcker", "atlas"),
            new Visit("v", time.plusSeconds(2), "app", 3, "mobile", "search"),
            new Cart("c1", time.plusSeconds(3), Cart.Step.FILLED, 5),
            new Cart("c2", time.plusSeconds(4), Cart.Step.ABANDONED, 5),
            new Message("m1", time.plusSeconds(5), Message.Step.SENT, "email", "maj"),
            new Message("m2", time.plusSeconds(6), Message.Step.OPENED, "email"),
            new Message("m3", time.plusSeconds(7), Message.Step.CLICKED, ""),
            new Subscription("s1", time.plusSeconds(8), Subscription.Step.STARTED, "bas", 9),
            new Subscription("s2", time.plusSeconds(9), Subscription.Step.RENEWED, "pro", 19),
            new Subscription("s3", time.plusSeconds(10), Subscription.Step.CANCELLED, "", 0),
            new SupportContact("h", time.plusSeconds(11), "chat", "delivery"),
            new CustomEvent(
                "e",
                time.plusSeconds(12),
                "webinar_attended",
                -45.5,
                new TreeMap<>(Map.of("topic", "pricing", "host", "Åsa"))),
            new LateEvent(new Visit("late", time.plusSeconds(13), "store", 0), AS_OF.plusNanos(1))),
        List.of(
            new Attribute("age", new AttributeValue.Quantity(-0.0), time),
            new Attribute("country", new AttributeValue.Category("se"), time),
            new Attribute("thrift", new AttributeValue.ScalePoint(-1), time),
            new Attribute("member", new AttributeValue.YesNo(false), time),
            new Attribute(
                "interests",
                new AttributeValue.Words(new TreeSet<>(List.of("resor", "böcker"))),
                time),
            new Attribute(
                "interests", new AttributeValue.Words(new TreeSet<>()), time.plusNanos(1)),
            new Attribute("birthday", new AttributeValue.Day(LocalDate.of(1980, 2, 29)), time)));
  }

  public static Segments segments() {
    return new Segments(
        List.of(
            new MacroSegment("A", name("Active", "Aktiva"), .75),
            new MacroSegment("B", name("Away", "Borta"), .25)),
        List.of(
            new Segment(
                "A1",
                "A",
                new SegmentName(new Text("Readers", "Läsare"), Optional.of("Bokmalar")),
                .5,
                500,
                OptionalDouble.of(.875),
                false,
                readers()),
            new Segment(
                "A2",
                "A",
                name("Gardeners", "Odlare"),
                .25,
                250,
                OptionalDouble.of(.4),
                true,
                Persona.NONE),
            new Segment(
                "B1",
                "B",
                name("One-time buyers", "Engångsköpare"),
                .25,
                250,
                OptionalDouble.empty(),
                false,
                Persona.NONE)),
        rules(.6, .8));
  }

  /// Rules of prediction sets at two levels.
  static AssignmentRules rules(double leastConfidence, double leastMacroConfidence) {
    return new AssignmentRules(
        leastConfidence,
        leastMacroConfidence,
        -4.5,
        180,
        new PredictionSets(new double[] {.8, .9}, new double[][] {{.4, .5, .625}, {.25, .375, .5}}),
        .9);
  }

  private static SegmentName name(String english, String swedish) {
    return SegmentName.suggested(new Text(english, swedish));
  }

  /// A persona of which nothing is left out.
  private static Persona readers() {
    return new Persona(
        new Text("They read. They order.", "De läser. De beställer."),
        List.of(
            new Persona.Trait(
                "order_count",
                12,
                new Persona.Difference(
                    new Text(
                        "Orders twice as often as its siblings.",
                        "Handlar dubbelt så ofta som syskonsegmenten."),
                    1.5,
                    6),
                new Persona.Difference(
                    new Text(
                        "Orders more often than customers overall.",
                        "Handlar oftare än kunderna i stort."),
                    .75,
                    8.5)),
            new Persona.Trait(
                "attribute:age",
                41.5,
                new Persona.Difference(new Text("Of any age.", "I alla åldrar."), 0, 41.5),
                new Persona.Difference(new Text("Of any age.", "I alla åldrar."), -.1, 42))),
        List.of(
            new Persona.TypicalFeature("order_count", 11, 1),
            new Persona.TypicalFeature("attribute:age", 41, .5)),
        List.of(new Persona.ChannelShare("web", .75), new Persona.ChannelShare("butik", .25)),
        List.of(new Persona.MeanPropensity("purchase", .625)),
        new Persona.Value(OptionalDouble.of(120), OptionalDouble.of(.5), OptionalDouble.of(840)));
  }

  /// An event of every kind, and a movement.
  public static Lineage lineage() {
    return new Lineage(
        Optional.of(new BundleId("0123456789abcdef".repeat(4))),
        List.of(
            new LineageEvent(LineageEvent.Kind.CONTINUED, List.of("A"), List.of("A"), .9),
            new LineageEvent(LineageEvent.Kind.BORN, List.of(), List.of("B"), 0),
            new LineageEvent(LineageEvent.Kind.SPLIT, List.of("A1"), List.of("A1", "A2"), .8),
            new LineageEvent(LineageEvent.Kind.MERGED, List.of("B1", "B2"), List.of("B1"), .7),
            new LineageEvent(LineageEvent.Kind.RETIRED, List.of("B3"), List.of(), 0)),
        3,
        1,
        Optional.of(
            new Movement(
                AS_OF.minusSeconds(86_400),
                AS_OF,
                900,
                List.of(
                    new Movement.Line("A1", 600, -100, -50, 450),
                    new Movement.Line("A2", 0, 0, 200, 200),
                    new Movement.Line("B1", 300, 100, -150, 250)),
                List.of(
                    new Movement.Flow("A1", "A1", 480),
                    new Movement.Flow("A1", "B1", 120),
                    new Movement.Flow("B1", "B1", 280),
                    new Movement.Flow(Movement.OTHERS, Movement.OTHERS, 20)),
                List.of(
                    new Movement.Flow("A1", "A1", 400),
                    new Movement.Flow("A1", "A2", 100),
                    new Movement.Flow("B1", "A1", 50),
                    new Movement.Flow("B1", "A2", 100),
                    new Movement.Flow("B1", "B1", 250)),
                List.of(new Movement.Group("A1", 50)),
                List.of(new Movement.Group("B1", 30)))));
  }

  private static Evaluation evaluation() {
    return new Evaluation(
        List.of(
            new Measure(
                "purchase",
                "AUC",
                .74,
                Optional.of(new Measure.Interval(.72, .76)),
                4372,
                true,
                List.of(new Measure.Baseline("recency", .69), new Measure.Baseline("none", .5))),
            new Measure("value", "level error", -.12, Optional.empty(), 10, false, List.of())),
        List.of(
            new Reliability("all", 4000, .015, .91, 1.25, List.of()),
            new Reliability(
                "no orders",
                200,
                .03,
                .89,
                2.5,
                List.of(new Reliability.Bin(.3, .25, 100), new Reliability.Bin(.6, .625, 100)))),
        List.of("Wholesalers dominate."),
        0);
  }

  private static GoldenRow goldenRow(History history, History account) {
    return new GoldenRow(
        AS_OF,
        history,
        account,
        new Featurizer(schema()).row(history, account, AS_OF),
        new Outputs(
            new SegmentOutputs(
                new double[] {.7, .2, .1},
                new double[] {.9, .1},
                new double[][] {{.6, .25, .15}, {.5, .25, .25}},
                -.75),
            new double[] {.3},
            new double[] {1, 2.5, 100, 0, 1000}));
  }

  private static AttributeDefinition attribute(
      String name, Basis basis, AttributeDefinition.Type type) {
    return new AttributeDefinition(name, basis, type, 0, 0);
  }
}
