package io.kindred.serving.testing;

import io.kindred.features.Attribute;
import io.kindred.features.AttributeDefinition;
import io.kindred.features.AttributeValue;
import io.kindred.features.FeatureSchema;
import io.kindred.features.Featurizer;
import io.kindred.features.History;
import io.kindred.features.Order;
import io.kindred.features.Visit;
import io.kindred.features.testing.RandomHistories;
import io.kindred.models.AssignmentRules;
import io.kindred.models.BundleContents;
import io.kindred.models.Evaluation;
import io.kindred.models.GoldenRow;
import io.kindred.models.LifetimeValueTarget;
import io.kindred.models.MacroSegment;
import io.kindred.models.Measure;
import io.kindred.models.ModelName;
import io.kindred.models.Persona;
import io.kindred.models.PropensityTarget;
import io.kindred.models.PropensityTarget.Direction;
import io.kindred.models.Reliability;
import io.kindred.models.Segment;
import io.kindred.models.SegmentName;
import io.kindred.models.Segments;
import io.kindred.models.Targets;
import io.kindred.models.Text;
import io.kindred.models.segmentation.PredictionSets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;

/// A shop in Stockholm whose model is a {@link TinyGraph}.
public final class TinyShop {
  public static final ModelName NAME = new ModelName("tiny-shop");
  public static final Instant AS_OF = Instant.parse("2026-06-30T21:59:59Z");

  /// A day after the bundle's data end.
  public static final Instant NOW = AS_OF.plusSeconds(86_400);

  public static final InstantSource CLOCK = InstantSource.fixed(NOW);

  public static final FeatureSchema SCHEMA =
      FeatureSchema.complete(
              ZoneId.of("Europe/Stockholm"), "SEK", attributes(), List.of(), List.of())
          .only(List.of("order_count", "order_value_total", "attribute:age", "attribute:member"));

  /// What customers and their accounts ordered, in the columns of the {@link TinyGraph}'s orders,
  /// value, age and membership.
  public static final FeatureSchema SCHEMA_OF_CONTACTS =
      FeatureSchema.complete(
              ZoneId.of("Europe/Stockholm"), "SEK", attributes(), Map.of(), List.of(), true)
          .only(
              List.of(
                  "order_count",
                  "order_value_total",
                  "account:order_count",
                  "account:order_value_total"));

  private TinyShop() {}

  /// The bundle's contents, two golden rows among them.
  public static BundleContents contents() {
    return contents(SCHEMA);
  }

  public static BundleContents contents(FeatureSchema schema) {
    return new BundleContents(
        NAME,
        AS_OF,
        schema,
        segments(),
        TinySegments.model(schema),
        new Targets(
            List.of(
                new PropensityTarget("purchase", "order", 90, Direction.HIGH_IS_GOOD, .3, "trees"),
                new PropensityTarget("churn", "churn", 30, Direction.HIGH_IS_BAD, .1, "logistic")),
            new LifetimeValueTarget(182, .8, "a formula")),
        new Evaluation(
            List.of(
                new Measure(
                    "purchase",
                    "AUC",
                    .9,
                    Optional.of(new Measure.Interval(.85, .95)),
                    100,
                    true,
                    List.of(new Measure.Baseline("recency alone", .8)))),
            List.of(
                new Reliability(
                    "all", 1_200, .0312, .914, 1.4, List.of(new Reliability.Bin(.9, .87, 1_200))),
                new Reliability("one order", 40, .1, .85, 2.25, List.of())),
            List.of("A fifth of the customers was held out."),
            1),
        List.of(
            golden(schema, customer(), customer()),
            golden(schema, History.empty(), History.empty())),
        TinyGraph.bytes(),
        TinyGraph.ofSegments(),
        "<html></html>");
  }

  /// Two orders, of 10 and 20, by a member of 40 years.
  public static History customer() {
    Instant time = Instant.parse("2026-05-01T10:00:00Z");
    return customer(time, 10, 20);
  }

  /// Orders of these amounts, an hour apart, and what is known beside them.
  public static History customer(Instant time, double... amounts) {
    History history =
        History.of(
            List.of(new Visit("visit", time, "web", 3)),
            List.of(
                new Attribute("age", new AttributeValue.Quantity(40), time),
                new Attribute("country", new AttributeValue.Category("se"), time),
                new Attribute("thrift", new AttributeValue.ScalePoint(4), time),
                new Attribute("member", new AttributeValue.YesNo(true), time)));
    for (int i = 0; i < amounts.length; i++) {
      history =
          history.plus(
              new Order(
                  "order-" + i, time.plusSeconds(3_600L * i), amounts[i], 1, "books", "web", ""));
    }
    return history;
  }

  /// A customer with what the model says of them.
  public static GoldenRow golden(History history) {
    return golden(SCHEMA, history, History.empty());
  }

  private static GoldenRow golden(FeatureSchema schema, History history, History account) {
    float[] features = new Featurizer(schema).row(history, account, AS_OF);
    return new GoldenRow(AS_OF, history, account, features, TinyGraph.expected(features));
  }

  private static Segments segments() {
    return new Segments(
        List.of(
            new MacroSegment("B", name("Away", "Borta"), .3),
            new MacroSegment("A", name("Active", "Aktiva"), .7)),
        List.of(
            new Segment(
                "A1", "A", name("Often", "Ofta"), .3, 30, OptionalDouble.of(.9), false, persona()),
            new Segment(
                "A2",
                "A",
                new SegmentName(new Text("Sometimes", "Ibland"), Optional.of("Our favourites")),
                .4,
                40,
                OptionalDouble.of(.4),
                true,
                Persona.NONE),
            new Segment(
                "B1",
                "B",
                name("Never", "Aldrig"),
                .3,
                30,
                OptionalDouble.empty(),
                false,
                Persona.NONE)),
        new AssignmentRules(
            .6,
            .8,
            -4,
            90,
            new PredictionSets(
                new double[] {.6, .8, .95},
                new double[][] {{.5, .5, .5}, {.25, .25, .25}, {.125, .125, .0625}}),
            .8));
  }

  private static SegmentName name(String english, String swedish) {
    return SegmentName.suggested(new Text(english, swedish));
  }

  private static Persona persona() {
    return new Persona(
        new Text("They order often.", "De handlar ofta."),
        List.of(
            new Persona.Trait(
                "order_count",
                5,
                new Persona.Difference(
                    new Text("More than siblings.", "Mer än syskonen."), 1.5, 2.5),
                new Persona.Difference(new Text("More than all.", "Mer än alla."), .75, 3.5))),
        List.of(new Persona.TypicalFeature("order_count", 4, 1)),
        List.of(new Persona.ChannelShare("web", .75)),
        List.of(new Persona.MeanPropensity("purchase", .5)),
        new Persona.Value(OptionalDouble.of(100), OptionalDouble.of(.6), OptionalDouble.of(250)));
  }

  /// No attribute has a column for a word.
  private static SequencedMap<AttributeDefinition, List<String>> attributes() {
    SequencedMap<AttributeDefinition, List<String>> words = new LinkedHashMap<>();
    RandomHistories.ATTRIBUTES.forEach(attribute -> words.put(attribute, List.of()));
    return words;
  }
}
