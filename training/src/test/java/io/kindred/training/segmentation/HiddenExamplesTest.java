package io.kindred.training.segmentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.features.Feature;
import io.kindred.features.FeatureTable;
import io.kindred.features.MeasurementScale;
import io.kindred.models.segmentation.KnownBands;
import io.kindred.models.segmentation.SegmentTree;
import io.kindred.training.export.MadeSegments;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HiddenExamplesTest {
  private static final int ROWS = 200;
  private static final List<Feature> FEATURES =
      List.of(
          LabelledTable.feature("age", MeasurementScale.CONTINUOUS),
          LabelledTable.feature("plan=basic", MeasurementScale.YES_NO),
          LabelledTable.feature("plan=pro", MeasurementScale.YES_NO),
          LabelledTable.feature("orders", MeasurementScale.CONTINUOUS));

  /// Each column's coefficient is large where the others' is small: the log-odds tell what was
  /// known.
  private static final SegmentTree TREE =
      MadeSegments.linear(
              4,
              IntStream.range(0, 4)
                  .mapToObj(f -> MadeSegments.column(f, FEATURES.get(f).name(), 0, 1))
                  .toList(),
              new double[][] {{1, .1, .01, .001}, {0, 0, 0, 0}},
              0,
              1)
          .tree();

  private static final KnownBands BANDS = KnownBandsChoice.byShare(new int[] {0, 1, 2, 3});

  private static FeatureTable table() {
    SplittableRandom random = new SplittableRandom(2);
    float[][] rows = new float[ROWS][];
    for (int i = 0; i < ROWS; i++) {
      rows[i] = new float[] {1 + random.nextInt(4), 1 + random.nextInt(4), 2, 1};
    }
    return LabelledTable.of(FEATURES, rows, new int[ROWS]).table();
  }

  @Test
  void eachCustomerStandsWholeAndThreeTimesHidden() {
    FeatureTable table = table();

    ForecastExamples examples = HiddenExamples.of(table, _ -> TREE, BANDS, 1);

    assertThat(examples.size()).isEqualTo(4 * ROWS);
    for (int i = 0; i < ROWS; i++) {
      double[] whole = TREE.posterior(table.row(i));
      assertThat(examples.posteriors().get(4 * i)).isEqualTo(whole);
      assertThat(examples.bands().get(4 * i)).isEqualTo(BANDS.size() - 1);
      for (int e = 4 * i; e < 4 * i + 4; e++) {
        assertThat(examples.outcomes().get(e)).isEqualTo(whole);
        assertThat(examples.customers().get(e)).isEqualTo(table.customer(i));
      }
    }
  }

  @Test
  void theWordsOfACategoryAreHiddenTogether() {
    FeatureTable table = table();

    ForecastExamples examples = HiddenExamples.of(table, _ -> TREE, BANDS, 1);

    List<List<Boolean>> hiddenPatterns = new ArrayList<>();
    for (int e = 0; e < examples.size(); e++) {
      float[] row = table.row(e / 4);
      List<Boolean> known = known(examples.posteriors().get(e), row);
      assertThat(known.get(1)).isEqualTo(known.get(2));
      hiddenPatterns.add(known);
      long count = known.stream().filter(each -> each).count();
      assertThat(examples.bands().get(e)).isEqualTo((int) count);
    }
    // Age, plan and orders, each known or not.
    assertThat(hiddenPatterns.stream().distinct()).hasSize(8);
  }

  @Test
  void theSameSeedHidesTheSame() {
    FeatureTable table = table();

    assertThat(HiddenExamples.of(table, _ -> TREE, BANDS, 5).bands())
        .isEqualTo(HiddenExamples.of(table, _ -> TREE, BANDS, 5).bands())
        .isNotEqualTo(HiddenExamples.of(table, _ -> TREE, BANDS, 6).bands());
  }

  /// The digits of the log-odds.
  private static List<Boolean> known(double[] posterior, float[] row) {
    double left = Math.log(posterior[0] / posterior[1]);
    List<Boolean> known = new ArrayList<>();
    double unit = 1;
    for (float value : row) {
      boolean isKnown = left > unit / 2;
      left -= isKnown ? unit * value : 0;
      known.add(isKnown);
      unit /= 10;
    }
    return known;
  }
}
