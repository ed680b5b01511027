package io.kindred.training.segmentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.features.FeatureTable;
import io.kindred.features.MeasurementScale;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final SegmentationOptions OPTIONS = new SegmentationOptions(6, .02, 2, 7);
  private static final int COLUMNS = 4;

  private final FeatureTable apart = groups(600, 3, 12, 1);

  /// Groups whose centres lie at some distance from each other, measured in what customers differ
  /// within them.
  private static FeatureTable groups(int customers, int groups, double distance, long seed) {
    Random random = new Random(seed);
    float[][] rows = new float[customers][COLUMNS];
    for (int i = 0; i < customers; i++) {
      for (int d = 0; d < COLUMNS; d++) {
        double level = distance * ((i % groups + d) % groups);
        rows[i][d] = (float) (level + random.nextGaussian());
      }
    }
    return LabelledTable.of(
            List.of("a", "b", "c", "d").stream()
                .map(name -> LabelledTable.feature(name, MeasurementScale.CONTINUOUS))
                .toList(),
            rows,
            new int[customers])
        .table();
  }

  private static Comparison of(FeatureTable table) {
    return Comparison.of(Mixtures.fit(table, OPTIONS), table, OPTIONS).orElseThrow();
  }

  @Test
  void groupsThatLieApartAreFoundByEveryWay() {
    Comparison comparison = of(apart);
    assertThat(comparison.others())
        .extracting(Comparison.Row::name)
        .containsExactly("k-means", "G-means", "hierarchical", "HDBSCAN");
    List<Comparison.Row> rows = new ArrayList<>(comparison.others());
    rows.add(comparison.ours());
    assertThat(rows)
        .allSatisfy(row -> {
          assertThat(row.segments()).isEqualTo(3);
          assertThat(row.stability()).isGreaterThan(.9);
          assertThat(row.agreement()).isGreaterThan(.9);
          assertThat(row.leftOut()).isLessThan(.1);
        });
  }

  @Test
  void theSameSeedComparesAlike() {
    assertThat(of(apart)).isEqualTo(of(apart));
  }

  @Test
  void whereThereIsOneGroupThoseThatAreToldTheNumberHaveOneToo() {
    Comparison comparison = of(groups(400, 1, 0, 3));
    assertThat(comparison.ours().segments()).isEqualTo(1);
    assertThat(comparison.others())
        .filteredOn(row -> !row.findsNumber())
        .extracting(Comparison.Row::segments)
        .containsExactly(1, 1);
  }

  @Test
  void customersInNoClusterAreLeftOut() {
    FeatureTable blurred = groups(600, 3, 2.5, 5);
    Comparison.Row density = of(blurred).others().getLast();
    assertThat(density.name()).isEqualTo("HDBSCAN");
    assertThat(density.leftOut()).isBetween(.05, 1.0);
    assertThat(density.agreement()).isBetween(0.0, .9);
  }

  @Test
  void fewCustomersAreNotCompared() {
    FeatureTable few = groups(79, 1, 0, 2);
    assertThat(Comparison.of(Mixtures.fit(few, OPTIONS), few, OPTIONS)).isEmpty();
  }
}
