package io.kindred.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.features.Attribute;
import io.kindred.features.Customer;
import io.kindred.features.Event;
import io.kindred.features.EventKind;
import io.kindred.features.FeatureSchema;
import io.kindred.features.Featurizer;
import io.kindred.features.History;
import io.kindred.features.LateEvent;
import io.kindred.features.Order;
import io.kindred.features.testing.RandomHistories;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoldenCustomersTest {
  private static final Instant AS_OF = Instant.parse("2026-06-30T21:59:59.999999999Z");
  private static final FeatureSchema SCHEMA = schema();

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 3, 4})
  void theyHaveEveryKindOfEventAndAttribute(long seed) {
    Set<EventKind> kinds = EnumSet.noneOf(EventKind.class);
    Set<String> attributes = new TreeSet<>();
    int lateAndKnown = 0;
    int lateAndUnknown = 0;
    int lines = 0;
    for (History history : histories(seed).toList()) {
      for (Attribute attribute : history.attributes()) {
        attributes.add(attribute.name());
      }
      for (Event event : history.events()) {
        kinds.add(event.kind());
        assertThat(event.time()).isBeforeOrEqualTo(AS_OF);
        if (event instanceof LateEvent late) {
          lateAndKnown += late.knownSince().isAfter(AS_OF) ? 0 : 1;
          lateAndUnknown += late.knownSince().isAfter(AS_OF) ? 1 : 0;
        }
        if (event instanceof Order order) {
          lines += order.lines().size();
        }
      }
    }
    assertThat(kinds).containsExactly(EventKind.values());
    assertThat(attributes)
        .containsExactly("age", "birthday", "country", "interests", "member", "thrift");
    assertThat(lateAndKnown).isPositive();
    assertThat(lateAndUnknown).isPositive();
    assertThat(lines).isPositive();
  }

  @Test
  void nothingIsKnownOfTheFirstAndAThirdAreContacts() {
    List<Customer> customers = GoldenCustomers.of(SCHEMA, AS_OF, 1);

    assertThat(customers).hasSize(24);
    assertThat(customers.getFirst().history().isEmpty()).isTrue();
    assertThat(customers).filteredOn(customer -> !customer.account().isEmpty()).hasSize(8);
  }

  @Test
  void theSameSeedMakesTheSameCustomers() {
    assertThat(GoldenCustomers.of(SCHEMA, AS_OF, 1))
        .isEqualTo(GoldenCustomers.of(SCHEMA, AS_OF, 1));
    assertThat(GoldenCustomers.of(SCHEMA, AS_OF, 1))
        .isNotEqualTo(GoldenCustomers.of(SCHEMA, AS_OF, 2));
  }

  /// A column that is unknown for all of them would not be compared where a bundle is opened.
  @Test
  void everyFeatureIsKnownOfSomeOfThem() {
    Featurizer featurizer = new Featurizer(SCHEMA);
    List<float[]> rows = histories(1).map(history -> featurizer.row(history, AS_OF)).toList();

    for (int i = 0; i < SCHEMA.size(); i++) {
      int column = i;
      assertThat(rows)
          .as(SCHEMA.features().get(i).name())
          .anySatisfy(row -> assertThat(row[column]).isNotNaN());
    }
  }

  private static Stream<History> histories(long seed) {
    return GoldenCustomers.of(SCHEMA, AS_OF, seed).stream()
        .flatMap(customer -> Stream.of(customer.history(), customer.account()));
  }

  private static FeatureSchema schema() {
    var words = new LinkedHashMap<io.kindred.features.AttributeDefinition, List<String>>();
    RandomHistories.ATTRIBUTES.forEach(attribute -> words.put(attribute, List.of()));
    return FeatureSchema.complete(
        ZoneId.of("Europe/Stockholm"), "SEK", words, List.of("books"), List.of("web", "store"));
  }
}
