package io.kindred.training.mixture;

/// Pearson's correlation of two columns over the rows where both are known.
public final class Correlation {
  private Correlation() {}

  /// 0 where fewer rows than asked for have both, or one of them does not vary there.
  public static double between(double[] one, double[] other, int fewestRows) {
    double sumOne = 0;
    double sumOther = 0;
    int both = 0;
    for (int i = 0; i < one.length; i++) {
      if (!Double.isNaN(one[i]) && !Double.isNaN(other[i])) {
        sumOne += one[i];
        sumOther += other[i];
        both++;
      }
    }
    if (both < fewestRows) {
      return 0;
    }
    double squaresOne = 0;
    double squaresOther = 0;
    double products = 0;
    for (int i = 0; i < one.length; i++) {
      if (!Double.isNaN(one[i]) && !Double.isNaN(other[i])) {
        double a = one[i] - sumOne / both;
        double b = other[i] - sumOther / both;
        squaresOne += a * a;
        squaresOther += b * b;
        products += a * b;
      }
    }
    double scale = Math.sqrt(squaresOne * squaresOther);
    return scale > 0 ? products / scale : 0;
  }
}
