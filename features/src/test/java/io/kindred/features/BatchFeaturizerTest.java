package io.kindred.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Columns filled row by row, as from a file, against histories.
class BatchFeaturizerTest {
  private final Featurizer featurizer = new Featurizer(Sample.EVERYTHING);
  private final BatchFeaturizer batch = featurizer.batch();

  static LongStream seeds() {
    return RandomHistory.seeds();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void columnsGiveTheRowsOfHistoriesEveryCellExactly(long seed) {
    RandomHistory random = new RandomHistory(seed, "a");
    Instant asOf = random.asOf();
    History history = withoutLines(random);
    fill(history.events(), seed);
    history.attributes().forEach(this::add);
    float[] row = new float[Sample.EVERYTHING.size()];
    for (Instant moment :
        List.of(asOf, asOf.minus(Duration.ofDays(50)), asOf.plus(Duration.ofDays(99)))) {
      batch.row(moment, row);
      assertThat(row).containsExactly(featurizer.row(history, moment));
      assertThat(batch.isUnknown(moment)).isEqualTo(history.asOf(moment).isEmpty());
      Purchases purchases = batch.purchases(asOf, moment);
      var days = PurchaseDays.between(history, asOf, moment, Sample.STOCKHOLM);
      assertThat(purchases.days()).isEqualTo(days.size());
      assertThat(purchases.value())
          .isEqualTo(days.values().stream().mapToDouble(value -> value).reduce(0, Double::sum));
    }
  }

  @Test
  void rowsOutOfOrderAreRefused() {
    batch.columns().clear();
    add(new Visit("1", Instant.parse("2026-01-02T00:00:00Z"), "", 1), 1);
    add(new Visit("2", Instant.parse("2026-01-01T00:00:00Z"), "", 1), 2);
    assertThatThrownBy(() -> batch.columns().finish())
        .hasMessage("events of a customer are out of order (expected them by time)");
  }

  @Test
  void twoDifferentEventsOfOneIdAreRefusedHoweverManyThereAre() {
    Instant time = Instant.parse("2026-01-02T00:00:00Z");
    for (int others : new int[] {0, 100}) {
      batch.columns().clear();
      for (int i = 0; i < others; i++) {
        add(new Visit("1", time, "", 1), 1000 + i);
      }
      add(new Visit("1", time, "", 1), 1);
      // Another kind has ids of its own.
      add(new Cart("1", time, Cart.Step.FILLED, 1), 1);
      add(new Visit("1", time, "", 2), 1);
      assertThatThrownBy(() -> batch.columns().finish())
          .hasMessage(
              "two different events of a customer share an id (expected one event an id; a repeated"
                  + " id must repeat the whole event)");
    }
  }

  @Test
  void whatAnAccountDidIsInColumnsOfItsOwn() {
    FeatureSchema schema =
        FeatureSchema.of(
            Sample.STOCKHOLM,
            "SEK",
            List.of(Sample.COUNTRY),
            List.of(),
            List.of("order_count", "account:order_count", "account:attribute:country=se"));
    History own = Sample.history(Sample.order("1", "2026-01-01", 1));
    History account =
        History.of(
            List.of(Sample.order("1", "2026-01-01", 1), Sample.order("2", "2026-01-03", 1)),
            List.of(
                new Attribute(
                    "country", new AttributeValue.Category("se"), Sample.noon("2026-01-01"))));
    Featurizer ofBoth = new Featurizer(schema);
    assertThat(ofBoth.row(own, account, Sample.endOf("2026-01-03"))).containsExactly(1, 2, 1);
    assertThat(ofBoth.row(own, account, Sample.endOf("2026-01-02"))).containsExactly(1, 1, 1);
    assertThat(ofBoth.row(own, Sample.endOf("2026-01-03")))
        .containsExactly(1, Float.NaN, Float.NaN);
  }

  private static History withoutLines(RandomHistory random) {
    return History.of(
        random.events().stream().filter(event -> EventFields.lines(event).isEmpty()).toList(),
        random.attributes());
  }

  /// By time, those of one moment shuffled, some twice.
  private void fill(List<Event> events, long seed) {
    List<Event> shuffled = new ArrayList<>(events);
    shuffled.addAll(events.subList(0, events.size() / 3));
    Collections.shuffle(shuffled, new Random(seed));
    shuffled.sort(Comparator.comparing(Event::time));
    batch.columns().clear();
    shuffled.forEach(event -> add(event, event.id().hashCode()));
  }

  private void add(Event event, long id) {
    int[] slots = new int[WordField.SLOTS];
    for (int slot = 0; slot < slots.length; slot++) {
      slots[slot] = batch.columns().vocabulary().code(EventFields.word(event, slot));
    }
    batch
        .columns()
        .add(
            event.kind(),
            id,
            LocalDays.nanos(event.time()),
            LocalDays.nanos(event.knownSince()),
            EventFields.amount(event),
            EventFields.quantity(event),
            slots);
  }

  private void add(Attribute attribute) {
    int index =
        Sample.EVERYTHING.attributes().stream()
            .map(AttributeDefinition::name)
            .toList()
            .indexOf(attribute.name());
    if (index < 0) {
      return;
    }
    long known = LocalDays.nanos(attribute.knownSince());
    EventColumns columns = batch.columns();
    switch (attribute.value()) {
      case AttributeValue.Quantity quantity -> columns.addAttribute(index, known, quantity.value());
      case AttributeValue.ScalePoint point ->
          columns.addAttribute(index, known, (double) point.value());
      case AttributeValue.YesNo yesNo ->
          columns.addAttribute(index, known, yesNo.value() ? 1.0 : 0.0);
      case AttributeValue.Day day ->
          columns.addAttribute(index, known, (double) day.value().toEpochDay());
      case AttributeValue.Category category ->
          columns.addAttribute(index, known, columns.vocabulary().code(category.value()));
      case AttributeValue.Words words ->
          columns.addAttribute(index, known, columns.vocabulary().code(words.joined()));
    }
  }
}
