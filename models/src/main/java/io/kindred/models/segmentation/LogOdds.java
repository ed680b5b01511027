package io.kindred.models.segmentation;

import java.util.List;

/// Why one segment is more probable than another for a customer: the logarithm of the ratio of
/// their probabilities as an exact sum.
///
/// @param shares the part of how common the segments are
/// @param within the part of divisions further down, which only one of the two segments lies
///   behind; 0 where both come from the same division
/// @param terms the part of each feature that is known and that the division looks at
public record LogOdds(double shares, double within, List<Term> terms) {
  public LogOdds {
    terms = List.copyOf(terms);
  }

  /// A feature's part.
  ///
  /// @param feature its place in the schema's row
  /// @param contribution above 0 where it speaks for the first segment
  public record Term(int feature, double contribution) {}

  /// The whole: log of the first segment's probability less that of the second's.
  public double total() {
    return shares + within + terms.stream().mapToDouble(Term::contribution).sum();
  }
}
