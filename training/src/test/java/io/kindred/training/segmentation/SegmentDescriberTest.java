package io.kindred.training.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kindred.features.Feature;
import io.kindred.features.MeasurementScale;
import io.kindred.training.segmentation.SegmentDescription.Distinction;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SegmentDescriberTest {
  private static final List<Feature> FEATURES =
      List.of(
          LabelledTable.feature("order_value_mean", MeasurementScale.SKEWED),
          LabelledTable.feature("visit_count", MeasurementScale.SKEWED),
          LabelledTable.feature("attribute:likes_quiz", MeasurementScale.YES_NO));

  /// Customers in turn: 100 spent an order and 30 visits; 10 and 3. The answer is known for ten of
  /// the first kind and all of the second.
  private static LabelledTable spendersAndOthers() {
    Random random = new Random(4);
    float[][] rows = new float[400][];
    int[] labels = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      boolean spender = i % 2 == 0;
      labels[i] = i % 2;
      rows[i] =
          new float[] {
            (float) ((spender ? 100 : 10) * Math.exp(.2 * random.nextGaussian())),
            (float) ((spender ? 30 : 3) * Math.exp(.2 * random.nextGaussian())),
            spender && i >= 20 ? Float.NaN : (i / 2) % 2
          };
    }
    return LabelledTable.of(FEATURES, rows, labels);
  }

  @Test
  void segmentsAreNamedAndDescribedByWhatSetsThemApart() {
    LabelledTable table = spendersAndOthers();
    Segmentation segmentation = Mixtures.fit(table.table(), new SegmentationOptions(3, .02, 2, 1));
    List<SegmentDescription> descriptions =
        SegmentDescriber.describe(segmentation.model(), table.table());
    int spenders = segmentation.assign(table.table())[0];
    SegmentDescription description = descriptions.get(spenders);

    assertThat(descriptions)
        .extracting(SegmentDescription::suggestedName)
        .containsExactlyInAnyOrder(
            "Frequent visitors, large orders", "Infrequent visitors, small orders");
    assertThat(description.customers()).isEqualTo(200);
    assertThat(description.share()).isEqualTo(.5);
    assertThat(description.distinguishing())
        .extracting(Distinction::sentence)
        .containsExactly("Visits more often than others.", "Spends more per order than others.");
    assertThat(description.features().getFirst().median()).isCloseTo(100, within(5.0));
    assertThat(description.features().getFirst().populationMean()).isCloseTo(56, within(4.0));
    assertThat(description.features().getFirst().standardisedDifference())
        .isCloseTo(.98, within(.03));
  }

  @Test
  void fewerThanTwentyCustomersStandBehindNoStatement() {
    LabelledTable table = spendersAndOthers();
    Segmentation segmentation = Mixtures.fit(table.table(), new SegmentationOptions(3, .02, 2, 1));
    int spenders = segmentation.assign(table.table())[0];
    assertThat(
            SegmentDescriber.describe(segmentation.model(), table.table()).get(spenders).features())
        .extracting(SegmentDescription.FeatureProfile::feature)
        .containsExactly("order_value_mean", "visit_count");
    assertThat(
            SegmentDescriber.describe(
                segmentation.model(), table.table().select(new int[] {0, 1, 2, 3})))
        .allSatisfy(description -> assertThat(description.distinguishing()).isEmpty());
  }
}
