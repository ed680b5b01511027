package io.kindred.training.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kindred.models.segmentation.Probabilities;
import io.kindred.training.mixture.MixedColumn.Family;
import io.kindred.training.mixture.TiltedDistribution.Tilt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Log-densities beside those written out with whole covariance matrices.
class MixtureDensityTest {
  private static final int COMPONENTS = 3;

  /// More than two tiles: the first is complete, so is some block of the second.
  private static final int ROWS = 2 * Tile.CAPACITY + 7;

  @ParameterizedTest
  @CsvSource({"0, 1, 1", "1, 1, 2", "1, .4, 3", "2, 1, 4", "2, .7, 5", "3, 1, 6", "3, .5, 7"})
  void factorsAreAMarginalGaussianOfWhatIsKnown(int factors, double weight, long seed) {
    Drawn drawn = Drawn.of(factors, weight, new SplittableRandom(seed));

    double[] objectives = drawn.mixture.objectives(drawn.rows);
    double[][] posteriors = drawn.mixture.posteriors(drawn.rows);

    for (int i = 0; i < ROWS; i++) {
      double[] scores = drawn.scores(drawn.rows.values()[i]);
      assertThat(objectives[i]).isCloseTo(Probabilities.logSumExp(scores), within(1e-8));
      assertThat(posteriors[i]).containsExactly(Probabilities.softmax(scores), within(1e-8));
    }
  }

  @Test
  void theWordsOfACategoryAreOneChoice() {
    MixedColumn word = new MixedColumn(Family.YES_NO, 0, 0, MixedColumn.NO_BLOCK, 1, 0, none());
    MixedColumn other = new MixedColumn(Family.YES_NO, 0, 1, MixedColumn.NO_BLOCK, 1, 0, none());
    Mixture mixture =
        new Mixture(
            new double[] {0},
            new double[][] {{.5}, {.2}},
            new double[2][1],
            new Tilt[2][0],
            List.of(),
            List.of(word, other));

    double[] objectives =
        mixture.objectives(
            new MixedRows(new double[][] {{1, 0}, {0, 1}, {0, 0}}, List.of(word, other)));

    assertThat(objectives)
        .containsExactly(new double[] {Math.log(.5), Math.log(.2), Math.log(.3)}, within(1e-12));
  }

  @Test
  void keptComponentsKeepTheirDensities() {
    Drawn drawn = Drawn.of(2, 1, new SplittableRandom(8));
    Mixture kept = drawn.mixture.only(new int[] {2, 0}, drawn.rows.columns());

    double[][] posteriors = kept.posteriors(drawn.rows);

    for (int i = 0; i < ROWS; i++) {
      double[] scores = drawn.scores(drawn.rows.values()[i]);
      assertThat(posteriors[i])
          .containsExactly(
              Probabilities.softmax(new double[] {scores[2], scores[0]}), within(1e-8));
    }
  }

  private static Optional<TiltedDistribution> none() {
    return Optional.empty();
  }

  /// Four columns in one block, three in another, and one on its own.
  private record Drawn(
      Mixture mixture,
      MixedRows rows,
      List<double[][][]> loadings,
      double[][] mean,
      double[][] variance,
      double weight) {
    private static final int[] BLOCK = {0, 1, 0, 0, MixedColumn.NO_BLOCK, 1, 0, 1};

    static Drawn of(int factors, double weight, SplittableRandom random) {
      List<MixedColumn> columns =
          IntStream.range(0, BLOCK.length)
              .mapToObj(d -> new MixedColumn(Family.GAUSSIAN, d, d, BLOCK[d], weight, 0, none()))
              .toList();
      double[][] mean = matrix(BLOCK.length, random);
      double[][] variance = matrix(BLOCK.length, random);
      for (double[] row : variance) {
        Arrays.setAll(row, k -> .05 + row[k] * row[k]);
      }
      List<double[][][]> loadings = new ArrayList<>();
      for (int b = 0; factors > 0 && b < 2; b++) {
        loadings.add(
            Arrays.stream(Mixture.columnsOf(columns, b))
                .mapToObj(_ -> matrix(factors, random))
                .toArray(double[][][]::new));
      }
      double[] logWeights = {Math.log(.5), Math.log(.3), Math.log(.2)};
      return new Drawn(
          new Mixture(logWeights, mean, variance, new Tilt[BLOCK.length][0], loadings, columns),
          new MixedRows(rows(random), columns),
          loadings,
          mean,
          variance,
          weight);
    }

    private static double[][] matrix(int rows, SplittableRandom random) {
      return IntStream.range(0, rows)
          .mapToObj(_ -> random.doubles(COMPONENTS).map(_ -> random.nextGaussian()).toArray())
          .toArray(double[][]::new);
    }

    private static double[][] rows(SplittableRandom random) {
      double[][] rows = new double[ROWS][BLOCK.length];
      for (int i = 0; i < ROWS; i++) {
        double unknown = i < Tile.CAPACITY ? 0 : random.nextDouble();
        boolean onlyFirstBlock = i < 2 * Tile.CAPACITY;
        for (int d = 0; d < BLOCK.length; d++) {
          rows[i][d] =
              random.nextDouble() < unknown && !(onlyFirstBlock && BLOCK[d] == 1)
                  ? Double.NaN
                  : 2 * random.nextGaussian();
        }
      }
      Arrays.fill(rows[ROWS - 1], Double.NaN);
      return rows;
    }

    /// The log of each component's share and dense density.
    double[] scores(double[] row) {
      int[] known = IntStream.range(0, row.length).filter(d -> !Double.isNaN(row[d])).toArray();
      double[] scores = mixture.logWeights();
      for (int k = 0; k < COMPONENTS && known.length > 0; k++) {
        double[][] covariance = new double[known.length][known.length];
        double[] difference = new double[known.length];
        for (int a = 0; a < known.length; a++) {
          difference[a] = row[known[a]] - mean[known[a]][k];
          for (int b = 0; b < known.length; b++) {
            covariance[a][b] = covariance(known[a], known[b], k);
          }
        }
        RealMatrix matrix = MatrixUtils.createRealMatrix(covariance);
        LUDecomposition dense = new LUDecomposition(matrix);
        double distance =
            MatrixUtils.createRealVector(difference)
                .dotProduct(dense.getSolver().solve(MatrixUtils.createRealVector(difference)));
        scores[k] -=
            weight
                / 2
                * (known.length * Math.log(2 * Math.PI)
                    + Math.log(dense.getDeterminant())
                    + distance);
      }
      return scores;
    }

    private double covariance(int d, int other, int k) {
      double sum = d == other ? variance[d][k] : 0;
      if (!loadings.isEmpty() && BLOCK[d] == BLOCK[other] && BLOCK[d] >= 0) {
        double[][] one = loadings.get(BLOCK[d])[place(d)];
        double[][] another = loadings.get(BLOCK[d])[place(other)];
        for (int f = 0; f < one.length; f++) {
          sum += one[f][k] * another[f][k];
        }
      }
      return sum;
    }

    private static int place(int column) {
      return (int) IntStream.range(0, column).filter(d -> BLOCK[d] == BLOCK[column]).count();
    }
  }
}
