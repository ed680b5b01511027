package io.kindred.training.propensity;

import java.util.List;

/// Logistic regression over standardised columns.
///
/// An unknown value counts as the column's mean, and as a sign of its own.
public record LogisticModel(double intercept, List<Term> terms) implements PropensityModel {
  public LogisticModel {
    terms = List.copyOf(terms);
  }

  /// One column's share in the log-odds.
  ///
  /// @param feature the column's place in the row
  /// @param logarithm whether the column enters as `log(1 + max(x, 0))`
  /// @param weight per standard deviation
  /// @param unknownWeight added where the value is unknown
  public record Term(
      int feature,
      boolean logarithm,
      double centre,
      double scale,
      double weight,
      double unknownWeight) {

    /// Standard deviations beyond which a value counts no more, so that one extreme row cannot run
    /// away with its score.
    public static final double FURTHEST = 6;

    double standardised(float value) {
      double transformed = logarithm ? Math.log(1 + Math.max(value, 0)) : value;
      return Math.clamp((transformed - centre) / scale, -FURTHEST, FURTHEST);
    }

    double contribution(float value) {
      return Float.isNaN(value) ? unknownWeight : weight * standardised(value);
    }
  }

  @Override
  public double logOdds(float[] row) {
    double sum = intercept;
    for (Term term : terms) {
      sum += term.contribution(row[term.feature()]);
    }
    return sum;
  }

  @Override
  public String kind() {
    return "logistic regression";
  }
}
