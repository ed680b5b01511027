package io.kindred.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a row may not hang on: what came later, and how and in which order things arrived.
class PointInTimeTest {
  private final Featurizer featurizer = new Featurizer(Sample.EVERYTHING);

  static LongStream seeds() {
    return RandomHistory.seeds();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void laterEventsAndKnowledgeChangeNothing(long seed) {
    RandomHistory random = new RandomHistory(seed, "a");
    Instant asOf = random.asOf();
    History history = History.of(random.events(), random.attributes()).asOf(asOf);
    RandomHistory later = new RandomHistory(seed + 1000, "b");
    History grown = history.merge(History.of(later.events(asOf), later.attributes(asOf)));
    assertThat(featurizer.row(grown, asOf)).isEqualTo(featurizer.row(history, asOf));
    assertThat(grown.asOf(asOf)).isEqualTo(history);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theWholeHistoryGivesTheSameRowAsWhatWasKnown(long seed) {
    RandomHistory random = new RandomHistory(seed, "a");
    Instant asOf = random.asOf();
    History history = History.of(random.events(), random.attributes());
    assertThat(featurizer.row(history, asOf)).isEqualTo(featurizer.row(history.asOf(asOf), asOf));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theOrderOfArrivalChangesNothing(long seed) {
    RandomHistory random = new RandomHistory(seed, "a");
    Instant asOf = random.asOf();
    List<Event> events = random.events();
    List<Attribute> attributes = random.attributes();
    History history = History.of(events, attributes);
    History shuffled = History.of(shuffled(events, seed), shuffled(attributes, seed));
    assertThat(shuffled).isEqualTo(history).hasSameHashCodeAs(history);
    assertThat(featurizer.row(shuffled, asOf)).isEqualTo(featurizer.row(history, asOf));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void duplicatesChangeNothing(long seed) {
    RandomHistory random = new RandomHistory(seed, "a");
    List<Event> events = random.events();
    List<Attribute> attributes = random.attributes();
    List<Event> twice = new ArrayList<>(events);
    twice.addAll(events);
    List<Attribute> knownTwice = new ArrayList<>(attributes);
    knownTwice.addAll(attributes);
    History history = History.of(events, attributes);
    assertThat(History.of(shuffled(twice, seed), shuffled(knownTwice, seed))).isEqualTo(history);
    assertThat(history.merge(history)).isEqualTo(history);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void splittingAndMergingChangesNothing(long seed) {
    RandomHistory random = new RandomHistory(seed, "a");
    List<Event> events = shuffled(random.events(), seed);
    List<Attribute> attributes = shuffled(random.attributes(), seed);
    History whole = History.of(events, attributes);
    int cut = events.size() / 3;
    int cutAttributes = attributes.size() / 2;
    History first = History.of(events.subList(0, cut), attributes.subList(0, cutAttributes));
    History second =
        History.of(
            events.subList(cut, events.size()),
            attributes.subList(cutAttributes, attributes.size()));
    assertThat(first.merge(second)).isEqualTo(whole);
    assertThat(second.merge(first)).isEqualTo(whole);
    assertThat(first.merge(second.merge(History.empty()))).isEqualTo(whole);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void oneEventAtATimeGivesTheSameHistory(long seed) {
    RandomHistory random = new RandomHistory(seed, "a");
    List<Event> events = random.events();
    History history = History.empty();
    for (Event event : shuffled(events, seed)) {
      history = history.plus(event);
    }
    assertThat(history).isEqualTo(History.of(events, List.of()));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noValueIsInfiniteAndSharesAreWithinZeroAndOne(long seed) {
    RandomHistory random = new RandomHistory(seed, "a");
    float[] row = featurizer.row(History.of(random.events(), random.attributes()), random.asOf());
    for (int i = 0; i < row.length; i++) {
      Feature feature = Sample.EVERYTHING.features().get(i);
      if (!Float.isNaN(row[i])) {
        assertThat(row[i]).as(feature.name()).isFinite();
        if (feature.scale() == MeasurementScale.SKEWED) {
          assertThat(row[i]).as(feature.name()).isNotNegative();
        }
        if (feature.unit().equals("share")) {
          assertThat(row[i]).as(feature.name()).isBetween(0f, 1f);
        }
      }
    }
  }

  private static <T> List<T> shuffled(Collection<T> things, long seed) {
    List<T> shuffled = new ArrayList<>(things);
    Collections.shuffle(shuffled, new Random(seed));
    return shuffled;
  }
}
