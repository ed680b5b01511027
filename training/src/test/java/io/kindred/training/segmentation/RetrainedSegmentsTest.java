package io.kindred.training.segmentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.features.FeatureTable;
import io.kindred.models.LineageEvent;
import io.kindred.models.SegmentIds;
import io.kindred.training.lineage.Overlap;
import io.kindred.training.lineage.Succession;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What retraining does to ids, on simulated customers of three segments whose truth is known.
class RetrainedSegmentsTest {
  private static final int CUSTOMERS = 900;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void anotherSeedAndRowOrderChangeNoId(long seed) {
    FeatureTable table = Simulation.draw(CUSTOMERS, .1, seed).table();
    Segmentation before = Mixtures.fit(table, options(seed));
    Segmentation after = Mixtures.fit(table.select(shuffled(seed)), options(seed + 100));

    assertAllContinue(succession(before, after, table), before);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void newCustomersInPlaceOfThirtyPercentChangeNoId(long seed) {
    FeatureTable table = Simulation.draw(CUSTOMERS, .1, seed).table();
    FeatureTable others = Simulation.draw(CUSTOMERS, .1, seed + 1_000).table();
    int kept = CUSTOMERS * 7 / 10;
    FeatureTable later =
        table
            .select(IntStream.range(0, kept).toArray())
            .followedBy(others.select(IntStream.range(kept, CUSTOMERS).toArray()));
    Segmentation before = Mixtures.fit(table, options(seed));
    Segmentation after = Mixtures.fit(later, options(seed + 100));

    assertAllContinue(succession(before, after, later), before);
  }

  private static void assertAllContinue(Succession succession, Segmentation before) {
    assertThat(before.segments()).isEqualTo(Simulation.SEGMENTS);
    assertThat(succession.ids()).containsExactlyInAnyOrder("s01", "s02", "s03");
    assertThat(succession.events())
        .allSatisfy(event -> {
          assertThat(event.kind()).isEqualTo(LineageEvent.Kind.CONTINUED);
          assertThat(event.overlap()).isGreaterThan(.9);
        });
  }

  private static Succession succession(
      Segmentation before, Segmentation after, FeatureTable customers) {
    int segments = before.segments();
    return Succession.of(
        Overlap.of(before.assign(customers), segments, after.assign(customers), after.segments()),
        IntStream.rangeClosed(1, segments).mapToObj(SegmentIds::segment).toList(),
        segments + 1,
        SegmentIds::segment);
  }

  private static SegmentationOptions options(long seed) {
    return new SegmentationOptions(5, .05, 2, seed);
  }

  private static int[] shuffled(long seed) {
    List<Integer> order =
        new ArrayList<>(Arrays.stream(IntStream.range(0, CUSTOMERS).toArray()).boxed().toList());
    Collections.shuffle(order, new Random(seed));
    return order.stream().mapToInt(Integer::intValue).toArray();
  }
}
