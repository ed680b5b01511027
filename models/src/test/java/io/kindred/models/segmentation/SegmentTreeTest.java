package io.kindred.models.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.kindred.models.segmentation.SegmentNode.Leaf;
import io.kindred.models.segmentation.SegmentNode.Learned;
import io.kindred.models.segmentation.SegmentNode.Ruled;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentTreeTest {
  private static final float NAN = Float.NaN;
  private static final double IMPOSSIBLE = 0;

  static LongStream seeds() {
    return LongStream.range(0, 40);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aSegmentsProbabilityIsTheProductOfTheDivisionsAboveIt(long seed) {
    RandomSegments random = new RandomSegments(seed);
    SegmentTree tree = random.tree();
    for (int i = 0; i < 20; i++) {
      float[] row = random.row();
      double[] posterior = tree.posterior(row);

      for (int k = 0; k < posterior.length; k++) {
        assertThat(posterior[k]).isCloseTo(product(tree.root(), row, k), within(1e-12));
      }
      assertThat(Arrays.stream(posterior).sum()).isCloseTo(1, within(1e-9));
      assertThat(Arrays.stream(tree.macroPosterior(posterior)).sum()).isCloseTo(1, within(1e-9));
    }
  }

  private static double product(SegmentNode node, float[] row, int segment) {
    return switch (node) {
      case Leaf _ -> 1;
      case Learned learned ->
          product(learned.children(), learned.split().posterior(row), row, segment);
      case Ruled ruled -> product(ruled.children(), ruled.split().probabilities(row), row, segment);
    };
  }

  private static double product(
      List<SegmentNode> children, double[] probabilities, float[] row, int segment) {
    int group = 0;
    int within = segment;
    while (within >= children.get(group).segments()) {
      within -= children.get(group).segments();
      group++;
    }
    return probabilities[group] * product(children.get(group), row, within);
  }

  /// Each segment in turn divided by whatever division.
  @ParameterizedTest
  @MethodSource("seeds")
  void aSegmentDividedFurtherLeavesItsNeighboursAlone(long seed) {
    RandomSegments random = new RandomSegments(seed);
    SegmentTree tree = random.tree();
    SegmentNode division = random.tree().root();
    int parts = division.segments();
    for (int segment = 0; segment < tree.segments(); segment++) {
      SegmentTree divided = tree.with(segment, division);
      assertThat(divided.segments()).isEqualTo(tree.segments() - 1 + parts);
      for (int i = 0; i < 5; i++) {
        float[] row = random.row();
        double[] before = tree.posterior(row);
        double[] after = divided.posterior(row);
        double[] parted = new SegmentTree(division, new int[parts]).posterior(row);
        for (int k = 0; k < after.length; k++) {
          int old = k < segment ? k : Math.max(segment, k - parts + 1);
          assertThat(divided.macroSegmentOf()[k]).isEqualTo(tree.macroSegmentOf()[old]);
          if (k < segment || k >= segment + parts) {
            assertThat(after[k]).isEqualTo(before[old]);
          } else {
            assertThat(after[k]).isCloseTo(before[segment] * parted[k - segment], within(1e-12));
          }
        }
      }
    }
  }

  @Test
  void aTreeOfOneSegmentIsDividedIntoTheDivision() {
    SegmentNode division = new RandomSegments(3).tree().root();

    SegmentTree divided = new SegmentTree(new Leaf(), new int[] {0}).with(0, division);

    assertThat(divided).isEqualTo(new SegmentTree(division, new int[division.segments()]));
  }

  /// Whether a rule's group is possible, held against every way to fill in what is unknown.
  @ParameterizedTest
  @MethodSource("seeds")
  void aGroupIsPossibleWhereSomeValuesOfWhatIsUnknownLeadToIt(long seed) {
    RandomSegments random = new RandomSegments(seed);
    RuleSplit split = random.rules(3);
    for (int i = 0; i < 30; i++) {
      float[] row = random.row();
      boolean[] expected = new boolean[3];
      fillIn(split, row.clone(), 0, expected);

      assertThat(split.possible(row)).isEqualTo(expected);
      double[] probabilities = split.probabilities(row);
      double sum = 0;
      for (int group = 0; group < 3; group++) {
        sum += expected[group] ? split.shares()[group] : 0;
      }
      for (int group = 0; group < 3; group++) {
        assertThat(probabilities[group])
            .isCloseTo(expected[group] ? split.shares()[group] / sum : 0, within(1e-12));
      }
    }
  }

  private static void fillIn(RuleSplit split, float[] row, int feature, boolean[] found) {
    if (feature == row.length) {
      boolean[] possible = split.possible(row);
      int groups = 0;
      for (int group = 0; group < possible.length; group++) {
        found[group] |= possible[group];
        groups += possible[group] ? 1 : 0;
      }
      assertThat(groups).as("groups of a row without unknown values").isEqualTo(1);
    } else if (Float.isNaN(row[feature])) {
      // One value in each range that the rules have.
      for (float value : new float[] {-1, 0, 1, 2}) {
        row[feature] = value;
        fillIn(split, row, feature + 1, found);
      }
      row[feature] = NAN;
    } else {
      fillIn(split, row, feature + 1, found);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void reasonsSumToTheDifferenceOfLogarithms(long seed) {
    RandomSegments random = new RandomSegments(seed);
    SegmentTree tree = random.tree();
    for (int i = 0; i < 20; i++) {
      float[] row = random.row();
      double[] posterior = tree.posterior(row);
      for (int k = 0; k < posterior.length; k++) {
        for (int other = 0; other < posterior.length; other++) {
          Optional<LogOdds> odds = tree.compare(row, k, other);
          if (posterior[k] == IMPOSSIBLE || posterior[other] == IMPOSSIBLE) {
            assertThat(odds).isEmpty();
          } else {
            assertThat(odds.orElseThrow().total())
                .isCloseTo(Math.log(posterior[k]) - Math.log(posterior[other]), within(1e-6));
          }
        }
      }
    }
  }

  @Test
  void whatAFeatureThatIsNotKnownAddsIsNotSaid() {
    SegmentTree tree =
        new SegmentTree(Learned.ofLeaves(new RandomSegments(3).split(3)), new int[] {0, 0, 0});
    float[] row = {NAN, 1, NAN, 2, NAN, NAN};

    LogOdds odds = tree.compare(row, 0, 2).orElseThrow();

    assertThat(odds.terms()).extracting(LogOdds.Term::feature).containsExactly(1, 3);
    assertThat(odds.within()).isZero();
    assertThat(tree.compare(row, 1, 1)).contains(new LogOdds(0, 0, List.of()));
  }

  @Test
  void betweenGroupsOfRulesSharesAndWhatIsFurtherDownSpeak() {
    LearnedSplit split = new RandomSegments(5).split(2);
    SegmentTree tree =
        new SegmentTree(
            new Ruled(signs(), List.of(Learned.ofLeaves(split), new Leaf())), new int[] {0, 0, 1});
    float[] row = {NAN, 1, 1, 1, 1, 1};

    LogOdds odds = tree.compare(row, 1, 2).orElseThrow();

    assertThat(odds.shares()).isCloseTo(Math.log(.75 / .25), within(1e-12));
    assertThat(odds.within()).isCloseTo(Math.log(split.posterior(row)[1]), within(1e-12));
    assertThat(odds.terms()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(floats = {-1, 0, 1, NAN})
  void familiarityIsThatOfThePossibleGroupWhereItIsMost(float first) {
    LearnedSplit below = new RandomSegments(7).split(2);
    LearnedSplit above = new RandomSegments(8).split(2);
    SegmentTree tree =
        new SegmentTree(
            new Ruled(signs(), List.of(Learned.ofLeaves(below), Learned.ofLeaves(above))),
            new int[] {0, 0, 1, 1});
    float[] row = {first, 1, 2, NAN, 3, 0};

    assertThat(tree.familiarity(row))
        .isEqualTo(
            Float.isNaN(first)
                ? Math.max(below.familiarity(row), above.familiarity(row))
                : (first < 0 ? below : above).familiarity(row));
  }

  @Test
  void aSegmentThatNothingDividesIsNeverUnfamiliar() {
    SegmentTree tree = new SegmentTree(new Leaf(), new int[] {0});

    assertThat(tree.familiarity(new float[0])).isZero();
    assertThat(tree.posterior(new float[0])).containsExactly(1);
  }

  @Test
  void macroSegmentsAreOfTheSegmentsAndNumberedWithoutGaps() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SegmentTree(new Leaf(), new int[] {0, 0}))
        .withMessage("1 segments and 2 macro-segments of segments (expected as many)");
    for (int wrong : new int[] {1, -1, Integer.MAX_VALUE}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new SegmentTree(new Leaf(), new int[] {wrong}))
          .withMessage("macro-segments are numbered [%d] (expected from 0 without gaps)", wrong);
    }
  }

  @Test
  void aDivisionHasAChildForEachGroup() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Ruled(signs(), List.of(new Leaf())))
        .withMessage("a split into 2 groups has 1 children (expected as many)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Learned(new RandomSegments(1).split(3), List.of(new Leaf())))
        .withMessage("a split into 3 groups has 1 children (expected as many)");
  }

  @Test
  void rulesThatLeaveARowOutAreRefusedWhenTheyDo() {
    RuleSplit positive =
        new RuleSplit(
            List.of(List.of(new Region(List.of(new ColumnRange(0, 0, 9))))), new double[] {1});

    assertThat(positive.probabilities(new float[] {NAN})).containsExactly(1);
    assertThatIllegalStateException()
        .isThrownBy(() -> positive.probabilities(new float[] {-1}))
        .withMessage(
            "the rules have no group for a row (expected one for every row; train the bundle anew)");
  }

  /// Below 0, and 0 or above.
  private static RuleSplit signs() {
    return new RuleSplit(
        List.of(
            List.of(new Region(List.of(new ColumnRange(0, Float.NEGATIVE_INFINITY, 0)))),
            List.of(new Region(List.of(new ColumnRange(0, 0, Float.POSITIVE_INFINITY))))),
        new double[] {.75, .25});
  }
}
