package io.kindred.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.features.Attribute;
import io.kindred.features.AttributeDefinition;
import io.kindred.features.CustomEvent;
import io.kindred.features.Customer;
import io.kindred.features.DeclaredFeature;
import io.kindred.features.Event;
import io.kindred.features.EventKind;
import io.kindred.features.FeatureSchema;
import io.kindred.features.Featurizer;
import io.kindred.features.History;
import io.kindred.features.LateEvent;
import io.kindred.features.Order;
import io.kindred.features.WordFamily;
import io.kindred.features.testing.RandomHistories;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
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
  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 3, 4})
  void everyFeatureIsKnownOfSomeOfThem(long seed) {
    Featurizer featurizer = new Featurizer(SCHEMA);
    List<float[]> rows =
        GoldenCustomers.of(SCHEMA, AS_OF, seed).stream()
            .map(customer -> featurizer.row(customer.history(), customer.account(), AS_OF))
            .toList();

    for (int i = 0; i < SCHEMA.size(); i++) {
      int column = i;
      String name = SCHEMA.features().get(i).name();
      assertThat(rows.stream().filter(row -> !Float.isNaN(row[column])).count())
          .as(name)
          .isPositive();
      if (name.contains("a word") && !name.startsWith("account:")) {
        assertThat(rows.stream().filter(row -> row[column] > 0).count()).as(name).isPositive();
      }
    }
  }

  @Test
  void theWordsOfFeaturesAreAmongTheirs() {
    Set<String> words = new TreeSet<>();
    for (History history : histories(1).toList()) {
      for (Event event : history.events()) {
        if (event instanceof CustomEvent custom) {
          words.add(custom.name());
          words.addAll(custom.properties().values());
        }
      }
    }

    assertThat(words)
        .contains("a word of CUSTOM_EVENT", "webinar_attended", "pricing", "security", "another");
  }

  private static Stream<History> histories(long seed) {
    return GoldenCustomers.of(SCHEMA, AS_OF, seed).stream()
        .flatMap(customer -> Stream.of(customer.history(), customer.account()));
  }

  /// Every feature there is, some declared ones, and a word of each family, for contacts and their
  /// accounts.
  private static FeatureSchema schema() {
    SequencedMap<AttributeDefinition, List<String>> attributes = new LinkedHashMap<>();
    for (AttributeDefinition attribute : RandomHistories.ATTRIBUTES) {
      attributes.put(
          attribute,
          switch (attribute.type()) {
            case CATEGORY, MULTI_VALUE -> List.of("a word");
            case NUMBER, SCALE, YES_NO, DATE -> List.of();
          });
    }
    Map<WordFamily, List<String>> words = new EnumMap<>(WordFamily.class);
    for (WordFamily family : WordFamily.values()) {
      words.put(family, List.of("a word of " + family));
    }
    DeclaredFeature declared =
        new DeclaredFeature(
            "webinars_on_prices",
            Set.of(EventKind.CUSTOM),
            false,
            new TreeMap<>(
                Map.of(
                    "name", List.of("webinar_attended"), "theme", List.of("pricing", "security"))),
            0,
            DeclaredFeature.Aggregate.COUNT,
            "");
    return FeatureSchema.complete(
        ZoneId.of("Europe/Stockholm"), "SEK", attributes, words, List.of(declared), true);
  }
}
