package io.kindred.features;

import static io.kindred.features.Sample.STOCKHOLM;
import static io.kindred.features.Sample.noon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.features.DeclaredFeature.Aggregate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclaredFeatureTest {
  private static final Set<EventKind> ORDER = Set.of(EventKind.ORDER);
  private static final Map<String, List<String>> WEB = Map.of("channel", List.of("web"));

  private final History history =
      Sample.history(
          order("1", "2026-01-01", 100, 1, "books", "web"),
          order("2", "2026-03-01", 40, 2, "toys", "store"),
          order("3", "2026-03-01", 60, 3, "books", "web"),
          order("4", "2026-03-20", 20, 4, "garden", "web"));

  @ParameterizedTest
  @CsvSource({
    "COUNT, '', 0, 3",
    "COUNT, '', 30, 1",
    "COUNT, '', 31, 2",
    "SUM, amount, 0, 180",
    "SUM, items, 31, 7",
    "MEAN, amount, 0, 60",
    "LARGEST, amount, 31, 60",
    "SMALLEST, amount, 0, 20",
    "SMALLEST, items, 0, 1",
    "LATEST, amount, 0, 20",
    "DISTINCT, category, 0, 2",
    "DISTINCT, category, 30, 1",
    "DAYS, '', 0, 3",
    "DAYS_SINCE_FIRST, '', 0, 89",
    "DAYS_SINCE_FIRST, '', 40, 30",
    "DAYS_SINCE_FIRST, '', 20, 11",
    "DAYS_SINCE_LAST, '', 0, 11",
    "DAYS_SINCE_LAST, '', 12, 11",
    "DAYS_SINCE_LAST, '', 11, NaN",
    "SHARE, '', 0, .75",
    "SHARE, '', 31, .6666667"
  })
  void webOrdersByEveryAggregate(Aggregate aggregate, String of, int days, float expected) {
    assertThat(value(new DeclaredFeature("f", ORDER, false, sorted(WEB), days, aggregate, of)))
        .isEqualTo(Float.valueOf(expected));
  }

  @Test
  void withoutEventsSumsAreZeroAndTheOthersUnknown() {
    Map<String, List<String>> phone = Map.of("channel", List.of("phone"));
    assertThat(value(declared(phone, Aggregate.COUNT, ""))).isZero();
    assertThat(value(declared(phone, Aggregate.SUM, "amount"))).isZero();
    assertThat(value(declared(phone, Aggregate.MEAN, "amount"))).isNaN();
    assertThat(value(declared(phone, Aggregate.LARGEST, "amount"))).isNaN();
    assertThat(value(declared(phone, Aggregate.DAYS_SINCE_LAST, ""))).isNaN();
    assertThat(value(declared(phone, Aggregate.SHARE, ""))).isZero();
    assertThat(value(declared(phone, Aggregate.COUNT, ""), History.empty())).isNaN();
  }

  @Test
  void allConditionsMustHoldAndAnyWordOfOneDoes() {
    assertThat(
            value(
                declared(
                    Map.of("channel", List.of("web"), "category", List.of("toys", "books")),
                    Aggregate.COUNT,
                    "")))
        .isEqualTo(2);
  }

  @Test
  void linesOfOrdersCountInsteadOfOrders() {
    History lines =
        Sample.history(
            new Order(
                "1",
                noon("2026-03-20"),
                50,
                3,
                "books",
                "web",
                "",
                "novel",
                "",
                List.of(
                    new OrderLine("novel", "books", 30, 2), new OrderLine("yarn", "toys", 20, 1))),
            order("2", "2026-03-21", 10, 1, "toys", "web"));
    Map<String, List<String>> toys = Map.of("category", List.of("toys"));
    DeclaredFeature money =
        new DeclaredFeature("f", ORDER, true, sorted(toys), 0, Aggregate.SUM, "amount");
    assertThat(value(money, lines)).isEqualTo(30);
    assertThat(value(declared(toys, Aggregate.SUM, "amount"), lines)).isEqualTo(10);
  }

  @Test
  void ownEventsAreToldApartByNameAndProperty() {
    History history =
        Sample.history(
            custom("1", "webinar", 40, Map.of("topic", "pricing", "host", "anna")),
            custom("2", "webinar", 20, Map.of("topic", "start")),
            custom("3", "download", -5, Map.of("topic", "pricing")));
    DeclaredFeature minutes =
        new DeclaredFeature(
            "f",
            Set.of(EventKind.CUSTOM),
            false,
            sorted(Map.of("name", List.of("webinar"), "topic", List.of("pricing"))),
            0,
            Aggregate.SUM,
            "amount");
    assertThat(value(minutes, history)).isEqualTo(40);
  }

  @Test
  void itsColumnSaysWhatItIs() {
    Feature feature =
        new DeclaredFeature("web_money", ORDER, false, sorted(WEB), 30, Aggregate.SUM, "amount")
            .definition()
            .feature();
    assertThat(feature)
        .isEqualTo(
            new Feature(
                "web_money",
                Basis.BEHAVIOURAL,
                MeasurementScale.SKEWED,
                "currency",
                "Declared: sum of amount, of order, channel web, in the last 30 days."));
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    assertRefused(
        () -> new DeclaredFeature("Web", ORDER, false, sorted(WEB), 0, Aggregate.COUNT, ""),
        "feature name is \"Web\" (expected lower-case letters, digits and underscores)");
    assertRefused(
        () -> declared(WEB, Aggregate.SUM, ""),
        "feature f does not say what to take the sum of (expected of: amount or items, or a field to"
            + " count different words)");
    assertRefused(
        () -> declared(WEB, Aggregate.COUNT, "amount"),
        "feature f says of: amount, but count counts events (expected no of)");
    assertRefused(
        () -> declared(Map.of("device", List.of("mobile")), Aggregate.COUNT, ""),
        "feature f asks for the device of order, which has none (expected one of category, product,"
            + " channel, discount, store)");
    assertRefused(
        () -> declared(Map.of("colour", List.of("red")), Aggregate.COUNT, ""),
        "feature f has where: colour (expected one of category, product, channel, discount, store)");
    assertRefused(
        () -> declared(Map.of(), Aggregate.SHARE, ""),
        "feature f is a share of everything (expected where: a filter)");
    assertRefused(
        () ->
            new DeclaredFeature(
                "f", Set.of(EventKind.VISIT), true, new TreeMap<>(), 0, Aggregate.COUNT, ""),
        "feature f counts lines of what is no order (expected only the kind order)");
    assertRefused(
        () -> new DeclaredFeature("f", ORDER, false, new TreeMap<>(), -1, Aggregate.COUNT, ""),
        "feature f looks -1 days back (expected 1 to 36500, or 0 for all time)");
    assertRefused(
        () ->
            schema(
                new DeclaredFeature(
                    "order_count", ORDER, false, sorted(WEB), 0, Aggregate.COUNT, "")),
        "feature order_count is declared, but built in too (expected another name)");
  }

  private static void assertRefused(Runnable making, String message) {
    assertThatThrownBy(making::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  private static DeclaredFeature declared(
      Map<String, List<String>> where, Aggregate aggregate, String of) {
    return new DeclaredFeature("f", ORDER, false, sorted(where), 0, aggregate, of);
  }

  private float value(DeclaredFeature feature) {
    return value(feature, history);
  }

  private static float value(DeclaredFeature feature, History history) {
    return new Featurizer(schema(feature)).row(history, Sample.endOf("2026-03-31"))[0];
  }

  private static FeatureSchema schema(DeclaredFeature feature) {
    return FeatureSchema.of(STOCKHOLM, "SEK", List.of(), List.of(feature), List.of(feature.name()));
  }

  private static SortedMap<String, List<String>> sorted(Map<String, List<String>> where) {
    return new TreeMap<>(where);
  }

  private static Order order(
      String id, String day, double amount, double items, String category, String channel) {
    return new Order(id, noon(day), amount, items, category, channel, "");
  }

  private static CustomEvent custom(
      String id, String name, double value, Map<String, String> properties) {
    return new CustomEvent(id, noon("2026-03-10"), name, value, new TreeMap<>(properties));
  }
}
