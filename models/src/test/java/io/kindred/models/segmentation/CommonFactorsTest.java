package io.kindred.models.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.kindred.models.segmentation.SegmentColumn.Transform;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Common factors against the normal distribution with all its covariances, written out.
class CommonFactorsTest {
  private static final int COLUMNS = RandomSegments.ROW_SIZE;
  private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 2", "1, 3", "2, 1", "2, 2", "2, 3", "3, 1", "3, 2", "3, 3"})
  void scoresAreLogDensitiesOfWhatIsKnown(int factors, long seed) {
    RandomSegments random = new RandomSegments(seed);
    double[] mean = random.numbers(COLUMNS, -1, 1);
    double[] own = random.numbers(COLUMNS, .25, 2);
    // The last column is outside the block and has no loadings.
    double[][] loadings = random.rows(factors, COLUMNS);
    Arrays.stream(loadings).forEach(row -> row[COLUMNS - 1] = 0);
    LearnedSplit split = split(mean, own, loadings);

    for (int i = 0; i < 100; i++) {
      float[] row = random.row();
      assertThat(split.scores(row)[0])
          .isCloseTo(logDensity(row, mean, own, loadings), within(1e-9));
    }
  }

  /// One group, whose columns vary by themselves and by their loadings on common factors.
  private static LearnedSplit split(double[] mean, double[] own, double[][] loadings) {
    int factors = loadings.length;
    int[] block = IntStream.range(0, COLUMNS - 1).toArray();
    double[][] constant = new double[1][COLUMNS];
    double[][] linear = new double[1][COLUMNS];
    double[][] quadratic = new double[1][COLUMNS];
    double[][][] blockConstant = new double[1][factors][block.length];
    double[][][] blockLinear = new double[1][factors][block.length];
    double[][][] information = new double[1][FactorAlgebra.pairs(factors)][block.length];
    for (int d = 0; d < COLUMNS; d++) {
      constant[0][d] = -(LOG_TWO_PI + Math.log(own[d]) + mean[d] * mean[d] / own[d]) / 2;
      linear[0][d] = mean[d] / own[d];
      quadratic[0][d] = -.5 / own[d];
    }
    for (int j : block) {
      for (int f = 0; f < factors; f++) {
        blockConstant[0][f][j] = -loadings[f][j] * mean[j] / own[j];
        blockLinear[0][f][j] = loadings[f][j] / own[j];
        for (int g = 0; g <= f; g++) {
          information[0][FactorAlgebra.pair(f, g)][j] = loadings[f][j] * loadings[g][j] / own[j];
        }
      }
    }
    return new LearnedSplit(
        COLUMNS,
        IntStream.range(0, COLUMNS)
            .mapToObj(d -> new SegmentColumn(d, "x" + d, Transform.IDENTITY, 0, 1, -9, 9))
            .toList(),
        new double[1],
        constant,
        linear,
        quadratic,
        List.of(new CommonFactors(block, 1, blockConstant, blockLinear, information)),
        new Familiarity(new double[COLUMNS], new double[COLUMNS]));
  }

  /// The logarithm of a normal density over the known values, by Gaussian elimination.
  private static double logDensity(float[] row, double[] mean, double[] own, double[][] loadings) {
    int[] known = IntStream.range(0, row.length).filter(d -> !Float.isNaN(row[d])).toArray();
    int n = known.length;
    double[][] covariance = new double[n][n];
    double[] rest = new double[n];
    for (int i = 0; i < n; i++) {
      rest[i] = row[known[i]] - mean[known[i]];
      for (int j = 0; j < n; j++) {
        covariance[i][j] = i == j ? own[known[i]] : 0;
        for (double[] factor : loadings) {
          covariance[i][j] += factor[known[i]] * factor[known[j]];
        }
      }
    }
    double logDensity = 0;
    for (int i = 0; i < n; i++) {
      double pivot = covariance[i][i];
      logDensity -= (LOG_TWO_PI + Math.log(pivot) + rest[i] * rest[i] / pivot) / 2;
      for (int j = i + 1; j < n; j++) {
        double share = covariance[j][i] / pivot;
        rest[j] -= share * rest[i];
        for (int c = i; c < n; c++) {
          covariance[j][c] -= share * covariance[i][c];
        }
      }
    }
    return logDensity;
  }

  @Test
  void aBlockThatDoesNotFitTheSplitIsRefused() {
    LearnedSplit split = new RandomSegments(1).split(2);
    CommonFactors block = split.factors().getFirst();
    double[][][] linear = {block.linear()[0], block.linear()[1].clone()};
    linear[1][0] = new double[] {1, 2, 3, Double.POSITIVE_INFINITY};

    for (CommonFactors wrong :
        List.of(
            new CommonFactors(
                new int[] {0, 1, 2, 7}, 1, block.constant(), block.linear(), block.information()),
            new CommonFactors(block.columns(), 1, block.constant(), linear, block.information()),
            new CommonFactors(block.columns(), 1, block.constant(), block.linear(), block.linear()),
            new CommonFactors(
                block.columns(),
                Double.NaN,
                block.constant(),
                block.linear(),
                block.information()))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() ->
              new LearnedSplit(
                  split.rowSize(),
                  split.columns(),
                  split.logWeights(),
                  split.constant(),
                  split.linear(),
                  split.quadratic(),
                  List.of(wrong),
                  split.familiarity()))
          .withMessage("%s do not fit 2 groups x 7 columns, or are not finite".formatted(wrong));
    }
  }
}
