package io.kindred.models.segmentation;

/// What is done with probabilities of segments in more than one place.
public final class Probabilities {
  private Probabilities() {}

  /// The likeliest; of equals the first.
  public static int likeliest(double[] probabilities) {
    int best = 0;
    for (int k = 1; k < probabilities.length; k++) {
      if (probabilities[k] > probabilities[best]) {
        best = k;
      }
    }
    return best;
  }

  /// `log sum exp`, without overflow.
  public static double logSumExp(double[] scores) {
    double largest = scores[likeliest(scores)];
    double sum = 0;
    for (double score : scores) {
      sum += Math.exp(score - largest);
    }
    return largest + Math.log(sum);
  }

  /// Probabilities whose logarithms are the scores, up to the same number for all.
  public static double[] softmax(double[] scores) {
    double whole = logSumExp(scores);
    double[] probabilities = new double[scores.length];
    for (int k = 0; k < scores.length; k++) {
      probabilities[k] = Math.exp(scores[k] - whole);
    }
    return probabilities;
  }
}
