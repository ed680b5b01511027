package io.kindred.training.segmentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.features.FeatureTable;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentsBeforeTest {
  private static final int NONE = SegmentsBefore.NONE;

  @Test
  void segmentsOfTooFewOfTheRowsAreLeftOutAndTheOthersNumberedAnew() {
    // 25 of segment 0, 19 of 1, 20 of 2, and 5 of none.
    int[] segmentOf =
        IntStream.range(0, 69).map(i -> i < 25 ? 0 : i < 44 ? 1 : i < 64 ? 2 : NONE).toArray();

    SegmentsBefore selected =
        new SegmentsBefore(segmentOf, 3).select(IntStream.range(0, 69).toArray());

    assertThat(selected.segments()).isEqualTo(2);
    assertThat(selected.segmentOf())
        .isEqualTo(
            IntStream.range(0, 69)
                .map(i -> i < 25 ? 0 : i < 44 ? NONE : i < 64 ? 1 : NONE)
                .toArray());
    assertThat(selected.known()).hasSize(45).startsWith(0, 1).endsWith(62, 63);
  }

  @Test
  void whatIsSelectedStandsInTheOrderOfTheRows() {
    int[] segmentOf = IntStream.range(0, 80).map(i -> i % 2).toArray();
    int[] backwards = IntStream.range(0, 60).map(i -> 79 - i).toArray();

    assertThat(new SegmentsBefore(segmentOf, 2).select(backwards).segmentOf())
        .isEqualTo(Arrays.stream(backwards).map(i -> i % 2).toArray());
  }

  @Test
  void whereNobodyHadASegmentThereIsNoneToSelect() {
    SegmentsBefore selected = SegmentsBefore.none(40).select(new int[] {3, 1});

    assertThat(selected.isEmpty()).isTrue();
    assertThat(selected.segmentOf()).containsExactly(NONE, NONE);
    assertThat(selected.known()).isEmpty();
  }

  /// A fit that goes on from segments that another fit found finds them again, whatever they are
  /// numbered like and however few are remembered.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aFitGoesOnWithTheSegmentsBefore(long seed) {
    FeatureTable table = Simulation.draw(900, .1, seed).table();
    SegmentationOptions options = new SegmentationOptions(5, .05, 2, seed);
    int[] found = Mixtures.fit(table, options).assign(table);
    int[] turned =
        IntStream.range(0, found.length).map(i -> i % 3 == 0 ? NONE : 2 - found[i]).toArray();

    Segmentation goneOn =
        Mixtures.fit(
            table,
            new SegmentsBefore(turned, Simulation.SEGMENTS),
            new SegmentationOptions(5, .05, 2, seed + 100));

    assertThat(goneOn.segments()).isEqualTo(Simulation.SEGMENTS);
    int[] after = goneOn.assign(table);
    assertThat(IntStream.range(0, after.length).filter(i -> after[i] == found[i]).count())
        .isGreaterThan(880);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void segmentsThatExplainNothingAreNotGoneOnWith(long seed) {
    FeatureTable table = Simulation.draw(900, .1, seed).table();
    SegmentationOptions options = new SegmentationOptions(5, .05, 2, seed);
    int[] halves = IntStream.range(0, 900).map(i -> i % 2).toArray();

    Segmentation fitted = Mixtures.fit(table, new SegmentsBefore(halves, 2), options);

    // Two halves at random explain nothing, and three segments are there.
    assertThat(fitted.segments()).isEqualTo(Simulation.SEGMENTS);
    assertThat(fitted.trees()).isEqualTo(Mixtures.fit(table, options).trees());
  }

  /// As after one was divided by hand where the search had ended: three where it now stops at two.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void moreSegmentsThanAreSearchedForAreGoneOnWithWhereTheyExplainSomething(long seed) {
    FeatureTable table = Simulation.draw(900, .1, seed).table();
    int[] three = Mixtures.fit(table, new SegmentationOptions(5, .05, 2, seed)).assign(table);
    SegmentationOptions atMostTwo = new SegmentationOptions(2, .05, 2, seed);

    Segmentation goneOn =
        Mixtures.fit(table, new SegmentsBefore(three, Simulation.SEGMENTS), atMostTwo);

    assertThat(Mixtures.fit(table, atMostTwo).segments()).isEqualTo(2);
    assertThat(goneOn.segments()).isEqualTo(Simulation.SEGMENTS);
    int[] after = goneOn.assign(table);
    assertThat(IntStream.range(0, after.length).filter(i -> after[i] == three[i]).count())
        .isGreaterThan(880);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void moreSegmentsThatExplainNothingMoreAreNotGoneOnWith(long seed) {
    FeatureTable table = Simulation.draw(900, .1, seed).table();
    SegmentationOptions options = new SegmentationOptions(5, .05, 2, seed);
    int[] three = Mixtures.fit(table, options).assign(table);
    // Every segment cut in two at random.
    int[] six = IntStream.range(0, 900).map(i -> 2 * three[i] + i % 2).toArray();

    Segmentation fitted = Mixtures.fit(table, new SegmentsBefore(six, 6), options);

    assertThat(fitted.segments()).isEqualTo(Simulation.SEGMENTS);
  }
}
