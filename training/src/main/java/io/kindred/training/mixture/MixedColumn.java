package io.kindred.training.mixture;

import java.util.Optional;

/// How a mixture sees one column of standardised values.
///
/// @param family the distribution within a component
/// @param group the first column of the column's group: the words of one category stand together,
///   of which a customer has at most one; any other column is its own group
/// @param source what the column was made from: columns of one source are known or unknown together
/// @param block columns of one basis that may share factors, or {@link #NO_BLOCK}
/// @param weight what the column's log-density is multiplied by, so that no basis drowns another
/// @param floor the smallest variance that a component may have
/// @param base what a tilted column is tilted from
public record MixedColumn(
    Family family,
    int group,
    int source,
    int block,
    double weight,
    double floor,
    Optional<TiltedDistribution> base) {
  public static final int NO_BLOCK = -1;

  /// The distribution of a column within a component.
  public enum Family {
    /// A Gaussian, of columns with a smooth distribution.
    GAUSSIAN,
    /// The distribution of all customers, tilted: see {@link TiltedDistribution}. For ordered
    /// scales, small counts, and whatever has values that many customers share.
    TILTED,
    /// 0 or 1.
    YES_NO
  }

  public MixedColumn {
    if ((family == Family.TILTED) != base.isPresent()) {
      throw new IllegalArgumentException(
          "a column that is %s has %s to be tilted from (expected one for tilted columns alone)"
              .formatted(family, base.isPresent() ? "a distribution" : "no distribution"));
    }
  }
}
