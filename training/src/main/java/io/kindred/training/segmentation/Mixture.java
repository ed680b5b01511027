package io.kindred.training.segmentation;

import java.util.Arrays;

/// A finite mixture whose components see the columns as independent: a Gaussian in each measured
/// column, a Bernoulli in each yes/no column, one categorical in the columns of a category's words.
///
/// With `w` a column's weight, a row's objective is `log sum_k exp(logWeight_k + sum_d w_d log
/// f_kd(z_d))` over its known columns d. A component's log-density is kept as a polynomial of z, so
/// that all kinds of column run through the same loop.
final class Mixture {
  private static final double SMALLEST_REST = 1e-3;

  final int components;
  final double[] logWeights;

  /// By column, then component: the mean of z, which for yes/no is the probability of yes.
  final double[][] mean;

  /// By column, then component.
  final double[][] variance;

  final double[][] constant;
  final double[][] linear;
  final double[][] quadratic;

  Mixture(double[] logWeights, double[][] mean, double[][] variance, MixedRows like) {
    this.components = logWeights.length;
    this.logWeights = logWeights;
    this.mean = mean;
    this.variance = variance;
    this.constant = new double[mean.length][components];
    this.linear = new double[mean.length][components];
    this.quadratic = new double[mean.length][components];
    for (int d = 0; d < mean.length; d++) {
      for (int k = 0; k < components; k++) {
        double m = mean[d][k];
        double v = variance[d][k];
        double w = like.weights()[d];
        if (like.yesNo()[d]) {
          double none = noWord(like, d, k);
          constant[d][k] = w * Math.log(none) / like.groupSize(d);
          linear[d][k] = w * Math.log(m / none);
        } else {
          constant[d][k] = -w * (Math.log(2 * Math.PI * v) + m * m / v) / 2;
          linear[d][k] = w * m / v;
          quadratic[d][k] = -w / (2 * v);
        }
      }
    }
  }

  /// The probability that a customer has no word of a column's group.
  ///
  /// Where the words leave next to nothing over, every component leaves over the same: a word never
  /// seen before then speaks for no segment.
  private double noWord(MixedRows like, int column, int component) {
    double probability = 1;
    for (int d = 0; d < mean.length; d++) {
      if (like.groups()[d] == like.groups()[column]) {
        probability -= mean[d][component];
      }
    }
    return Math.max(probability, SMALLEST_REST);
  }

  /// Puts a row's posterior into an array and returns the row's objective.
  ///
  /// @param temperature multiplies the log-densities: 1 as fitted, towards 0 the weights alone
  double posterior(double[] row, double temperature, double[] into) {
    Arrays.fill(into, 0);
    for (int d = 0; d < row.length; d++) {
      double z = row[d];
      if (!Double.isNaN(z)) {
        double[] c = constant[d];
        double[] l = linear[d];
        double[] q = quadratic[d];
        for (int k = 0; k < into.length; k++) {
          into[k] += c[k] + z * (l[k] + z * q[k]);
        }
      }
    }
    double largest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < into.length; k++) {
      into[k] = logWeights[k] + temperature * into[k];
      largest = Math.max(largest, into[k]);
    }
    double sum = 0;
    for (int k = 0; k < into.length; k++) {
      into[k] = Math.exp(into[k] - largest);
      sum += into[k];
    }
    for (int k = 0; k < into.length; k++) {
      into[k] /= sum;
    }
    return largest + Math.log(sum);
  }

  /// The likeliest component of each row.
  int[] assign(MixedRows rows) {
    int[] assigned = new int[rows.size()];
    double[] posterior = new double[components];
    for (int i = 0; i < assigned.length; i++) {
      posterior(rows.values()[i], 1, posterior);
      assigned[i] = likeliest(posterior);
    }
    return assigned;
  }

  /// The objective of each row.
  double[] objectives(MixedRows rows) {
    double[] objectives = new double[rows.size()];
    double[] posterior = new double[components];
    for (int i = 0; i < objectives.length; i++) {
      objectives[i] = posterior(rows.values()[i], 1, posterior);
    }
    return objectives;
  }

  static int likeliest(double[] posterior) {
    int best = 0;
    for (int k = 1; k < posterior.length; k++) {
      if (posterior[k] > posterior[best]) {
        best = k;
      }
    }
    return best;
  }
}
