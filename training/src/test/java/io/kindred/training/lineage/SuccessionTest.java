package io.kindred.training.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kindred.models.LineageEvent;
import io.kindred.models.LineageEvent.Kind;
import io.kindred.models.SegmentIds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SuccessionTest {
  static IntStream seeds() {
    return IntStream.range(0, 300);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void permutedLabelsKeepTheirIds(int seed) {
    Random random = new Random(seed);
    int segments = 1 + random.nextInt(9);
    int[] before = IntStream.range(0, 50 * segments).map(customer -> customer % segments).toArray();
    List<Integer> order = new ArrayList<>(IntStream.range(0, segments).boxed().toList());
    Collections.shuffle(order, random);
    int[] after = IntStream.of(before).map(order::get).toArray();

    Succession succession =
        Succession.of(
            Overlap.of(before, segments, after, segments),
            Assignments.ids(segments),
            segments + 1,
            SegmentIds::segment);

    for (int segment = 0; segment < segments; segment++) {
      assertThat(succession.ids().get(order.get(segment)))
          .isEqualTo(SegmentIds.segment(segment + 1));
    }
    assertThat(succession.events())
        .hasSize(segments)
        .allSatisfy(event -> {
          assertThat(event.kind()).isEqualTo(Kind.CONTINUED);
          assertThat(event.overlap()).isEqualTo(1);
        });
    assertThat(succession.nextNumber()).isEqualTo(segments + 1);
  }

  @Test
  void aThirdOfTheCustomersMayShiftAndEverySegmentGoesOn() {
    Succession succession =
        Assignments.of(new int[][] {{10, 700, 290}, {700, 290, 10}, {290, 10, 700}}).succession();

    assertThat(succession.ids()).containsExactly("s02", "s01", "s03");
    assertThat(succession.events())
        .containsExactly(
            new LineageEvent(Kind.CONTINUED, List.of("s01"), List.of("s01"), 700 / 1300.0),
            new LineageEvent(Kind.CONTINUED, List.of("s02"), List.of("s02"), 700 / 1300.0),
            new LineageEvent(Kind.CONTINUED, List.of("s03"), List.of("s03"), 700 / 1300.0));
  }

  @Test
  void theLargestPartOfASplitKeepsTheId() {
    Succession succession = Assignments.of(new int[][] {{40, 60, 0}, {0, 0, 100}}).succession();

    assertThat(succession.ids()).containsExactly("s03", "s01", "s02");
    assertThat(succession.events())
        .containsExactly(
            new LineageEvent(Kind.SPLIT, List.of("s01"), List.of("s03", "s01"), 1),
            new LineageEvent(Kind.CONTINUED, List.of("s02"), List.of("s02"), 1));
    assertThat(succession.nextNumber()).isEqualTo(4);
  }

  @Test
  void aSplitWithoutAPartOfMoreThanHalfEndsTheId() {
    Succession succession = Assignments.of(new int[][] {{50, 50}}).succession();

    assertThat(succession.ids()).containsExactly("s02", "s03");
    assertThat(succession.events())
        .containsExactly(new LineageEvent(Kind.SPLIT, List.of("s01"), List.of("s02", "s03"), 1));
  }

  @Test
  void aMergerKeepsTheIdOfItsLargestPart() {
    Succession succession =
        Assignments.of(new int[][] {{30, 0}, {0, 100}, {40, 0}, {35, 5}}).succession();

    assertThat(succession.ids()).containsExactly("s03", "s02");
    assertThat(succession.events())
        .containsExactly(
            new LineageEvent(Kind.CONTINUED, List.of("s02"), List.of("s02"), 100 / 105.0),
            new LineageEvent(
                Kind.MERGED, List.of("s01", "s03", "s04"), List.of("s03"), 105 / 110.0));
  }

  @Test
  void aSegmentFromEverywhereIsBornAndOneThatFallsToPiecesIsRetired() {
    Succession born =
        Assignments.of(new int[][] {{60, 0, 0, 40}, {0, 60, 0, 40}, {0, 0, 60, 40}}).succession();
    Succession retired =
        Assignments.of(new int[][] {{60, 0, 0}, {0, 60, 0}, {0, 0, 60}, {20, 20, 20}}).succession();

    assertThat(born.ids()).containsExactly("s01", "s02", "s03", "s04");
    assertThat(born.events()).hasSize(4).contains(LineageEvent.born("s04"));
    assertThat(retired.ids()).containsExactly("s01", "s02", "s03");
    assertThat(retired.events())
        .hasSize(4)
        .contains(new LineageEvent(Kind.RETIRED, List.of("s04"), List.of(), 0));
  }

  @Test
  void oneThatGaveOffAPartAndTookAnotherInStandsInBoth() {
    Succession succession = Assignments.of(new int[][] {{70, 30}, {20, 0}}).succession();

    assertThat(succession.ids()).containsExactly("s01", "s03");
    assertThat(succession.events())
        .containsExactly(
            new LineageEvent(Kind.SPLIT, List.of("s01"), List.of("s01", "s03"), 100 / 120.0),
            new LineageEvent(Kind.MERGED, List.of("s01", "s02"), List.of("s01"), 90 / 120.0));
  }

  @Test
  void whatMeltsIntoACrowdFromEverywhereHasNoHeir() {
    Succession succession =
        Assignments.of(new int[][] {{10, 0, 0, 0}, {30, 70, 0, 0}, {30, 0, 70, 0}, {30, 0, 0, 70}})
            .succession();

    assertThat(succession.ids()).containsExactly("s05", "s02", "s03", "s04");
    assertThat(succession.events())
        .contains(
            new LineageEvent(Kind.RETIRED, List.of("s01"), List.of(), 0), LineageEvent.born("s05"));
  }

  /// Why there is no optimal assignment: the one that has most customers in common in all would
  /// give the ids of the two, 60 of whose 100 customers are together, to two others (50 + 40 > 60 +
  /// 0).
  @Test
  void aPairWithMoreThanHalfOfBothIsNeverTornApart() {
    Succession succession = Assignments.of(new int[][] {{60, 40}, {50, 0}}).succession();

    assertThat(succession.ids()).containsExactly("s01", "s03");
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everySegmentTakesPartAndOneEventTellsWhatBecameOfItAndWhereItComesFrom(int seed) {
    Assignments assignments = Assignments.random(seed);
    Succession succession = assignments.succession();
    List<String> before = Assignments.ids(assignments.segmentsBefore());

    for (String id : before) {
      assertThat(whatBecameOf(id, succession)).as(id).hasSize(1);
    }
    for (String id : succession.ids()) {
      assertThat(origins(id, succession)).as(id).hasSize(1);
    }
    assertThat(succession.events())
        .allSatisfy(event -> {
          assertThat(before).containsAll(event.from());
          assertThat(succession.ids()).containsAll(event.to());
        })
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void idsAreKeptByMoreThanHalfOrNewAndNeverTwice(int seed) {
    Assignments assignments = Assignments.random(seed);
    Succession succession = assignments.succession();
    Overlap overlap = assignments.overlap();
    List<String> before = Assignments.ids(assignments.segmentsBefore());

    assertThat(succession.ids()).doesNotHaveDuplicates();
    Set<String> newIds = new HashSet<>(succession.ids());
    before.forEach(newIds::remove);
    assertThat(newIds)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(before.size() + 1, succession.nextNumber())
                .mapToObj(SegmentIds::segment)
                .toList());
    for (int i = 0; i < before.size(); i++) {
      for (int j = 0; j < succession.ids().size(); j++) {
        boolean isKept = succession.ids().get(j).equals(before.get(i));
        boolean isMostOfBoth =
            2 * overlap.shared(i, j) > overlap.before(i)
                && 2 * overlap.shared(i, j) > overlap.after(j);
        if (isKept) {
          assertThat(2 * overlap.shared(i, j)).isGreaterThan(overlap.before(i));
        }
        if (isMostOfBoth) {
          assertThat(isKept).as("%s at %d", before.get(i), j).isTrue();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theOrderOfSegmentsChangesNeitherIdsNorEvents(int seed) {
    Assignments assignments = Assignments.random(seed);
    Succession succession = assignments.succession();
    int segments = assignments.segmentsBefore();
    // The same with the segments before in reverse order.
    Succession reversed =
        Succession.of(
            Overlap.of(
                IntStream.of(assignments.before()).map(i -> segments - 1 - i).toArray(),
                segments,
                assignments.after(),
                assignments.segmentsAfter()),
            Assignments.ids(segments).reversed(),
            segments + 1,
            SegmentIds::segment);

    // Of equal parts one must be chosen: the one that stands first.
    if (!hasTies(assignments.overlap())) {
      assertThat(reversed.ids()).isEqualTo(succession.ids());
      assertThat(reversed.events().stream().map(SuccessionTest::sorted))
          .containsExactlyInAnyOrderElementsOf(
              succession.events().stream().map(SuccessionTest::sorted).toList());
    }
  }

  @Test
  void segmentsWithoutCustomersAreRetiredAndBorn() {
    Succession succession = Assignments.of(new int[][] {{100, 0}, {0, 0}}).succession();

    assertThat(succession.ids()).containsExactly("s01", "s03");
    assertThat(succession.events())
        .containsExactly(
            new LineageEvent(Kind.CONTINUED, List.of("s01"), List.of("s01"), 1),
            new LineageEvent(Kind.RETIRED, List.of("s02"), List.of(), 0),
            LineageEvent.born("s03"));
  }

  @Test
  void overlapIsTheJaccardIndexOfGroups() {
    Overlap overlap = Assignments.of(new int[][] {{10, 5}, {3, 2}}).overlap();

    assertThat(overlap.jaccard(new int[] {0}, new int[] {0})).isEqualTo(10 / 18.0, within(1e-15));
    assertThat(overlap.jaccard(new int[] {0, 1}, new int[] {1})).isEqualTo(7 / 20.0, within(1e-15));
    assertThat(overlap.jaccard(new int[] {}, new int[] {})).isZero();
  }

  private static List<LineageEvent> whatBecameOf(String id, Succession succession) {
    List<LineageEvent> events =
        succession.events().stream().filter(event -> event.from().contains(id)).toList();
    List<LineageEvent> splits =
        events.stream().filter(event -> event.kind() == Kind.SPLIT).toList();
    return splits.isEmpty() ? events : splits;
  }

  private static List<LineageEvent> origins(String id, Succession succession) {
    List<LineageEvent> events =
        succession.events().stream().filter(event -> event.to().contains(id)).toList();
    List<LineageEvent> mergers =
        events.stream().filter(event -> event.kind() == Kind.MERGED).toList();
    return mergers.isEmpty() ? events : mergers;
  }

  private static LineageEvent sorted(LineageEvent event) {
    return new LineageEvent(
        event.kind(),
        event.from().stream().sorted().toList(),
        event.to().stream().sorted().toList(),
        event.overlap());
  }

  private static boolean hasTies(Overlap overlap) {
    return IntStream.range(0, overlap.segmentsAfter())
        .anyMatch(j -> {
          int[] parts =
              IntStream.range(0, overlap.segmentsBefore()).map(i -> overlap.shared(i, j)).toArray();
          return IntStream.of(parts).distinct().count() < parts.length;
        });
  }
}
