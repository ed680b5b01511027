package io.kindred.training.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kindred.models.segmentation.FactorAlgebra;
import java.util.SplittableRandom;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Beside a library's dense matrices.
class FactorAlgebraTest {
  @ParameterizedTest
  @CsvSource({"1, 1", "1, 2", "2, 3", "2, 4", "3, 5", "3, 6", "3, 7", "5, 8"})
  void inverseAndDeterminantAreThoseOfTheDenseMatrix(int factors, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int draw = 0; draw < 50; draw++) {
      // Few rows leave directions in which nothing is added.
      RealMatrix added = squares(random.nextInt(1, 2 * factors + 1), factors, random);
      double[] packed = new double[FactorAlgebra.pairs(factors)];
      for (int f = 0; f < factors; f++) {
        for (int g = 0; g <= f; g++) {
          packed[FactorAlgebra.pair(f, g)] = added.getEntry(f, g);
        }
      }
      double[] before = packed.clone();
      double[] inverse = new double[packed.length];

      double logDeterminant = FactorAlgebra.invert(packed, factors, inverse);

      LUDecomposition dense =
          new LUDecomposition(added.add(MatrixUtils.createRealIdentityMatrix(factors)));
      assertThat(logDeterminant).isCloseTo(Math.log(dense.getDeterminant()), within(1e-7));
      RealMatrix expected = dense.getSolver().getInverse();
      for (int f = 0; f < factors; f++) {
        for (int g = 0; g <= f; g++) {
          assertThat(inverse[FactorAlgebra.pair(f, g)])
              .isCloseTo(expected.getEntry(f, g), within(1e-7));
        }
      }
      assertThat(packed).isEqualTo(before);
    }
  }

  /// `X'X`, of very different sizes.
  private static RealMatrix squares(int rows, int factors, SplittableRandom random) {
    double[][] root = new double[rows][factors];
    double size = Math.exp(3 * random.nextGaussian());
    for (double[] row : root) {
      for (int f = 0; f < factors; f++) {
        row[f] = size * random.nextGaussian();
      }
    }
    RealMatrix matrix = MatrixUtils.createRealMatrix(root);
    return matrix.transposeMultiply(matrix);
  }
}
